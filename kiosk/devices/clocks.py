"""Clocks: the computer's, and one that moves only when told."""

import time
from datetime import UTC, datetime, timedelta

from kiosk.domain.journal import ClockQuality

EARLIEST_YEAR = 2026
"""The year this was written. A computer whose battery died wakes in its year of making."""


def believable(at: datetime) -> ClockQuality:
    """Whether a wall clock can be right that says this."""
    return ClockQuality.GOOD if at.year >= EARLIEST_YEAR else ClockQuality.SUSPECT


class ComputerClock:
    """The computer's own time."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def quality(self) -> ClockQuality:
        return believable(self.now())


class SteppedClock:
    """Time as a lock-step demo and tests want it: it passes only by `step`."""

    def __init__(self, starts: datetime) -> None:
        self._starts = starts.astimezone(UTC)
        self._passed = 0.0

    def step(self, seconds: float) -> None:
        """Let this much time pass."""
        self._passed += seconds

    def now(self) -> datetime:
        return self._starts + timedelta(seconds=self._passed)

    def monotonic(self) -> float:
        return self._passed

    def sleep(self, seconds: float) -> None:
        self.step(seconds)

    def quality(self) -> ClockQuality:
        return ClockQuality.GOOD
