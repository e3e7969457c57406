"""How long things stay on screen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """How long each state stays on screen, in seconds."""

    welcome: float
    refusal: float
    question: float = 40.0
