"""Who is at the desk: a PIN that belongs to a name, and patience after wrong ones."""

import pytest

from kiosk.domain.staff import Act, Role, Staff
from kiosk.services.shift import NotAllowed, Shift, SignedIn, WrongPin
from kiosk.services.tries import FREE_TRIES, LONGEST_WAIT
from tests.fakes import HandClock

LI, WANG = Staff("Li Na", Role.SUPERVISOR), Staff("Wang", Role.CLERK)


class Book:
    """Two people with their PINs."""

    def __init__(self) -> None:
        self._pins = {"Li Na": "2468", "Wang": "1357"}

    def staff(self) -> tuple[Staff, ...]:
        return LI, WANG

    def proven(self, name: str, pin: str) -> Staff | None:
        found = next((one for one in self.staff() if one.name == name), None)
        return found if found and self._pins[name] == pin else None


@pytest.fixture
def shift(clock: HandClock) -> Shift:
    return Shift(Book(), clock)


def test_a_shift_has_a_name_until_it_ends(shift: Shift) -> None:
    assert (shift.name, shift.names()) == ("", ("Li Na", "Wang"))
    assert shift.sign_in("Wang", "1357") == SignedIn(WANG)
    assert shift.name == "Wang"
    assert shift.sign_in("Li Na", "wrong") == WrongPin(0.0)
    assert shift.name == "Wang", "a failed try ends nobody's shift"
    shift.sign_out()
    assert shift.name == ""


def test_a_supervisor_allows_what_a_clerk_may_not(shift: Shift) -> None:
    shift.sign_in("Wang", "1357")
    assert shift.allow(Act.FORCE, "Wang", "1357") == NotAllowed(WANG)
    assert shift.allow(Act.REPRINT, "Wang", "1357") == SignedIn(WANG)
    assert shift.allow(Act.FORCE, "Li Na", "2468") == SignedIn(LI)
    assert shift.name == "Wang", "the shift stays whose it is"
    assert shift.allow(Act.FORCE, "nobody", "0000") == WrongPin(0.0)


def test_wrong_pins_cost_more_and_more_time(shift: Shift, clock: HandClock) -> None:
    waits = []
    for _ in range(FREE_TRIES + 9):
        tried = shift.sign_in("Wang", "0000")
        assert isinstance(tried, WrongPin)
        waits.append(tried.wait)
        clock.step(tried.wait)
    assert waits[: FREE_TRIES - 1] == [0.0] * (FREE_TRIES - 1)
    assert waits == sorted(waits)
    assert waits[-1] == LONGEST_WAIT
    assert shift.sign_in("Wang", "1357") == SignedIn(WANG)


def test_while_it_waits_not_even_the_right_pin_is_looked_at(shift: Shift, clock: HandClock) -> None:
    for _ in range(FREE_TRIES):
        shift.sign_in("Wang", "0000")
    blocked = shift.sign_in("Wang", "1357")
    assert isinstance(blocked, WrongPin)
    assert 0 < blocked.wait <= 2
    clock.step(2)
    assert shift.sign_in("Wang", "1357") == SignedIn(WANG)
