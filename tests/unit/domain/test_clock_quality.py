"""How far a wall clock is believed, given what it said before."""

import pytest

from kiosk.domain.journal import LATE_MS, ClockQuality, clock_quality

GOOD, SUSPECT, BY_HAND = ClockQuality.GOOD, ClockQuality.SUSPECT, ClockQuality.BY_HAND
LAST_MS = 1_812_000_000_000


@pytest.mark.parametrize(
    ("told", "now_ms", "believed"),
    [
        (GOOD, LAST_MS + 1, GOOD),
        (GOOD, LAST_MS - LATE_MS, GOOD),
        (GOOD, LAST_MS - LATE_MS - 1, SUSPECT),
        (SUSPECT, LAST_MS + 1, SUSPECT),
        (BY_HAND, LAST_MS - LATE_MS - 1, BY_HAND),
    ],
)
def test_a_clock_behind_what_it_told_before_is_suspect(
    told: ClockQuality, now_ms: int, believed: ClockQuality
) -> None:
    assert clock_quality(told, LAST_MS << 16, now_ms) is believed
