"""Readings that never go back and follow what has been seen, within reason."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hybrid_clock import AHEAD_MS, next_reading, plausible_below

moments = st.integers(0, 1 << 42)
readings = st.integers(0, 1 << 58)


@given(readings, readings, moments)
def test_a_reading_follows_all_that_it_was_told_of(own: int, seen: int, now: int) -> None:
    reading = next_reading(own, seen, now)
    assert reading > own
    assert reading > seen
    assert reading >= now << 16
    assert reading in {own + 1, seen + 1, now << 16}


@given(moments)
def test_five_minutes_ahead_is_followed_and_no_more(now: int) -> None:
    assert (now + AHEAD_MS << 16) - 1 < plausible_below(now)
    assert now + AHEAD_MS << 16 >= plausible_below(now)
