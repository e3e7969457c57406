"""The event and its parts: all of it data, none of it constant."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from uuid import UUID

from kiosk.domain.words import Words


class EntryPolicy(StrEnum):
    """How often one ticket may pass a checkpoint."""

    ONCE = "once"
    ONCE_A_DAY = "once_a_day"
    IN_OUT = "in_out"


class BadgePolicy(StrEnum):
    """When a check-in makes a badge by itself."""

    ONCE = "once"
    ON_REQUEST = "on_request"


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of attendee: delegate, VIP, speaker, press and so on.

    `number` is the byte that signed codes carry; it stays when names and order change.
    `colour` is #RRGGBB. `aliases` are further words by which lists name the category.
    A `discreet` category is never named on a public screen: nobody in the queue learns who
    is a VIP.
    """

    id: str
    number: int
    name: Words
    colour: str
    aliases: tuple[str, ...] = ()
    badge: BadgePolicy = BadgePolicy.ONCE
    discreet: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """An agenda slot; both times aware, UTC."""

    id: str
    title: Words
    hall: Words
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """A place where tickets are checked. No `categories` means: all of them.

    `opens` and `closes` are aware UTC moments or None where the place is always open.
    """

    id: str
    name: Words
    policy: EntryPolicy = EntryPolicy.ONCE
    categories: frozenset[str] = frozenset()
    opens: datetime | None = None
    closes: datetime | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A yes-or-no question put to a guest before admission, such as a consent.

    Either answer admits.
    """

    id: str
    text: Words
    categories: frozenset[str]


@dataclass(frozen=True, slots=True)
class Event:
    """A conference with everything that the organiser decides about it.

    `zone` and `day_boundary` say when a day of the event begins; `code_patterns` are
    regular expressions whose group `code` is the ticket code inside a platform's text;
    `issuers` are the raw Ed25519 public keys (32 bytes) whose signed codes are ours.
    """

    id: UUID
    slug: str
    name: Words
    venue: Words
    zone: tzinfo
    day_boundary: time
    days: tuple[date, ...]
    categories: tuple[Category, ...]
    checkpoints: tuple[Checkpoint, ...]
    sessions: tuple[Session, ...] = ()
    questions: tuple[Question, ...] = ()
    code_patterns: tuple[str, ...] = ()
    issuers: tuple[bytes, ...] = ()

    def day_of(self, at: datetime) -> date:
        """The event's day at this moment: until the boundary it is still yesterday."""
        local = at.astimezone(self.zone)
        boundary = timedelta(hours=self.day_boundary.hour, minutes=self.day_boundary.minute)
        return (local.replace(tzinfo=None) - boundary).date()

    def category(self, category_id: str) -> Category | None:
        """The category with this id."""
        return next((c for c in self.categories if c.id == category_id), None)

    def category_numbered(self, number: int) -> Category | None:
        """The category that signed codes call by this number."""
        return next((c for c in self.categories if c.number == number), None)

    def checkpoint(self, checkpoint_id: str) -> Checkpoint | None:
        """The checkpoint with this id."""
        return next((c for c in self.checkpoints if c.id == checkpoint_id), None)

    def session_after(self, at: datetime) -> Session | None:
        """The session that runs or comes next: where a guest should go now."""
        coming = [s for s in self.sessions if s.ends > at]
        return min(coming, key=lambda s: (s.starts, s.id), default=None)
