"""Taking a check-in back: nothing is deleted, and no badge is printed for nothing or twice."""

from uuid import UUID, uuid4

from kiosk.domain.admission import Admitted
from kiosk.domain.journal import JobState, PrintJobMoved, Voided
from kiosk.services.check_in import CheckIn
from kiosk.services.outcomes import NothingToUndo, Outcome, Undone
from kiosk.services.records import Records
from kiosk.services.reprinting import NotThere, Reprint, reprint
from tests.fakes import MemoryJournal
from tests.given import code_of, ticket_of

A1 = ticket_of("A-1").id


def admitted(check_in: CheckIn, place: str = "registration", number: str = "A-1") -> Outcome:
    outcome = check_in.present(code_of(number), place)
    assert outcome.admission == Admitted()
    return outcome


def undo(check_in: CheckIn, outcome: Outcome) -> Undone | NothingToUndo:
    assert outcome.fact is not None
    return check_in.undo(outcome.fact.id, "wrong person")


def move(journal: MemoryJournal, job: UUID, to: JobState) -> None:
    with journal.transaction() as tx:
        tx.record(PrintJobMoved(job, A1, to, 1))


def states(journal: MemoryJournal) -> list[JobState]:
    return [job.state for job in journal.jobs(open_only=False)]


def test_an_undo_is_a_new_fact_and_cancels_the_queued_badge(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    outcome = admitted(check_in)
    done = undo(check_in, outcome)
    assert isinstance(done, Undone)
    assert outcome.fact is not None
    assert done.fact.what == Voided(outcome.fact.id, A1, "wrong person")
    assert outcome.fact in journal.facts()
    assert states(journal) == [JobState.CANCELLED]
    assert journal.unsent() == len(journal.facts()) == 4


def test_undoing_twice_changes_nothing(check_in: CheckIn, journal: MemoryJournal) -> None:
    outcome = admitted(check_in)
    undo(check_in, outcome)
    before = journal.facts()
    assert undo(check_in, outcome) == NothingToUndo()
    assert journal.facts() == before


def test_only_check_ins_can_be_undone(check_in: CheckIn) -> None:
    assert check_in.undo(uuid4(), "no such fact") == NothingToUndo()
    refused = check_in.present(code_of("A-5"), "registration")
    assert undo(check_in, refused) == NothingToUndo()


def test_after_an_undo_the_guest_may_come_again_and_gets_the_badge(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    undo(check_in, admitted(check_in))
    assert admitted(check_in).job is not None
    assert states(journal) == [JobState.CANCELLED, JobState.QUEUED]
    assert [job.copy for job in journal.jobs(open_only=False)] == [1, 2]


def test_no_second_badge_where_one_exists_or_may_exist(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    for state in (JobState.SENT, JobState.UNKNOWN, JobState.CONFIRMED):
        outcome = admitted(check_in)
        job = outcome.job or journal.jobs(open_only=False)[0].job
        move(journal, job, state)
        undo(check_in, outcome)
        assert states(journal) == [state]
    assert admitted(check_in).job is None


def test_a_badge_that_failed_is_made_again(check_in: CheckIn, journal: MemoryJournal) -> None:
    outcome = admitted(check_in)
    assert outcome.job is not None
    move(journal, outcome.job, JobState.FAILED)
    undo(check_in, outcome)
    assert admitted(check_in).job is not None


def test_an_undo_at_the_hall_keeps_the_badge_of_the_registration(
    check_in: CheckIn, journal: MemoryJournal
) -> None:
    registered = admitted(check_in)
    undo(check_in, admitted(check_in, "hall"))
    assert states(journal) == [JobState.QUEUED]
    undo(check_in, registered)
    assert states(journal) == [JobState.CANCELLED]


def test_an_undo_leaves_other_guests_badges_alone(
    check_in: CheckIn, journal: MemoryJournal, records: Records
) -> None:
    admitted(check_in, number="A-2")
    reprint(records, Reprint(ticket_of("A-2").id, "torn"))
    undo(check_in, admitted(check_in))
    assert states(journal) == [JobState.QUEUED, JobState.QUEUED, JobState.CANCELLED]


def test_no_badge_is_reprinted_for_somebody_who_is_not_checked_in(records: Records) -> None:
    assert reprint(records, Reprint(A1, "torn")) == NotThere()
    assert records.journal.jobs(open_only=False) == ()
