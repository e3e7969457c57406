"""Watches a live camera: says when its picture is black, covered or frozen.

A black or covered picture goes on being read and decoded: the verdict may be wrong, and a
cap that is taken off must be seen at once. A frozen one does not come back by itself, so the
camera is opened again.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt

from kiosk.devices.camera_sight import Sight, same, sample, sight
from kiosk.devices.camera_trouble import black, covered, frozen
from kiosk.services.ports import Camera, Clock, Frame
from kiosk.services.trouble import Trouble

LOOK_SECONDS = 0.1
"""Between two looks: ten a second cost a third of what one at each frame would."""
PATIENCE_SECONDS = 1.0
"""So long a picture is black, covered or the same before it is said; with what is
on its way, a look's pause and a busy computer people read it within 1.5 s."""
CODED_PATIENCE_SECONDS = 10.0
"""Over RTSP a still room is coded as "no change" until the next whole picture, seconds later."""

PLAIN_PATIENCE_SECONDS = 4.0
"""A lens cap may look the same for ever; so does a webcam that hangs in one colour. Opening it
again helps the one and does the other little harm."""

TROUBLES = {Sight.BLACK: black, Sight.COVERED: covered}


class WatchedCamera:
    """A live camera that knows whether there is anything to be seen. Implements `Camera`.

    Args:
        make: makes the camera that is watched; called at the first `open`.
        clock: for the durations.
        tell: told of a picture that shows nothing, and with None when it shows something
            again. The camera stays open; what ends it is raised as from any other camera.
        patience: seconds after which a picture that does not change is frozen.
    """

    def __init__(
        self,
        make: Callable[[], Camera],
        clock: Clock,
        tell: Callable[[Trouble | None], None],
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._make, self._clock, self._tell, self._patience = make, clock, tell, patience
        self._camera: Camera | None = None
        self._look_at = 0.0
        self._still: npt.NDArray[np.uint8] | None = None
        self._still_since = 0.0
        self._was_frozen = False
        self._sight, self._sight_since = Sight.GOOD, 0.0
        self._told = Sight.GOOD

    def open(self) -> None:
        if self._camera is None:
            self._camera = self._make()
        self._camera.open()
        self._look_at = self._still_since = self._sight_since = self._clock.monotonic()

    def read(self) -> Frame | None:
        """As of any camera.

        Raises:
            Unavailable: also where the picture is frozen; after that, only once it moves
                again is a frame handed over.
        """
        assert self._camera is not None, "open first"
        while True:
            frame = self._camera.read()
            if frame is None:
                return None
            now = self._clock.monotonic()
            if now >= self._look_at or self._was_frozen:
                self._look_at = now + LOOK_SECONDS
                self._judge(frame, now)
            if not self._was_frozen:
                return frame

    def close(self) -> None:
        if self._camera is not None:
            self._camera.close()
        self._say(Sight.GOOD)  # whatever ended it is told by whoever ended it
        self._sight = Sight.GOOD

    def _judge(self, frame: Frame, now: float) -> None:
        rows = sample(frame)
        seen = sight(rows)
        if seen is not self._sight:
            self._sight, self._sight_since = seen, now
        if self._still is None or not same(rows, self._still):
            self._still, self._still_since, self._was_frozen = rows, now, False
        elif now - self._still_since >= self._patience_with(seen):
            self._was_frozen = True
            nothing_moves = TROUBLES.get(seen, frozen)()
            raise nothing_moves
        if seen is Sight.GOOD or now - self._sight_since >= PATIENCE_SECONDS:
            self._say(seen)

    def _patience_with(self, seen: Sight) -> float:
        return self._patience if seen is Sight.GOOD else PLAIN_PATIENCE_SECONDS

    def _say(self, seen: Sight) -> None:
        if seen is not self._told:
            self._told = seen
            self._tell(TROUBLES[seen]() if seen in TROUBLES else None)
