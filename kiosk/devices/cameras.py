"""Cameras: webcam, video file, frame folder, network stream; one setting chooses."""

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from urllib.parse import urlsplit

import cv2
import numpy as np

from kiosk.domain.words import Words
from kiosk.services.ports import Camera, Clock, Frame
from kiosk.services.trouble import Misconfigured, Unavailable

STREAM_SCHEMES = ("http", "https", "rtsp")
SILENCE_MS = 1500
"""A network camera that is silent this long is lost (facts: flagged after 1.5 s)."""
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".bmp", ".webp")


class Pace(StrEnum):
    """How a recording is played."""

    REAL_TIME = "real_time"
    LOCK_STEP = "lock_step"


def camera_for(
    source: str, clock: Clock, size: tuple[int, int, int], pace: Pace = Pace.REAL_TIME
) -> Camera:
    """The camera that a setting names; opens nothing yet.

    Args:
        source: a webcam's index, a video file, a folder of pictures, or a stream's URL.
        clock: stamps the frames.
        size: width and height in pixels and frames a second, asked of a webcam.
        pace: recordings run in real time (frames that are late are skipped) or frame by frame.
    """
    if source.isdecimal():
        return VideoCamera(lambda: _webcam(int(source), size), clock, None)
    if urlsplit(source).scheme in STREAM_SCHEMES:
        return VideoCamera(lambda: _stream(source), clock, None)
    path = Path(source)
    if path.is_dir():
        return FolderCamera(path, clock, size[2], pace)
    return VideoCamera(lambda: _file(path), clock, pace)


class VideoCamera:
    """Anything that OpenCV captures. `pace` is None for live sources."""

    def __init__(
        self, capture: Callable[[], cv2.VideoCapture], clock: Clock, pace: Pace | None
    ) -> None:
        self._make, self._clock, self._pace = capture, clock, pace
        self._capture: cv2.VideoCapture | None = None
        self._number = 0
        self._player: _Player | None = None

    def open(self) -> None:
        cv2.setNumThreads(1)  # a kiosk has two cores and better uses for them
        # a missing camera is told on screen; OpenCV would repeat it at each retry
        cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_ERROR)
        self._capture = self._make()
        self._number = 0
        if self._pace is Pace.REAL_TIME:
            self._player = _Player(self._clock, self._capture.get(cv2.CAP_PROP_FPS) or 30)

    def read(self) -> Frame | None:
        assert self._capture is not None, "open first"
        if self._player:
            for _ in range(self._player.overdue(self._number)):
                self._capture.grab()
                self._number += 1
        ok, picture = self._capture.read()
        if not ok:
            if self._pace is not None:
                return None
            raise _lost()
        frame = _frame(picture, self._number, self._clock)
        self._number += 1
        return frame

    def close(self) -> None:
        if self._capture is not None:
            self._capture.release()
            self._capture = None


class FolderCamera:
    """Pictures of a folder, in order of name, as if a camera had taken them."""

    def __init__(self, folder: Path, clock: Clock, fps: int, pace: Pace) -> None:
        self._folder, self._clock, self._fps, self._pace = folder, clock, fps, pace
        self._files: list[Path] = []
        self._number = 0
        self._player: _Player | None = None

    def open(self) -> None:
        try:
            files = list(self._folder.iterdir())
        except OSError as error:
            raise _missing(str(self._folder)) from error
        self._files = sorted(f for f in files if f.suffix.lower() in PICTURE_SUFFIXES)
        if not self._files:
            raise _missing(str(self._folder))
        self._number = 0
        self._player = _Player(self._clock, self._fps) if self._pace is Pace.REAL_TIME else None

    def read(self) -> Frame | None:
        if self._player:
            self._number += self._player.overdue(self._number)
        if self._number >= len(self._files):
            return None
        path = self._files[self._number]
        try:
            picture = read_picture(path)
        except OSError as error:
            raise _lost() from error
        if picture is None:
            raise Misconfigured(
                Words(f"{path.name} 不是图片。", f"{path.name} is no picture."),
                Words("请从摄像头文件夹中移走它。", "Remove it from the camera folder."),
            )
        frame = _frame(picture, self._number, self._clock)
        self._number += 1
        return frame

    def close(self) -> None:
        self._files = []


