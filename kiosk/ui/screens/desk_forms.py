"""What a clerk does about one person beside admitting them, each by a form."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject

from kiosk.domain.attendee import Detail, TicketStatus
from kiosk.domain.business_card import business_card
from kiosk.domain.event import Event
from kiosk.domain.journal import BADGE_ITEM, Fact
from kiosk.domain.staff import Act, Staff
from kiosk.services.amending import Amend
from kiosk.services.ports import Guest
from kiosk.ui.language import Languages
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens import guest_forms as forms
from kiosk.ui.screens.form_host import FormHost
from kiosk.ui.widgets.form import Answers


class DeskForms(QObject):
    """Opens a form, does what it says, and tells the card what came of it.

    Args:
        event: whose categories and hand-outs are offered; None before a list is there.
    """

    def __init__(
        self,
        host: FormHost,
        presenter: Presenter,
        languages: Languages,
        event: Callable[[], Event | None],
    ) -> None:
        super().__init__()
        self._host, self._presenter, self._languages = host, presenter, languages
        self._event = event

    def walk_in(self) -> None:
        """Register somebody without a ticket; a card that was just read fills the form in."""
        event = self._event()
        if event is None:
            return
        outcome = self._presenter.answers.outcome
        said = business_card(outcome.text) if outcome else {}
        self._host.show(forms.walk_in_form(event, said, self._languages.now), self._register)

    def correct(self) -> None:
        """Correct the guest whom the desk is busy with."""
        if guest := self._host.guest():
            form = forms.correction_form(guest, self._languages.now)
            self._host.show(form, partial(self._correct, guest))

    def change_ticket(self) -> None:
        """Change the guest's category or status, by permission."""
        event = self._event()
        if event and (guest := self._host.guest()):
            form = forms.ticket_form(guest, event, self._languages.now)
            self._host.show(form, partial(self._change, guest))

    def hand_out(self) -> None:
        """Tick what the guest gets."""
        guest, event = self._host.guest(), self._event()
        if guest is None or event is None:
            return

        def show(got: dict[str, Fact]) -> None:
            form = forms.handout_form(guest, event, got, self._languages.now)
            self._host.show(form, partial(self._hand_out, guest, event, got))

        self._host.clerk.then(self._host.clerk.reception.handed_out(guest.ticket.id), show)

    def proxy(self) -> None:
        """Note who takes the guest's badge away."""
        if guest := self._host.guest():
            self._host.show(forms.proxy_form(guest), partial(self._collected, guest))

    def _register(self, answers: Answers) -> None:
        said, category = forms.details_of(answers), answers[forms.CATEGORY]
        if not (said.get(Detail.NAME) or said.get(Detail.LATIN_NAME)):
            self._host.card.show_problem(self.tr("A name is needed."))
            return
        said.setdefault(Detail.NAME, "")
        said[Detail.NAME] = said[Detail.NAME] or said[Detail.LATIN_NAME]
        self._host.close()
        event = self._event()
        assert event is not None, "the form was made of it"
        if category == event.categories[0].id:
            self._make(category, said)
        else:
            self._host.options.pin.begin(Act.CATEGORY, lambda _by: self._make(category, said))

    def _make(self, category: str, said: Mapping[Detail, str]) -> None:
        made = self._host.clerk.reception.amending(lambda amend: amend.walk_in(category, said))
        self._host.clerk.then(made, lambda guest: self._presenter.take_ticket(guest.ticket.id))

    def _correct(self, guest: Guest, answers: Answers) -> None:
        said, ticket = forms.details_of(answers), guest.ticket.id
        if not said.get(Detail.NAME, "").strip():
            self._host.card.show_problem(self.tr("A name is needed."))
            return
        if answers[forms.TRANSFER]:
            done = self.tr("The ticket is now %1's. Print a new badge with Ctrl+R.")
            done = done.replace("%1", said[Detail.NAME])
            self._host.amend(ticket, lambda amend: amend.transfer(ticket, said), done)
        else:
            done = self.tr("Saved. Ctrl+R prints the badge again.")
            self._host.amend(ticket, lambda amend: amend.correct(ticket, said), done)

    def _change(self, guest: Guest, answers: Answers) -> None:
        category, status = answers[forms.CATEGORY], TicketStatus(answers[forms.STATUS])
        why, ticket = answers[forms.WHY].strip(), guest.ticket
        if not why:
            self._host.card.show_problem(self.tr("Say why, in a word."))
            return
        new_category = category if category != ticket.category else None
        new_status = status if status is not ticket.status else None
        if new_category is None and new_status is None:
            self._host.close()
            return
        self._host.close()

        def do(by: Staff) -> None:
            def change(amend: Amend) -> object:
                return amend.of(by.name).change(
                    ticket.id, category=new_category, status=new_status, why=why
                )

            self._host.amend(ticket.id, change, self.tr("Changed. Scan the ticket again."))

        self._host.options.pin.begin(Act.CATEGORY if new_category else Act.CANCEL, do)

    def _hand_out(
        self, guest: Guest, event: Event, got: Mapping[str, Fact], answers: Answers
    ) -> None:
        ticket, remark = guest.ticket.id, answers.get(forms.REMARK, "")
        items = [item.id for item in event.handouts if item.id in answers]

        def change(amend: Amend) -> object:
            for item in items:
                if answers[item] and item not in got:
                    amend.hand_out(ticket, item, remark)
                if not answers[item] and item in got:
                    amend.take_back(got[item].id, "given back")
            return None

        self._host.amend(ticket, change, self.tr("Noted."))

    def _collected(self, guest: Guest, answers: Answers) -> None:
        who, ticket = answers[forms.REMARK].strip(), guest.ticket.id
        if not who:
            self._host.card.show_problem(self.tr("Who takes it? A name at least."))
            return
        self._host.amend(
            ticket, lambda amend: amend.hand_out(ticket, BADGE_ITEM, who), self.tr("Noted.")
        )
