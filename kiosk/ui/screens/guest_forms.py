"""The forms about one person, as a desk fills them in."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from kiosk.domain.attendee import Detail, TicketStatus
from kiosk.domain.event import Event
from kiosk.domain.journal import Fact, HandedOut
from kiosk.domain.words import Language
from kiosk.services.amending_words import DETAILS, STATUSES
from kiosk.services.lookup import Found
from kiosk.services.ports import Guest
from kiosk.ui.widgets.form import FieldKind, Form, FormField

CATEGORY, STATUS, WHY, OTHER, REMARK, TRANSFER = (
    "category", "status", "why", "other", "remark", "transfer",
)  # fmt: skip
_ON_BADGE = (Detail.NAME, Detail.LATIN_NAME, Detail.COMPANY, Detail.TITLE)
_BESIDE = (Detail.PHONE, Detail.EMAIL, Detail.NOTE, Detail.GROUP)


def walk_in_form(event: Event, said: Mapping[Detail, str], language: Language) -> Form:
    """Register somebody without a ticket; `said` is what a business card brought."""
    translate = QCoreApplication.translate
    fields = [_detail(d, said.get(d, ""), language) for d in _ON_BADGE]
    fields.append(_category(event, event.categories[0].id, language))
    fields += [_detail(d, said.get(d, ""), language) for d in _BESIDE]
    return Form(
        translate("Form", "Register a guest"),
        tuple(fields),
        translate("Form", "Check in (Enter)"),
        translate("Form", "A business card's QR code fills this in: hold it up or scan it."),
    )


def correction_form(guest: Guest, language: Language) -> Form:
    """Correct what somebody is called, or hand the ticket to another person."""
    translate = QCoreApplication.translate
    person = guest.attendee
    fields = [_detail(d, getattr(person, d.value), language) for d in (*_ON_BADGE, *_BESIDE)]
    another = translate("Form", "Another person takes this ticket: old codes stop working")
    fields.append(FormField(TRANSFER, another, "", FieldKind.TICK))
    return Form(
        translate("Form", "Correct %1").replace("%1", guest.ticket.number),
        tuple(fields),
        translate("Form", "Save (Enter)"),
        translate("Form", "It stays when a new list is imported."),
    )


def ticket_form(guest: Guest, event: Event, language: Language) -> Form:
    """Change a ticket's category or status."""
    translate = QCoreApplication.translate
    statuses = tuple((s.value, STATUSES[s].in_(language)) for s in TicketStatus)
    status = guest.ticket.status.value
    return Form(
        translate("Form", "Change the ticket of %1").replace("%1", guest.attendee.name),
        (
            _category(event, guest.ticket.category, language),
            FormField(STATUS, translate("Form", "Status"), status, FieldKind.CHOICE, statuses),
            FormField(WHY, translate("Form", "Why")),
        ),
        translate("Form", "Change (Enter)"),
        translate("Form", "A supervisor's PIN is asked for."),
    )


def handout_form(guest: Guest, event: Event, got: Mapping[str, Fact], language: Language) -> Form:
    """Tick what somebody gets; a tick that is taken away says that it came back."""
    translate = QCoreApplication.translate
    category = guest.ticket.category
    fields = []
    for item in event.handouts:
        if item.categories and category not in item.categories:
            continue
        fact, words = got.get(item.id), item.name.in_(language)
        remark = fact.what.remark if fact and isinstance(fact.what, HandedOut) else ""
        label = f"{words} ({remark})" if remark else words
        fields.append(FormField(item.id, label, "yes" if fact else "", FieldKind.TICK))
    if not fields:
        nothing = translate("Form", "The event hands nothing out to this category.")
        fields.append(FormField("", "", nothing, FieldKind.LINE))
    else:
        fields.append(FormField(REMARK, translate("Form", "Tray or serial number")))
    return Form(
        translate("Form", "Hand out to %1").replace("%1", guest.attendee.name),
        tuple(fields),
        translate("Form", "Save (Enter)"),
    )


def group_form(name: str, members: tuple[Found, ...]) -> Form:
    """Check a delegation in; who is here already stands unticked."""
    translate = QCoreApplication.translate
    fields = []
    for one in members:
        person, here = one.guest.attendee, one.arrived_at is not None
        state = translate("Form", "here already") if here else ""
        label = " · ".join(filter(None, (person.name, person.company, state)))
        value = "" if here else "yes"
        fields.append(FormField(one.guest.ticket.id.hex, label, value, FieldKind.TICK))
    return Form(
        translate("Form", "Check in the group %1").replace("%1", name),
        tuple(fields),
        translate("Form", "Check them in (Enter)"),
        translate("Form", "Take the tick away from whoever is not here."),
    )


def merge_form(guest: Guest) -> Form:
    """Name the same person's other ticket."""
    translate = QCoreApplication.translate
    return Form(
        translate("Form", "%1 has two tickets").replace("%1", guest.attendee.name),
        (FormField(OTHER, translate("Form", "Number or name of the other ticket")),),
        translate("Form", "Look it up (Enter)"),
        translate("Form", "Both become one; the one that has arrived is kept."),
    )


def merge_check_form(guest: Guest, other: Guest) -> Form:
    """See both tickets before they become one."""
    translate = QCoreApplication.translate
    lines = tuple(FormField("", "", _line(one), FieldKind.LINE) for one in (guest, other))
    return Form(
        translate("Form", "Is this one person?"),
        lines,
        translate("Form", "Yes, make them one (Enter)"),
    )


def proxy_form(guest: Guest) -> Form:
    """Note who takes a badge away for somebody else."""
    translate = QCoreApplication.translate
    return Form(
        translate("Form", "Somebody collects the badge of %1").replace("%1", guest.attendee.name),
        (FormField(REMARK, translate("Form", "Who? Name and phone")),),
        translate("Form", "Save (Enter)"),
    )


def details_of(answers: Mapping[str, str]) -> dict[Detail, str]:
    """The details among a form's answers."""
    known = {detail.value: detail for detail in Detail}
    return {known[key]: text for key, text in answers.items() if key in known}


def _line(guest: Guest) -> str:
    person = guest.attendee
    said = (guest.ticket.number, person.name, person.latin_name, person.company, person.title)
    return " · ".join(filter(None, said))


def _detail(detail: Detail, value: str, language: Language) -> FormField:
    said = DETAILS[detail].in_(language)
    return FormField(detail.value, said[:1].upper() + said[1:], value)


def _category(event: Event, value: str, language: Language) -> FormField:
    label = QCoreApplication.translate("Form", "Category")
    choices = tuple((c.id, c.name.in_(language)) for c in event.categories)
    return FormField(CATEGORY, label, value, FieldKind.CHOICE, choices)
