"""The event and its parts: all of it data, none of it constant."""

import re
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


class Direction(StrEnum):
    """Which way a ticket passes a checkpoint."""

    IN = "in"
    OUT = "out"


class BadgePolicy(StrEnum):
    """When a check-in makes a badge by itself."""

    ONCE = "once"
    EVERY_DAY = "every_day"
    ON_REQUEST = "on_request"


class QuestionKind(StrEnum):
    """What an answer looks like.

    `NOTE` is a remark that staff must have seen; `DOCUMENT` a passport or identity card of
    which only the kind and the last four characters are kept.
    """

    YES_NO = "yes_no"
    CHOICE = "choice"
    TEXT = "text"
    NOTE = "note"
    DOCUMENT = "document"


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
    """A place where tickets are checked.

    Attributes:
        id: what settings, lists and facts call it.
        name: what people call it.
        policy: how often one ticket may pass.
        categories: who may pass; empty: everybody.
        opens: aware UTC, or None where it is open from the beginning.
        closes: aware UTC; this moment itself is closed.
        daily: opening and closing time of each day on the event's clock, or None.
        sessions: ids of sessions; a ticket that names sessions must name one of these.
        invited_only: whether the ticket must carry an invitation to this place.
        requires: id of the checkpoint where the ticket must have been before; empty: none.
        capacity: how many may be inside at once, or None.
        pause: how long after an arrival the same ticket may not come again.
        documents: whether an identity document must be seen.
    """

    id: str
    name: Words
    policy: EntryPolicy = EntryPolicy.ONCE
    categories: frozenset[str] = frozenset()
    opens: datetime | None = None
    closes: datetime | None = None
    daily: tuple[time, time] | None = None
    sessions: frozenset[str] = frozenset()
    invited_only: bool = False
    requires: str = ""
    capacity: int | None = None
    pause: timedelta = timedelta()
    documents: bool = False


Answer = bool | str
"""Yes or no; the choice's place from 1, a text, or `kind:last four` of a document."""
LONGEST_ANSWER = 200
_DOCUMENT = re.compile(r"[a-z_]{2,20}:[0-9A-Za-z]{4}")


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a guest before admission, such as a consent; every answer admits.

    `choices` are those of a `CHOICE`. A question for `staff` is never put to a guest.
    """

    id: str
    text: Words
    categories: frozenset[str]
    kind: QuestionKind = QuestionKind.YES_NO
    choices: tuple[Words, ...] = ()
    staff: bool = False

    def takes(self, answer: Answer | None) -> bool:
        """Whether this is an answer to it."""
        match self.kind, answer:
            case QuestionKind.YES_NO, bool():
                return True
            case QuestionKind.NOTE, bool():
                return answer is True
            case QuestionKind.CHOICE, str():
                return answer.isdecimal() and 1 <= int(answer) <= len(self.choices)
            case QuestionKind.TEXT, str():
                return bool(answer.strip()) and len(answer) <= LONGEST_ANSWER
            case QuestionKind.DOCUMENT, str():
                return bool(_DOCUMENT.fullmatch(answer))
            case _:
                return False


@dataclass(frozen=True, slots=True)
class Handout:
    """A thing that guests get at a desk; `returned` says that it is wanted back, as a headset is.

    `categories` are those that get it; empty: everybody.
    """

    id: str
    name: Words
    categories: frozenset[str] = frozenset()
    returned: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A conference with everything that the organiser decides about it.

    `zone` and `day_boundary` say when a day of the event begins; `code_patterns` are
    regular expressions whose group `code` is the ticket code inside a platform's text;
    `issuers` are the raw Ed25519 public keys (32 bytes) whose signed codes are ours;
    `revoked` are the 7-byte tags of signed tickets that no longer count, also where no roster
    has them.
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
    handouts: tuple[Handout, ...] = ()
    code_patterns: tuple[str, ...] = ()
    issuers: tuple[bytes, ...] = ()
    revoked: frozenset[bytes] = frozenset()

    def day_of(self, at: datetime) -> date:
        """The event's day at this moment: until the boundary it is still yesterday."""
        local = at.astimezone(self.zone)
        boundary = timedelta(hours=self.day_boundary.hour, minutes=self.day_boundary.minute)
        return (local.replace(tzinfo=None) - boundary).date()

    def time_of(self, at: datetime) -> time:
        """The time on the event's clock."""
        return at.astimezone(self.zone).time()

    def category(self, category_id: str) -> Category | None:
        """The category with this id."""
        return next((c for c in self.categories if c.id == category_id), None)

    def category_numbered(self, number: int) -> Category | None:
        """The category that signed codes call by this number."""
        return next((c for c in self.categories if c.number == number), None)

    def category_of_product(self, product: int) -> Category | None:
        """The category that a platform's product stands for: `item-12`, as id or alias."""
        name = f"item-{product}"
        return next((c for c in self.categories if name in {c.id, *c.aliases}), None)

    def checkpoint(self, checkpoint_id: str) -> Checkpoint | None:
        """The checkpoint with this id."""
        return next((c for c in self.checkpoints if c.id == checkpoint_id), None)

    def handout(self, handout_id: str) -> Handout | None:
        """The thing to hand out with this id."""
        return next((h for h in self.handouts if h.id == handout_id), None)

    def session_after(self, at: datetime) -> Session | None:
        """The session that runs or comes next: where a guest should go now."""
        coming = [s for s in self.sessions if s.ends > at]
        return min(coming, key=lambda s: (s.starts, s.id), default=None)
