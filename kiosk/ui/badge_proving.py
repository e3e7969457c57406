"""A fresh badge held up while its guest is on screen: right, replaced, or somebody else's."""

from concurrent.futures import Future
from dataclasses import replace
from typing import TYPE_CHECKING

from kiosk.domain.badge import has_badge_form
from kiosk.domain.journal import JobState
from kiosk.domain.visit import Welcomed
from kiosk.services.badge_proof import BadgeProof
from kiosk.services.reception import Reception
from kiosk.ui.bridge import Bridge

if TYPE_CHECKING:  # it has one of these
    from kiosk.ui.presenter import Presenter

_OUT = (JobState.SENT, JobState.CONFIRMED, JobState.UNKNOWN)


class BadgeProving:
    """Asks the records of codes that may be a fresh badge's."""

    def __init__(self, presenter: "Presenter", reception: Reception, bridge: Bridge) -> None:
        self._presenter, self._reception, self._bridge = presenter, reception, bridge

    def takes(self, text: str) -> bool:
        """Whether the code is asked about; one that is no badge's comes to the visit later."""
        state, outcome = self._presenter.state, self._presenter.answers.outcome
        fresh = isinstance(state, Welcomed) and state.badge in _OUT
        if not (fresh and outcome and outcome.ticket and has_badge_form(text)):
            return False

        def told(done: "Future[BadgeProof]") -> None:
            # a disk that is full says so when the code is looked up
            proof = BadgeProof.NO_BADGE if done.exception() else done.result()
            if proof is BadgeProof.NO_BADGE:
                self._presenter.wait_for_turn(text)
            elif self._presenter.state.visit == state.visit:
                self._presenter.answers = replace(self._presenter.answers, proof=proof)
                self._presenter.changed.emit()

        self._bridge.when_done(self._reception.prove_badge(text, outcome.ticket), told)
        return True
