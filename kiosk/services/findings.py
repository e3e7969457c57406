"""What a doctor says of one part of a station."""

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.words import Words

NOTHING = Words("", "")


class Health(StrEnum):
    """How a part is."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the station: how it is, and what to do."""

    part: str
    health: Health
    said: Words
    advice: Words = NOTHING
