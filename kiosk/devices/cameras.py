"""Cameras: webcam, video file, frame folder, network stream; one setting chooses."""

import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from kiosk.devices.camera_capture import CapturedCamera, captured_stream
from kiosk.devices.camera_light import Light
from kiosk.devices.camera_mjpeg import HttpCamera
from kiosk.devices.camera_recording import FilmCamera, FolderCamera, Pace
from kiosk.devices.camera_trouble import no_address
from kiosk.devices.camera_watch import (
    CODED_PATIENCE_SECONDS,
    PATIENCE_SECONDS,
    WatchedCamera,
)
from kiosk.devices.camera_webcam import Webcam
from kiosk.services.ports import Camera, Clock
from kiosk.services.trouble import Trouble

CODED_SCHEMES = ("rtsp", "rtsps")
STREAM_SCHEMES = ("http", "https", *CODED_SCHEMES)
FILM_SUFFIXES = (".avi", ".m4v", ".mkv", ".mov", ".mp4", ".mpg", ".ts", ".webm")
AUTOMATIC = Light()


def camera_for(
    source: str,
    clock: Clock,
    size: tuple[int, int, int],
    pace: Pace = Pace.REAL_TIME,
    light: Light = AUTOMATIC,
) -> Camera:
    """The camera that a setting names; opens nothing yet.

    Args:
        source: a webcam's index, name or path, a video file, a folder of pictures, or the
            URL of a stream.
        clock: stamps the frames.
        size: width and height in pixels and frames a second, asked of a webcam.
        pace: recordings run in real time (frames that are late are skipped) or frame by frame.
        light: exposure and torch, asked of a webcam.

    Raises:
        Misconfigured: it begins like a URL and is none.
    """
    scheme = _scheme(source)
    if scheme == "http":
        return HttpCamera(source, clock)
    if scheme in STREAM_SCHEMES:
        return CapturedCamera(lambda: captured_stream(source), clock)
    path = Path(source)
    if not source.isdecimal() and _is_there(path) and path.is_dir():
        return FolderCamera(path, clock, size[2], pace)
    if is_recording(source):
        return FilmCamera(path, clock, pace)
    return Webcam(source, clock, size, light)


def watched_camera(
    source: str,
    clock: Clock,
    size: tuple[int, int, int],
    light: Light,
    tell: Callable[[Trouble | None], None],
) -> Camera:
    """The camera that a setting names, watched where it is a live one (see `WatchedCamera`)."""
    if is_recording(source):
        return camera_for(source, clock, size, Pace.REAL_TIME, light)
    coded = _scheme(source) in CODED_SCHEMES
    return WatchedCamera(
        lambda: camera_for(source, clock, size, Pace.REAL_TIME, light),
        clock,
        tell,
        CODED_PATIENCE_SECONDS if coded else PATIENCE_SECONDS,
    )


def is_recording(source: str) -> bool:
    """Whether a source is a file or a folder: it may be black, stand still, and end."""
    if source.isdecimal() or _scheme(source) in STREAM_SCHEMES:
        return False
    if source.startswith("/dev/") or (sys.platform == "win32" and source.startswith("\\\\?\\")):
        return False  # a webcam's path
    path = Path(source)
    return _is_there(path) or path.suffix.lower() in FILM_SUFFIXES or len(path.parts) > 1


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # longer than any file's name, or behind a door that is shut
        return False


def _scheme(source: str) -> str:
    try:
        parts = urlsplit(source)
        if parts.scheme in STREAM_SCHEMES and (not parts.hostname or parts.port == 0):
            raise no_address()
    except ValueError as error:
        raise no_address() from error
    return parts.scheme
