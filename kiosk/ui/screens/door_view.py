"""What a session's door says: words and colours, no widgets. Nobody is named on it."""

from dataclasses import dataclass
from typing import assert_never

from PySide6.QtCore import QCoreApplication

from kiosk.domain.event import Direction, Event
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
from kiosk.ui.answers import Answers
from kiosk.ui.refusal_phrases import refusal
from kiosk.ui.theme import CALM, GOOD, STOP, WAIT, Tone
from kiosk.ui.widgets.symbol import Sign


@dataclass(frozen=True, slots=True)
class DoorView:
    """The band across a door's screen."""

    tone: Tone
    sign: Sign
    headline: str
    advice: str = ""


def door_view(
    state: State,
    answers: Answers,
    event: Event | None,
    language: Language,
    direction: Direction,
) -> DoorView:
    """The band for a state. A door asks nothing: what must be asked is asked at a desk."""
    translate = QCoreApplication.translate
    match state:
        case Waiting() | Checking():
            ready = translate("Door", "Scan to enter")
            if direction is Direction.OUT:
                ready = translate("Door", "Scan to leave")
            return DoorView(CALM if isinstance(state, Waiting) else WAIT, Sign.WAIT, ready)
        case Welcomed():
            said = translate("Door", "Please go in")
            if direction is Direction.OUT:
                said = translate("Door", "Goodbye")
            return DoorView(GOOD, Sign.CHECK, said, _category(answers, event, language))
        case TurnedAway():
            words = refusal(state.reason, answers.outcome.text if answers.outcome else "")
            return DoorView(STOP, Sign.CROSS, words.title, words.guest)
        case Asked() | Choosing():
            title = translate("Door", "Please see our staff")
            advice = translate("Door", "Something must be asked first, or one code at a time.")
            return DoorView(STOP, Sign.QUESTION, title, advice)
        case Broken():
            return DoorView(
                STOP,
                Sign.TOOLS,
                translate("Door", "Something is not working"),
                translate("Door", "Please try once more, or ask our staff."),
            )
        case _:
            assert_never(state)


def _category(answers: Answers, event: Event | None, language: Language) -> str:
    outcome = answers.outcome
    category = event.category(outcome.category) if outcome and event else None
    return category.name.in_(language) if category and not category.discreet else ""
