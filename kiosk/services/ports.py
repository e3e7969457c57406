"""What the services need of the world, as protocols; the rooms implement them.

Any of these may raise `Unavailable` or `Misconfigured` (see `trouble`) and nothing else
on purpose. Only frozen values cross: no SQL rows, no Qt objects, no arrays.
"""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from kiosk.domain.attendee import Attendee, Ticket
from kiosk.domain.badge import BadgeWords
from kiosk.domain.event import Event
from kiosk.domain.journal import ClockQuality, Fact, Happened
from kiosk.domain.ledger import PrintJob
from kiosk.domain.words import Words


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Wall time, aware UTC."""

    def monotonic(self) -> float:
        """Seconds since some moment; never goes back, whatever the wall clock does."""

    def quality(self) -> ClockQuality:
        """Whether the wall time can be believed."""


# ------------------------------------------------------------------ camera and codes


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture: `height` rows of `width` pixels, three bytes each, blue green red.

    `number` counts from 0 in the source; `taken` is `Clock.monotonic()` seconds.
    """

    pixels: memoryview
    width: int
    height: int
    number: int
    taken: float


@dataclass(frozen=True, slots=True)
class CodeSeen:
    """A QR code in a frame; `corners` are four (x, y) in pixels, clockwise from top left."""

    text: str
    corners: tuple[tuple[int, int], ...]


class Camera(Protocol):
    """A source of frames. One thread uses it."""

    def open(self) -> None:
        """Make ready; Unavailable when the camera is missing, Misconfigured when it cannot be."""

    def read(self) -> Frame | None:
        """The newest frame, waiting for it; None at the end of a file. Unavailable when lost."""

    def close(self) -> None:
        """Give the camera back; harmless when not open."""


class Decoder(Protocol):
    """Finds QR codes in a frame. One thread uses it."""

    def decode(self, frame: Frame) -> tuple[CodeSeen, ...]:
        """Every QR code that can be read, in no particular order."""


class CodeKeys(Protocol):
    """The secrets by which codes are recognised."""

    def digest(self, text: str) -> bytes:
        """16 bytes: the keyed hash under which a code's text is stored."""

    def badge_code(self, ticket: UUID, generation: int) -> str:
        """The short opaque code that a ticket's badges carry."""

    def verify(self, event: Event, claims: bytes, signature: bytes) -> bool:
        """Whether an issuer of the event signed these claims."""


# ------------------------------------------------------------------ roster and journal


@dataclass(frozen=True, slots=True)
class Guest:
    """An attendee with the ticket; what a desk sees of one person."""

    attendee: Attendee
    ticket: Ticket


class Roster(Protocol):
    """Who is expected. Written only by imports and sync."""

    def event(self) -> Event:
        """The event; Misconfigured where no list has been imported yet."""

    def by_code(self, digest: bytes) -> Guest | None:
        """The guest whose ticket or badge carries the code with this keyed hash."""

    def by_ticket(self, ticket: UUID) -> Guest | None:
        """The guest with this ticket."""

    def by_number(self, number: str) -> Guest | None:
        """The guest with this ticket number (票号)."""

    def search(self, query: str, limit: int) -> tuple[Guest, ...]:
        """Guests whom a clerk could mean by `query`, best first."""

    def guests(self) -> tuple[Guest, ...]:
        """Everybody, by ticket number."""


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """An attendee and ticket with the keyed hashes of their codes (16 bytes each)."""

    attendee: Attendee
    ticket: Ticket
    code: bytes
    badge_code: bytes


class RosterWriter(Protocol):
    """One import; nobody sees any of it before it is complete."""

    def note(self, key: str, value: str) -> None:
        """Keep a word about the roster, such as the event file's text."""

    def tickets(self) -> set[UUID]:
        """The ids of all tickets."""

    def put(self, entry: RosterEntry) -> bool:
        """Add or change; False where the roster says exactly this already."""


class WritableRoster(Roster, Protocol):
    """A roster that an import may rewrite."""

    def event_text(self) -> str:
        """The event file's text as imported; empty before the first import."""

    def rewriting(self, *, keep: bool) -> AbstractContextManager[RosterWriter]:
        """One transaction; rolled back on any exception, or at the end unless `keep`."""


class Transaction(Protocol):
    """Reading and writing facts as one: all of it is durable after the `with`, or none."""

    def facts_of(self, ticket: UUID) -> tuple[Fact, ...]:
        """Every fact about the ticket."""

    def fact(self, fact: UUID) -> Fact | None:
        """One fact by its id."""

    def job(self, job: UUID) -> PrintJob | None:
        """One print job."""

    def record(self, what: Happened, at: datetime | None = None) -> Fact:
        """Append a fact and queue it for sync; `at` only where a person gave the time."""


class Journal(Protocol):
    """This station's facts. Opened by one thread; other processes may write beside it."""

    def transaction(self) -> AbstractContextManager[Transaction]:
        """Lock for writing at once, commit at the end, roll back on any exception."""

    def jobs(self, *, open_only: bool) -> tuple[PrintJob, ...]:
        """Print jobs, oldest first; with `open_only` those that are not settled."""

    def recent(self, limit: int) -> tuple[Fact, ...]:
        """The latest facts, newest first."""

    def facts(self) -> tuple[Fact, ...]:
        """All facts, in order of number."""

    def unsent(self) -> int:
        """How many facts wait for sync."""


# ------------------------------------------------------------------ badges and paper


@dataclass(frozen=True, slots=True)
class DrawnBadge:
    """A badge as PDF, with what a person must know before it is printed.

    `missing` are characters that no bundled font has; `overflowing` the boxes whose text
    does not fit at its least size. Both empty: print it.
    """

    pdf: bytes
    width_mm: float
    height_mm: float
    missing: tuple[str, ...] = ()
    overflowing: tuple[str, ...] = ()


class BadgeDrawer(Protocol):
    """Draws badges. One thread uses it (fonts are not to be shared)."""

    def draw(self, words: BadgeWords) -> DrawnBadge:
        """The badge for these words; the same words give the same bytes."""

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters of `text` that no bundled font can draw."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a printer is handed. `title` is shown in queues, so it holds no name."""

    job: UUID
    title: str
    pdf: bytes
    width_mm: float
    height_mm: float


class Fate(StrEnum):
    """What became of a job, as far as the printer tells."""

    WAITING = "waiting"
    PRINTED = "printed"
    FAILED = "failed"
    CANCELLED = "cancelled"
    ABSENT = "absent"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class PrintAnswer:
    """A printer's word on one job; `why` in its own terms, `ref` its own name for the job.

    ABSENT means it surely never got the job; UNTOLD that nobody can know.
    """

    fate: Fate
    ref: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class PrinterLamp:
    """How the printer is: green, or not and what to do about it."""

    ready: bool
    words: Words


class Printer(Protocol):
    """A way to paper. One thread uses it."""

    @property
    def name(self) -> str:
        """The name that settings and facts call it by."""

    def send(self, paper: Paper) -> PrintAnswer:
        """Hand the job over.

        Unavailable only where the printer surely did not take it; a lost answer is UNTOLD.
        Handing over the same job twice prints it once wherever the printer can tell.
        """

    def ask(self, job: UUID, ref: str) -> PrintAnswer:
        """What became of the job; `ref` may be empty after a crash."""

    def lamp(self) -> PrinterLamp:
        """How the printer is now; never raises."""


@dataclass(frozen=True, slots=True)
class CheckedInRow:
    """One attendee in an export: what happened to them, without what they told us."""

    guest: Guest
    arrived_at: datetime | None
    station: str
    badges: int
