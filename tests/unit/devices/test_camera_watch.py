"""A watched camera, second by second: what is noticed when, and what becomes of it."""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pytest

from kiosk.devices.camera_light import Light
from kiosk.devices.camera_watch import (
    CODED_PATIENCE_SECONDS,
    PATIENCE_SECONDS,
    PLAIN_PATIENCE_SECONDS,
    WatchedCamera,
)
from kiosk.devices.cameras import watched_camera
from kiosk.devices.clocks import SteppedClock
from kiosk.devices.pictures import as_frame
from kiosk.services.ports import Frame
from kiosk.services.trouble import Trouble, Unavailable
from tests.contracts.mjpeg import furniture
from tests.given import NOON

FPS = 30
NOTICED = 1.5
Pixels = npt.NDArray[np.uint8]
RNG = np.random.default_rng(1)


def live(view: Pixels) -> Callable[[], Pixels]:
    return lambda: np.clip(view + RNG.normal(0, 3, view.shape), 0, 255).astype(np.uint8)


ROOM = live(furniture())
CAP = live(np.zeros((48, 64, 3), np.uint8))
HAND = live(np.full((48, 64, 3), 90, np.uint8))
STUCK = furniture()


class Staged:
    """A camera that shows what it is told to, at 30 frames a second of stepped time."""

    def __init__(self, clock: SteppedClock) -> None:
        self.clock, self.shows = clock, ROOM
        self.opened = 0
        self.ends = False

    def open(self) -> None:
        self.opened += 1

    def read(self) -> Frame | None:
        if self.ends:
            return None
        self.clock.step(1 / FPS)
        return as_frame(self.shows(), 0, self.clock)

    def close(self) -> None:
        pass


class Desk:
    """Reads a watched camera as a worker does, and notes what is told and when."""

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        self.clock = SteppedClock(NOON)
        self.staged = Staged(self.clock)
        self.told: list[tuple[float, str]] = []
        self.camera = WatchedCamera(lambda: self.staged, self.clock, self._tell, patience)
        self.camera.open()

    def _tell(self, trouble: Trouble | None) -> None:
        self.told.append((self.clock.monotonic(), trouble.title.en if trouble else ""))

    def watch(self, seconds: float) -> Iterator[Frame | None]:
        """Every frame of so many seconds."""
        until = self.clock.monotonic() + seconds
        while self.clock.monotonic() < until:
            yield self.camera.read()

    def see(self, shows: Callable[[], Pixels], seconds: float) -> float:
        """Show this for so long; when it began."""
        began = self.clock.monotonic()
        self.staged.shows = shows
        for frame in self.watch(seconds):
            assert frame is not None
        return began


@pytest.mark.parametrize(
    ("shows", "says"),
    [(CAP, "The camera's picture is black."), (HAND, "The camera is covered.")],
)
def test_a_picture_that_shows_nothing_is_told_and_the_camera_stays_open(
    shows: Callable[[], Pixels], says: str
) -> None:
    desk = Desk()
    desk.see(ROOM, 3)
    assert desk.told == []
    covered = desk.see(shows, 5)
    ((at, said),) = desk.told
    assert said == says
    assert at - covered < NOTICED
    freed = desk.see(ROOM, 1)
    ((well, said),) = desk.told[1:]
    assert said == ""
    assert well - freed < 0.2
    assert desk.staged.opened == 1


def test_a_hand_that_passes_by_is_not_told() -> None:
    desk = Desk()
    for _ in range(5):
        desk.see(HAND, 0.8)
        desk.see(ROOM, 0.3)
    assert desk.told == []


def test_a_cap_over_a_hand_is_told_anew() -> None:
    desk = Desk()
    desk.see(HAND, 2)
    desk.see(CAP, 2)
    assert [said for _, said in desk.told] == [
        "The camera is covered.",
        "The camera's picture is black.",
    ]


def test_a_picture_that_does_not_move_is_lost_until_it_moves() -> None:
    desk = Desk()
    desk.see(ROOM, 1)
    frozen = desk.clock.monotonic()
    desk.staged.shows = lambda: STUCK
    with pytest.raises(Unavailable, match="does not move"):
        list(desk.watch(9))
    assert desk.clock.monotonic() - frozen < NOTICED
    desk.camera.close()
    desk.camera.open()
    with pytest.raises(Unavailable, match="does not move"):  # no frame of it in between
        next(desk.watch(9))
    desk.camera.close()
    desk.camera.open()
    desk.staged.shows = ROOM
    thawed = desk.clock.monotonic()
    assert desk.camera.read() is not None
    assert desk.clock.monotonic() - thawed < 0.1


def test_a_webcam_that_hangs_in_one_colour_is_opened_again() -> None:
    desk = Desk()
    green = np.full((48, 64, 3), (0, 150, 0), np.uint8)
    desk.staged.shows = lambda: green
    with pytest.raises(Unavailable, match="covered"):
        list(desk.watch(9))
    assert [said for _, said in desk.told] == ["The camera is covered."]
    assert desk.clock.monotonic() < PLAIN_PATIENCE_SECONDS + 0.2
    desk.camera.close()
    assert desk.told[-1][1] == ""


def test_a_coded_stream_may_stand_still_for_longer() -> None:
    desk = Desk(CODED_PATIENCE_SECONDS)
    desk.see(lambda: STUCK, CODED_PATIENCE_SECONDS - 0.2)
    with pytest.raises(Unavailable):
        list(desk.watch(1))


def test_the_end_of_a_camera_is_its_end() -> None:
    desk = Desk()
    desk.staged.ends = True
    assert desk.camera.read() is None


def test_a_camera_that_was_never_opened_is_closed() -> None:
    WatchedCamera(lambda: Staged(SteppedClock(NOON)), SteppedClock(NOON), print).close()


@pytest.mark.parametrize(
    ("source", "watched"),
    [("0", True), ("http://camera/", True), ("rtsp://camera/", True), ("film.mp4", False)],
)
def test_only_live_cameras_are_watched(source: str, watched: bool) -> None:
    camera = watched_camera(source, SteppedClock(NOON), (640, 480, 30), Light(), print)
    assert isinstance(camera, WatchedCamera) is watched
