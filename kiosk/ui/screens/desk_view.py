"""What the front desk says of a visit: words, tone and what can be done about it."""

from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.domain.admission import Refused
from kiosk.domain.attendee import Attendee
from kiosk.domain.event import Event, Question, QuestionKind
from kiosk.domain.journal import JobState
from kiosk.domain.visit import (
    Asked,
    Broken,
    Checking,
    Choosing,
    State,
    TurnedAway,
    Waiting,
    Welcomed,
)
from kiosk.domain.words import Language
from kiosk.services.badge_proof import BadgeProof
from kiosk.services.lookup import Doubt
from kiosk.services.outcomes import Candidate, Outcome
from kiosk.ui.answers import Answers
from kiosk.ui.phrases import proof_phrase
from kiosk.ui.refusal_phrases import refusal
from kiosk.ui.screens.desk_choices import Buttons, came_out_buttons
from kiosk.ui.theme import ASK, CALM, GOOD, STOP, WAIT, Tone
from kiosk.ui.widgets.symbol import Sign

ANSWER = "answer:"
"""Before the place of a choice."""
TICKET = "ticket:"
"""Before the text of the ticket code that is meant."""


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
    answers: Answers,
    event: Event | None,
    language: Language,
    doubts: tuple[Doubt, ...] = (),
) -> DeskView:
    """The card for a state; while nobody is served, the oldest badge in doubt is asked about."""
    translate = QCoreApplication.translate
    outcome, trouble = answers.outcome, answers.trouble
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
        case Choosing():
            return _choosing(answers.candidates)
        case Asked():
            view = _question(state.questions[0], language)
            return _person(view, outcome, event, language)
        case Welcomed():
            view = DeskView(GOOD, Sign.CHECK, translate("Desk", "Admitted"))
            view = _person(view, outcome, event, language)
            unknown = state.badge is JobState.UNKNOWN
            after = came_out_buttons() if unknown else _after_check_in()
            view = replace(view, advice=_badge(state.badge, outcome), buttons=after)
            return _proven(view, answers.proof)
        case TurnedAway():
            words = refusal(state.reason, outcome.text if outcome else "")
            view = DeskView(STOP, Sign.CROSS, words.title, advice=words.staff)
            if outcome and outcome.ticket:
                view = replace(view, buttons=(("force", translate("Desk", "Let in (Ctrl+F)")),))
            view = _person(view, outcome, event, language)
            return _earlier(view, outcome, event)
        case Broken():
            title = trouble.title.in_(language) if trouble else translate("Desk", "Not recorded")
            advice = trouble.advice.in_(language) if trouble else translate("Desk", "Scan again.")
            return DeskView(STOP, Sign.TOOLS, title, advice=advice)
        case _:
            assert_never(state)


def _question(question: Question, language: Language) -> DeskView:
    translate = QCoreApplication.translate
    said, title = question.text.in_(language), translate("Desk", "Ask the guest")
    buttons: Buttons = ()
    match question.kind:
        case QuestionKind.YES_NO:
            buttons = (("yes", translate("Desk", "Yes (Y)")), ("no", translate("Desk", "No (N)")))
        case QuestionKind.NOTE:
            title = translate("Desk", "Please note")
            buttons = (("yes", translate("Desk", "Seen (Y)")),)
        case QuestionKind.CHOICE:
            numbered = enumerate(question.choices, 1)
            buttons = tuple(
                (f"{ANSWER}{place}", f"{place} {words.in_(language)}") for place, words in numbered
            )
        case QuestionKind.TEXT:
            said = f"{said} {translate('Desk', 'Type the answer, then Enter.')}"
        case QuestionKind.DOCUMENT:
            title = translate("Desk", "Check the ID")
            said = f"{said} {translate('Desk', 'Type it as passport:1234, then Enter.')}"
    return DeskView(ASK, Sign.QUESTION, title, advice=said, buttons=buttons, asks=True)


def _choosing(candidates: tuple[Candidate, ...]) -> DeskView:
    translate = QCoreApplication.translate
    buttons = []
    for place, one in enumerate(candidates, 1):
        person = one.guest.attendee if one.guest else None
        named = " · ".join(filter(None, (person.name, person.company))) if person else ""
        unknown = translate("Desk", "not on the list")
        buttons.append((TICKET + one.text, f"{place} {named or unknown}"))
    return DeskView(
        ASK,
        Sign.QUESTION,
        translate("Desk", "Whose ticket?"),
        advice=translate("Desk", "Several valid tickets are in view. Esc: none of them."),
        buttons=tuple(buttons),
    )


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


def _proven(view: DeskView, proof: BadgeProof | None) -> DeskView:
    if proof is None:
        return view
    title, advice = proof_phrase(proof)
    if proof is BadgeProof.RIGHT:
        return replace(view, outcome=title)
    return replace(view, tone=STOP, sign=Sign.CROSS, outcome=title, advice=advice)


def _badge(state: JobState | None, outcome: Outcome | None) -> str:
    translate = QCoreApplication.translate
    match state:
        case None:
            place = outcome.pick_up if outcome else ""
            said = translate("Desk", "Badge: printed beforehand, %1").replace("%1", place)
            return said if place else ""
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
        latin_name=_called(person),
        company=person.company,
        title=person.title,
        details=tuple(detail for detail in details if detail),
    )


def _called(person: Attendee) -> str:
    """The Latin name and how the Chinese one is said, once where they are the same."""
    from kiosk.names.normalising import plain  # noqa: PLC0415  its patterns take longer
    from kiosk.names.saying import said  # noqa: PLC0415

    latin = person.latin_name if person.latin_name != person.name else ""
    sounds = said(person.name)
    same = plain(sounds).replace(" ", "") == plain(latin).replace(" ", "")
    return " · ".join(dict.fromkeys(filter(None, (sounds if same else latin, sounds))))


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
