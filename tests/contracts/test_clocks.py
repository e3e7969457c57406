"""Every clock keeps the same promises: aware UTC, and a monotonic time that only goes on."""

from datetime import UTC, datetime, timedelta

import pytest

from kiosk.devices.clocks import EARLIEST_YEAR, ComputerClock, SteppedClock, believable
from kiosk.domain.journal import ClockQuality
from kiosk.services.ports import Clock
from tests.fakes import HandClock
from tests.given import NOON, SHANGHAI

CLOCKS = (ComputerClock(), SteppedClock(NOON), HandClock(NOON))


@pytest.mark.parametrize("clock", CLOCKS, ids=lambda clock: type(clock).__name__)
def test_a_clock_tells_utc_and_passes(clock: Clock) -> None:
    assert clock.now().tzinfo is UTC
    before, wall = clock.monotonic(), clock.now()
    clock.sleep(0.01)
    assert clock.monotonic() >= before + 0.01
    assert clock.now() > wall
    assert isinstance(clock.quality(), ClockQuality)


def test_a_clock_from_before_this_program_is_not_believed() -> None:
    assert believable(datetime(EARLIEST_YEAR - 1, 12, 31, tzinfo=UTC)) is ClockQuality.SUSPECT
    assert believable(datetime(EARLIEST_YEAR, 1, 1, tzinfo=UTC)) is ClockQuality.GOOD


def test_a_stepped_clock_moves_only_when_told() -> None:
    clock = SteppedClock(datetime(2027, 6, 8, 12, tzinfo=SHANGHAI))
    assert (clock.now(), clock.monotonic()) == (NOON, 0.0)
    clock.step(90)
    assert (clock.now(), clock.monotonic()) == (NOON + timedelta(seconds=90), 90.0)
    assert clock.quality() is ClockQuality.GOOD
