"""Where forms stand in place of the card, and what becomes of codes meanwhile."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kiosk.domain.business_card import business_card
from kiosk.services.amending import Amend
from kiosk.services.ports import Guest
from kiosk.ui.clerk import Clerk
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.desk_actions import DeskActions
from kiosk.ui.widgets.form import Answers, Form
from kiosk.ui.widgets.form_card import FormCard


class FormHost(QObject):
    """Shows one form at a time and does what it says.

    Args:
        whom: the guest whom the desk is busy with now, or None.
    """

    changed = Signal()

    def __init__(
        self,
        presenter: Presenter,
        clerk: Clerk,
        options: DeskActions,
        whom: Callable[[], Guest | None],
    ) -> None:
        super().__init__()
        self._presenter, self.clerk, self.options, self._whom = presenter, clerk, options, whom
        self._do: Callable[[Answers], None] | None = None
        self.card = FormCard()
        self.card.submitted.connect(self._submitted)
        self.card.cancelled.connect(self.close)

    @property
    def is_open(self) -> bool:
        """Whether a form stands in the card's place."""
        return self._do is not None

    def guest(self) -> Guest | None:
        """Whom the desk is busy with; where nobody is, the card says how to find somebody."""
        guest = self._whom()
        if guest is None:
            self.options.remark(self.tr("Find a guest first: scan a code, or press /."))
        return guest

    def show(self, form: Form, do: Callable[[Answers], None]) -> None:
        """Ask this; `do` is told what was filled in, and may ask on, complain or close."""
        self.options.forget()
        self._do = do
        # who is read now would be welcomed behind the form, where nobody sees it
        self._presenter.divert(self._read)
        self.changed.emit()
        self.card.show_form(form, self.tr("Leave (Esc)"))

    def close(self) -> None:
        """Leave the form; nothing is changed."""
        if self._do is not None:
            self._do = None
            self._presenter.divert(None)
            self.changed.emit()

    def amend(self, ticket: UUID, work: Callable[[Amend], object], done: str) -> None:
        """Change something on the records' thread, then show the guest as they are now."""
        self.close()

        def change(amend: Amend) -> Guest | None:
            work(amend)
            return amend.roster.by_ticket(ticket)

        def show(guest: Guest | None) -> None:
            if guest:
                self._presenter.show_guest(guest)
            self.clerk.refresh_recent()
            self.options.remark(done)

        self.clerk.then(self.clerk.reception.amending(change), show)

    def _read(self, text: str) -> None:
        said = business_card(text)
        if said:
            self.card.fill({detail.value: value for detail, value in said.items()})
        else:
            self.card.show_problem(self.tr("Finish this first, or leave it with Esc."))

    def _submitted(self, answers: dict[str, str]) -> None:
        if self._do is not None:
            self._do(answers)
