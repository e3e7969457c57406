"""What the self-service face says of a visit: words and tone, no widgets.

A guest is named only when welcomed, that is after the ticket proved who they are. A refusal
shows nothing of the person (DESIGN, invariant 9).
"""

from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QCoreApplication

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
from kiosk.names.masking import masked_name
from kiosk.services.badge_proof import BadgeProof
from kiosk.services.outcomes import Candidate, Outcome
from kiosk.ui.answers import Answers
from kiosk.ui.phrases import badge_phrase, proof_phrase
from kiosk.ui.refusal_phrases import refusal
from kiosk.ui.theme import ASK, CALM, GOOD, STOP, WAIT, Tone
from kiosk.ui.widgets.symbol import Sign

Choices = tuple[tuple[str, str], ...]
"""What a guest may press: keys and words."""
YES, NO = "yes", "no"
NEITHER = "neither"
ANSWER = "answer:"
"""Before the place of a choice."""
TICKET = "ticket:"
"""Before the text of the ticket code that is meant."""


@dataclass(frozen=True, slots=True)
class GuestView:
    """A page of the self-service face; empty text shows nothing."""

    tone: Tone
    sign: Sign
    headline: str
    name: str = ""
    category: str = ""
    colour: str = CALM.accent
    advice: str = ""
    next_label: str = ""
    next_title: str = ""
    next_place: str = ""
    badge: str = ""
    badge_progress: float = 0.0
    choices: Choices = ()


def guest_view(
    state: State, answers: Answers, event: Event | None, language: Language, help_desk: str
) -> GuestView | None:
    """The page for a state; None while the station waits for a guest."""
    translate = QCoreApplication.translate
    match state:
        case Waiting():
            return None
        case Checking():
            return GuestView(WAIT, Sign.WAIT, translate("Guest", "One moment …"))
        case Asked():
            question = state.questions[0].text.in_(language)
            headline = translate("Guest", "A question before you go in")
            choices = _answers(state.questions[0], language)
            return GuestView(ASK, Sign.QUESTION, headline, advice=question, choices=choices)
        case Choosing():
            return _choosing(answers.candidates)
        case TurnedAway():
            said = refusal(state.reason, answers.outcome.text if answers.outcome else "")
            page = GuestView(STOP, Sign.CROSS, said.title, advice=said.guest)
            return replace(page, next_label=translate("Guest", "Help desk"), next_title=help_desk)
        case Broken():
            return GuestView(
                STOP,
                Sign.TOOLS,
                translate("Guest", "Something is not working"),
                advice=translate("Guest", "Please try once more, or come to the help desk."),
            )
        case Welcomed():
            if answers.proof not in (None, BadgeProof.RIGHT):
                title, advice = proof_phrase(answers.proof)
                return GuestView(ASK, Sign.QUESTION, title, advice=advice)
            page = _welcome(state, answers.outcome, event, language)
            return replace(page, badge=proof_phrase(answers.proof)[0]) if answers.proof else page
        case _:
            assert_never(state)


def _answers(question: Question, language: Language) -> Choices:
    """All alike in weight: nobody is nudged to consent."""
    if question.kind is QuestionKind.CHOICE:
        numbered = enumerate(question.choices, 1)
        return tuple((f"{ANSWER}{place}", words.in_(language)) for place, words in numbered)
    translate = QCoreApplication.translate
    return ((NO, translate("Guest", "No")), (YES, translate("Guest", "Yes")))


def _choosing(candidates: tuple[Candidate, ...]) -> GuestView:
    """Whose ticket? Names are masked: whoever shows two tickets knows both people."""
    translate = QCoreApplication.translate
    named = [
        masked_name(one.guest.attendee.name)
        if one.guest
        else translate("Guest", "Ticket %1").replace("%1", str(place))
        for place, one in enumerate(candidates, 1)
    ]
    choices = [(TICKET + one.text, name) for one, name in zip(candidates, named, strict=True)]
    choices.append((NEITHER, translate("Guest", "Neither")))
    return GuestView(
        ASK,
        Sign.QUESTION,
        translate("Guest", "Whose ticket is it?"),
        advice=translate(
            "Guest", "More than one ticket is in view. Press a name, then show the other ticket."
        ),
        choices=tuple(choices),
    )


_PROGRESS = {
    JobState.QUEUED: 0.3,
    JobState.SENT: 0.6,
    JobState.CONFIRMED: 1.0,
    JobState.UNKNOWN: -1.0,
    JobState.FAILED: -1.0,
    JobState.CANCELLED: -1.0,
}


def _badge_of(state: Welcomed, outcome: Outcome | None) -> str:
    if state.badge:
        return badge_phrase(state.badge)
    place = outcome.pick_up if outcome else ""
    said = QCoreApplication.translate("Badge", "Your badge is at the pick-up desk: %1")
    return said.replace("%1", place) if place else ""


def _welcome(
    state: Welcomed, outcome: Outcome | None, event: Event | None, language: Language
) -> GuestView:
    translate = QCoreApplication.translate
    page = GuestView(
        GOOD,
        Sign.CHECK,
        translate("Guest", "Welcome"),
        badge=_badge_of(state, outcome),
        badge_progress=_PROGRESS[state.badge] if state.badge else 1.0,
    )
    if outcome is None or event is None:
        return page
    category = event.category(outcome.category)
    if category and not category.discreet:
        page = replace(page, category=category.name.in_(language), colour=category.colour)
    if outcome.guest:
        person = outcome.guest.attendee
        latin = person.latin_name if language is Language.EN else ""
        page = replace(page, name=latin or person.name)
    session = event.session_after(outcome.at)
    if session:
        starts = session.starts.astimezone(event.zone)
        place = f"{starts:%H:%M} · {session.hall.in_(language)}"
        if starts.date() != outcome.at.astimezone(event.zone).date():
            place = f"{starts:%m-%d} {place}"
        label, title = translate("Guest", "Coming up"), session.title.in_(language)
        page = replace(page, next_label=label, next_title=title, next_place=place)
    return page
