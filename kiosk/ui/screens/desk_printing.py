"""What a clerk does about badges: look, edit and print; the queue and its printers; designs."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

from kiosk.domain.attendee import Detail
from kiosk.domain.journal import PrinterOrder, PrinterTold
from kiosk.domain.staff import Act, Staff
from kiosk.services.ports import Guest
from kiosk.services.print_desk import BadgeLook, BadgesSoFar, PrintDesk, QueuedBadge
from kiosk.services.printer_pool import StandLamp
from kiosk.services.reprinting import (
    BY_HAND,
    IN_PINYIN,
    NeedsSupervisor,
    NotThere,
    Queued,
    Reprint,
    Reprinted,
)
from kiosk.ui.language import Languages
from kiosk.ui.screens import print_forms as forms
from kiosk.ui.screens.form_host import FormHost
from kiosk.ui.widgets.form import Answers

T = TypeVar("T")
TYPING_MS = 120
"""A preview follows when nobody has typed for so long."""


class DeskPrinting(QObject):
    """Opens a page about badges, keeps its picture up to date, and does what it says."""

    def __init__(self, host: FormHost, desk: PrintDesk, languages: Languages) -> None:
        super().__init__()
        self._host, self._desk, self._languages = host, desk, languages
        self._lamps: tuple[StandLamp, ...] = ()
        self._wanted: tuple[UUID | None, bool] | None = None
        self._asked = 0
        self._soon = QTimer(host.card, singleShot=True, interval=TYPING_MS)  # ends with it
        self._soon.timeout.connect(self._look)
        host.card.edited.connect(self._edited)
        host.changed.connect(self._left)

    def set_stands(self, lamps: tuple[StandLamp, ...]) -> None:
        """How the printers are."""
        self._lamps = lamps

    def badge(self) -> None:
        """Look at the guest's badge, edit it, print it."""
        guest = self._host.guest()
        if guest is None:
            return

        def show(so_far: BadgesSoFar) -> None:
            form = forms.badge_form(guest, so_far, self._languages.now)
            self._host.show(form, partial(self._print, guest))
            self._picture_of(guest.ticket.id, by_template=False)

        clerk = self._host.clerk
        clerk.then(clerk.reception.badges_so_far(guest.ticket.id), show)

    def queue(self) -> None:
        """See the printers and what waits for them."""

        def show(queue: tuple[QueuedBadge, ...]) -> None:
            form = forms.queue_form(self._lamps, queue, self._languages.now)
            self._host.show(form, partial(self._manage, self._lamps))

        clerk = self._host.clerk
        clerk.then(clerk.reception.print_queue(forms.SHOWN), show)

    def designs(self) -> None:
        """Choose a template for a printer."""
        if not self._lamps:
            self._host.options.remark(self.tr("The printers are not set up yet. Wait a moment."))
            return
        chosen = {one.name: self._desk.template_of(one.name) for one in self._lamps}
        form = forms.stock_form(self._lamps, self._desk.templates(), chosen)
        self._host.show(form, self._choose)
        self._picture_of(None, by_template=True)

    def _choose(self, answers: Answers) -> None:
        printer = answers.get(forms.PRINTER, self._lamps[0].name)
        self._host.close()
        if answers[forms.TEMPLATE] != self._desk.template_of(printer):
            self._desk.choose(printer, answers[forms.TEMPLATE])
        if answers[forms.RULER]:
            self._desk.print_ruler(printer)
        said = self.tr("%1 prints by the design %2.").replace("%1", printer)
        self._host.options.remark(said.replace("%2", answers[forms.TEMPLATE]))

    def _print(self, guest: Guest, answers: Answers) -> None:
        said = _details(answers)
        if not said.get(Detail.NAME, "").strip():
            self._host.card.show_problem(self.tr("A name is needed."))
            return
        wanted = Reprint(guest.ticket.id, answers[forms.WHY], revokes=bool(answers[forms.REVOKES]))
        changed = {d: text for d, text in said.items() if text != getattr(guest.attendee, d.value)}
        if not changed:
            self._host.close()
            self._reprint(wanted)
            return
        ticket, clerk = guest.ticket.id, self._host.clerk
        done = self.tr("Saved. The badge comes.")
        self._host.amend(ticket, lambda amend: amend.correct(ticket, changed), done)
        clerk.then(clerk.reception.event(), lambda _: self._reprint(wanted))

    def _reprint(self, wanted: Reprint) -> None:
        options, clerk = self._host.options, self._host.clerk

        def agree(by: Staff) -> None:
            self._reprint(replace(wanted, agreed=by.name))

        def show(told: Reprinted) -> None:
            match told:
                case NotThere():
                    options.remark(self.tr("Not checked in yet: the badge comes with that."))
                case NeedsSupervisor():
                    options.pin.begin(Act.MORE_BADGES, agree)
                case Queued():
                    said = self.tr("Badge no. %1 is on its way.")
                    options.remark(said.replace("%1", str(told.copy)))
            clerk.refresh_recent()

        clerk.then(clerk.reception.reprint(wanted), show)

    def _manage(self, lamps: tuple[StandLamp, ...], answers: Answers) -> None:
        for one in lamps:
            if not self._tell(one, answers):
                return
        for key, said in answers.items():
            if key.startswith(forms.JOB) and said:
                self._do(UUID(key.removeprefix(forms.JOB)), said)
        self._host.close()

    def _tell(self, lamp: StandLamp, answers: Answers) -> bool:
        """Pass an order or a count on; False where the count is none."""
        reception = self._host.clerk.reception
        order, count = answers[forms.ORDER + lamp.name], answers[forms.LOAD + lamp.name].strip()
        if count and not (count.isdecimal() and len(count) < 6):
            self._host.card.show_problem(self.tr("How many badges? A number, or nothing."))
            return False
        if order != lamp.order.value:
            reception.tell_printer(PrinterTold(lamp.name, PrinterOrder(order)))
        if count and int(count) != lamp.left:
            reception.tell_printer(PrinterTold(lamp.name, PrinterOrder.LOAD, int(count)))
        return True

    def _do(self, job: UUID, what: str) -> None:
        clerk = self._host.clerk
        if what == forms.NEXT:
            clerk.reception.print_next(job)
        elif what == forms.CANCEL:
            self._desk.cancel(job)
        else:
            clerk.settle_badge(job, came_out=what == forms.CAME_OUT)

    def _picture_of(self, ticket: UUID | None, *, by_template: bool) -> None:
        self._wanted = ticket, by_template
        self._look()

    def _edited(self) -> None:
        if self._wanted is not None:
            self._soon.start()

    def _left(self) -> None:
        # a form that was just opened says what it wants after this
        self._wanted = None
        self._soon.stop()

    def _look(self) -> None:
        if self._wanted is None:
            return
        (ticket, by_template), answers = self._wanted, self._host.card.answers()
        template = answers[forms.TEMPLATE] if by_template else ""
        self._asked += 1
        mine = self._asked

        def show(look: BadgeLook | None) -> None:
            if mine == self._asked and self._wanted is not None and look is not None:
                self._host.card.show_picture(look.png)
                self._host.card.show_problem(self._flaw(look))

        said = {} if by_template else _as_printed(answers)
        self._host.clerk.then(self._desk.look(ticket, said, template), show)

    def _flaw(self, look: BadgeLook) -> str:
        if look.missing:
            said = self.tr("No font has %1: choose pinyin or by hand.")
            return said.replace("%1", "".join(look.missing))
        if look.overflowing:
            return self.tr("Too long for the badge: shorten it.")
        return ""


def _details(answers: Mapping[str, str]) -> dict[Detail, str]:
    return {d: answers[d.value] for d in forms.ON_BADGE if d.value in answers}


def _as_printed(answers: Mapping[str, str]) -> dict[Detail, str]:
    """The details as the badge will have them: a name that no font draws, spelled or left out."""
    said = _details(answers)
    if answers[forms.WHY] == BY_HAND:
        return said | {Detail.NAME: "", Detail.LATIN_NAME: ""}
    if answers[forms.WHY] == IN_PINYIN:
        from kiosk.names.readings import spelling  # noqa: PLC0415  pypinyin, when it is wanted

        latin = said.get(Detail.LATIN_NAME) or spelling(said.get(Detail.NAME, ""))
        return said | {Detail.NAME: latin, Detail.LATIN_NAME: ""}
    return said
