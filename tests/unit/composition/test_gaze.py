"""With two cameras, picture and hint belong to the same one."""

from kiosk.composition.seeing import NAMES, Gaze
from kiosk.composition.troubled_eyes import TroubledEyes
from kiosk.devices.camera_trouble import lost
from kiosk.services.coaching import Hint
from kiosk.services.ports import Frame

PICTURE = Frame(memoryview(bytes(3)), 1, 1, 0, 0.0)


class Screen:
    """What was said last, and how a camera fails."""

    def __init__(self) -> None:
        self.hint: Hint | None = None
        self.frames: list[Frame] = []
        self.eyes = TroubledEyes(NAMES, lambda _: None, lambda _: None)
        self.gaze = Gaze(self.eyes, self.frames.append, self._say)

    def _say(self, hint: Hint | None) -> None:
        self.hint = hint


def test_a_hint_goes_with_its_camera_when_the_other_one_reads() -> None:
    screen = Screen()
    screen.gaze.advise(0, Hint.CLOSER)
    screen.gaze.turn_to(1)
    assert screen.hint is None


def test_a_hint_goes_with_its_camera_when_that_one_fails() -> None:
    screen = Screen()
    screen.gaze.advise(0, Hint.CLOSER)
    screen.eyes.of_camera(0, "camera", lost())
    screen.gaze.show(1, PICTURE)
    assert screen.hint is None
    assert screen.frames == [PICTURE]


def test_a_hint_that_was_said_before_the_turn_is_shown_after_it() -> None:
    screen = Screen()
    screen.gaze.advise(1, Hint.BRIGHTER)
    assert screen.hint is None
    screen.gaze.turn_to(1)
    assert screen.hint is Hint.BRIGHTER


def test_the_camera_that_is_not_looked_through_shows_nothing() -> None:
    screen = Screen()
    screen.gaze.show(1, PICTURE)
    screen.gaze.advise(1, Hint.CLOSER)
    assert (screen.hint, screen.frames) == (None, [])
