"""How long things stay on screen."""

from collections.abc import Callable
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

    def stretched(self, by: float) -> "Timing":
        """The same for somebody who needs this many times as long."""
        return Timing(self.welcome * by, self.refusal * by, self.question * by)

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


class Idle:
    """How long nobody has touched anything.

    Args:
        seconds: monotonic.
        patience: seconds; nobody who is there takes longer for a key.
    """

    def __init__(self, seconds: Callable[[], float], patience: float = 30.0) -> None:
        self._seconds, self._patience, self._touched = seconds, patience, 0.0

    def touch(self) -> None:
        """Somebody is there."""
        self._touched = self._seconds()

    @property
    def over(self) -> bool:
        """Whether whoever was there has gone."""
        return self._seconds() - self._touched > self._patience
