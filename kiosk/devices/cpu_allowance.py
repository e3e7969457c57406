"""How much CPU time the reading of frames may take, and what each stage will take of it."""

import time
from collections.abc import Callable
from typing import Final, TypeVar

CpuSeconds = Callable[[], float]
T = TypeVar("T")

CAP_MS: Final = 10.0
"""Most for one frame; ten bare calls of zxing-cpp at 720p where this was measured."""
MEAN_MS: Final = 6.5
"""Most for frames on average, so that a desk without guests leaves the computer to others."""
_LEARNS: Final = 0.2
"""Weight of the newest measurement of a stage."""
_MEMORY: Final = 1 / 90
"""Weight of the newest frame in the average: three seconds of a camera."""
_FORGETS: Final = 0.95
"""What is left of an expectation each time it was too high: one bad measurement must not
keep a stage out for ever."""
_SMALLEST: Final = 0.25
"""Megapixels; smaller pictures cost about what this does."""
_CAREFUL: Final = 1.0
"""Deviations added to a stage's mean, as TCP does with round trips (RFC 6298)."""


class CpuAllowance:
    """Watches the CPU time of the calling thread. One thread uses it."""

    def __init__(
        self, cap_ms: float = CAP_MS, mean_ms: float = MEAN_MS, cpu: CpuSeconds = time.thread_time
    ) -> None:
        self._cap, self._mean, self._cpu = cap_ms, mean_ms, cpu
        self._costs: dict[str, tuple[float, float]] = {}
        self._average = 0.0
        self._began = 0.0
        self._limit = cap_ms
        self._megapixels = 1.0
        self._within = 0.0

    def begin(self, pixels: int) -> None:
        """A frame of so many pixels begins."""
        self._began = self._cpu()
        self._megapixels = max(pixels / 1e6, _SMALLEST)
        self._limit = self._cap if self._average <= self._mean else min(self._cap, self._mean)

    def end(self) -> None:
        """The frame is done with."""
        self._average += (self._spent() - self._average) * _MEMORY

    def timed(self, name: str, work: Callable[[], T]) -> T:
        """Do some work and learn what it costs, less what is timed within it."""
        before, outside = self._cpu(), self._within
        self._within = 0.0
        result = work()
        took = self._cpu() - before
        cost = (took - self._within) * 1000 / self._megapixels
        self._within = outside + took
        mean, deviation = self._costs.get(name, (cost, 0.0))
        off = cost - mean
        self._costs[name] = (mean + _LEARNS * off, deviation + _LEARNS * (abs(off) - deviation))
        return result

    def allows(self, name: str, *, guess: float = 0.0, also: str = "") -> bool:
        """Whether there is time left for something.

        Args:
            name: of the work.
            guess: in milliseconds, while the work was never done.
            also: of other work that it needs done before.
        """
        expected = self._expected(name, guess) + (self._expected(also, guess) if also else 0)
        if self._spent() + expected <= self._limit:
            return True
        if name in self._costs:
            mean, deviation = self._costs[name]
            self._costs[name] = (mean * _FORGETS, deviation * _FORGETS)
        return False

    def last(self, name: str) -> float:
        """Mean cost of a kind of work on a picture of this size, in milliseconds."""
        return self._costs.get(name, (0.0, 0.0))[0] * self._megapixels

    def _expected(self, name: str, guess: float) -> float:
        if name not in self._costs:
            return guess
        mean, deviation = self._costs[name]
        return (mean + _CAREFUL * deviation) * self._megapixels

    def _spent(self) -> float:
        return (self._cpu() - self._began) * 1000
