"""Who passes, where and when: a table that a front-desk manager can check."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from kiosk.domain.admission import Admitted, Arrival, NeedsAnswer, Presented, Reason, Refused
from kiosk.domain.attendee import TicketStatus
from kiosk.domain.event import Checkpoint, Event
from kiosk.domain.rules import decide
from kiosk.domain.ticket_code import (
    Claims,
    ForgedCode,
    OpaqueCode,
    SignedCode,
    TicketCode,
    Unreadable,
)
from tests.given import (
    DAYS,
    LUNCH,
    NOON,
    PHOTO,
    a_guest,
    an_event,
    claims_for,
)
from tests.given import (
    RULES as HOUSE_RULES,
)

R = Reason
VALID, UNPAID = TicketStatus.VALID, TicketStatus.UNPAID
CANCELLED, REVOKED, BLOCKED = (
    TicketStatus.CANCELLED,
    TicketStatus.REVOKED,
    TicketStatus.BLOCKED,
)


def shanghai(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment of June 2027 on a clock in Shanghai."""
    return datetime(2027, 6, day, hour, minute, tzinfo=UTC) - timedelta(hours=8)


@dataclass(frozen=True)
class Case:
    """One line of the table; what it does not say is a delegate in good standing at noon."""

    says: str
    expected: Reason | None
    category: str = "delegate"
    status: TicketStatus = VALID
    at: datetime = NOON
    days: frozenset[date] = frozenset()
    checkpoint: str = "registration"
    arrived: tuple[datetime, ...] = ()
    inside: bool = True

    def presented(self) -> Presented:
        """All of it, as the decision gets it."""
        event = an_event()
        guest = a_guest("A-1", "林若静", self.category, self.status, self.days)
        arrivals = tuple(
            Arrival(UUID(int=n), at, event.day_of(at), "desk-1", self.inside)
            for n, at in enumerate(self.arrived)
        )
        return Presented(
            event, the(event, self.checkpoint), self.at, OpaqueCode("X"), guest.ticket, arrivals
        )


def the(event: Event, checkpoint: str) -> Checkpoint:
    """The event's checkpoint."""
    found = event.checkpoint(checkpoint)
    assert found is not None
    return found


# fmt: off
TABLE = (
    Case("a good ticket passes", None),
    Case("an unpaid one does not", R.UNPAID, status=UNPAID),
    Case("a cancelled one does not", R.CANCELLED, status=CANCELLED),
    Case("a revoked one does not", R.REVOKED, status=REVOKED),
    Case("a blocked one does not", R.BLOCKED, status=BLOCKED),
    Case("a VIP passes the lounge", None, category="vip", checkpoint="lounge"),
    Case("a delegate does not", R.WRONG_CHECKPOINT, checkpoint="lounge"),
    Case("before opening", R.TOO_EARLY, checkpoint="morning", at=shanghai(8, 8, 59)),
    Case("at the opening minute", None, checkpoint="morning", at=shanghai(8, 9)),
    Case("a minute before closing", None, checkpoint="morning", at=shanghai(8, 11, 59)),
    Case("at closing it is closed", R.TOO_LATE, checkpoint="morning", at=shanghai(8, 12)),
    Case("on the ticket's day", None, days=frozenset(DAYS[:1])),
    Case("on another day", R.WRONG_DAY, days=frozenset(DAYS[1:])),
    Case("at 1 a.m. it is still yesterday", None, days=frozenset(DAYS[:1]), at=shanghai(9, 1)),
    Case("at 4 a.m. it is not", R.WRONG_DAY, days=frozenset(DAYS[:1]), at=shanghai(9, 4)),
    Case("a second time", R.ALREADY_IN, arrived=(shanghai(8, 9),)),
    Case("a second time, days later", R.ALREADY_IN, at=shanghai(10, 9), arrived=(shanghai(8, 9),)),
    Case("lunch once a day", R.ALREADY_IN, checkpoint="lunch", arrived=(shanghai(8, 11),)),
    Case("lunch the next day", None, checkpoint="lunch",
         at=shanghai(9, 12), arrived=(shanghai(8, 11),)),
    Case("into the hall while inside", R.ALREADY_IN, checkpoint="hall", arrived=(shanghai(8, 9),)),
    Case("into the hall after leaving it", None, checkpoint="hall",
         arrived=(shanghai(8, 9),), inside=False),
)
# fmt: on


@pytest.mark.parametrize("case", TABLE, ids=lambda case: case.says)
def test_the_front_desk_table(case: Case) -> None:
    decided = decide(case.presented())
    assert (decided.reason if isinstance(decided, Refused) else None) is case.expected
    assert isinstance(decided, Admitted | Refused)


