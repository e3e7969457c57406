"""What the front desk says of a visit: words, tone and what can be done about it."""

from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import Refused
from kiosk.domain.event import Event
from kiosk.domain.journal import JobState
from kiosk.domain.visit import (
    Asked,
    Broken,
    Checking,
    State,
    TurnedAway,
    Waiting,
    Welcomed,
)
from kiosk.domain.words import Language
from kiosk.services.check_in import Outcome
from kiosk.services.lookup import Doubt
from kiosk.services.trouble import Trouble
from kiosk.ui.phrases import refusal
from kiosk.ui.theme import ASK, CALM, GOOD, STOP, WAIT, Tone
from kiosk.ui.widgets.symbol import Sign

Buttons = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class DeskView:
    """The result card; empty text shows nothing. `buttons` are (key, words)."""

    tone: Tone
    sign: Sign
    outcome: str
    name: str = ""
    latin_name: str = ""
    category: str = ""
    colour: str = CALM.accent
    company: str = ""
    title: str = ""
    advice: str = ""
    details: tuple[str, ...] = ()
    buttons: Buttons = ()
    asks: bool = False


def desk_view(
    state: State,
    outcome: Outcome | None,
    event: Event | None,
    language: Language,
    trouble: Trouble | None,
    doubts: tuple[Doubt, ...] = (),
) -> DeskView:
    """The card for a state; while nobody is served, the oldest badge in doubt is asked about."""
    translate = QCoreApplication.translate
    match state:
        case Waiting() if doubts:
            return _doubt(doubts[0])
        case Waiting():
            return DeskView(
                CALM,
                Sign.WAIT,
                translate("Desk", "Ready for the next guest"),
                advice=translate("Desk", "Scan a code, or press / to search by name."),
            )
        case Checking():
            return DeskView(WAIT, Sign.WAIT, translate("Desk", "Checking …"))
        case Asked():
            said = state.questions[0].text.in_(language)
            buttons = (("yes", translate("Desk", "Yes (Y)")), ("no", translate("Desk", "No (N)")))
            view = DeskView(ASK, Sign.QUESTION, translate("Desk", "Ask the guest"), advice=said)
            view = _person(view, outcome, event, language)
            return replace(view, buttons=buttons, asks=True)
        case Welcomed():
            view = DeskView(GOOD, Sign.CHECK, translate("Desk", "Admitted"))
            view = _person(view, outcome, event, language)
            unknown = state.badge is JobState.UNKNOWN
            after = came_out_buttons() if unknown else _after_check_in()
            return replace(view, advice=_badge(state.badge), buttons=after)
        case TurnedAway():
            words = refusal(state.reason)
            view = DeskView(STOP, Sign.CROSS, words.title, advice=words.staff)
            view = _person(view, outcome, event, language)
            return _earlier(view, outcome, event)
        case Broken():
            title = trouble.title.in_(language) if trouble else translate("Desk", "Not recorded")
            advice = trouble.advice.in_(language) if trouble else translate("Desk", "Scan again.")
            return DeskView(STOP, Sign.TOOLS, title, advice=advice)
        case _:
            assert_never(state)


def _doubt(doubt: Doubt) -> DeskView:
    translate = QCoreApplication.translate
    return DeskView(
        ASK,
        Sign.QUESTION,
        translate("Desk", "Did the badge come out?"),
        name=doubt.guest.attendee.name if doubt.guest else "",
        company=doubt.guest.attendee.company if doubt.guest else "",
        advice=translate(
            "Desk", "The printer cannot say. Look in its tray; guests go on meanwhile."
        ),
        details=(doubt.guest.ticket.number,) if doubt.guest else (),
        buttons=came_out_buttons(),
    )


def _after_check_in() -> Buttons:
    translate = QCoreApplication.translate
    return (
        ("undo", translate("Desk", "Undo (Ctrl+Z)")),
        ("reprint", translate("Desk", "Reprint (Ctrl+R)")),
    )


def came_out_buttons() -> Buttons:
    """What a clerk can say of a badge that nobody else can know of."""
    translate = QCoreApplication.translate
    return (
        ("came-out", translate("Desk", "1 It came out")),
        ("print-again", translate("Desk", "2 Print it again")),
    )


def undo_buttons() -> Buttons:
    """The reasons for an undo, by key."""
    translate = QCoreApplication.translate
    return (
        ("undo:wrong person", translate("Desk", "1 Wrong one")),
        ("undo:by mistake", translate("Desk", "2 By mistake")),
        ("keep", translate("Desk", "3 Keep it")),
    )


def reprint_buttons() -> Buttons:
    """The reasons for a reprint, by key."""
    translate = QCoreApplication.translate
    return (
        ("reprint:lost", translate("Desk", "1 Lost")),
        ("reprint:damaged", translate("Desk", "2 Torn")),
        ("reprint:misprint", translate("Desk", "3 Misprint")),
        ("keep", translate("Desk", "4 No")),
    )


def _badge(state: JobState | None) -> str:
    translate = QCoreApplication.translate
    match state:
        case None:
            return ""
        case JobState.QUEUED | JobState.SENT:
            return translate("Desk", "Badge: printing …")
        case JobState.CONFIRMED:
            return translate("Desk", "Badge: printed")
        case JobState.UNKNOWN:
            return translate("Desk", "Did the badge come out?")
        case JobState.FAILED | JobState.CANCELLED:
            return translate("Desk", "Badge: not printed. See the printer lamp.")


def _person(
    view: DeskView, outcome: Outcome | None, event: Event | None, language: Language
) -> DeskView:
    if outcome is None or event is None:
        return view
    category = event.category(outcome.category)
    if category:
        view = replace(view, category=category.name.in_(language), colour=category.colour)
    if outcome.guest is None:
        return view
    from kiosk.names.masking import masked_phone  # noqa: PLC0415  its patterns take longer than the rest

    person, ticket = outcome.guest.attendee, outcome.guest.ticket
    details = [ticket.number, masked_phone(person.phone)]
    if ticket.days:
        details.append(" ".join(f"{day:%m-%d}" for day in sorted(ticket.days)))
    return replace(
        view,
        name=person.name,
        latin_name=person.latin_name if person.latin_name != person.name else "",
        company=person.company,
        title=person.title,
        details=tuple(detail for detail in details if detail),
    )


def _earlier(view: DeskView, outcome: Outcome | None, event: Event | None) -> DeskView:
    """A second arrival: when and where the first was, and the way to a new badge."""
    if outcome is None or event is None or not isinstance(outcome.admission, Refused):
        return view
    earlier = outcome.admission.earlier
    if earlier is None:
        return view
    translate = QCoreApplication.translate
    when = f"{earlier.at.astimezone(event.zone):%m-%d %H:%M}"
    said = (
        translate("Desk", "First check-in: %1 at %2")
        .replace("%1", when)
        .replace("%2", earlier.station)
    )
    return replace(view, details=(*view.details, said), buttons=_after_check_in())
