"""Every clock keeps the same promises: aware UTC, and a monotonic time that only goes on."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.devices.clocks import ComputerClock, SteppedClock
from kiosk.domain.journal import ClockQuality
from kiosk.services.ports import Clock
from tests.fakes import HandClock
from tests.given import NOON, SHANGHAI

CLOCKS = (ComputerClock(), ComputerClock(NOON), SteppedClock(NOON), HandClock(NOON))


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: type(clock).__name__)
def test_a_clock_tells_utc_and_passes(clock: Clock) -> None:
    assert clock.now().tzinfo is UTC
    before, wall = clock.monotonic(), clock.now()
    clock.sleep(0.01)
    assert clock.monotonic() >= before + 0.01
    assert clock.now() > wall
    assert isinstance(clock.quality(), ClockQuality)


def test_a_shifted_clock_starts_where_it_is_told() -> None:
    clock = ComputerClock(NOON)
    assert NOON <= clock.now() < NOON + timedelta(minutes=5)


def test_a_stepped_clock_moves_only_when_told() -> None:
    clock = SteppedClock(datetime(2027, 6, 8, 12, tzinfo=SHANGHAI))
    assert (clock.now(), clock.monotonic()) == (NOON, 0.0)
    clock.step(90)
    assert (clock.now(), clock.monotonic()) == (NOON + timedelta(seconds=90), 90.0)
    assert clock.quality() is ClockQuality.GOOD