def stranger(
    code: TicketCode | Unreadable, at: datetime = NOON, place: str = "registration"
) -> Presented:
    """Somebody whom the roster has not."""
    event = an_event()
    return Presented(event, the(event, place), at, code, None)


def signed(claims: Claims) -> SignedCode:
    """A code whose signature held."""
    return SignedCode("text", claims)


BEFORE = signed(claims_for(first=date(2027, 6, 6), last=date(2027, 6, 7)))
CODES = (
    ("a website is no ticket", Unreadable("https://example.com"), R.NOT_A_TICKET),
    ("a forged code", ForgedCode("text"), R.NOT_SIGNED),
    ("a code nobody knows", OpaqueCode("WHO?"), R.UNKNOWN),
    ("signed for another event", signed(claims_for(slug="gala")), R.WRONG_EVENT),
    ("signed for a category that is no more", signed(claims_for(category=99)), R.UNKNOWN),
    ("signed for us, not on the roster", signed(claims_for()), None),
    ("signed for the days before", BEFORE, R.TOO_LATE),
    ("signed for the days after", signed(claims_for(first=DAYS[1], last=DAYS[2])), R.TOO_EARLY),
    ("signed for today", signed(claims_for(first=DAYS[0], last=DAYS[0])), None),
)  # fmt: skip


@pytest.mark.parametrize(("says", "code", "expected"), CODES, ids=[c[0] for c in CODES])
def test_codes_that_the_roster_has_not(
    says: str, code: TicketCode | Unreadable, expected: Reason | None
) -> None:
    assert decide(stranger(code)) == (Refused(expected) if expected else Admitted())


def test_what_the_roster_knows_is_good_whatever_its_code_looks_like() -> None:
    ticket = a_guest("A-1").ticket
    for code in (Unreadable("https://example.com/q"), ForgedCode("x"), OpaqueCode("x")):
        assert decide(replace(stranger(code), ticket=ticket)) == Admitted()


def test_a_signed_stranger_keeps_to_the_categories_of_a_checkpoint() -> None:
    assert decide(stranger(signed(claims_for(category=2)), place="lounge")) == Admitted()
    refused = decide(stranger(signed(claims_for(category=1)), place="lounge"))
    assert refused == Refused(Reason.WRONG_CHECKPOINT)


def test_the_first_arrival_stands_in_the_way() -> None:
    case = Case("twice", R.ALREADY_IN, arrived=(shanghai(8, 9), shanghai(8, 10)))
    presented = case.presented()
    assert decide(presented) == Refused(Reason.ALREADY_IN, presented.arrivals[0])


def test_only_questions_of_the_category_are_asked() -> None:
    event = an_event(questions=(PHOTO, LUNCH, HOUSE_RULES))
    press = replace(Case("press", None, category="press").presented(), event=event)
    assert decide(press) == NeedsAnswer((PHOTO, HOUSE_RULES))
    assert decide(replace(press, answers={"photo": True})) == NeedsAnswer((HOUSE_RULES,))
    assert decide(replace(press, answers={"photo": False, "rules": False})) == Admitted()
    assert decide(replace(Case("delegate", None).presented(), event=event)) == Admitted()


def test_the_order_of_rules_is_the_precedence() -> None:
    # everything is wrong at once; each cure brings up the next objection
    everything = replace(
        Case("all wrong", None, checkpoint="lounge").presented(),
        code=OpaqueCode("WHO?"), ticket=None, event=an_event(),
    )  # fmt: skip
    unpaid = a_guest("A-1", category="press", status=UNPAID, days=frozenset(DAYS[1:])).ticket
    late = replace(the(an_event(), "morning"), categories=frozenset({"vip"}))
    here = Arrival(UUID(int=1), NOON, DAYS[0], "desk-1")
    p = replace(everything, checkpoint=late, arrivals=(here,))
    seen = [decide(p)]
    p = replace(p, ticket=unpaid)
    seen.append(decide(p))
    p = replace(p, ticket=replace(unpaid, status=VALID))
    seen.append(decide(p))
    p = replace(p, checkpoint=replace(late, categories=frozenset()))
    seen.append(decide(p))
    p = replace(p, checkpoint=replace(p.checkpoint, closes=None))
    seen.append(decide(p))
    p = replace(p, ticket=replace(unpaid, status=VALID, days=frozenset()))
    seen.append(decide(p))
    p = replace(p, arrivals=())
    seen.append(decide(p))
    seen.append(decide(replace(p, answers={"photo": True})))
    reasons = [d.reason if isinstance(d, Refused) else type(d) for d in seen]
    assert reasons == [
        R.UNKNOWN, R.UNPAID, R.WRONG_CHECKPOINT, R.TOO_LATE, R.WRONG_DAY, R.ALREADY_IN,
        NeedsAnswer, Admitted,
    ]  # fmt: skip
