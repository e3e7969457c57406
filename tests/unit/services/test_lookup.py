"""Finding people, and what happened to them."""

from uuid import UUID

from kiosk.domain.identity import event_id, ticket_id, ticket_tag
from kiosk.domain.journal import CheckedIn, JobState, PrintJobMoved, TurnedAway
from kiosk.services.check_in import CheckIn
from kiosk.services.lookup import CheckedInRow, Lookup
from kiosk.services.records import Records
from kiosk.services.reprinting import Queued, Reprint, reprint
from tests.fakes import HandClock, MemoryJournal
from tests.given import NOON, SLUG, code_of, signed_code, ticket_of

GATE = "registration"


def test_a_found_guest_comes_with_the_time_of_arrival(
    records: Records, check_in: CheckIn, clock: HandClock
) -> None:
    lookup = Lookup(records)
    assert [f.arrived_at for f in lookup.search("林若静", GATE)] == [None]
    check_in.present(code_of("A-1"), GATE)
    clock.step(60)
    check_in.present(code_of("A-1"), GATE)
    (found,) = lookup.search("linruojing", GATE, 5) or lookup.search("林", GATE)
    assert (found.guest.ticket.number, found.arrived_at) == ("A-1", NOON)
    assert [f.arrived_at for f in lookup.search("林若静", "lunch")] == [None]


def test_an_empty_query_finds_nobody(records: Records) -> None:
    assert Lookup(records).search("  ", GATE) == ()


def test_the_recent_list_has_decisions_newest_first_with_undone_marked(
    records: Records, check_in: CheckIn, clock: HandClock
) -> None:
    first = check_in.present(code_of("A-1"), GATE)
    for text in (code_of("A-5"), "WHO?", signed_code()):
        clock.step(1)
        check_in.present(text, GATE)
    assert first.fact is not None
    check_in.undo(first.fact.id, "wrong person")
    recent = Lookup(records).recent(limit=4).visits
    kinds = [type(visited.what) for visited in recent]
    assert kinds == [CheckedIn, TurnedAway, TurnedAway, CheckedIn]
    names = [visited.guest.ticket.number if visited.guest else None for visited in recent]
    assert names == [None, None, "A-5", "A-1"]
    assert [visited.undone for visited in recent] == [False, False, False, True]
    assert len(Lookup(records).recent(limit=2).visits) == 2


def test_an_export_has_one_row_for_each_attendee(
    records: Records, check_in: CheckIn, journal: MemoryJournal
) -> None:
    job = check_in.present(code_of("A-1"), GATE).job
    undone = check_in.present(code_of("A-2"), GATE).fact
    assert job is not None
    assert undone is not None
    check_in.undo(undone.id, "wrong person")
    check_in.present(code_of("A-5"), GATE)
    check_in.present(code_of("A-1"), "lunch")
    with journal.transaction() as tx:
        tx.record(PrintJobMoved(job, ticket_of("A-1").id, JobState.CONFIRMED, 1))
    again = reprint(records, Reprint(ticket_of("A-1").id, "torn"))
    assert isinstance(again, Queued)
    second = again.job
    assert second is not None
    rows = Lookup(records).export()
    told = {r.code: (r.arrived_at, r.station, r.badges) for r in rows}
    assert told["A-1"] == (NOON, "desk-1", 1)
    assert told["A-2"] == told["A-5"] == (None, "", 0)
    assert len(told) == len(rows) == 7
    with journal.transaction() as tx:
        tx.record(PrintJobMoved(second, ticket_of("A-1").id, JobState.CONFIRMED, 2))
    assert Lookup(records).export()[0].badges == 2


def test_badges_and_undos_push_nobody_out_of_the_recent_list(
    records: Records, check_in: CheckIn, journal: MemoryJournal
) -> None:
    facts = [check_in.present(code_of(f"A-{n}"), GATE).fact for n in (1, 2)]
    with journal.transaction() as tx:
        for state in list(JobState) * 5:
            tx.record(PrintJobMoved(UUID(int=1), ticket_of("A-1").id, state, 1))
    for fact in facts:
        assert fact is not None
        check_in.undo(fact.id, "wrong person")
    recent = Lookup(records).recent(limit=2).visits
    names = [visited.guest.ticket.number if visited.guest else None for visited in recent]
    assert names == ["A-2", "A-1"]
    assert all(visited.undone for visited in recent)


def test_an_export_has_a_row_for_each_admitted_stranger(
    records: Records, check_in: CheckIn, journal: MemoryJournal, clock: HandClock
) -> None:
    job = check_in.present(signed_code("stranger", category=2), GATE).job
    clock.step(60)
    gone = check_in.present(signed_code("undone"), GATE).fact
    assert job is not None
    assert gone is not None
    check_in.undo(gone.id, "wrong person")
    check_in.present(signed_code("stranger", category=2), "lunch")
    with journal.transaction() as tx:
        ticket = ticket_id(event_id(SLUG), ticket_tag(SLUG, "stranger"))
        tx.record(PrintJobMoved(job, ticket, JobState.CONFIRMED, 1))
    rows = Lookup(records).export()
    assert len(rows) == 8
    assert rows[-1] == CheckedInRow("", "", "vip", NOON, "desk-1", 1)
