"""What comes of a presentation, an override or an undo, after COMMIT."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kiosk.domain.admission import Admission, Presented, Reason
from kiosk.domain.journal import Fact
from kiosk.services.ports import Guest


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one presentation, after COMMIT.

    `fact` is the CheckedIn or TurnedAway fact, None while an answer is awaited; `guest` is
    None for people whom the roster has not; `category` is empty where nobody knows it;
    `job` is the print job that this check-in made; `presented` is what the decision saw;
    `pick_up` says where a badge lies that was printed beforehand.
    """

    text: str
    admission: Admission
    at: datetime
    fact: Fact | None = None
    guest: Guest | None = None
    ticket: UUID | None = None
    category: str = ""
    job: UUID | None = None
    presented: Presented | None = field(default=None, compare=False, repr=False)
    pick_up: str = ""


@dataclass(frozen=True, slots=True)
class Forced:
    """A supervisor set a refusal aside."""

    reason: Reason
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class CannotForce:
    """Nobody can be let in against this refusal: it names no ticket."""

    reason: Reason


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several valid tickets in view; `guest` is None for one whom the roster has not."""

    text: str
    guest: Guest | None


@dataclass(frozen=True, slots=True)
class SeveralTickets:
    """More than one valid ticket is in view: nothing was recorded, a person must choose."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """A fact was voided."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """No such check-in, or it was undone before."""
