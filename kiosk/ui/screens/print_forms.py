"""The pages about badges: one looked at and printed, the queue and its printers, their stock."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from kiosk.domain.attendee import Detail
from kiosk.domain.journal import JobState, PrinterOrder
from kiosk.domain.words import Language
from kiosk.services.amending_words import DETAILS
from kiosk.services.ports import Guest
from kiosk.services.print_desk import BadgesSoFar, QueuedBadge
from kiosk.services.printer_pool import StandLamp
from kiosk.services.reprinting import BY_HAND, IN_PINYIN
from kiosk.ui.theme import STOP
from kiosk.ui.widgets.form import FieldKind, Form, FormField

WHY, REVOKES, PRINTER, TEMPLATE, RULER = "why", "revokes", "printer", "template", "ruler"
ORDER, LOAD, JOB = "order:", "load:", "job:"
"""Before the name of a printer, or the id of a job."""
AS_IT_IS, NEXT, CANCEL, CAME_OUT, AGAIN = "", "next", "cancel", "came-out", "again"
_NAME_ROOM = 16
SHOWN = 8
"""Badges of the queue that are shown; the others come up when these are printed."""
ON_BADGE = (Detail.NAME, Detail.LATIN_NAME, Detail.COMPANY, Detail.TITLE)


def badge_form(guest: Guest, so_far: BadgesSoFar, language: Language) -> Form:
    """A guest's badge as it will be: edit, then print."""
    translate = QCoreApplication.translate
    person = guest.attendee
    fields = [
        FormField(d.value, _first_large(DETAILS[d].in_(language)), getattr(person, d.value))
        for d in ON_BADGE
    ]
    fields.append(FormField(WHY, translate("Print", "Why"), "", FieldKind.CHOICE, _reasons()))
    old = translate("Print", "Earlier badges open no door any more")
    fields.append(FormField(REVOKES, old, "", FieldKind.TICK))
    count = translate("Print", "Badges so far: %1").replace("%1", str(so_far.count))
    reason = dict(_reasons()).get(so_far.cause.split(" (")[0])
    why = f" ({reason})" if reason else ""
    return Form(
        translate("Print", "The badge of %1").replace("%1", person.name),
        tuple(fields),
        translate("Print", "Print it (Enter)"),
        count + why,
        pictured=True,
    )


def queue_form(
    lamps: Sequence[StandLamp], queue: Sequence[QueuedBadge], language: Language
) -> Form:
    """The printers and what waits for them."""
    translate = QCoreApplication.translate
    fields: list[FormField] = []
    if not lamps:
        soon = translate("Print", "The printers are not set up yet. Wait a moment.")
        fields.append(FormField("", "", soon, FieldKind.LINE))
    for one in lamps:
        sign = "●" if one.lamp.ready else f"<span style='color: {STOP.accent}'>▲</span>"
        waiting = translate("Print", "%1 in it").replace("%1", str(one.waiting))
        said = f"<b>{sign} {one.name}</b> · {waiting} · {one.lamp.words.in_(language)}"
        fields.append(FormField("", "", said, FieldKind.LINE))
        fields.append(
            FormField(ORDER + one.name, one.name, one.order.value, FieldKind.CHOICE, _orders())
        )
        left = "" if one.left is None else str(one.left)
        fields.append(FormField(LOAD + one.name, translate("Print", "Badges left"), left))
    for place, badge in enumerate(queue[:SHOWN], 1):
        fields.append(_queued(place, badge))
    if not queue:
        nothing = translate("Print", "No badge waits.")
        fields.append(FormField("", "", nothing, FieldKind.LINE))
    return Form(
        translate("Print", "Printers and badges"),
        tuple(fields),
        translate("Print", "Do it (Enter)"),
        translate("Print", "Paused: waits. Drained: the neighbour prints what waits."),
    )


def stock_form(
    lamps: Sequence[StandLamp], templates: Sequence[str], chosen: Mapping[str, str]
) -> Form:
    """Which template a printer prints by, with a sample beside it and a ruler to try it with."""
    translate = QCoreApplication.translate
    names = [one.name for one in lamps]
    fields = []
    if len(names) > 1:
        label = translate("Print", "Printer")
        choices = tuple((name, name) for name in names)
        fields.append(FormField(PRINTER, label, names[0], FieldKind.CHOICE, choices))
    fields.append(
        FormField(
            TEMPLATE,
            translate("Print", "Badge design"),
            chosen[names[0]],
            FieldKind.CHOICE,
            tuple((name, name) for name in templates),
        )
    )
    ruler = translate("Print", "Print a page with a 50 mm ruler, to be measured")
    fields.append(FormField(RULER, ruler, "", FieldKind.TICK))
    return Form(
        translate("Print", "Badge designs"),
        tuple(fields),
        translate("Print", "Use it (Enter)"),
        translate("Print", "Every badge from now on; kept in the settings."),
        pictured=True,
    )


def _queued(place: int, badge: QueuedBadge) -> FormField:
    translate = QCoreApplication.translate
    name = badge.guest.attendee.name if badge.guest else translate("Print", "not on the list")
    choices: tuple[tuple[str, str], ...]
    match badge.job.state:
        case JobState.UNKNOWN:
            state = translate("Print", "did it come out?")
            choices = (
                (CAME_OUT, translate("Print", "it came out")),
                (AGAIN, translate("Print", "print it again")),
            )
        case JobState.SENT:
            state = translate("Print", "in %1").replace("%1", badge.job.printer)
            choices = ((CANCEL, translate("Print", "do not print it")),)
        case _:
            state = translate("Print", "waits")
            choices = (
                (NEXT, translate("Print", "print it next")),
                (CANCEL, translate("Print", "do not print it")),
            )
    choices = ((AS_IT_IS, state), *choices)
    label = f"{place} {_short(name)}"
    return FormField(f"{JOB}{badge.job.job}", label, "", FieldKind.CHOICE, choices)


def _reasons() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        ("changed", translate("Print", "changed")),
        ("damaged", translate("Print", "torn")),
        ("misprint", translate("Print", "misprint")),
        ("lost", translate("Print", "lost")),
        (IN_PINYIN, translate("Print", "no font: name in pinyin")),
        (BY_HAND, translate("Print", "no font: name by hand")),
    )


def _orders() -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    return (
        (PrinterOrder.RUN.value, translate("Print", "prints")),
        (PrinterOrder.PAUSE.value, translate("Print", "is paused")),
        (PrinterOrder.DRAIN.value, translate("Print", "is drained")),
    )


def _short(name: str) -> str:
    """So much of a name as has room beside a choice; Han are twice as wide as letters."""
    room = _NAME_ROOM
    for place, character in enumerate(name):
        room -= 1 if character.isascii() else 2
        if room < 0:
            return f"{name[:place].rstrip()}…"
    return name


def _first_large(words: str) -> str:
    return words[:1].upper() + words[1:]
