"""Facts that are rare: a double check-in that somebody looked at, a newer version's facts."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DoubleSettled:
    """A person looked at a double check-in and lets it stand.

    `arrivals` are the check-ins that they saw: one more, and the question is open again.
    """

    ticket: UUID
    checkpoint: str
    arrivals: tuple[UUID, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Unfamiliar:
    """A fact of a kind that this version does not know: kept and passed on, and counts for nothing.

    `body` is what came, as JSON.
    """

    kind: str
    ticket: UUID | None
    body: str
