"""What stands in the way of reading: measures of what looks like a code, for the scan coach.

Texture shows where a code is even when it is tiny, smeared, dim or half out of the picture:
see `code_regions`. A code that is too close has modules wider than the texture's step, so a
quarter of the picture's size is looked at as well. Takes about a millisecond at 720p.
"""

import math
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from kiosk.devices.code_regions import CELL, texture_map
from kiosk.devices.qr_reading import Grey
from kiosk.services.ports import CodeLook

_BUSY: Final = 1.0
"""Texture above which a cell may belong to a code; noise of a lit room stays below."""
_ABOVE_NOISE: Final = 1.8
"""Texture over that of the middling cell, in a room so dark that all of them are noisy."""
_GRAIN: Final = 0.69
"""Difference of pixels side by side over that of pixels four apart: noise has 0.71 to 0.78,
codes 0.28 to 0.65, and only tiny ones on white more."""
_LIT: Final = 150.0
"""Grey level that light modules exceed where noise is no matter."""
_SAMPLE: Final = 80
"""Rows that tell noise from a code."""
_QUARTER: Final = 4
_FILLS: Final = 0.78
"""Side of what the quarter shows, over the picture's shorter side, above which it counts."""
_LARGEST: Final = 240
"""Pixels; a larger code is measured at a part of its size."""
_WHITE: Final = 250
"""Grey level at which a sensor is full, less what JPEG changes."""
_PATCH: Final = 0.07
"""Half the width of a white patch over the code's: wider than light modules that lie together."""
_LAMP: Final = 8
"""Pixels; half the width of a lamp in the hall behind, which is no patch on the code."""
_BESIDE: Final = 0.7
"""How far around what still looks like a code a patch is sought, over the code's side."""


@dataclass(frozen=True, slots=True)
class _Box:
    """Where something looks like a code, in pixels, and how busy it is in the middle."""

    left: int
    top: int
    width: int
    height: int
    busy: float

    @property
    def side(self) -> float:
        return math.sqrt(self.width * self.height)

    def cut(self, picture: Grey) -> Grey:
        """The pixels in it; every second, third or further one where it is large."""
        step = max(self.width, self.height) // _LARGEST + 1
        rows = slice(self.top, self.top + self.height, step)
        cut = picture[rows, self.left : self.left + self.width : step]
        return np.ascontiguousarray(cut)


class CodeWatcher:
    """Remembers the frame before, to tell what moves. Make one for each camera."""

    def __init__(self) -> None:
        self._before: Grey | None = None

    def look(self, grey: Grey) -> CodeLook | None:
        """The measures of what looks most like a code; None where nothing does.

        Args:
            grey: a frame in which no code was read.
        """
        before, self._before = self._before, grey
        box = _found(grey)
        if box is None:
            return None
        code = box.cut(grey)
        if _is_noise(box, grey):
            return None
        dark, light, lightest = np.percentile(code, (5, 75, 95))
        change = 0.0
        if before is not None and before.shape == grey.shape:
            changed = float(cv2.absdiff(code, box.cut(before)).mean())
            change = changed / max(1.0, float(lightest - dark))
        return CodeLook(
            box.width,
            box.height,
            min(grey.shape),
            _edges(box, grey),
            box.busy,
            float(light),
            _evenness(code),
            _burnt(box, grey),
            change,
        )


def _found(grey: Grey) -> _Box | None:
    if min(grey.shape) < 4 * CELL * _QUARTER:
        return None
    size = (grey.shape[1] // _QUARTER, grey.shape[0] // _QUARTER)
    quarter = np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)
    coarse = _busiest(quarter, _QUARTER)
    if coarse is not None and coarse.side >= _FILLS * min(grey.shape):
        return coarse
    return _busiest(grey, 1)


def _busiest(picture: Grey, scale: int) -> _Box | None:
    """The busiest patch of a picture that was made smaller by a factor."""
    texture = cv2.blur(texture_map(picture), (3, 3))
    noise = float(np.median(texture)) if scale == 1 else 0.0  # a smaller picture has averaged it
    busy = texture - max(_BUSY, _ABOVE_NOISE * noise)
    count, labels, boxes, _ = cv2.connectedComponentsWithStats((busy > 0).astype(np.uint8))
    if count < 2:
        return None
    sums = np.bincount(labels.ravel(), weights=busy.ravel(), minlength=count)
    sums[0] = 0.0
    most = int(sums.argmax())
    left, top, width, height = (int(value) * CELL * scale for value in boxes[most, :4])
    mean = float(texture[labels == most].mean())
    return _Box(left, top, width, height, mean)


def _is_noise(box: _Box, grey: Grey) -> bool:
    """Grain is as different a pixel apart as four; the modules of a code that is dark are not."""
    rows = slice(box.top, box.top + box.height, max(1, box.height // _SAMPLE))
    some = np.ascontiguousarray(grey[rows, box.left : box.left + box.width])
    if np.percentile(some, 75) >= _LIT:
        return False
    near = cv2.mean(cv2.absdiff(some[:, 1:], some[:, :-1]))[0]
    return near >= _GRAIN * cv2.mean(cv2.absdiff(some[:, 4:], some[:, :-4]))[0]


def _edges(box: _Box, grey: Grey) -> int:
    height, width = grey.shape
    near = 2 * CELL  # the last cell of a picture may be a part of one and is left out
    right, bottom = box.left + box.width, box.top + box.height
    return sum((box.left == 0, box.top == 0, right > width - near, bottom > height - near))


def _evenness(code: Grey) -> float:
    """The smaller over the larger axis of the structure tensor."""
    across = cv2.Sobel(code, cv2.CV_32F, 1, 0)
    down = cv2.Sobel(code, cv2.CV_32F, 0, 1)
    a, b, c = (float(cv2.mean(one * other)[0]) for one, other in
               ((across, across), (across, down), (down, down)))  # fmt: skip
    spread = ((a - c) ** 2 + 4 * b * b) ** 0.5
    return (a + c - spread) / (a + c + spread) if a + c + spread > 0 else 1.0


def _burnt(box: _Box, grey: Grey) -> float:
    """Area of white patches over the code's, also beside it: what is burnt shows no texture."""
    longer = max(box.width, box.height)
    beside = round(longer * _BESIDE)
    step = longer // _LARGEST + 1
    rows = slice(max(0, box.top - beside), box.top + box.height + beside, step)
    columns = slice(max(0, box.left - beside), box.left + box.width + beside, step)
    _, white = cv2.threshold(grey[rows, columns], _WHITE - 1, 255, cv2.THRESH_BINARY)
    reach = max(_LAMP, round(longer * _PATCH)) // step
    kernel = np.ones((2 * reach + 1, 2 * reach + 1), np.uint8)
    patches = cv2.dilate(cv2.erode(white, kernel), kernel)
    return cv2.countNonZero(patches) * step**2 / (box.width * box.height)
