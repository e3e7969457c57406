"""Cameras that play what was taken before: a film, or a folder of pictures."""

from enum import StrEnum
from pathlib import Path

import cv2

from kiosk.devices.camera_trouble import lost, missing
from kiosk.devices.pictures import PICTURE_SUFFIXES, as_frame, read_picture
from kiosk.domain.words import Words
from kiosk.services.ports import Clock, Frame
from kiosk.services.trouble import Misconfigured


class Pace(StrEnum):
    """How a recording is played."""

    REAL_TIME = "real_time"
    LOCK_STEP = "lock_step"


class FilmCamera:
    """A video file; in real time, frames that are late are skipped."""

    def __init__(self, path: Path, clock: Clock, pace: Pace) -> None:
        self._path, self._clock, self._pace = path, clock, pace
        self._capture: cv2.VideoCapture | None = None
        self._number = 0
        self._player: _Player | None = None

    def open(self) -> None:
        cv2.setNumThreads(1)  # a kiosk has two cores and better uses for them
        self._capture = cv2.VideoCapture(str(self._path), cv2.CAP_FFMPEG)
        if not self._capture.isOpened() or not self._path.is_file():
            raise Misconfigured(
                Words(
                    f"找不到可用的视频：{self._path}", f"There is no usable video at {self._path}."
                ),
                Words("请检查设置 camera.source。", "Check the setting camera.source."),
            )
        self._number = 0
        if self._pace is Pace.REAL_TIME:
            self._player = _Player(self._clock, self._capture.get(cv2.CAP_PROP_FPS) or 30)

    def read(self) -> Frame | None:
        assert self._capture is not None, "open first"
        if self._player:
            for _ in range(self._player.overdue(self._number)):
                self._capture.grab()
                self._number += 1
        there, picture = self._capture.read()
        if not there:
            return None
        frame = as_frame(picture, self._number, self._clock)
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
            raise missing(str(self._folder)) from error
        self._files = sorted(f for f in files if f.suffix.lower() in PICTURE_SUFFIXES)
        if not self._files:
            raise missing(str(self._folder))
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
            raise lost() from error
        if picture is None:
            raise Misconfigured(
                Words(f"{path.name} 不是图片。", f"{path.name} is no picture."),
                Words("请从摄像头文件夹中移走它。", "Remove it from the camera folder."),
            )
        frame = as_frame(picture, self._number, self._clock)
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
