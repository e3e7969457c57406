"""The roster as the services need it: read, amended by desks, rewritten by imports."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Protocol
from uuid import UUID

from kiosk.domain.attendee import Attendee, CodeKind, Ticket
from kiosk.domain.event import Event
from kiosk.names.why import Why


@dataclass(frozen=True, slots=True)
class Guest:
    """An attendee with the ticket; what a desk sees of one person.

    `replaced` says that the code by which they were found has had another in its place since.
    """

    attendee: Attendee
    ticket: Ticket
    replaced: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A guest whom a search found, and in what."""

    guest: Guest
    why: Why


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

    def group(self, name: str) -> tuple[Guest, ...]:
        """Everybody who arrives with this group, by ticket number."""

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        """Guests whom a clerk could mean by `query`, best first. Reads only."""

    def guests(self) -> tuple[Guest, ...]:
        """Everybody, by ticket number."""


@dataclass(frozen=True, slots=True)
class RosterEntry:
    """An attendee and ticket with the keyed hashes of their codes (16 bytes each)."""

    attendee: Attendee
    ticket: Ticket
    code: bytes
    badge_code: bytes


@dataclass(frozen=True, slots=True)
class Overlay:
    """How a ticket is since desks amended it; `guest` None: as the list says.

    `codes` are the keyed hashes that lead to it in place of the list's, `replaced` those that
    count no more; `into` is the ticket of the same person that all of them lead to instead.
    """

    ticket: UUID
    guest: Guest | None
    codes: Mapping[bytes, CodeKind] = field(default_factory=dict)
    replaced: frozenset[bytes] = frozenset()
    into: UUID | None = None


class AmendableRoster(Roster, Protocol):
    """The list, and what desks know better laid over it: a projection of facts.

    `Roster`'s own questions are answered as the desks say.
    """

    def listed(self, ticket: UUID) -> Guest | None:
        """The guest as the list has them."""

    def listed_codes(self, ticket: UUID) -> Mapping[bytes, CodeKind]:
        """The keyed hashes of the codes that the list gives the ticket."""

    def lay_over(self, overlays: Sequence[Overlay], amendments: int) -> None:
        """Keep these, durable together; `amendments` facts have been seen now."""

    def amendments(self) -> int:
        """How many amending facts stand behind what is laid over."""


class Put(Enum):
    """What became of an entry."""

    ADDED = auto()
    CHANGED = auto()
    UNCHANGED = auto()


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """What the roster remembers of an import; `number` counts them from 1.

    `digest` is the list's SHA-256, `by` who imported it, `can_undo` whether it is the newest
    and has not been taken back.
    """

    number: int
    at: datetime
    name: str
    digest: str
    by: str
    counts: Mapping[str, int]
    undone_at: datetime | None = None
    can_undo: bool = False


class RosterWriter(Protocol):
    """One import; nobody sees any of it before it is complete.

    *Unheard* are the tickets that the roster had before the import and of which nothing was
    heard since.
    """

    def give_up(self) -> None:
        """Roll everything back at the end after all."""

    def clear(self) -> None:
        """Forget every attendee and ticket; they are unheard until they are heard of."""

    def note(self, key: str, value: str) -> None:
        """Keep a word about the roster, such as the event file's text."""

    def hear(self, ticket: UUID) -> None:
        """A good row speaks of this ticket."""

    def unhear(self, ticket: UUID) -> None:
        """The row was turned down after all."""

    def is_unheard(self, ticket: UUID) -> bool:
        """Whether the roster had the ticket before and nothing was heard of it."""

    def unheard(self) -> Iterator[Ticket]:
        """All of them, by number."""

    def cancel(self, ticket: Ticket) -> None:
        """Set the status of a ticket to cancelled."""

    def categories(self) -> set[str]:
        """The ids of the categories that tickets have."""

    def holder(self, code: bytes) -> Ticket | None:
        """The ticket that is known by the code with this keyed hash."""

    def put(self, entry: RosterEntry) -> Put:
        """Add or change, unless the roster says exactly this already."""

    def remember(self, record: ImportRecord) -> None:
        """Keep word of this import; its number is the roster's to give."""


class WritableRoster(Roster, Protocol):
    """A roster that an import may rewrite."""

    def event_text(self) -> str:
        """The event file's text as imported; empty before the first import."""

    def rewriting(self, *, keep: bool) -> AbstractContextManager[RosterWriter]:
        """One transaction; rolled back on any exception, or at the end unless `keep`."""

    def imports(self) -> tuple[ImportRecord, ...]:
        """Every import that is remembered, newest first."""

    def take_back(self, at: datetime) -> ImportRecord | None:
        """Make the roster what it was before the newest import; None where that is impossible.

        Only one step back is kept. Facts are not touched.
        """
