"""A webcam at this computer, by its index or its name."""

import sys
from pathlib import Path

import cv2

from kiosk.devices.camera_capture import CapturedCamera
from kiosk.devices.camera_light import Light, ask_for_light
from kiosk.devices.camera_names import index_of, known_cameras
from kiosk.devices.camera_trouble import lost, missing
from kiosk.domain.words import Words
from kiosk.services.ports import Clock

FIRST_PICTURE_TRIES = 5
MOST_INDEX = 255
"""The last of Linux's /dev/video; OpenCV's call fails on numbers that are no C int."""


class Webcam(CapturedCamera):
    """A webcam; `undone` says after `open` which settings it cannot honour.

    Args:
        called: its index, its path, its name or a part of it; looked up at each `open`.
        clock: stamps the frames.
        size: width and height in pixels and frames a second that are asked of it.
        light: exposure and torch that are asked of it.
    """

    def __init__(self, called: str, clock: Clock, size: tuple[int, int, int], light: Light) -> None:
        super().__init__(self._find, clock)
        self._called, self._size, self._light = called, size, light
        self.undone: tuple[Words, ...] = ()

    def _find(self) -> cv2.VideoCapture:
        called = self._called
        index = int(called) if called.isdecimal() else index_of(called, known_cameras())
        if index > MOST_INDEX:
            raise missing(f"#{called}")
        # other backends count in another order than the names
        backends = {"win32": cv2.CAP_DSHOW, "linux": cv2.CAP_V4L2}
        capture = cv2.VideoCapture(index, backends.get(sys.platform, cv2.CAP_ANY))
        if not capture.isOpened():
            raise missing(f"#{called}" if called.isdecimal() else called)
        width, height, fps = self._size
        capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
        capture.set(cv2.CAP_PROP_FRAME_WIDTH, width)
        capture.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
        capture.set(cv2.CAP_PROP_FPS, fps)
        capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
        self.undone = ask_for_light(capture, Path(f"/dev/video{index}"), self._light)
        # no read waits longer than a second, but many webcams need two for their first picture
        if not any(capture.grab() for _ in range(FIRST_PICTURE_TRIES)):
            capture.release()
            raise lost()
        return capture
