"""A guest without a code: one match or nobody, proven with their own telephone number."""

from dataclasses import replace

import pytest

from kiosk.services.disguise import disguised
from kiosk.services.finding_me import Claim, FindMe, NobodyFits, Proven, Proving
from kiosk.services.tries import FREE_TRIES, Tries
from tests.fakes import HandClock, MemoryRoster
from tests.given import KEYS, a_guest, an_entry, an_event, ticket_of

TAIL, BEFORE = "7849", "0000"


@pytest.fixture
def find_me(clock: HandClock) -> FindMe:
    return FindMe(Tries(clock), KEYS.digest)


@pytest.mark.parametrize(
    ("number", "letters"),
    [("A-1", "LRJ"), ("A-1", "lrj"), ("A-2", "oyx"), ("A-4", "SM"), ("A-4", "ms"), ("A-7", "STF")],
)
def test_phone_and_first_letters_find_one_ticket(
    find_me: FindMe, roster: MemoryRoster, number: str, letters: str
) -> None:
    claim = find_me.by_phone(roster, TAIL, letters)
    assert isinstance(claim, Claim)
    assert (claim.ticket, claim.proving) == (ticket_of(number).id, Proving.BEFORE_THE_TAIL)
    assert "*" in claim.masked_name
    assert find_me.prove(roster, claim, BEFORE) == Proven(claim.ticket)


@pytest.mark.parametrize(
    ("tail", "letters"),
    [("7849", "XX"), ("1111", "LRJ"), ("7849", "L"), ("7849", ""), ("849", "LRJ"), ("", "LRJ")],
)
def test_what_fits_nobody_names_nobody(
    find_me: FindMe, roster: MemoryRoster, tail: str, letters: str
) -> None:
    assert find_me.by_phone(roster, tail, letters) == NobodyFits(0.0)


def test_a_number_in_disguise_is_found_and_proven_and_is_no_number(
    find_me: FindMe, roster: MemoryRoster
) -> None:
    guest = a_guest("A-8", "宋小宝")
    hidden = disguised("+86 138-0013-8000", KEYS.digest)
    assert "8000" not in hidden
    assert disguised("12345", KEYS.digest) == ""
    attendee = replace(guest.attendee, phone=hidden)
    with roster.rewriting(keep=True) as writer:
        writer.put(an_entry(replace(guest, attendee=attendee), "CODE-A-8"))
    claim = find_me.by_phone(roster, "8000", "SXB")
    assert isinstance(claim, Claim)
    assert isinstance(find_me.prove(roster, claim, hidden[2:6]), NobodyFits)
    assert find_me.prove(roster, claim, "0013") == Proven(claim.ticket)
    assert isinstance(find_me.by_phone(roster, hidden[-4:], "SXB"), NobodyFits)


def test_two_who_fit_are_nobody(find_me: FindMe, roster: MemoryRoster) -> None:
    twin = an_entry(a_guest("A-9", "吕仁杰"), "CODE-A-9")
    with roster.rewriting(keep=True) as writer:
        writer.put(twin)
    assert isinstance(find_me.by_phone(roster, TAIL, "LRJ"), NobodyFits)


@pytest.mark.parametrize("said", ["A-1", "a-1", " A1 "])
def test_a_ticket_number_is_proven_with_the_end_of_the_phone(
    find_me: FindMe, roster: MemoryRoster, said: str
) -> None:
    claim = find_me.by_number(roster, said)
    assert isinstance(claim, Claim)
    assert claim.proving is Proving.TAIL
    assert isinstance(find_me.prove(roster, claim, BEFORE), NobodyFits)
    assert find_me.prove(roster, claim, TAIL) == Proven(ticket_of("A-1").id)


def test_part_of_a_number_is_nobodys(find_me: FindMe, roster: MemoryRoster) -> None:
    assert isinstance(find_me.by_number(roster, "A"), NobodyFits)
    assert isinstance(find_me.by_number(roster, "-"), NobodyFits)


@pytest.mark.parametrize("phone", ["", "7849", "23 7849"])
def test_who_left_too_short_a_number_goes_to_the_desk(
    find_me: FindMe, roster: MemoryRoster, phone: str
) -> None:
    guest = a_guest("A-1", "林若静")
    guest = replace(guest, attendee=replace(guest.attendee, phone=phone))
    with roster.rewriting(keep=True) as writer:
        writer.put(an_entry(guest, "CODE-A-1"))
    assert isinstance(find_me.by_number(roster, "A-1"), NobodyFits)
    assert isinstance(find_me.by_phone(roster, TAIL, "LRJ"), NobodyFits)


def test_trying_on_costs_time(find_me: FindMe, roster: MemoryRoster, clock: HandClock) -> None:
    claim = find_me.by_number(roster, "A-1")
    assert isinstance(claim, Claim)
    waits = [find_me.prove(roster, claim, "9999") for _ in range(FREE_TRIES)]
    assert isinstance(waits[-1], NobodyFits)
    assert waits[-1].wait > 0
    assert isinstance(find_me.prove(roster, claim, TAIL), NobodyFits), "even the right digits wait"
    assert isinstance(find_me.by_number(roster, "A-1"), NobodyFits)
    clock.step(waits[-1].wait)
    assert isinstance(find_me.prove(roster, claim, TAIL), Proven)


def test_a_ticket_that_went_away_meanwhile(find_me: FindMe, roster: MemoryRoster) -> None:
    claim = find_me.by_number(roster, "A-1")
    assert isinstance(claim, Claim)
    gone = MemoryRoster(lambda _: an_event())
    assert isinstance(find_me.prove(gone, claim, TAIL), NobodyFits)
