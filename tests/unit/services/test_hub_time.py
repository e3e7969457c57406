"""The hub's time by the best round trip, and then by a clock that never jumps."""

from datetime import timedelta

import pytest

from kiosk.domain.journal import ClockQuality
from kiosk.services.hub_time import Anchor, DisciplinedClock, HubTime
from tests.fakes import HandClock
from tests.given import NOON

HUB_MS = int((NOON + timedelta(hours=3)).timestamp() * 1000)


@pytest.fixture
def known(clock: HandClock) -> HubTime:
    return HubTime(clock, "this boot")


def test_a_wrong_wall_clock_is_put_right_and_may_jump(clock: HandClock, known: HubTime) -> None:
    disciplined = DisciplinedClock(clock, known)
    assert (disciplined.now(), known.off_seconds()) == (NOON, 0.0)
    known.heard(0.0, 0.0, HUB_MS)
    assert disciplined.now() == NOON + timedelta(hours=3)
    assert known.off_seconds() == 3 * 3600
    clock.at -= timedelta(days=400)  # somebody sets the computer's clock
    clock.step(1.5)
    assert disciplined.now() == NOON + timedelta(hours=3, seconds=1.5)
    assert disciplined.quality() is ClockQuality.GOOD
    disciplined.sleep(2)
    assert disciplined.monotonic() == 3.5


def test_the_quickest_round_trip_is_believed(clock: HandClock, known: HubTime) -> None:
    known.heard(0.0, 1.0, HUB_MS)
    slow = known.now()
    known.heard(0.0, 0.1, HUB_MS)
    quick = known.anchor
    known.heard(0.0, 0.9, HUB_MS + 5000)
    assert known.anchor is quick
    assert slow is not None
    assert quick is not None
    assert quick.hub_ms == HUB_MS + 50


@pytest.mark.parametrize("answered", [2.5, -1.0])
def test_a_round_trip_that_tells_nothing_is_forgotten(known: HubTime, answered: float) -> None:
    known.heard(0.0, answered, HUB_MS)
    assert known.anchor is None


def test_after_a_restart_the_wall_clock_is_put_right_and_doubted(clock: HandClock) -> None:
    last = Anchor("an earlier boot", 99.0, HUB_MS, 60_000)
    known = HubTime(clock, "this boot", last)
    disciplined = DisciplinedClock(clock, known)
    assert known.now() is None
    assert disciplined.now() == NOON + timedelta(minutes=1)
    assert disciplined.quality() is ClockQuality.SUSPECT


def test_another_process_of_the_same_boot_goes_on_with_it(clock: HandClock) -> None:
    clock.step(10)
    known = HubTime(clock, "this boot", Anchor("this boot", 4.0, HUB_MS, 0))
    assert known.now() == NOON + timedelta(hours=3, seconds=6)
    assert HubTime(clock, "", Anchor("", 4.0, HUB_MS, 0)).now() is None


def test_who_never_had_a_hub_believes_the_computer(clock: HandClock, known: HubTime) -> None:
    clock.believed = ClockQuality.SUSPECT
    assert DisciplinedClock(clock, known).quality() is ClockQuality.SUSPECT
    clock.believed = ClockQuality.GOOD
    assert DisciplinedClock(clock, known).quality() is ClockQuality.GOOD
