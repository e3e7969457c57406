"""A camera that OpenCV captures by itself: a webcam, or a stream that FFmpeg takes apart."""

from collections.abc import Callable
from urllib.parse import urlsplit

import cv2

from kiosk.devices.camera_trouble import lost, missing
from kiosk.devices.pictures import as_frame
from kiosk.services.ports import Clock, Frame

SILENCE_SECONDS = 1.2
"""A camera that sends nothing for so long is lost; people hear of it within 1.5 s."""
OPENING_SECONDS = 3.0
"""RTSP shakes hands several times, and then waits for a whole picture."""


class CapturedCamera:
    """A live camera; `capture` opens it, or raises."""

    def __init__(self, capture: Callable[[], cv2.VideoCapture], clock: Clock) -> None:
        self._make, self._clock = capture, clock
        self._capture: cv2.VideoCapture | None = None
        self._number = 0

    def open(self) -> None:
        cv2.setNumThreads(1)  # a kiosk has two cores and better uses for them
        # a missing camera is told on screen; OpenCV would repeat it at each retry
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)
        self._capture = self._make()
        self._number = 0

    def read(self) -> Frame | None:
        assert self._capture is not None, "open first"
        there, picture = self._capture.read()
        if not there:
            raise lost()
        frame = as_frame(picture, self._number, self._clock)
        self._number += 1
        return frame

    def close(self) -> None:
        if self._capture is not None:
            self._capture.release()
            self._capture = None


def captured_stream(url: str) -> cv2.VideoCapture:
    """A stream through FFmpeg: RTSP, HTTPS, and what else is sent over HTTP.

    Raises:
        Unavailable: nothing that FFmpeg understands is there.
    """
    limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, round(OPENING_SECONDS * 1000)]
    limits += [cv2.CAP_PROP_READ_TIMEOUT_MSEC, round(SILENCE_SECONDS * 1000)]
    capture = cv2.VideoCapture(url, cv2.CAP_FFMPEG, limits)
    if not capture.isOpened():
        raise missing(urlsplit(url).hostname or "stream")
    return capture
