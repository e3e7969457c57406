"""What the screens ask: each answer comes as a future, each badge wakes the printer."""

import pytest

from kiosk.domain.admission import Admitted, Reason, Refused
from kiosk.domain.journal import CheckedIn, ClockQuality, JobState
from kiosk.domain.staff import Act, Role, Staff
from kiosk.domain.words import Words
from kiosk.keys.station import StationKeys
from kiosk.services.outcomes import NothingToUndo, Outcome, SeveralTickets, Undone
from kiosk.services.reception import Reception
from kiosk.services.records import Records
from kiosk.services.reprinting import Queued, Reprint
from kiosk.services.shift import NotAllowed, Shift, SignedIn
from kiosk.services.trouble import Unavailable
from tests.fakes import HandClock, Here, MemoryJournal
from tests.given import an_event, code_of, ticket_of

A1 = ticket_of("A-1").id


@pytest.fixture
def woken() -> list[str]:
    return []


@pytest.fixture
def reception(records: Records, keys: StationKeys, clock: HandClock, woken: list[str]) -> Reception:
    wake = lambda: woken.append("printer")  # noqa: E731
    return Reception(Here(records), keys, clock, "registration", wake)


def test_an_admission_wakes_the_printer(reception: Reception, woken: list[str]) -> None:
    assert reception.event().result() == an_event()
    assert reception.present(code_of("A-1"), {}).result().admission == Admitted()
    assert woken == ["printer"]
    refused = reception.admit(A1, {}).result().admission
    assert isinstance(refused, Refused)
    assert refused.reason is Reason.ALREADY_IN
    assert woken == ["printer"]


def test_codes_in_view_together_are_weighed_together(
    reception: Reception, woken: list[str]
) -> None:
    several = reception.present_one_of((code_of("A-1"), code_of("A-2"))).result()
    assert isinstance(several, SeveralTickets)
    assert woken == []
    one = reception.present_one_of(("who?", code_of("A-1"))).result()
    assert isinstance(one, Outcome)
    assert woken == ["printer"]


def test_a_station_without_staff_knows_nobody(reception: Reception) -> None:
    assert reception.at_the_desk == ""


def test_a_clerk_undoes_and_sees_it(reception: Reception) -> None:
    outcome = reception.admit(A1, {}).result()
    assert outcome.fact is not None
    assert isinstance(reception.undo(outcome.fact.id, "wrong person").result(), Undone)
    assert reception.undo(outcome.fact.id, "again").result() == NothingToUndo()
    recent = reception.recent(5).result()
    assert ([visited.undone for visited in recent.visits], recent.unsent) == ([True], 4)
    assert recent.clock is ClockQuality.GOOD
    (found,) = reception.search("欧阳", 5).result()
    assert found.guest.ticket.number == "A-2"


def test_a_reprint_and_a_word_on_an_unknown_job_wake_the_printer(
    reception: Reception, woken: list[str], journal: MemoryJournal
) -> None:
    reception.present(code_of("A-1"), {}).result()
    woken.clear()
    again = reception.reprint(Reprint(A1, "torn")).result()
    assert isinstance(again, Queued)
    job = again.job
    assert job is not None
    assert woken == ["printer"]
    assert not reception.came_out(job, yes=True).result()
    assert journal.jobs(open_only=True)[0].state is JobState.QUEUED
    assert woken == ["printer", "printer"]


def test_trouble_comes_with_the_future(reception: Reception, journal: MemoryJournal) -> None:
    journal.fails_at_commit = Unavailable(Words("磁盘已满", "disk full"), Words("", ""))
    future = reception.present(code_of("A-1"), {})
    with pytest.raises(Unavailable):
        future.result()


def test_what_is_done_in_a_shift_carries_a_name(
    records: Records, keys: StationKeys, clock: HandClock, journal: MemoryJournal
) -> None:
    class Book:
        """One clerk."""

        def staff(self) -> tuple[Staff, ...]:
            return (Staff("Wang", Role.CLERK),)

        def proven(self, name: str, pin: str) -> Staff | None:
            return self.staff()[0]

    shift = Shift(Book(), clock)
    reception = Reception(Here(records), keys, clock, "registration", lambda: None, shift=shift)
    reception.present(code_of("A-1"), {}).result()
    assert reception.at_the_desk == ""
    assert reception.sign_in("Wang", "1357").result() == SignedIn(Staff("Wang", Role.CLERK))
    assert reception.at_the_desk == "Wang"
    allowed = reception.allow(Act.FORCE, "Wang", "1357").result()
    assert allowed == NotAllowed(Staff("Wang", Role.CLERK))
    reception.force(code_of("A-5"), "paid in cash", Staff("Li Na", Role.SUPERVISOR)).result()
    came = [(f.by, f.what.by) for f in journal.facts() if isinstance(f.what, CheckedIn)]
    assert came == [("", ""), ("Wang", "Li Na")]
