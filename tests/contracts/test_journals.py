"""Every journal keeps the same promises: all of a transaction or none, in order, for ever."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain import ledger
from kiosk.domain.admission import Reason
from kiosk.domain.attendee import CodeKind, Detail, TicketStatus
from kiosk.domain.event import Checkpoint, EntryPolicy
from kiosk.domain.journal import (
    BADGE_ITEM,
    AttendeeCorrected,
    CheckedIn,
    CheckedOut,
    ClockQuality,
    CodesReplaced,
    HandedOut,
    Happened,
    JobState,
    Merged,
    PrintJobMoved,
    TicketChanged,
    TurnedAway,
    Voided,
    WalkedIn,
)
from kiosk.domain.words import Words
from kiosk.services.ports import Journal
from tests.contracts.station_files import journal_maker
from tests.fakes import HandClock
from tests.given import DAYS, NOON

TICKET, OTHER, JOB = UUID(int=1), UUID(int=2), UUID(int=3)
CAME = CheckedIn(TICKET, "registration", "vip", DAYS[0], (("lunch", False), ("photo", True)))
SAID = CheckedIn(
    TICKET, "passport", "vip", DAYS[0], (("document", "passport:12X4"), ("photo", True)),
    Reason.UNPAID, "李娜", "现金已付",
)  # fmt: skip
EVERY_KIND: tuple[Happened, ...] = (
    CAME,
    SAID,
    CheckedOut(TICKET, "hall", DAYS[1]),
    TurnedAway(Reason.UNPAID, "registration", DAYS[0], TICKET, b"0123456789abcdef"),
    TurnedAway(Reason.NOT_A_TICKET, "registration", DAYS[0], None, b""),
    Voided(UUID(int=9), TICKET, "认错人了"),
    PrintJobMoved(JOB, TICKET, JobState.QUEUED, 2, "desk", "ref", "撕坏了"),
    HandedOut(TICKET, BADGE_ITEM, "司机老王"),
    HandedOut(TICKET, "headset", "12 号"),
    HandedOut(TICKET, "gift"),
    AttendeeCorrected(TICKET, ((Detail.NAME, "林若镜"), (Detail.NOTE, ""))),
    TicketChanged(TICKET, "vip", None, "升级"),
    TicketChanged(TICKET, None, TicketStatus.BLOCKED),
    WalkedIn(TICKET, "W234567", "press", ((Detail.NAME, "贾若川"),)),
    CodesReplaced(TICKET, frozenset(CodeKind)),
    Merged(TICKET, OTHER),
)


@pytest.fixture(params=["memory", "file"])
def books(request: pytest.FixtureRequest, tmp_path: Path, clock: HandClock) -> Iterator[Journal]:
    journal, close = journal_maker(request.param, tmp_path, clock)
    yield journal
    close()


def record(journal: Journal, *whats: Happened) -> None:
    with journal.transaction() as tx:
        for what in whats:
            tx.record(what)


def test_every_kind_of_fact_comes_back_as_it_went_in(books: Journal) -> None:
    with books.transaction() as tx:
        recorded = tuple(tx.record(what) for what in EVERY_KIND)
    assert tuple(fact.what for fact in recorded) == EVERY_KIND
    assert books.facts() == recorded


def test_who_is_inside_follows_the_facts(books: Journal) -> None:
    hall = Checkpoint("hall", Words("大厅", "Hall"), EntryPolicy.IN_OUT)
    lunch = Checkpoint("lunch", Words("午餐", "Lunch"), EntryPolicy.ONCE_A_DAY)

    def inside(place: Checkpoint, day: date) -> int:
        with books.transaction() as tx:
            return tx.inside(place, day)

    record(books, CheckedIn(TICKET, "hall", "vip", DAYS[0]))
    record(books, CheckedIn(OTHER, "hall", "vip", DAYS[0]))
    record(books, CheckedIn(TICKET, "lunch", "vip", DAYS[0]))
    assert (inside(hall, DAYS[0]), inside(hall, DAYS[1])) == (2, 2)
    assert (inside(lunch, DAYS[0]), inside(lunch, DAYS[1])) == (1, 0)
    record(books, CheckedOut(OTHER, "hall", DAYS[0]))
    assert inside(hall, DAYS[0]) == 1
    first, second = books.facts()[0], books.facts()[3]
    record(books, Voided(second.id, OTHER, "still there"))
    assert inside(hall, DAYS[0]) == 2
    record(books, Voided(first.id, TICKET, "by mistake"))
    record(books, Voided(UUID(int=99), TICKET, "of another station"))
    assert inside(hall, DAYS[0]) == 1


def test_facts_say_who_was_at_the_desk(books: Journal) -> None:
    with books.transaction("李娜") as tx:
        tx.record(CAME)
    record(books, CAME)
    assert [fact.by for fact in books.facts()] == ["李娜", ""]


def test_the_facts_of_some_tickets_are_read_alone(books: Journal) -> None:
    record(books, *EVERY_KIND, replace(CAME, ticket=OTHER))
    assert [fact.what for fact in books.facts_of([OTHER])] == [replace(CAME, ticket=OTHER)]
    assert len(books.facts_of({TICKET, OTHER})) == len(EVERY_KIND)
    assert books.facts_of([]) == ()


def test_reading_the_facts_of_tickets_waits_for_no_check_in(
    tmp_path: Path, clock: HandClock
) -> None:
    writing, close_writing = journal_maker("file", tmp_path, clock)
    reading, close_reading = journal_maker("file", tmp_path, clock)
    with writing.transaction() as tx:
        tx.record(CAME)
        assert reading.facts_of([TICKET]) == ()
    assert len(reading.facts_of([TICKET])) == 1
    close_writing()
    close_reading()


def test_facts_are_numbered_and_carry_time_and_station(books: Journal, clock: HandClock) -> None:
    record(books, CAME)
    clock.believed = ClockQuality.SUSPECT
    clock.step(1.5)
    record(books, CAME)
    first, second = books.facts()
    assert (first.number, second.number) == (1, 2)
    assert (first.station, first.incarnation) == ("desk-1", second.incarnation)
    assert (first.at, second.at) == (NOON, NOON + timedelta(seconds=1.5))
    assert (first.clock, second.clock) == (ClockQuality.GOOD, ClockQuality.SUSPECT)
    assert first.hlc == int(NOON.timestamp() * 1000) << 16
    assert first.id.version == 7
    assert first.id != second.id


def test_a_time_by_hand_is_kept_but_does_not_order(books: Journal) -> None:
    record(books, CAME)
    with books.transaction() as tx:
        by_hand = tx.record(CAME, datetime(2020, 1, 1, tzinfo=UTC))
    assert (by_hand.at.year, by_hand.clock) == (2020, ClockQuality.BY_HAND)
    assert by_hand.hlc > books.facts()[0].hlc


def test_a_clock_that_goes_back_reorders_nothing(books: Journal, clock: HandClock) -> None:
    for jump in (0, -3600, +10, -86400, 0):
        clock.at += timedelta(seconds=jump)
        record(books, CAME, CAME)
    clocks = [fact.hlc for fact in books.facts()]
    assert clocks == sorted(set(clocks))
    assert books.recent(20) == books.facts()[::-1]


def test_a_time_behind_one_that_was_told_before_is_suspect(
    books: Journal, clock: HandClock
) -> None:
    told = []
    for jump in (0, -60, 60, -61, 120):
        clock.at += timedelta(seconds=jump)
        told.append(books.clock())
        record(books, CAME)
    with books.transaction() as tx:
        tx.record(CAME, NOON - timedelta(days=1))
    good, suspect, by_hand = ClockQuality.GOOD, ClockQuality.SUSPECT, ClockQuality.BY_HAND
    assert [fact.clock for fact in books.facts()] == [good, good, good, suspect, good, by_hand]
    assert told == [good, good, good, suspect, good]


def test_badges_do_not_push_decisions_out_of_the_recent_ones(books: Journal) -> None:
    turned = TurnedAway(Reason.UNPAID, "registration", DAYS[0], OTHER, b"")
    record(books, CAME, turned, CAME)
    oldest, middle, newest = books.facts()
    record(books, *(PrintJobMoved(JOB, TICKET, state, 1) for state in JobState))
    with books.transaction() as tx:
        void = [tx.record(Voided(fact.id, TICKET, "")) for fact in (oldest, newest)]
    record(books, CheckedOut(TICKET, "hall", DAYS[1]))
    assert books.recent(2) == (*reversed(void), newest, middle)
    assert books.recent(5) == (*reversed(void), newest, middle, oldest)


def broken_transaction(journal: Journal) -> None:
    with journal.transaction() as tx:
        tx.record(CAME)
        tx.record(PrintJobMoved(JOB, TICKET, JobState.QUEUED, 1))
        raise KeyError


def test_a_broken_transaction_leaves_nothing(books: Journal) -> None:
    record(books, CAME)
    with pytest.raises(KeyError):
        broken_transaction(books)
    record(books, CAME)
    assert [fact.number for fact in books.facts()] == [1, 2]
    assert books.unsent() == 2
    assert books.jobs(open_only=False) == ()


def test_a_transaction_sees_what_it_has_written(books: Journal) -> None:
    with books.transaction() as tx:
        fact = tx.record(CAME)
        tx.record(PrintJobMoved(JOB, OTHER, JobState.QUEUED, 1))
        assert tx.facts_of(TICKET) == (fact,)
        assert len(tx.facts_of(OTHER)) == 1
        assert tx.fact(fact.id) == fact
        assert tx.fact(uuid4()) is None
        assert tx.job(uuid4()) is None
        job = tx.job(JOB)
        assert job is not None
        assert (job.ticket, job.state) == (OTHER, JobState.QUEUED)


def test_open_jobs_are_those_that_something_may_still_happen_to(books: Journal) -> None:
    for number, state in enumerate(JobState):
        job = UUID(int=100 + number)
        record(books, PrintJobMoved(job, TICKET, JobState.QUEUED, 1))
        record(books, PrintJobMoved(job, TICKET, state, 1))
    waiting = [job.state for job in books.jobs(open_only=True)]
    assert waiting == [JobState.QUEUED, JobState.SENT, JobState.UNKNOWN]
    assert len(books.jobs(open_only=False)) == len(JobState)


moves = st.lists(
    st.builds(
        PrintJobMoved,
        st.sampled_from([UUID(int=n) for n in range(3)]),
        st.just(TICKET),
        st.sampled_from(JobState),
        st.just(1),
        st.sampled_from(("", "desk", "hall")),
        st.sampled_from(("", "ref-1", "ref-2")),
        st.sampled_from(("", "jam", "torn")),
    ),
    max_size=12,
)


@given(moves)
@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_queue_is_what_its_facts_say(books: Journal, seen: list[PrintJobMoved]) -> None:
    record(books, *seen)
    jobs = {job.job: job for job in books.jobs(open_only=False)}
    assert jobs == ledger.print_jobs(books.facts())
