"""What a clerk does about several tickets at once: a delegation, and one person's doubles."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject

from kiosk.domain.admission import Admitted, Refused
from kiosk.services.lookup import Found
from kiosk.services.outcomes import Outcome
from kiosk.services.ports import Guest
from kiosk.ui.refusal_phrases import refusal
from kiosk.ui.screens import guest_forms as forms
from kiosk.ui.screens.form_host import FormHost
from kiosk.ui.widgets.form import Answers

MOST_NAMED = 4
"""Refused members of a group that are named on the card; the recent list has them all."""


class DeskParties(QObject):
    """Opens a form about several tickets, and tells the card what came of it."""

    def __init__(self, host: FormHost) -> None:
        super().__init__()
        self._host = host

    def group(self) -> None:
        """Check the guest's delegation in at once."""
        guest = self._host.guest()
        if guest is None:
            return
        name = guest.attendee.group
        if not name:
            self._host.options.remark(
                self.tr("%1 belongs to no group.").replace("%1", guest.attendee.name)
            )
            return

        def show(members: tuple[Found, ...]) -> None:
            self._host.show(forms.group_form(name, members), self._present)

        self._host.clerk.then(self._host.clerk.reception.group(name), show)

    def merge(self) -> None:
        """Make two tickets of one person one."""
        if guest := self._host.guest():
            self._host.show(forms.merge_form(guest), partial(self._look_up, guest))

    def _present(self, answers: Answers) -> None:
        tickets = [UUID(hex=key) for key, ticked in answers.items() if ticked]
        self._host.close()
        self._host.clerk.then(
            self._host.clerk.reception.present_together(tickets), self._told_group
        )

    def _told_group(self, outcomes: tuple[Outcome, ...]) -> None:
        self._host.clerk.refresh_recent()
        admitted = sum(isinstance(outcome.admission, Admitted) for outcome in outcomes)
        said = [self.tr("%1 checked in.").replace("%1", str(admitted))]
        others = [outcome for outcome in outcomes if not isinstance(outcome.admission, Admitted)]
        for outcome in others[:MOST_NAMED]:
            name = outcome.guest.attendee.name if outcome.guest else ""
            why = self.tr("must be asked something: scan the ticket")
            if isinstance(outcome.admission, Refused):
                why = refusal(outcome.admission.reason).title
            said.append(f"{name}: {why}")
        more = len(others) - MOST_NAMED
        if more > 0:
            said.append(self.tr("and %1 more, see the recent list").replace("%1", str(more)))
        self._host.options.remark("\n".join(said))

    def _look_up(self, guest: Guest, answers: Answers) -> None:
        query = answers[forms.OTHER].strip()

        def show(found: tuple[Found, ...]) -> None:
            others = [one.guest for one in found if one.guest.ticket.id != guest.ticket.id]
            exact = [one for one in others if one.ticket.number == query]
            if len(exact or others) != 1:
                said = self.tr("%1 guests match. Type the ticket's number.")
                self._host.card.show_problem(said.replace("%1", str(len(others))))
                return
            other = (exact or others)[0]
            self._host.show(
                forms.merge_check_form(guest, other), partial(self._merge, guest, other)
            )

        self._host.clerk.then(self._host.clerk.reception.search(query, 12), show)

    def _merge(self, guest: Guest, other: Guest, _answers: Answers) -> None:
        one, two = other.ticket.id, guest.ticket.id
        self._host.amend(two, lambda amend: amend.merge(one, two), self.tr("They are one now."))
