"""What a clerk may do about the visit on the card: only what the card offers."""

from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kiosk.domain.admission import Refused
from kiosk.domain.staff import Act
from kiosk.services.outcomes import Outcome
from kiosk.services.reprinting import Reprint
from kiosk.services.trouble import Trouble
from kiosk.ui.clerk import Clerk
from kiosk.ui.language import Languages
from kiosk.ui.pin_dialogue import PinDialogue
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.desk_choices import Buttons, force_buttons, reprint_buttons, undo_buttons
from kiosk.ui.screens.desk_view import TICKET


class DeskActions(QObject):
    """Asks for a reason where one is wanted, then does it; `changed` when the card must.

    `asking` is a question with its choices, or a remark without any, that stands on the card
    in place of its advice until the visit changes.
    """

    changed = Signal()

    def __init__(self, presenter: Presenter, clerk: Clerk, languages: Languages) -> None:
        super().__init__()
        self._presenter, self._clerk, self._languages = presenter, clerk, languages
        self._asking: tuple[str, Buttons] | None = None
        self._why = ""
        self.pin = PinDialogue(clerk.reception, clerk.bridge)
        self.pin.changed.connect(self.changed)
        self.pin.broke.connect(clerk.broke)
        self.offered: Buttons = ()
        presenter.changed.connect(self._new_state)
        clerk.undone.connect(self._undone)
        clerk.troubled.connect(self._troubled)
        clerk.needs_supervisor.connect(self._one_badge_too_many)

    @property
    def asking(self) -> tuple[str, Buttons] | None:
        """The question on the card: of the PIN dialogue first."""
        return self.pin.asking or self._asking

    def remark(self, words: str) -> None:
        """Say something on the card, until the visit changes."""
        self._asking = words, ()
        self.changed.emit()

    def sign_in(self) -> None:
        """Begin a shift, or let somebody else begin one."""
        self.pin.begin(None, lambda _: self.changed.emit())

    def choose(self, key: str) -> None:
        """Do what a button or shortcut says, if the card offers it now."""
        choices = self.asking[1] if self.asking else self.offered
        if key not in {offered for offered, _ in choices}:
            return
        if self.pin.choose(key):
            return
        kind, _, reason = key.partition(":")
        outcome = self._presenter.answers.outcome
        self._asking = None
        if kind in {"yes", "no"}:
            self._presenter.answer(kind == "yes")
        elif kind == "answer":
            self._presenter.answer(reason)
        elif key.startswith(TICKET):
            self._presenter.choose(key.removeprefix(TICKET))
        elif kind in {"came-out", "print-again"}:
            self._settle(came_out=kind == "came-out")
        elif outcome and kind == "reprint" and outcome.ticket:
            self._reprint(outcome.ticket, reason)
        elif outcome and kind == "undo":
            self._undo(outcome, reason)
        elif outcome and kind == "force":
            self._force(outcome, reason)
        self.changed.emit()

    def digit(self, text: str) -> bool:
        """Take a digit as the choice of that number; whether there are such choices."""
        choices = self.asking[1] if self.asking else self.offered
        numbered = [key for key, words in choices if words[:1].isdecimal()]
        if not numbered or not text.isdecimal():
            return False
        if not 1 <= int(text) <= len(numbered):
            return False
        self.choose(numbered[int(text) - 1])
        return True

    def forget(self) -> None:
        """Ask nothing any more."""
        self._asking = None
        self.pin.forget()

    def _settle(self, *, came_out: bool) -> None:
        """Of the badge on the card: this guest's, else the oldest in doubt."""
        outcome, doubts = self._presenter.answers.outcome, self._clerk.recent.doubts
        job = outcome.job if outcome else doubts[0].job if doubts else None
        if job:
            self._clerk.settle_badge(job, came_out=came_out)

    def _reprint(self, ticket: UUID, reason: str) -> None:
        if reason:
            # whoever finds a lost badge must not come in with it
            self._clerk.reprint(Reprint(ticket, reason, revokes=reason == "lost"))
        else:
            self._asking = self.tr("Why print it again?"), reprint_buttons()

    def _one_badge_too_many(self, wanted: Reprint) -> None:
        self.pin.begin(
            Act.MORE_BADGES, lambda by: self._clerk.reprint(replace(wanted, agreed=by.name))
        )

    def _undo(self, outcome: Outcome, reason: str) -> None:
        fact = outcome.fact.id if outcome.fact else None
        if isinstance(outcome.admission, Refused):
            fact = outcome.admission.earlier.fact if outcome.admission.earlier else None
        if reason and fact:
            self._clerk.undo(fact, reason)
        elif fact:
            self._asking = self.tr("Why take it back?"), undo_buttons()

    def _force(self, outcome: Outcome, reason: str) -> None:
        if not reason:
            self._asking = self.tr("Why let the guest in?"), force_buttons()
            return
        text = outcome.text
        self.pin.begin(Act.FORCE, lambda by: self._presenter.force(text, reason, by))

    def _undone(self, was: bool) -> None:  # noqa: FBT001  a signal's argument
        if was:
            self._presenter.leave()
        else:
            self._asking = self.tr("It was taken back before."), ()
            self.changed.emit()

    def _troubled(self, trouble: Trouble) -> None:
        language = self._languages.now
        self._asking = f"{trouble.title.in_(language)} {trouble.advice.in_(language)}", ()
        self.changed.emit()

    def _new_state(self) -> None:
        self.forget()
