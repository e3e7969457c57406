"""What happened to one guest, and taking a change back."""

from collections.abc import Callable
from datetime import tzinfo
from functools import partial
from typing import Final
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QObject

from kiosk.domain.event import Event
from kiosk.domain.journal import TicketChanged
from kiosk.domain.staff import Act, Staff
from kiosk.domain.words import Language
from kiosk.services.amending import Amend
from kiosk.services.ports import Guest
from kiosk.services.trail import Step
from kiosk.ui.language import Languages
from kiosk.ui.screens.form_host import FormHost
from kiosk.ui.widgets.form import Answers, FieldKind, Form, FormField

TAKE_BACK, WHY = "take-back", "why"
SHOWN: Final = 30
"""Newest facts that are shown; `trail` prints them all."""


class TrailForm(QObject):
    """Tells what happened to the guest whom the desk is busy with."""

    def __init__(
        self, host: FormHost, languages: Languages, event: Callable[[], Event | None]
    ) -> None:
        super().__init__()
        self._host, self._languages, self._event = host, languages, event

    def show(self) -> None:
        """Everything that happened to the guest, newest last."""
        guest, event = self._host.guest(), self._event()
        if guest is None or event is None:
            return

        def show(steps: tuple[Step, ...]) -> None:
            form = trail_form(guest, steps, event.zone, self._languages.now)
            self._host.show(form, partial(self._done, guest, steps))

        self._host.clerk.then(self._host.clerk.reception.trail(guest.ticket.id), show)

    def _done(self, guest: Guest, steps: tuple[Step, ...], answers: Answers) -> None:
        if not answers.get(TAKE_BACK):
            self._host.close()
            return
        why = answers[WHY].strip()
        if not why:
            self._host.card.show_problem(self.tr("Say why, in a word."))
            return
        fact = UUID(hex=answers[TAKE_BACK])
        step = next(step for step in steps if step.fact.id == fact)
        self._host.close()
        if not isinstance(step.fact.what, TicketChanged):
            by = self._host.clerk.reception.at_the_desk
            self._take_back(guest, fact, why, by)
            return

        def allowed(by: Staff) -> None:
            self._take_back(guest, fact, why, by.name)

        self._host.options.pin.begin(Act.CANCEL, allowed)

    def _take_back(self, guest: Guest, fact: UUID, why: str, by: str) -> None:
        def change(amend: Amend) -> object:
            return amend.of(by).take_back(fact, why)

        self._host.amend(guest.ticket.id, change, self.tr("Taken back."))


def trail_form(guest: Guest, steps: tuple[Step, ...], zone: tzinfo, language: Language) -> Form:
    """The guest's story, with what of it can be taken back."""
    translate = QCoreApplication.translate
    lines = [
        f"{step.at.astimezone(zone):%m-%d %H:%M}  {step.station}  {step.words.in_(language)}"
        + (translate("Trail", " (taken back)") if step.undone else "")
        + (translate("Trail", " (clock in doubt)") if step.doubtful else "")
        for step in steps[-SHOWN:]
    ]
    fields = [
        FormField("", "", line, FieldKind.LINE)
        for line in lines or [translate("Trail", "Nothing happened yet.")]
    ]
    changes = [(s.fact.id.hex, s.words.in_(language)) for s in steps if s.may_be_taken_back]
    if changes:
        choices = (("", translate("Trail", "nothing")), *reversed(changes))
        label = translate("Trail", "Take back")
        fields.append(FormField(TAKE_BACK, label, "", FieldKind.CHOICE, choices))
        fields.append(FormField(WHY, translate("Trail", "Why")))
    title = translate("Trail", "What happened to %1").replace("%1", guest.attendee.name)
    return Form(title, tuple(fields), translate("Trail", "Done (Enter)"))
