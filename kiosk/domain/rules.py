"""May this ticket pass here, now? The one decision of the house.

The same function decides online, offline, at self-service, on the command line and in a
rehearsal. The rules are read from top to bottom; the first one that objects wins, so the order
in `RULES` *is* the precedence: who you are, what your ticket is worth, whether it is for this
place and this time, whether you have been here, whether there is room, what must be asked.
"""

from collections.abc import Callable
from dataclasses import replace

from kiosk.domain.admission import Admission, Admitted, NeedsAnswer, Presented, Reason, Refused
from kiosk.domain.attendee import TicketStatus
from kiosk.domain.event import Direction, EntryPolicy, Question, QuestionKind
from kiosk.domain.identity import event_tag
from kiosk.domain.ticket_code import ForgedCode, SignedCode, Unreadable
from kiosk.domain.words import Words

Rule = Callable[[Presented], NeedsAnswer | Refused | None]

NOTE, DOCUMENT = "staff-note", "document"
"""Ids of the two questions that come from rules and not from the event file."""
_DOCUMENT_WORDS = Words(
    "请核验证件，记录类型和后四位。", "Check the ID; note its kind and last four."
)

RULE_QUESTIONS = {
    NOTE: Question(NOTE, Words("", ""), frozenset(), QuestionKind.NOTE, staff=True),
    DOCUMENT: Question(DOCUMENT, _DOCUMENT_WORDS, frozenset(), QuestionKind.DOCUMENT, staff=True),
}

_STATUS = {
    TicketStatus.REVOKED: Reason.REVOKED,
    TicketStatus.BLOCKED: Reason.BLOCKED,
    TicketStatus.CANCELLED: Reason.CANCELLED,
    TicketStatus.UNPAID: Reason.UNPAID,
}


def code_is_ours(p: Presented) -> Refused | None:
    """A code the roster knows is good as it is; any other must be signed for this event."""
    if p.ticket is not None:
        return Refused(Reason.REPLACED) if p.replaced else None
    match p.code:
        case Unreadable():
            return Refused(Reason.NOT_A_TICKET)
        case ForgedCode():
            return Refused(Reason.NOT_SIGNED)
        case SignedCode(claims=claims) if claims.event_tag != event_tag(p.event.slug):
            return Refused(Reason.WRONG_EVENT)
        case SignedCode(claims=claims) if claims.ticket_tag in p.event.revoked:
            return Refused(Reason.REVOKED)
        case SignedCode() if p.category:
            return None
        case _:
            return Refused(Reason.UNKNOWN)


def ticket_is_good(p: Presented) -> Refused | None:
    """The organiser's word on the ticket."""
    reason = _STATUS.get(p.ticket.status) if p.ticket else None
    return Refused(reason) if reason else None


def ticket_is_current(p: Presented) -> Refused | None:
    """From and until when the ticket counts; the last moment itself no longer does."""
    if p.ticket is None:
        return None
    if p.ticket.valid_from is not None and p.at < p.ticket.valid_from:
        return Refused(Reason.NOT_YET)
    if p.ticket.valid_until is not None and p.at >= p.ticket.valid_until:
        return Refused(Reason.NO_LONGER)
    return None


def checkpoint_takes_category(p: Presented) -> Refused | None:
    """A checkpoint that names categories takes no others."""
    wanted = p.checkpoint.categories
    return Refused(Reason.WRONG_CHECKPOINT) if wanted and p.category not in wanted else None


def ticket_is_for_the_session(p: Presented) -> Refused | None:
    """Where a checkpoint names sessions, a ticket that names some must name one of them."""
    here, has = p.checkpoint.sessions, p.ticket.sessions if p.ticket else frozenset()
    return Refused(Reason.WRONG_SESSION) if here and has and not here & has else None


def guest_is_invited(p: Presented) -> Refused | None:
    """Places for invited guests take nobody whom no list invites, and no stranger."""
    if not p.checkpoint.invited_only:
        return None
    invited = p.ticket is not None and p.checkpoint.id in p.ticket.invitations
    return None if invited else Refused(Reason.NOT_INVITED)


