"""Afterwards: who came, who is missing, what happened to whom."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from kiosk.domain.admission import Reason
from kiosk.domain.attendance import Arrivals
from kiosk.domain.event import Direction, Session
from kiosk.domain.journal import (
    CheckedOut,
    ClockQuality,
    JobState,
    PrintJobMoved,
    TurnedAway,
    Voided,
)
from kiosk.domain.words import Words
from kiosk.services.check_in import CheckIn
from kiosk.services.records import Records
from kiosk.services.reports import Reports
from kiosk.services.trail import trail
from kiosk.services.weighing import Terms
from tests.fakes import HandClock, MemoryJournal, MemoryRoster
from tests.given import CHECKPOINTS, DAYS, FURTHER, NOON, an_event, code_of, everybody, ticket_of

BATTERY = Session(
    "battery", Words("电池", "Batteries"), Words("", ""), NOON, NOON + timedelta(hours=1)
)
PLENARY = replace(BATTERY, id="plenary")
SUMMIT = replace(an_event(), checkpoints=CHECKPOINTS + FURTHER, sessions=(BATTERY, PLENARY))
A1 = ticket_of("A-1").id


@pytest.fixture
def roster() -> MemoryRoster:
    roster = MemoryRoster(lambda _: SUMMIT)
    with roster.rewriting(keep=True) as writer:
        writer.note("event", "the event of these tests")
        for entry in everybody():
            writer.put(entry)
    return roster


@pytest.fixture
def reports(records: Records) -> Reports:
    return Reports(records)


def test_arrivals_are_counted_by_hour_place_session_and_category(
    check_in: CheckIn, reports: Reports, clock: HandClock
) -> None:
    for number in ("A-1", "A-2"):
        check_in.present(code_of(number), "registration")
    undone = check_in.present(code_of("A-4"), "registration").fact
    assert undone is not None
    check_in.undo(undone.id, "by mistake")
    check_in.present(code_of("A-1"), "battery-door")
    clock.step(2 * 3600)
    check_in.present(code_of("A-2"), "battery-door")  # nothing runs any more
    assert reports.attendance() == (
        Arrivals("battery-door", "battery", "delegate", DAYS[0], 12, 1),
        Arrivals("registration", "", "delegate", DAYS[0], 12, 1),
        Arrivals("registration", "", "vip", DAYS[0], 12, 1),
        Arrivals("battery-door", "", "vip", DAYS[0], 14, 1),
    )


def test_missing_are_the_valid_who_have_not_come(check_in: CheckIn, reports: Reports) -> None:
    undone = check_in.present(code_of("A-2"), "registration").fact
    assert undone is not None
    check_in.undo(undone.id, "wrong person")
    check_in.present(code_of("A-1"), "lunch")

    def missing(checkpoint: str) -> list[str]:
        expected = reports.expected(checkpoint)
        return [one.guest.ticket.number for one in expected if not one.came]

    assert missing("") == ["A-2", "A-3", "A-4", "A-7"]
    assert missing("registration") == ["A-1", "A-2", "A-3", "A-4", "A-7"]
    assert missing("lunch") == ["A-2", "A-3", "A-4", "A-7"]


def test_turnout_by_category(check_in: CheckIn, reports: Reports) -> None:
    check_in.present(code_of("A-1"), "registration")
    assert sum(one.came for one in reports.turnout("")) == 1
    assert sum(one.came for one in reports.turnout("lunch")) == 0
    expected = {one.category: one.expected for one in reports.turnout("")}
    assert sum(expected.values()) == len(reports.expected(""))
    assert 0 not in expected.values()


def test_everything_that_happened_to_a_ticket_in_words(
    check_in: CheckIn, reports: Reports, clock: HandClock
) -> None:
    check_in.present(code_of("A-3"), "registration", {"photo": False})
    a3 = ticket_of("A-3").id
    out = replace(check_in, terms=Terms(Direction.OUT))
    check_in.present(code_of("A-3"), "room", {"photo": True})
    left = out.present(code_of("A-3"), "room").fact
    check_in.present(code_of("A-3"), "registration")
    clock.believed = ClockQuality.SUSPECT
    forced = check_in.force(code_of("A-3"), "dinner", "the host asked", "Li Na")
    assert left is not None
    steps = reports.trail(a3)
    said = [step.words.en for step in steps]
    assert said == [
        "checked in at Registration; photo: no",
        "badge queued, no. 1",
        "checked in at Small room; photo: yes",
        "left Small room",
        "turned away at Registration: already_in",
        "checked in at Dinner, let in by Li Na against not_invited (the host asked)",
    ]
    assert [step.doubtful for step in steps] == [False] * 5 + [True]
    assert steps[0].words.zh == "在签到处签到；photo：否"
    assert forced is not None


def test_what_was_taken_back_is_marked(journal: MemoryJournal) -> None:
    with journal.transaction() as tx:
        from_elsewhere = TurnedAway(Reason.UNPAID, "a place that is no more", DAYS[0], A1, b"")
        tx.record(from_elsewhere)
        tx.record(PrintJobMoved(uuid4(), A1, JobState.FAILED, 2, cause="jam"))
        left = tx.record(CheckedOut(A1, "room", DAYS[0]))
        tx.record(Voided(left.id, A1, "still here"))
        tx.record(Voided(uuid4(), A1, "of another station"))
    steps = trail(journal.facts(), SUMMIT)
    assert [step.words.en for step in steps] == [
        "turned away at a place that is no more: unpaid",
        "the badge failed to print, no. 2 (jam)",
        "left Small room",
        "took the leaving back: still here",
        "took it back: of another station",
    ]
    assert [step.undone for step in steps] == [False, False, True, False, False]
