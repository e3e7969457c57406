"""The three marks in a QR code's corners, found by their shape however they are bent.

zxing-cpp looks for the marks' rhythm of 1:1:3:1:1 along lines and takes the code to be flat.
Outlines find them on cloth, on bottles and at a steep slant as well: a light square ring
of 5 x 5 modules (25) around a dark core of 3 x 3 (9), ISO/IEC 18004 section 6.3.3.
"""

import math
from dataclasses import dataclass
from functools import cached_property
from itertools import permutations
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.devices.qr_reading import Grey

Points = npt.NDArray[np.float64]

_MOST_MARKS: Final = 6
"""Two codes' worth; the ways to take three of them grow with the cube."""
BUSIEST: Final = 22_000
"""Changes of tone along the rows above which a picture is noise: its outlines alone would
take many milliseconds. All but one of the photographs that were read so have fewer."""
_RING_TO_CORE: Final = (1.7, 4.8)
"""Area inside the ring over the core's, 25:9 when sharp; ink and light spread either way."""
_SMALLEST_CORE: Final = 8.0
"""Square pixels."""


@dataclass(frozen=True)
class Mark:
    """A finder mark: corners and area of its light ring's outline, 5 modules a side, in pixels.

    `seen` is False for one that must be there by the other two, and is covered.
    """

    corners: Points
    area: float
    seen: bool = True

    @cached_property
    def x(self) -> float:
        """Its middle, pixels from the left."""
        return float(self.corners[:, 0].mean())

    @cached_property
    def y(self) -> float:
        """Its middle, pixels from the top."""
        return float(self.corners[:, 1].mean())

    @cached_property
    def module(self) -> tuple[float, float, float, float]:
        """A matrix by rows: its columns are the steps of one module along the mark's sides."""
        (ax, ay), (bx, by), (cx, cy), (dx, dy) = self.corners.tolist()
        return (
            (bx - ax + cx - dx) / 10,
            (dx - ax + cx - bx) / 10,
            (by - ay + cy - dy) / 10,
            (dy - ay + cy - by) / 10,
        )


@dataclass(frozen=True, slots=True)
class Trio:
    """Three marks as they stand in one code, and how well they fit together (0 is best)."""

    top_left: Mark
    top_right: Mark
    bottom_left: Mark
    modules: float
    misfit: float


def finder_marks(black_and_white: Grey, busiest: int = BUSIEST) -> list[Mark]:
    """The marks in a picture whose dark parts are 0, largest first.

    Args:
        black_and_white: the picture.
        busiest: see `BUSIEST`.
    """
    if min(black_and_white.shape) < 2:
        return []
    changes = cv2.compare(black_and_white[:, 1:], black_and_white[:, :-1], cv2.CMP_NE)
    if cv2.countNonZero(changes) > busiest:
        return []
    contours, tree = cv2.findContours(
        cv2.bitwise_not(black_and_white), cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE
    )
    if tree is None:
        return []
    following, before, child, parent = tree[0].T
    # a core is alone in its hole; that leaves few of the thousand outlines of a noisy picture
    alone = (following < 0) & (before < 0) & (child < 0) & (parent >= 0)
    marks = []
    for core in np.nonzero(alone)[0].tolist():
        ring = int(parent[core])
        if parent[ring] >= 0:
            mark = _mark(contours[ring], contours[core])
            if mark is not None:
                marks.append(mark)
    marks.sort(key=lambda mark: -mark.area)
    return marks[:_MOST_MARKS]


def _mark(ring: "cv2.typing.MatLike", core: "cv2.typing.MatLike") -> Mark | None:
    core_area = cv2.contourArea(core)
    if core_area < _SMALLEST_CORE:
        return None
    area = cv2.contourArea(ring)
    if not _RING_TO_CORE[0] < area / core_area < _RING_TO_CORE[1]:
        return None
    hull = cv2.convexHull(ring)
    if area < 0.8 * cv2.contourArea(hull):
        return None
    corners = _four_corners(hull)
    if corners is None:
        return None
    aside = np.abs(corners.mean(axis=0) - core.reshape(-1, 2).mean(axis=0)).max()
    return Mark(corners, area) if aside < 0.2 * area**0.5 else None


def _four_corners(hull: "cv2.typing.MatLike") -> Points | None:
    """The corners of a rounded quadrilateral, clockwise on the screen."""
    around = cv2.arcLength(hull, closed=True)
    for looseness in (0.04, 0.06, 0.08, 0.1, 0.13):
        corners = cv2.approxPolyDP(hull, looseness * around, closed=True)
        if len(corners) == 4:
            break
    else:
        corners = cv2.boxPoints(cv2.minAreaRect(hull))
    points = np.asarray(corners, np.float64).reshape(4, 2)
    (ax, ay), (bx, by), (cx, cy), _ = points
    turn = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax)
    if abs(turn) < 1:
        return None
    return points if turn > 0 else points[::-1].copy()


def trios(marks: list[Mark], most: int = 4) -> list[Trio]:
    """Marks that may belong to one code, likeliest first."""
    found = []
    for corner, right, below in permutations(marks, 3):
        trio = _trio(corner, right, below)
        if trio is not None:
            found.append(trio)
    found.sort(key=lambda trio: trio.misfit)
    return found[:most]


def _trio(corner: Mark, right: Mark, below: Mark) -> Trio | None:
    turn = (right.x - corner.x) * (below.y - corner.y) - (right.y - corner.y) * (below.x - corner.x)
    if turn <= 0:
        return None  # mirrored: the same marks in another order are the code
    ends = ((corner, right), (right, right), (corner, below), (below, below))
    steps = [tuple(map(abs, way_in_modules(mark, corner, toward))) for mark, toward in ends]
    longest = [max(along) for along in steps]
    least, largest = min(longest), max(longest)
    # 14 modules between the marks of version 1, 170 in version 40
    if least < 9 or largest > 200 or largest > 2.5 * least:
        return None
    askew = sum(min(along) / max(along) for along in steps)
    modules = math.prod(longest) ** 0.25 + 7
    return Trio(corner, right, below, modules, askew + math.log(largest / least))


def way_in_modules(mark: Mark, start: Mark, end: Mark) -> tuple[float, float]:
    """The way between two marks in steps of a mark's modules, along each of its sides."""
    x, y = end.x - start.x, end.y - start.y
    a, b, c, d = mark.module
    det = a * d - b * c
    if abs(det) < 1e-6:
        return 0.0, 0.0
    return (d * x - b * y) / det, (a * y - c * x) / det
