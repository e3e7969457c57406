"""Doors with rarer rules: both ways, a capacity, notes, badges for each day, and overrides."""

from dataclasses import replace

import pytest

from kiosk.domain.admission import Admitted, NeedsAnswer, Reason, Refused
from kiosk.domain.event import BadgePolicy, Direction, Event
from kiosk.domain.journal import CheckedIn, CheckedOut
from kiosk.keys.station import StationKeys
from kiosk.services.check_in import CheckIn
from kiosk.services.outcomes import CannotForce, Outcome
from kiosk.services.records import Records
from kiosk.services.weighing import Terms
from tests.fakes import HandClock, MemoryJournal, MemoryRoster
from tests.given import CATEGORIES, CHECKPOINTS, FURTHER, an_event, code_of, everybody, signed_code


def summit() -> Event:
    """The event with its rarer doors; delegates get a badge for every day."""
    categories = (replace(CATEGORIES[0], badge=BadgePolicy.EVERY_DAY), *CATEGORIES[1:])
    return replace(an_event(), checkpoints=CHECKPOINTS + FURTHER, categories=categories)


@pytest.fixture
def roster() -> MemoryRoster:
    roster = MemoryRoster(lambda _: summit())
    with roster.rewriting(keep=True) as writer:
        writer.note("event", "the event of these tests")
        for entry in everybody():
            about = "call the host" if entry.ticket.number == "A-2" else ""
            writer.put(replace(entry, attendee=replace(entry.attendee, note=about)))
    return roster


@pytest.fixture
def out(records: Records, keys: StationKeys, clock: HandClock) -> CheckIn:
    return CheckIn(records, keys, clock, Terms(Direction.OUT))


def said(outcome: Outcome) -> str:
    match outcome.admission:
        case Refused(reason=reason):
            return reason.value
        case NeedsAnswer(questions=questions):
            return questions[0].id
        case _:
            return "admitted"


def test_in_and_out_and_in_again(check_in: CheckIn, out: CheckIn, journal: MemoryJournal) -> None:
    code = code_of("A-1")
    assert said(out.present(code, "room")) == "not_inside"
    assert said(check_in.present(code, "room")) == "admitted"
    assert said(check_in.present(code, "room")) == "already_in"
    left = out.present(code, "room")
    assert isinstance(left.admission, Admitted)
    assert isinstance(left.fact and left.fact.what, CheckedOut)
    assert left.job is None
    assert said(out.present(code, "room")) == "not_inside"
    assert said(check_in.present(code, "room")) == "admitted"


def test_a_full_room_takes_somebody_when_somebody_leaves(check_in: CheckIn, out: CheckIn) -> None:
    answers = {"photo": True, "staff-note": True}
    for number in ("A-1", "A-2"):
        assert said(check_in.present(code_of(number), "room", answers)) == "admitted"
    assert said(check_in.present(code_of("A-3"), "room", answers)) == "full"
    out.present(code_of("A-1"), "room")
    assert said(check_in.present(code_of("A-3"), "room", answers)) == "admitted"


def test_an_undone_arrival_leaves_its_chair(check_in: CheckIn) -> None:
    first = check_in.present(code_of("A-1"), "room")
    check_in.present(code_of("A-2"), "room", {"staff-note": True})
    assert first.fact is not None
    check_in.undo(first.fact.id, "by mistake")
    assert said(check_in.present(code_of("A-4"), "room")) == "admitted"


def test_registration_first(check_in: CheckIn) -> None:
    assert said(check_in.present(code_of("A-1"), "media")) == "register_first"
    check_in.present(code_of("A-1"), "registration")
    assert said(check_in.present(code_of("A-1"), "media")) == "admitted"


def test_a_note_is_for_staff(check_in: CheckIn, records: Records, keys: StationKeys) -> None:
    outcome = check_in.present(code_of("A-2"), "registration")
    assert isinstance(outcome.admission, NeedsAnswer)
    assert outcome.admission.questions[0].text.en == "call the host"
    alone = replace(check_in, terms=Terms(staffed=False))
    assert said(alone.present(code_of("A-2"), "registration")) == "see_staff"
    seen = check_in.present(code_of("A-2"), "registration", {"staff-note": True})
    assert said(seen) == "admitted"


def test_a_badge_for_every_day_is_made_once_a_day(check_in: CheckIn, clock: HandClock) -> None:
    assert check_in.present(code_of("A-1"), "registration").job is not None
    assert check_in.present(code_of("A-1"), "lunch").job is None, "the same day"
    clock.step(24 * 3600)
    assert check_in.present(code_of("A-1"), "lunch").job is not None
    assert check_in.present(code_of("A-1"), "hall").job is None


def test_a_supervisor_lets_a_ticket_in_and_the_fact_says_who(check_in: CheckIn) -> None:
    outcome = check_in.force(code_of("A-5"), "registration", "paid in cash", "Li Na")
    assert isinstance(outcome, Outcome)
    assert outcome.fact is not None
    what = outcome.fact.what
    assert isinstance(what, CheckedIn)
    assert (what.overrides, what.by, what.why) == (Reason.UNPAID, "Li Na", "paid in cash")
    assert outcome.job is not None


def test_what_needs_no_force_is_an_everyday_check_in(check_in: CheckIn) -> None:
    outcome = check_in.force(code_of("A-1"), "registration", "to be sure", "Li Na")
    assert isinstance(outcome, Outcome)
    assert outcome.fact is not None
    assert isinstance(outcome.fact.what, CheckedIn)
    assert outcome.fact.what.overrides is None


def test_nobody_is_let_in_without_a_ticket(check_in: CheckIn, journal: MemoryJournal) -> None:
    assert check_in.force("who?", "registration", "a friend", "Li Na") == CannotForce(
        Reason.UNKNOWN
    )
    assert journal.facts() == ()
    stranger = check_in.force(signed_code("stranger", category=1), "dinner", "invited", "Li Na")
    assert isinstance(stranger, Outcome)


def test_a_delegation_comes_in_at_once_and_each_gets_a_badge(
    check_in: CheckIn, roster: MemoryRoster
) -> None:
    with roster.rewriting(keep=True) as writer:
        for entry in everybody():
            person = replace(entry.attendee, group="Chongqing", note="")
            if entry.ticket.number in {"A-1", "A-2", "A-3", "A-5"}:
                writer.put(replace(entry, attendee=person))
    outcomes = check_in.present_group("Chongqing", "registration")
    assert [said(outcome) for outcome in outcomes] == ["admitted", "admitted", "photo", "unpaid"]
    assert [outcome.job is not None for outcome in outcomes] == [True, True, False, False]
    assert check_in.present_group("nobody", "registration") == ()
