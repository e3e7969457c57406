"""A mailbox for frames that hands over none that is too old to be decoded."""

from kiosk.services.ports import Clock, Frame
from kiosk.workers import Newest

OLDEST_SECONDS = 0.15
"""What the camera saw longer ago is not decoded: the guest has moved on, and a green screen
for a code that is no longer held up would greet somebody else."""


class FreshFrames(Newest[Frame]):
    """Holds one frame; an old one counts as none."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock

    def take(self, wait: float) -> Frame | None:
        """The newest frame, once; None when none came in time, or it was taken too long ago."""
        frame = super().take(wait)
        if frame is None or self._clock.monotonic() - frame.taken > OLDEST_SECONDS:
            return None
        return frame
