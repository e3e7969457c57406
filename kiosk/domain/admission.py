"""May this ticket pass here, now? The one decision of the house.

The same function decides online, offline, at self-service, on the command line and in a
rehearsal. `RULES` is read from top to bottom; the first rule that objects wins, so the
order below *is* the precedence: who you are, then what your ticket is worth, then where
and when, then whether you have been here, then what we must ask you.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kiosk.domain.attendee import Ticket, TicketStatus
from kiosk.domain.event import Checkpoint, EntryPolicy, Event, Question
from kiosk.domain.identity import event_tag
from kiosk.domain.ticket_code import ForgedCode, SignedCode, TicketCode, Unreadable


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
    WRONG_CHECKPOINT = "wrong_checkpoint"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    WRONG_DAY = "wrong_day"
    ALREADY_IN = "already_in"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An unvoided check-in of the ticket at the checkpoint, as the journal tells it.

    `inside` is false once a check-out followed.
    """

    fact: UUID
    at: datetime
    day: date
    station: str
    inside: bool = True


@dataclass(frozen=True, slots=True)
class Presented:
    """All that the decision may know: what was held up, where, when, and the past.

    `ticket` is the roster's, or None for a code that the roster has not; `at` is aware UTC;
    `arrivals` are this ticket's at this checkpoint, oldest first.
    """

    event: Event
    checkpoint: Checkpoint
    at: datetime
    code: TicketCode | Unreadable
    ticket: Ticket | None
    arrivals: tuple[Arrival, ...] = ()
    answers: Mapping[str, bool] = field(default_factory=dict)

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
Rule = Callable[[Presented], NeedsAnswer | Refused | None]

_STATUS = {
    TicketStatus.REVOKED: Reason.REVOKED,
    TicketStatus.BLOCKED: Reason.BLOCKED,
    TicketStatus.CANCELLED: Reason.CANCELLED,
    TicketStatus.UNPAID: Reason.UNPAID,
}


def code_is_ours(p: Presented) -> Refused | None:
    """A code the roster knows is good as it is; any other must be signed for this event."""
    if p.ticket is not None:
        return None
    match p.code:
        case Unreadable():
            return Refused(Reason.NOT_A_TICKET)
        case ForgedCode():
            return Refused(Reason.NOT_SIGNED)
        case SignedCode(claims=claims) if claims.event_tag != event_tag(p.event.slug):
            return Refused(Reason.WRONG_EVENT)
        case SignedCode() if p.category:
            return None
        case _:
            return Refused(Reason.UNKNOWN)


def ticket_is_good(p: Presented) -> Refused | None:
    """The organiser's word on the ticket."""
    reason = _STATUS.get(p.ticket.status) if p.ticket else None
    return Refused(reason) if reason else None


def checkpoint_takes_category(p: Presented) -> Refused | None:
    """A checkpoint that names categories takes no others."""
    wanted = p.checkpoint.categories
    return Refused(Reason.WRONG_CHECKPOINT) if wanted and p.category not in wanted else None


def checkpoint_is_open(p: Presented) -> Refused | None:
    """Opening hours; the closing moment itself is closed."""
    if p.checkpoint.opens is not None and p.at < p.checkpoint.opens:
        return Refused(Reason.TOO_EARLY)
    if p.checkpoint.closes is not None and p.at >= p.checkpoint.closes:
        return Refused(Reason.TOO_LATE)
    return None


def day_is_right(p: Presented) -> Refused | None:
    """The roster's days, or the span in a signed code where the roster says nothing."""
    today = p.event.day_of(p.at)
    if p.ticket is not None:
        return Refused(Reason.WRONG_DAY) if p.ticket.days and today not in p.ticket.days else None
    if isinstance(p.code, SignedCode):
        claims = p.code.claims
        if claims.first_day is not None and today < claims.first_day:
            return Refused(Reason.TOO_EARLY)
        if claims.last_day is not None and today > claims.last_day:
            return Refused(Reason.TOO_LATE)
    return None


def not_here_already(p: Presented) -> Refused | None:
    """The checkpoint's re-entry policy."""
    match p.checkpoint.policy:
        case EntryPolicy.ONCE:
            standing = p.arrivals
        case EntryPolicy.ONCE_A_DAY:
            today = p.event.day_of(p.at)
            standing = tuple(a for a in p.arrivals if a.day == today)
        case EntryPolicy.IN_OUT:  # pragma: no branch  every policy is above
            standing = tuple(a for a in p.arrivals if a.inside)
    return Refused(Reason.ALREADY_IN, standing[0]) if standing else None


def questions_are_answered(p: Presented) -> NeedsAnswer | None:
    """What the organiser wants to be asked of this category."""
    asked = tuple(
        q for q in p.event.questions if p.category in q.categories and q.id not in p.answers
    )
    return NeedsAnswer(asked) if asked else None


RULES: tuple[Rule, ...] = (
    code_is_ours,
    ticket_is_good,
    checkpoint_takes_category,
    checkpoint_is_open,
    day_is_right,
    not_here_already,
    questions_are_answered,
)


def decide(presented: Presented) -> Admission:
    """Admitted, or the first objection that any rule raises."""
    for rule in RULES:
        objection = rule(presented)
        if objection is not None:
            return objection
    return Admitted()
