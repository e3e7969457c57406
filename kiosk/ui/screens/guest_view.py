"""What the self-service face says of a visit: words and tone, no widgets.

A guest is named only when welcomed, that is after the ticket proved who they are. A refusal
shows nothing of the person (DESIGN, invariant 9).
"""

from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.domain.event import Event
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
from kiosk.ui.phrases import badge_phrase, refusal
from kiosk.ui.theme import ASK, CALM, GOOD, STOP, WAIT, Tone
from kiosk.ui.widgets.symbol import Sign


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
    next_title: str = ""
    next_place: str = ""
    badge: str = ""
    asks: bool = False


def guest_view(
    state: State, outcome: Outcome | None, event: Event | None, language: Language, help_desk: str
) -> GuestView | None:
    """The page for a state; None while the station waits for a guest."""
    tr = QCoreApplication.translate
    match state:
        case Waiting():
            return None
        case Checking():
            return GuestView(WAIT, Sign.WAIT, tr("Guest", "One moment …"))
        case Asked():
            question = state.questions[0].text.in_(language)
            headline = tr("Guest", "A question before you go in")
            return GuestView(ASK, Sign.QUESTION, headline, advice=question, asks=True)
        case TurnedAway():
            said = refusal(state.reason)
            where = tr("Guest", "Help desk: %1").replace("%1", help_desk) if help_desk else ""
            return GuestView(STOP, Sign.CROSS, said.title, advice=said.guest, next_title=where)
        case Broken():
            return GuestView(
                STOP,
                Sign.TOOLS,
                tr("Guest", "Something is not working"),
                advice=tr("Guest", "Please try once more, or come to the help desk."),
            )
        case Welcomed():
            return _welcome(state, outcome, event, language)
        case _:
            assert_never(state)


def _welcome(
    state: Welcomed, outcome: Outcome | None, event: Event | None, language: Language
) -> GuestView:
    tr = QCoreApplication.translate
    page = GuestView(
        GOOD,
        Sign.CHECK,
        tr("Guest", "Welcome"),
        badge=badge_phrase(state.badge) if state.badge else "",
    )
    if outcome is None or event is None:
        return page
    category = event.category(outcome.category)
    if category:
        page = replace(page, category=category.name.in_(language), colour=category.colour)
    if outcome.guest:
        page = replace(page, name=outcome.guest.attendee.name)
    session = event.session_after(outcome.at)
    if session:
        starts = session.starts.astimezone(event.zone)
        place = f"{starts:%H:%M} · {session.hall.in_(language)}"
        if starts.date() != outcome.at.astimezone(event.zone).date():
            place = f"{starts:%m-%d} {place}"
        page = replace(page, next_title=session.title.in_(language), next_place=place)
    return page
