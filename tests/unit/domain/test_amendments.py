"""What desks say is laid over the list, in whatever order it becomes known."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.amendments import Amended, amended, badge_generation
from kiosk.domain.attendee import CodeKind, Detail, TicketStatus
from kiosk.domain.journal import (
    Amending,
    AttendeeCorrected,
    CodesReplaced,
    Fact,
    HandedOut,
    Merged,
    TicketChanged,
    Voided,
    WalkedIn,
)
from tests.given import a_guest
from tests.unit.domain.strategies import TICKETS, fact, journals

GUEST = a_guest("A-1", "林若静")
LISTED = (GUEST.attendee, GUEST.ticket)
TICKET = GUEST.ticket.id
BADGE = frozenset({CodeKind.BADGE})


def after(*whats: Amending | Voided | HandedOut) -> Amended | None:
    return amended(LISTED, [fact(what, hlc) for hlc, what in enumerate(whats, 1)])


def corrected(detail: Detail, text: str) -> AttendeeCorrected:
    return AttendeeCorrected(TICKET, ((detail, text),))


@given(journals(), st.randoms(), st.booleans())
def test_the_order_of_arrival_makes_no_difference(
    facts: list[Fact], chance: Random, listed: bool
) -> None:
    shuffled = list(facts) + facts[:2]
    chance.shuffle(shuffled)
    for ticket in TICKETS:
        mine = [f for f in facts if f.what.ticket == ticket]
        again = [f for f in shuffled if f.what.ticket == ticket]
        row = LISTED if listed else None
        assert amended(row, again) == amended(row, mine)
        assert badge_generation(again) == badge_generation(mine)


def test_nothing_said_is_nothing_amended() -> None:
    assert after() is None
    assert after(HandedOut(TICKET, "gift")) is None


@pytest.mark.parametrize("detail", Detail)
def test_every_detail_can_be_corrected(detail: Detail) -> None:
    known = after(corrected(detail, "新"))
    assert known
    assert getattr(known.attendee, detail.value) == "新"
    others = set(Detail) - {detail}
    assert all(getattr(known.attendee, d) == getattr(GUEST.attendee, d) for d in others)


def test_the_last_word_holds_until_it_is_taken_back() -> None:
    first, second = corrected(Detail.TITLE, "主编"), corrected(Detail.TITLE, "台长")
    known = after(first, second)
    assert known
    assert known.attendee.title == "台长"
    facts = [fact(first, 1), fact(second, 2)]
    undone = amended(LISTED, [*facts, fact(Voided(facts[1].id, TICKET, "no"), 3)])
    assert undone
    assert undone.attendee.title == "主编"


def test_category_and_status_change_apart() -> None:
    known = after(TicketChanged(TICKET, "vip"), TicketChanged(TICKET, None, TicketStatus.BLOCKED))
    assert known
    assert (known.ticket.category, known.ticket.status) == ("vip", TicketStatus.BLOCKED)


def test_codes_are_replaced_by_kind() -> None:
    known = after(CodesReplaced(TICKET, BADGE), CodesReplaced(TICKET, frozenset(CodeKind)))
    assert known
    assert (known.generation, known.ticket_code_counts) == (3, False)
    only_ticket = after(CodesReplaced(TICKET, frozenset({CodeKind.TICKET})))
    assert only_ticket
    assert (only_ticket.generation, only_ticket.ticket_code_counts) == (1, False)


def test_a_walk_in_needs_no_list_and_gives_way_to_one() -> None:
    walk_in = WalkedIn(TICKET, "W234567", "press", ((Detail.NAME, "贾若川"),))
    known = amended(None, [fact(walk_in, 1), fact(corrected(Detail.TITLE, "记者"), 2)])
    assert known
    assert (known.attendee.name, known.attendee.title) == ("贾若川", "记者")
    assert (known.ticket.number, known.ticket.category) == ("W234567", "press")
    listed = after(walk_in)
    assert listed
    assert listed.attendee == GUEST.attendee


def test_what_is_said_of_nobody_says_nothing() -> None:
    assert amended(None, [fact(corrected(Detail.NAME, "谁"), 1)]) is None


def test_a_double_leads_to_the_other_ticket() -> None:
    known = after(Merged(TICKET, TICKETS[1]))
    assert known
    assert known.into == TICKETS[1]
