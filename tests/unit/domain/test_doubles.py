"""Double check-ins: found alike by everybody, in whatever order the facts came."""

import random
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.admission import Reason
from kiosk.domain.doubles import doubles
from kiosk.domain.journal import (
    CheckedIn,
    CheckedOut,
    ClockQuality,
    Fact,
    Happened,
    Voided,
)
from kiosk.domain.rarer_facts import DoubleSettled
from tests.given import DAYS, NOON, an_event

TICKET, OTHER = UUID(int=1), UUID(int=2)
CAME = CheckedIn(TICKET, "registration", "delegate", DAYS[0])
EVENT = an_event()


def fact(number: int, station: str, what: Happened) -> Fact:
    return Fact(
        UUID(int=1000 + number), station, station.encode(), number, number << 16,
        NOON + timedelta(seconds=number), ClockQuality.GOOD, what,
    )  # fmt: skip


def test_two_desks_admitted_one_ticket() -> None:
    first, second = fact(1, "A", CAME), fact(2, "B", CAME)
    (double,) = doubles([second, first], EVENT)
    assert double.winner == first
    assert double.arrivals == (first, second)
    assert not double.settled


def test_one_desk_alone_makes_no_double() -> None:
    assert doubles([fact(1, "A", CAME), fact(2, "A", CAME)], EVENT) == ()
    assert doubles([fact(1, "A", CAME), fact(2, "B", replace(CAME, ticket=OTHER))], EVENT) == ()


def test_what_was_undone_or_forced_does_not_count() -> None:
    first, second = fact(1, "A", CAME), fact(2, "B", CAME)
    undone = fact(3, "B", Voided(second.id, TICKET, "wrong"))
    assert doubles([first, second, undone], EVENT) == ()
    forced = fact(2, "B", replace(CAME, overrides=Reason.ALREADY_IN))
    assert doubles([first, forced], EVENT) == ()


def test_a_day_of_its_own_is_no_double_where_one_may_come_daily() -> None:
    lunch = replace(CAME, checkpoint="lunch")
    again = replace(lunch, day=DAYS[1])
    assert doubles([fact(1, "A", lunch), fact(2, "B", again)], EVENT) == ()
    assert len(doubles([fact(1, "A", lunch), fact(2, "B", lunch)], EVENT)) == 1


def test_whoever_left_may_come_again() -> None:
    into, out = replace(CAME, checkpoint="hall"), CheckedOut(TICKET, "hall", DAYS[0])
    facts = [fact(1, "A", into), fact(2, "B", out), fact(3, "B", into)]
    assert doubles(facts, EVENT) == ()
    assert len(doubles([*facts, fact(4, "A", into)], EVENT)) == 1
    # where nobody counts out, leaving is no excuse
    gone = CheckedOut(TICKET, "registration", DAYS[0])
    assert len(doubles([fact(1, "A", CAME), fact(2, "A", gone), fact(3, "B", CAME)], EVENT)) == 1


def test_a_settled_double_opens_again_with_one_more_arrival() -> None:
    first, second = fact(1, "A", CAME), fact(2, "B", CAME)
    settled = DoubleSettled(TICKET, "registration", (first.id, second.id), "twins")
    facts = [first, second, fact(3, "hub", settled)]
    assert [d.settled for d in doubles(facts, EVENT)] == [True]
    assert [d.settled for d in doubles([*facts, fact(4, "C", CAME)], EVENT)] == [False]


def test_an_unknown_place_is_one_where_one_may_come_once() -> None:
    attic = replace(CAME, checkpoint="attic")
    assert len(doubles([fact(1, "A", attic), fact(2, "B", attic)], EVENT)) == 1


happenings = st.builds(
    CheckedIn,
    st.sampled_from([TICKET, OTHER]),
    st.sampled_from(["registration", "lunch", "hall"]),
    st.just("delegate"),
    st.sampled_from(DAYS),
) | st.builds(CheckedOut, st.sampled_from([TICKET, OTHER]), st.just("hall"), st.sampled_from(DAYS))


@given(st.lists(st.tuples(st.sampled_from("ABC"), happenings), max_size=12), st.randoms())
def test_the_order_of_arrival_makes_no_difference(
    told: list[tuple[str, Happened]], chance: random.Random
) -> None:
    facts = [fact(number, station, what) for number, (station, what) in enumerate(told, 1)]
    expected = doubles(facts, EVENT)
    shuffled = [*facts, *facts[:3]]
    chance.shuffle(shuffled)
    assert doubles(shuffled, EVENT) == expected
    for double in expected:
        assert double.winner == min(double.arrivals, key=lambda f: (f.hlc, f.station, f.id))
