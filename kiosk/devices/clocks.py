"""Clocks: the computer's, and one that moves only when told."""

import time
from datetime import UTC, datetime, timedelta

from kiosk.domain.journal import ClockQuality


class ComputerClock:
    """The computer's own time; `starts` shifts the wall time, as the demo wants it."""

    def __init__(self, starts: datetime | None = None) -> None:
        self._shift = starts - datetime.now(UTC) if starts else timedelta(0)

    def now(self) -> datetime:
        return datetime.now(UTC) + self._shift

    def monotonic(self) -> float:
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)

    def quality(self) -> ClockQuality:
        # a computer whose battery died wakes in its year of making
        return ClockQuality.GOOD if datetime.now(UTC).year >= 2025 else ClockQuality.SUSPECT


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
