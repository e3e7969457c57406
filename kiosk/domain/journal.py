"""Facts: what happened, once and for ever.

A fact never changes. A correction or an undo is a new fact. Facts carry ids and no names,
so that a person can be forgotten and the count kept.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kiosk.domain.admission import Reason
from kiosk.domain.attendee import CodeKind, Details, TicketStatus
from kiosk.domain.event import Answer
from kiosk.domain.rarer_facts import DoubleSettled, Unfamiliar


class ClockQuality(StrEnum):
    """How far a fact's wall time can be believed."""

    GOOD = "good"
    SUSPECT = "suspect"
    BY_HAND = "by_hand"


LATE_MS = 60_000
"""How far a wall clock may fall behind what it said before: time servers correct by less."""


def clock_quality(told: ClockQuality, last_hlc: int, now_ms: int) -> ClockQuality:
    """What to think of a moment, given the last fact's hybrid clock.

    A clock that lies behind a time it has told already was wrong then or is wrong now.
    """
    if told is ClockQuality.GOOD and (last_hlc >> 16) - now_ms > LATE_MS:
        return ClockQuality.SUSPECT
    return told


class JobState(StrEnum):
    """Where a print job stands."""

    QUEUED = "queued"
    SENT = "sent"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def settled(self) -> bool:
        """Whether nothing more will happen to the job by itself."""
        return self in {JobState.CONFIRMED, JobState.FAILED, JobState.CANCELLED}


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """A ticket was admitted at a checkpoint.

    `overrides` is the refusal that a supervisor, `by` name, set aside, and `why` in words.
    Answers in words and `why` are personal: they are kept where they can be forgotten.
    """

    ticket: UUID
    checkpoint: str
    category: str
    day: date
    answers: tuple[tuple[str, Answer], ...] = ()
    overrides: Reason | None = None
    by: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class CheckedOut:
    """A ticket left through a checkpoint that counts both ways."""

    ticket: UUID
    checkpoint: str
    day: date


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A ticket, or a code that is no ticket of ours, was refused.

    `code` is the keyed hash of what was read, so that the same stranger can be recognised
    without keeping the text.
    """

    reason: Reason
    checkpoint: str
    day: date
    ticket: UUID | None
    code: bytes


@dataclass(frozen=True, slots=True)
class Voided:
    """An earlier fact no longer counts."""

    fact: UUID
    ticket: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class PrintJobMoved:
    """A print job came into being (`queued`) or went on to another state.

    `copy` counts a ticket's badges from 1; `cause` is the reprint's reason or the
    printer's word; `printer_ref` is the printer's own name for the job. Among queued jobs those
    of the highest `rank` go first; None: as before.
    """

    job: UUID
    ticket: UUID
    to: JobState
    copy: int
    printer: str = ""
    printer_ref: str = ""
    cause: str = ""
    rank: int | None = None


class PrinterOrder(StrEnum):
    """What staff tell a printer.

    To take no more, to give its work away, to go on, or how many badges its stock is good for.
    """

    PAUSE = "pause"
    DRAIN = "drain"
    RUN = "run"
    LOAD = "load"


@dataclass(frozen=True, slots=True)
class PrinterTold:
    """Staff told this station's printer something; `count` badges of stock where they loaded it."""

    printer: str
    order: PrinterOrder
    count: int = 0
    ticket: None = None


@dataclass(frozen=True, slots=True)
class AttendeeCorrected:
    """A desk knows better than the list what a ticket's holder is called. All of it is personal."""

    ticket: UUID
    details: Details


@dataclass(frozen=True, slots=True)
class TicketChanged:
    """A ticket got another category or status; None: as before. `why` is personal."""

    ticket: UUID
    category: str | None = None
    status: TicketStatus | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class WalkedIn:
    """Somebody without a ticket was given one at a desk. `details` are personal."""

    ticket: UUID
    number: str
    category: str
    details: Details


@dataclass(frozen=True, slots=True)
class CodesReplaced:
    """A ticket's codes of these kinds count no more; its next badge carries another."""

    ticket: UUID
    kinds: frozenset[CodeKind]


@dataclass(frozen=True, slots=True)
class Merged:
    """Two tickets are one person's: from now on the first one's codes lead to the other."""

    ticket: UUID
    into: UUID


BADGE_ITEM = "badge"
"""What a `HandedOut` calls a badge that somebody else collected; its remark says who."""


@dataclass(frozen=True, slots=True)
class HandedOut:
    """A guest got a thing that the event hands out; `remark` (a tray, a serial) is personal."""

    ticket: UUID
    item: str
    remark: str = ""


Amending = AttendeeCorrected | TicketChanged | WalkedIn | CodesReplaced | Merged
"""What says something else than the roster does."""
_OfPrinters = PrintJobMoved | PrinterTold
Happened = (
    CheckedIn
    | CheckedOut
    | TurnedAway
    | Voided
    | _OfPrinters
    | HandedOut
    | DoubleSettled
    | Amending
    | Unfamiliar
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One journal entry; `by` is who was signed in at the desk, empty where nobody was.

    (station, incarnation, number) runs without gaps; `hlc` is the hybrid logical clock,
    milliseconds << 16 | counter; `at` is aware UTC.
    """

    id: UUID
    station: str
    incarnation: bytes
    number: int
    hlc: int
    at: datetime
    clock: ClockQuality
    what: Happened
    by: str = ""
