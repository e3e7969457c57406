"""What facts amount to, in whatever order they arrive."""

from random import Random
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import ledger
from kiosk.domain.journal import (
    CheckedIn,
    CheckedOut,
    Fact,
    JobState,
    PrintJobMoved,
    Voided,
)
from tests.given import DAYS
from tests.unit.domain.strategies import JOBS, TICKETS, fact, journals

TICKET, OTHER = TICKETS[:2]
HALL = "hall"


def came_in(ticket: UUID = TICKET, place: str = HALL) -> CheckedIn:
    return CheckedIn(ticket, place, "vip", DAYS[0])


def moved(to: JobState, **more: Any) -> PrintJobMoved:
    return PrintJobMoved(JOBS[0], TICKET, to, 1, **more)


@given(journals(), st.randoms())
def test_the_order_of_arrival_makes_no_difference(facts: list[Fact], chance: Random) -> None:
    shuffled = list(facts) + facts[:2]  # some come twice, as a retried sync brings them
    chance.shuffle(shuffled)
    for ticket in TICKETS:
        for place in ("registration", HALL):
            once = ledger.arrivals(facts, ticket, place)
            assert ledger.arrivals(shuffled, ticket, place) == once
    assert ledger.print_jobs(shuffled) == ledger.print_jobs(facts)


@given(journals())
def test_arrivals_are_unvoided_check_ins_oldest_first(facts: list[Fact]) -> None:
    void = {f.what.fact for f in facts if isinstance(f.what, Voided)}
    for ticket in TICKETS:
        found = [a.fact for a in ledger.arrivals(facts, ticket, HALL)]
        wanted = [
            f.id
            for f in sorted(facts, key=ledger.order)
            if isinstance(f.what, CheckedIn)
            and (f.what.ticket, f.what.checkpoint) == (ticket, HALL)
            and f.id not in void
        ]
        assert found == wanted


@pytest.mark.parametrize(
    ("winner", "loser"),
    [
        (fact(came_in(), 5, "desk-2"), fact(came_in(), 6, "desk-1")),
        (fact(came_in(), 5, "desk-1", UUID(int=9)), fact(came_in(), 5, "desk-2", UUID(int=1))),
        (fact(came_in(), 5, id_=UUID(int=1)), fact(came_in(), 5, id_=UUID(int=2))),
    ],
    ids=["the earlier clock", "then the station's name", "then the id"],
)
def test_a_double_check_in_has_one_winner(winner: Fact, loser: Fact) -> None:
    for facts in ([winner, loser], [loser, winner]):
        assert [a.fact for a in ledger.arrivals(facts, TICKET, HALL)] == [winner.id, loser.id]


def test_a_void_may_arrive_before_what_it_voids() -> None:
    check_in = fact(came_in(), 7)
    early = fact(Voided(check_in.id, TICKET, "mistake"), 3)
    assert ledger.arrivals([early, check_in], TICKET, HALL) == ()


def test_other_tickets_and_places_do_not_count() -> None:
    facts = [fact(came_in(OTHER), 1), fact(came_in(place="registration"), 2)]
    assert ledger.arrivals(facts, TICKET, HALL) == ()


def test_out_and_in_again() -> None:
    out = fact(CheckedOut(TICKET, HALL, DAYS[0]), 2)
    facts = [fact(came_in(), 1), out]
    assert [a.inside for a in ledger.arrivals(facts, TICKET, HALL)] == [False]
    facts.append(fact(came_in(), 3))
    assert [a.inside for a in ledger.arrivals(facts, TICKET, HALL)] == [False, True]
    facts.append(fact(Voided(out.id, TICKET, "he is still inside"), 4))
    assert [a.inside for a in ledger.arrivals(facts, TICKET, HALL)] == [True, True]
    elsewhere = fact(CheckedOut(TICKET, "registration", DAYS[0]), 5)
    assert [a.inside for a in ledger.arrivals([*facts, elsewhere], TICKET, HALL)] == [True, True]


def test_a_print_job_stands_where_its_latest_fact_put_it() -> None:
    facts = [
        fact(moved(JobState.QUEUED, cause="reprint: torn"), 1),
        fact(moved(JobState.SENT, printer="desk printer"), 2),
        fact(moved(JobState.SENT, printer_ref="ref-9"), 3),
        fact(moved(JobState.CONFIRMED), 4),
    ]
    job = ledger.print_jobs(reversed(facts))[JOBS[0]]
    assert (job.state, job.printer, job.printer_ref) == (
        JobState.CONFIRMED,
        "desk printer",
        "ref-9",
    )
    assert (job.cause, job.queued_hlc, job.copy) == ("reprint: torn", 1, 1)


def test_only_three_states_settle_a_job() -> None:
    settled = {state for state in JobState if state.settled}
    assert settled == {JobState.CONFIRMED, JobState.FAILED, JobState.CANCELLED}