class _Player:
    """Says when a recording's next frame is due, and how many are past."""

    def __init__(self, clock: Clock, fps: float) -> None:
        self._clock, self._fps = clock, fps
        self._began: float | None = None

    def overdue(self, number: int) -> int:
        """Wait until frame `number` is due; how many frames to skip to be on time."""
        now = self._clock.monotonic()
        if self._began is None:
            self._began = now
        due = self._began + number / self._fps
        if due > now:
            self._clock.sleep(due - now)
            return 0
        return int((now - due) * self._fps)


def read_picture(path: Path) -> "np.ndarray[tuple[int, int, int], np.dtype[np.uint8]] | None":
    """A picture file as blue-green-red pixels, or None where it is none.

    Read by Python and decoded from memory: OpenCV cannot open Chinese paths on Windows.
    """
    data = np.frombuffer(path.read_bytes(), np.uint8)
    if not data.size:
        return None
    try:
        picture = cv2.imdecode(data, cv2.IMREAD_COLOR)
    except cv2.error:
        return None
    return picture  # type: ignore[return-value]  # cv2 types it as any array


def frame_of(path: Path, clock: Clock) -> Frame | None:
    """A picture file as a frame."""
    picture = read_picture(path)
    return None if picture is None else _frame(picture, 0, clock)


def _frame(picture: "cv2.typing.MatLike", number: int, clock: Clock) -> Frame:
    whole = np.ascontiguousarray(picture)
    if whole.ndim == 2:
        whole = np.ascontiguousarray(cv2.cvtColor(whole, cv2.COLOR_GRAY2BGR))
    height, width = whole.shape[:2]
    return Frame(memoryview(whole.data).cast("B"), width, height, number, clock.monotonic())


def _webcam(index: int, size: tuple[int, int, int]) -> cv2.VideoCapture:
    backend = cv2.CAP_DSHOW if sys.platform == "win32" else cv2.CAP_ANY
    capture = cv2.VideoCapture(index, backend)
    if not capture.isOpened():
        raise _missing(f"#{index}")
    width, height, fps = size
    capture.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, width)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, height)
    capture.set(cv2.CAP_PROP_FPS, fps)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture


def _stream(url: str) -> cv2.VideoCapture:
    limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, SILENCE_MS, cv2.CAP_PROP_READ_TIMEOUT_MSEC]
    capture = cv2.VideoCapture(url, cv2.CAP_FFMPEG, [*limits, SILENCE_MS])
    if not capture.isOpened():
        raise _missing(urlsplit(url).hostname or "stream")
    return capture


def _file(path: Path) -> cv2.VideoCapture:
    capture = cv2.VideoCapture(str(path), cv2.CAP_FFMPEG)
    if not path.is_file() or not capture.isOpened():
        raise Misconfigured(
            Words(f"找不到可用的视频：{path}", f"There is no usable video at {path}."),
            Words("请检查设置 camera.source。", "Check the setting camera.source."),
        )
    return capture


def _missing(what: str) -> Unavailable:
    return Unavailable(
        Words(f"找不到摄像头（{what}）。", f"No camera found ({what})."),
        Words(
            "请检查连接线；仍可用扫码枪或键盘签到。",
            "Check its cable. A scanner or the keyboard still works.",
        ),
    )


def _lost() -> Unavailable:
    return Unavailable(
        Words("摄像头没有画面了。", "The camera stopped."),
        Words(
            "正在自动重连；仍可用扫码枪或键盘签到。",
            "It is being reconnected. A scanner or the keyboard still works.",
        ),
    )
