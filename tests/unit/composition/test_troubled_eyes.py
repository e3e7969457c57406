"""What is said of one camera, of one of two, and of a scanner."""

import pytest

from kiosk.composition.seeing import NAMES, Gaze, lenses
from kiosk.composition.troubled_eyes import TroubledEyes
from kiosk.devices.camera_trouble import black, frozen, lost
from kiosk.domain.words import Words
from kiosk.services.coaching import Hint
from kiosk.services.ports import Frame
from kiosk.services.trouble import Trouble, Unavailable
from kiosk.settings import LensSettings, Settings
from kiosk.settings.station import SecondCameraSettings

GONE = Unavailable(Words("扫码枪没有连接。", "The scanner is gone."), Words("查。", "Look."))


class Said:
    """Everything that was said, in order."""

    def __init__(self, cameras: int) -> None:
        self.log: list[str] = []
        self.eyes = TroubledEyes(NAMES[:cameras], self._blind, self._notice)

    def _blind(self, trouble: Trouble | None) -> None:
        self.log.append(f"blind: {trouble.title.en if trouble else 'no'}")

    def _notice(self, trouble: Trouble | None) -> None:
        self.log.append(f"notice: {trouble.title.en if trouble else 'no'}")


def test_one_camera_says_its_trouble_once_and_when_it_is_over() -> None:
    said = Said(1)
    said.eyes.of_camera(0, "camera", lost())
    said.eyes.of_camera(0, "camera", lost())
    assert not said.eyes.sees(0)
    said.eyes.of_camera(0, "camera", None)
    said.eyes.of_camera(0, "camera", None)
    assert said.eyes.sees(0)
    assert said.log == ["blind: The camera stopped.", "blind: no"]


def test_a_decoder_that_works_does_not_hide_a_camera_that_does_not() -> None:
    said = Said(1)
    said.eyes.of_camera(0, "camera", lost())
    said.eyes.of_camera(0, "decoder", None)
    assert said.log == ["blind: The camera stopped."]


def test_one_of_two_is_named_and_the_other_goes_on() -> None:
    said = Said(2)
    said.eyes.of_camera(1, "sight", black())
    assert said.log == ["notice: Camera 2: The camera's picture is black."]
    said.eyes.of_camera(0, "camera", frozen())
    assert said.log[1:] == [
        "blind: Camera 1: The camera's picture does not move any more.",
        "notice: no",
    ]
    said.eyes.of_camera(1, "sight", None)
    assert said.log[3:] == [
        "blind: no",
        "notice: Camera 1: The camera's picture does not move any more.",
    ]


@pytest.mark.parametrize("cameras", [1, 2])
def test_a_scanner_that_is_gone_is_a_notice(cameras: int) -> None:
    said = Said(cameras)
    said.eyes.of_scanner(GONE)
    said.eyes.of_scanner(None)
    assert said.log == ["notice: The scanner is gone.", "notice: no"]


def test_a_bug_is_no_trouble() -> None:
    said = Said(1)
    said.eyes.of_camera(0, "camera", KeyError("told elsewhere"))
    said.eyes.of_scanner(KeyError("told elsewhere"))
    assert said.log == []


def frame(number: int) -> Frame:
    return Frame(memoryview(bytes(3)), 1, 1, number, 0.0)


def test_the_preview_shows_the_camera_that_read_last_and_leaves_one_that_is_blind() -> None:
    said, shown, hints = Said(2), list[int](), list[Hint | None]()
    gaze = Gaze(said.eyes, lambda frame: shown.append(frame.number), hints.append)

    def both(number: int) -> None:
        gaze.show(0, frame(number))
        gaze.show(1, frame(number + 100))

    both(1)
    gaze.turn_to(1)
    both(2)
    said.eyes.of_camera(1, "sight", black())
    both(3)
    said.eyes.of_camera(0, "camera", lost())
    both(4)  # nothing better to be seen
    assert shown == [1, 102, 3, 4]
    gaze.advise(0, Hint.CLOSER)
    gaze.advise(1, Hint.FURTHER)
    assert hints == [Hint.CLOSER], "what helps before the camera that is not shown helps nobody"


def test_a_second_camera_is_one_with_a_source() -> None:
    assert len(lenses(Settings())) == 1
    both = lenses(Settings(second_camera=SecondCameraSettings(source="1")))
    assert [type(lens).__name__ for lens in both] == ["CameraSettings", "SecondCameraSettings"]
    assert all(isinstance(lens, LensSettings) for lens in both)
