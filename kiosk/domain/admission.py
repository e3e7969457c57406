"""What is decided about a ticket, and all that the decision may know; see `rules`."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kiosk.domain.attendee import Ticket
from kiosk.domain.event import Answer, Checkpoint, Direction, Event, Question
from kiosk.domain.ticket_code import SignedCode, TicketCode, Unreadable


class Reason(StrEnum):
    """Why a guest was turned away."""

    NOT_A_TICKET = "not_a_ticket"
    NOT_SIGNED = "not_signed"
    WRONG_EVENT = "wrong_event"
    UNKNOWN = "unknown"
    REVOKED = "revoked"
    BLOCKED = "blocked"
    CANCELLED = "cancelled"
    UNPAID = "unpaid"
    REPLACED = "replaced"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"
    WRONG_CHECKPOINT = "wrong_checkpoint"
    WRONG_SESSION = "wrong_session"
    NOT_INVITED = "not_invited"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    WRONG_DAY = "wrong_day"
    REGISTER_FIRST = "register_first"
    ALREADY_IN = "already_in"
    NOT_INSIDE = "not_inside"
    TOO_SOON = "too_soon"
    FULL = "full"
    SEE_STAFF = "see_staff"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An unvoided check-in of the ticket at the checkpoint, as the journal tells it.

    `inside` is false once a check-out followed, at `left`.
    """

    fact: UUID
    at: datetime
    day: date
    station: str
    inside: bool = True
    left: datetime | None = None


@dataclass(frozen=True, slots=True)
class Presented:
    """All that the decision may know: what was held up, where, when, by whom, and the past.

    Attributes:
        event: with everything that the organiser decides.
        checkpoint: where.
        at: when, aware UTC.
        code: what was held up.
        ticket: the roster's, or None for a code that the roster has not.
        arrivals: this ticket's at this checkpoint, oldest first.
        answers: the guest's and the staff's, by question.
        direction: in or out.
        been_at: ids of the checkpoints where the ticket has arrived, this one included.
        replaced: whether the code was the ticket's once, and another took its place.
        inside: how many are inside; only where the checkpoint has a capacity.
        note: what staff must have seen.
        staffed: whether a clerk can see the screen, not only the guest.
    """

    event: Event
    checkpoint: Checkpoint
    at: datetime
    code: TicketCode | Unreadable
    ticket: Ticket | None
    arrivals: tuple[Arrival, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)
    direction: Direction = Direction.IN
    been_at: frozenset[str] = frozenset()
    replaced: bool = False
    inside: int = 0
    note: str = ""
    staffed: bool = True

    @property
    def category(self) -> str:
        """The category's id: the roster's word, else the signed code's; empty if neither."""
        if self.ticket is not None:
            return self.ticket.category
        if isinstance(self.code, SignedCode):
            found = self.event.category_numbered(self.code.claims.category)
            return found.id if found else ""
        return ""


@dataclass(frozen=True, slots=True)
class Admitted:
    """Yes."""


@dataclass(frozen=True, slots=True)
class NeedsAnswer:
    """Yes, once these are answered; a no refuses nobody."""

    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """No. `earlier` is the arrival that stands in the way of a second one."""

    reason: Reason
    earlier: Arrival | None = None


Admission = Admitted | NeedsAnswer | Refused
