"""A person, and the right to attend."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kiosk.domain.words import Language


class TicketStatus(StrEnum):
    """What the organiser says of a ticket."""

    VALID = "valid"
    UNPAID = "unpaid"
    CANCELLED = "cancelled"
    REVOKED = "revoked"
    BLOCKED = "blocked"


class Detail(StrEnum):
    """What of a person a desk may correct; the names of `Attendee`'s fields."""

    NAME = "name"
    LATIN_NAME = "latin_name"
    COMPANY = "company"
    TITLE = "title"
    PHONE = "phone"
    EMAIL = "email"
    NOTE = "note"
    GROUP = "group"


Details = tuple[tuple[Detail, str], ...]
"""What a person is called from now on; empty text takes away what was known."""


class CodeKind(StrEnum):
    """Where a code stands: on what the organiser sent, or on a badge."""

    TICKET = "ticket"
    BADGE = "badge"


@dataclass(frozen=True, slots=True)
class Attendee:
    """A person on the roster. Empty text means: not known.

    `note` is what staff must have seen before admission; `group` the delegation that arrives
    together.
    """

    id: UUID
    external_id: str
    name: str
    latin_name: str = ""
    company: str = ""
    title: str = ""
    phone: str = ""
    email: str = ""
    language: Language | None = None
    note: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Ticket:
    """The right to attend. No `days` means: every day of the event.

    `number` is the one that people read out (票号); the code in the QR is not kept,
    only its keyed hash (see `store`). `sessions` are the ids of those it is for; none means:
    all. `invitations` are the ids of checkpoints to which only the invited go. `valid_from`
    and `valid_until` are aware UTC; the latter is no longer valid.
    """

    id: UUID
    attendee: UUID
    number: str
    category: str
    status: TicketStatus = TicketStatus.VALID
    days: frozenset[date] = frozenset()
    sessions: frozenset[str] = frozenset()
    invitations: frozenset[str] = frozenset()
    valid_from: datetime | None = None
    valid_until: datetime | None = None
