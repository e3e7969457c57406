"""Where in a picture something looks like a QR code, without reading it.

A code is the one thing that changes from light to dark all the time in both directions;
edges, stripes and lettering do so in one, or here and there. Of generated codes of 1.6 to 3
pixels a module the first region holds all, of large ones under several faults at once three
regions hold 8 in 10; it takes 0.6 ms at 720p.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
_Map = npt.NDArray[np.float32]

CELL: Final = 8
"""Pixels on a side of the squares that are judged; a quarter of the smallest code sought."""
_WINDOWS: Final = (5, 9, 15, 25, 41)
"""Sides of the windows that a code may fill, in cells: 40 to 328 pixels."""
_STEP: Final = 3
"""Pixels between the two that are compared: a module of a small code, an edge of a blurred one."""
_NIGHT: Final = 16.0
"""Grey levels that count as light in full darkness, lest noise win there."""
_CALM: Final = 0.9
"""How much texture around a window speaks against it."""
_SIZE: Final = 0.6
"""A wide window averages a code with its surroundings; this power of its side makes up for it."""


@dataclass(frozen=True, slots=True)
class Region:
    """A square of a picture: its middle and side in pixels. It may reach over the edge."""

    x: float
    y: float
    side: float

    def cut(self, picture: Grey, margin: float = 1.0) -> tuple[Grey, int, int]:
        """The pixels of the region grown by a factor, and their left and top in the picture."""
        half = self.side * margin / 2
        left, top = max(0, int(self.x - half)), max(0, int(self.y - half))
        right, bottom = int(self.x + half) + 1, int(self.y + half) + 1
        return np.ascontiguousarray(picture[top:bottom, left:right]), left, top


def code_regions(picture: Grey, most: int = 3) -> tuple[Region, ...]:
    """Regions that look like a code, likeliest first; none in a picture without texture."""
    height, width = picture.shape
    if min(height, width) < 4 * CELL:
        return (Region(width / 2, height / 2, max(height, width)),) if picture.size else ()
    texture = texture_map(picture)
    found: list[tuple[float, Region]] = []
    for window in _WINDOWS:
        if window > max(texture.shape):
            break
        found += _peaks(texture, window, most)
    found.sort(key=lambda scored: -scored[0])
    chosen: list[Region] = []
    for _, region in found:
        if all(_apart(region, other) for other in chosen):
            chosen.append(region)
    return tuple(chosen[:most])


def texture_map(picture: Grey) -> _Map:
    """How much each cell changes in the direction in which it changes less, over the light's root.

    A map with one value for each whole square of `CELL` pixels.
    """
    # whole cells only: OpenCV averages whole numbers of pixels five times faster
    rows, columns = ((side - _STEP) // CELL * CELL for side in picture.shape)
    whole = picture[:rows:2, :columns]  # every other row says as much at half the cost
    across = cv2.absdiff(picture[:rows:2, _STEP : columns + _STEP], whole)
    down = cv2.absdiff(picture[_STEP : rows + _STEP : 2, :columns], whole)
    size = (columns // CELL, rows // CELL)
    less = cv2.min(_cells(across, size), _cells(down, size))
    light = _cells(whole[::2], size)
    # photon noise grows with the root of the light, so that is what contrast is set against
    relative = less.astype(np.float32) / np.sqrt(light.astype(np.float32) + np.float32(_NIGHT))
    return np.asarray(relative, np.float32)


def _cells(picture: "cv2.typing.MatLike", size: tuple[int, int]) -> "cv2.typing.MatLike":
    return cv2.resize(picture, size, interpolation=cv2.INTER_AREA)


def _peaks(texture: _Map, window: int, most: int) -> list[tuple[float, Region]]:
    """The windows that are busiest inside and calm around."""
    inner = cv2.blur(texture, (window, window))
    around = cv2.blur(texture, (2 * window + 1, 2 * window + 1))
    score = (inner - _CALM * around) * window**_SIZE
    result = []
    for _ in range(most):
        _, best, _, (x, y) = cv2.minMaxLoc(score)
        if best <= 0:
            break
        side = window * CELL
        region = Region((x + 0.5) * CELL, (y + 0.5) * CELL, float(side))
        result.append((float(best), region))
        reach = max(1, window // 2)
        score[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1] = 0
    return result


def _apart(one: Region, other: Region) -> bool:
    """Whether neither is a mere copy of the other at nearly the same place and size."""
    far = max(abs(one.x - other.x), abs(one.y - other.y)) > 0.35 * min(one.side, other.side)
    return far or max(one.side, other.side) > 2.2 * min(one.side, other.side)
