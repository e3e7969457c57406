"""A queue of recorded frames worked one by one: no frame dropped, exact counts.

The same camera, decoder, scanning, presenter, records and printing as a live station; only
the clock is ours. It passes one frame at a time, and not at all while the records are asked.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.composition.kiosk import Kiosk
from kiosk.devices.clocks import SteppedClock
from kiosk.domain.visit import Asked, State, Welcomed
from kiosk.services.ports import Camera, Decoder

ANSWER_SECONDS = 1.2
"""How long the demo's guest thinks before saying yes to a question."""
YIELD_SECONDS = 0.0005


@dataclass(frozen=True, slots=True)
class Score:
    """`frames` frames at `fps` a second; in `real_time` for people to watch."""

    fps: float
    frames: int
    real_time: bool


class LockStep:
    """Drives a kiosk through a recording.

    Args:
        kiosk: with its window shown and its event loaded.
        camera: a recording, opened, in lock step.
        decoder: finds the codes.
        clock: the kiosk's own; stepped by one frame at a time.
        score: how much of the recording to play, and how fast.
        look: called after every frame with the state on screen.
    """

    def __init__(
        self,
        kiosk: Kiosk,
        camera: Camera,
        decoder: Decoder,
        clock: SteppedClock,
        score: Score,
        look: Callable[[State], None],
    ) -> None:
        self._kiosk, self._camera, self._decoder, self._clock = kiosk, camera, decoder, clock
        self._score, self._look = score, look
        self._played = 0
        self._asked_since: float | None = None
        self._began = time.monotonic()
        self.scanned = 0
        kiosk.presenter.not_taken.connect(self._not_taken)

    def step(self) -> bool:
        """One frame, unless somebody must be waited for; False when the queue is through."""
        presenter = self._kiosk.presenter
        if presenter.busy:
            time.sleep(YIELD_SECONDS)
            return True
        self._look(presenter.state)
        frame = self._camera.read() if self._played < self._score.frames else None
        if frame is None:
            return False
        self._played += 1
        self._clock.step(1 / self._score.fps)
        self._kiosk.window.face.preview.show_frame(frame)
        codes, size = self._decoder.decode(frame).codes, (frame.width, frame.height)
        counted = self._kiosk.scanning.fresh(codes, size, self._clock.monotonic())
        if counted:
            self.scanned += len(counted)
            presenter.read_codes(counted)
        self._answer(presenter.state)
        self._kiosk.window.tick()
        if self._score.real_time:
            ahead = self._began + self._played / self._score.fps - time.monotonic()
            time.sleep(max(0.0, ahead))
        return True

    def _answer(self, state: State) -> None:
        now = self._clock.monotonic()
        if not isinstance(state, Asked):
            self._asked_since = None
        elif self._asked_since is None:
            self._asked_since = now
        elif now - self._asked_since >= ANSWER_SECONDS:
            self._kiosk.presenter.answer(True)  # noqa: FBT003  yes

    def _not_taken(self) -> None:
        self.scanned -= 1


class Album:
    """Keeps one picture of every kind of screen that the queue brought up."""

    def __init__(self, grab: Callable[[str], None]) -> None:
        self._grab = grab
        self._seen: set[str] = set()
        self.names: list[str] = []

    def look(self, state: State) -> None:
        """Take a picture if this kind of screen is new."""
        kind = type(state).__name__.lower()
        if reason := getattr(state, "reason", None):
            kind = f"turnedaway-{reason.value}"
        if isinstance(state, Welcomed) and state.badge:
            kind = f"welcomed-{state.badge.value}"
        if kind not in self._seen:
            self._seen.add(kind)
            self.names.append(f"{len(self._seen):02d}-{kind}.png")
            self._grab(self.names[-1])
