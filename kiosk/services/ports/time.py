"""Time as the services need it."""

from datetime import datetime
from typing import Protocol

from kiosk.domain.journal import ClockQuality


class Clock(Protocol):
    """The only source of time."""

    def now(self) -> datetime:
        """Wall time, aware UTC."""

    def monotonic(self) -> float:
        """Seconds since some moment; never goes back, whatever the wall clock does."""

    def sleep(self, seconds: float) -> None:
        """Let time pass; worker threads only."""

    def quality(self) -> ClockQuality:
        """Whether the wall time can be believed."""