def checkpoint_is_open(p: Presented) -> Refused | None:
    """Opening hours; the closing moment itself is closed."""
    if p.checkpoint.opens is not None and p.at < p.checkpoint.opens:
        return Refused(Reason.TOO_EARLY)
    if p.checkpoint.closes is not None and p.at >= p.checkpoint.closes:
        return Refused(Reason.TOO_LATE)
    if p.checkpoint.daily is not None:
        opens, closes = p.checkpoint.daily
        now = p.event.time_of(p.at)
        if now < opens:
            return Refused(Reason.TOO_EARLY)
        if now >= closes:
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


def registered_first(p: Presented) -> Refused | None:
    """Some doors are only for people who have been at another checkpoint."""
    first = p.checkpoint.requires
    return Refused(Reason.REGISTER_FIRST) if first and first not in p.been_at else None


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


def pause_is_over(p: Presented) -> Refused | None:
    """Anti-passback: a badge handed back over the barrier does not open it again at once."""
    if not p.arrivals:
        return None
    last = p.arrivals[-1]
    since = p.at - (last.left or last.at)
    return Refused(Reason.TOO_SOON, last) if since < p.checkpoint.pause else None


def there_is_room(p: Presented) -> Refused | None:
    """The capacity, counted over all stations whose facts are known here."""
    most = p.checkpoint.capacity
    return Refused(Reason.FULL) if most is not None and p.inside >= most else None


def staff_have_looked(p: Presented) -> NeedsAnswer | Refused | None:
    """What only staff may see or do: a note about the guest, an identity document."""
    asked = []
    if p.note:
        asked.append(replace(RULE_QUESTIONS[NOTE], text=Words(p.note, p.note)))
    if p.checkpoint.documents:
        asked.append(RULE_QUESTIONS[DOCUMENT])
    asked += [q for q in p.event.questions if q.staff and p.category in q.categories]
    return _asked(p, asked)


def questions_are_answered(p: Presented) -> NeedsAnswer | Refused | None:
    """What the organiser wants to be asked of this category."""
    asked = (q for q in p.event.questions if not q.staff and p.category in q.categories)
    return _asked(p, list(asked))


def _asked(p: Presented, questions: list[Question]) -> NeedsAnswer | Refused | None:
    left = tuple(q for q in questions if not q.takes(p.answers.get(q.id)))
    # a guest has no keyboard, so answers in words are for staff to type
    if any(q.staff or q.kind is QuestionKind.TEXT for q in left) and not p.staffed:
        return Refused(Reason.SEE_STAFF)
    return NeedsAnswer(left) if left else None


def is_inside(p: Presented) -> Refused | None:
    """Only who came in can go out."""
    return None if any(a.inside for a in p.arrivals) else Refused(Reason.NOT_INSIDE)


RULES: dict[Direction, tuple[Rule, ...]] = {
    Direction.IN: (
        code_is_ours,
        ticket_is_good,
        ticket_is_current,
        checkpoint_takes_category,
        ticket_is_for_the_session,
        guest_is_invited,
        checkpoint_is_open,
        day_is_right,
        registered_first,
        not_here_already,
        pause_is_over,
        there_is_room,
        staff_have_looked,
        questions_are_answered,
    ),
    # nobody is kept inside because a ticket was cancelled or a door has closed
    Direction.OUT: (code_is_ours, is_inside),
}


def decide(presented: Presented) -> Admission:
    """Admitted, or the first objection that any rule raises."""
    for rule in RULES[presented.direction]:
        objection = rule(presented)
        if objection is not None:
            return objection
    return Admitted()


def explain(presented: Presented) -> tuple[tuple[str, NeedsAnswer | Refused | None], ...]:
    """Every rule with its objection, in order; the first objection is the decision."""
    return tuple((rule.__name__, rule(presented)) for rule in RULES[presented.direction])
