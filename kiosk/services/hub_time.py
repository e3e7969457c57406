"""The hub's time: the best of the last round trips, carried on by the monotonic clock.

A station's own wall clock may be hours off or jump; what orders facts and what people read in
them should not. All stations of a hub share its time, right or wrong.
"""

from collections import deque
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from kiosk.domain.journal import ClockQuality
from kiosk.services.ports import Clock

SAMPLES: Final = 8
SLOWEST_SECONDS: Final = 2.0
"""A round trip that took longer tells too little."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """The hub's time at a moment of the monotonic clock of one run of the computer (`boot`).

    `off_ms` is how far the computer's wall clock lay behind the hub then.
    """

    boot: str
    monotonic: float
    hub_ms: int
    off_ms: int


@dataclass(frozen=True, slots=True)
class _Sample:
    took: float
    anchor: Anchor


class HubTime:
    """What is known of the hub's time. Written by the sync thread, read by any.

    Args:
        clock: the computer's.
        boot: names this run of the computer; empty where nobody can tell.
        last: what an earlier process knew.
    """

    def __init__(self, clock: Clock, boot: str, last: Anchor | None = None) -> None:
        self._clock, self._boot = clock, boot
        self._samples: deque[_Sample] = deque(maxlen=SAMPLES)
        self._anchor = last

    @property
    def anchor(self) -> Anchor | None:
        """The best that is known, for the next process."""
        return self._anchor

    def heard(self, asked: float, answered: float, hub_ms: int) -> None:
        """The hub said its time between these two moments of the monotonic clock."""
        took = answered - asked
        if not 0 <= took <= SLOWEST_SECONDS:
            return
        now_ms = hub_ms + round(took * 500)
        off = now_ms - _ms(self._clock.now())
        self._samples.append(_Sample(took, Anchor(self._boot, answered, now_ms, off)))
        self._anchor = min(self._samples, key=lambda sample: sample.took).anchor

    def now(self) -> datetime | None:
        """The hub's time, where this run of the computer has heard it."""
        anchor = self._anchor
        if anchor is None or not self._boot or anchor.boot != self._boot:
            return None
        passed = self._clock.monotonic() - anchor.monotonic
        return _moment(anchor.hub_ms) + timedelta(seconds=passed)

    def guess(self) -> datetime | None:
        """The computer's wall clock, put right by how wrong it was before it was started again."""
        if self._anchor is None:
            return None
        return self._clock.now() + timedelta(milliseconds=self._anchor.off_ms)

    def off_seconds(self) -> float:
        """How far the computer's wall clock lies behind the hub now; 0 where that is unknown."""
        now = self.now()
        return (now - self._clock.now()).total_seconds() if now else 0.0


@dataclass(frozen=True, slots=True)
class DisciplinedClock:
    """Implements `Clock`: the hub's time where it is known, else the computer's."""

    own: Clock
    hub: HubTime

    def now(self) -> datetime:
        return self.hub.now() or self.hub.guess() or self.own.now()

    def monotonic(self) -> float:
        return self.own.monotonic()

    def sleep(self, seconds: float) -> None:
        self.own.sleep(seconds)

    def quality(self) -> ClockQuality:
        if self.hub.now():
            return ClockQuality.GOOD
        return ClockQuality.SUSPECT if self.hub.anchor else self.own.quality()


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
