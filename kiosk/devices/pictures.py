"""Pictures as frames: from files, and from the arrays that OpenCV hands over."""

from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.services.ports import Clock, Frame

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".bmp", ".webp")


def read_picture(path: Path) -> npt.NDArray[np.uint8] | None:
    """A picture file as blue-green-red pixels, or None where it is none.

    Read by Python and decoded from memory: OpenCV cannot open Chinese paths on Windows.
    """
    return picture_of(path.read_bytes())


def picture_of(data: bytes) -> npt.NDArray[np.uint8] | None:
    """The bytes of a picture file as blue-green-red pixels, or None where they are none."""
    if not data:
        return None
    try:
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    except cv2.error:
        return None
    return picture  # type: ignore[return-value]  # cv2 types it as any array, and never as None


def frame_of(path: Path, clock: Clock) -> Frame | None:
    """A picture file as a frame."""
    picture = read_picture(path)
    return None if picture is None else as_frame(picture, 0, clock)


def as_frame(picture: "cv2.typing.MatLike", number: int, clock: Clock) -> Frame:
    """Pixels as OpenCV hands them over as a frame that was taken now."""
    whole = np.ascontiguousarray(picture)
    if whole.ndim == 2:
        whole = np.ascontiguousarray(cv2.cvtColor(whole, cv2.COLOR_GRAY2BGR))
    height, width = whole.shape[:2]
    return Frame(memoryview(whole.data).cast("B"), width, height, number, clock.monotonic())


def as_png(frame: Frame, width: int) -> bytes:
    """A frame as a PNG file of at most `width` pixels across."""
    pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 3)
    if frame.width > width:
        height = max(1, round(frame.height * width / frame.width))
        pixels = np.asarray(cv2.resize(pixels, (width, height), interpolation=cv2.INTER_AREA))
    written, data = cv2.imencode(".png", pixels)
    assert written, "a picture in memory is always a PNG"
    return data.tobytes()
