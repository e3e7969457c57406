"""How long things stay on screen."""

from dataclasses import dataclass
from typing import assert_never

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


@dataclass(frozen=True, slots=True)
class Timing:
    """How long each state stays on screen, in seconds."""

    welcome: float
    refusal: float
    question: float = 40.0

    def shown_for(self, state: State) -> float | None:
        """Seconds for this state; None where it stays."""
        match state:
            case Welcomed():
                return self.welcome
            case TurnedAway() | Broken():
                return self.refusal
            case Choosing() | Asked():
                return self.question
            case Waiting() | Checking():
                return None
            case _:
                assert_never(state)

    def share(self, state: State, left: float) -> float:
        """How much of a state's time `left` seconds are: 1 at first; 0 where it stays."""
        shown = self.shown_for(state)
        return max(0.0, min(1.0, left / shown)) if shown else 0.0
