"""What a picture is worth, from a few thousand of its pixels: good, black, covered, the same.

The numbers were chosen on pictures of the studio in tests: lobbies from broad day to a
hundredth of its light, with weak and strong noise, guests with phones that fill the view,
lens caps, hands and sheets of paper. Where a dark hall and a covered lens look alike, it is
called a hall: the cost is that nobody is told, not that somebody is told nonsense.
"""

from enum import StrEnum

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.services.ports import Frame

CELLS = (24, 15)
"""The picture in cells, across and down: noise is gone from their means, guests are not."""
ROWS = 60
"""So many rows are looked at."""
BLACK_MEAN, BLACK_MOST = 20, 26
"""Grey levels of 255: the whole picture, and its brightest cell."""
PLAIN = 8.0
"""Second difference of neighbouring cells that counts as detail, in grey levels. Slow slopes
of light have none. A hand on the lens stays below; the darkest lobby with strong noise does
not, and every guest in the studio has 60 and more."""
PLAIN_SHARE = 0.9
"""A covered picture has no more detail than that in so many of its cells."""
SAME_SHARE = 0.001
"""Of the bytes of two live pictures a quarter and more differ by more than one; of a frozen
one none, or a few where it was coded again."""


class Sight(StrEnum):
    """What is to be seen in a picture."""

    GOOD = "good"
    BLACK = "black"
    COVERED = "covered"


def sample(frame: Frame) -> npt.NDArray[np.uint8]:
    """Rows of the picture, evenly spread."""
    pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 3)
    return np.ascontiguousarray(pixels[:: max(1, frame.height // ROWS)])


def sight(rows: npt.NDArray[np.uint8]) -> Sight:
    """What is to be seen in the rows of a picture."""
    small = cv2.resize(rows, CELLS, interpolation=cv2.INTER_AREA)
    grey = cv2.cvtColor(small, cv2.COLOR_BGR2GRAY).astype(np.float32)
    if grey.mean() <= BLACK_MEAN and grey.max() <= BLACK_MOST:
        return Sight.BLACK
    detail = np.abs(cv2.Laplacian(grey, cv2.CV_32F)[1:-1, 1:-1])
    return Sight.COVERED if (detail <= PLAIN).mean() >= PLAIN_SHARE else Sight.GOOD


def same(one: npt.NDArray[np.uint8], other: npt.NDArray[np.uint8]) -> bool:
    """Whether two samples are of one and the same picture."""
    if one.shape != other.shape:
        return False
    changed = int(np.count_nonzero(cv2.absdiff(one, other) > 1))
    return changed <= SAME_SHARE * one.size
