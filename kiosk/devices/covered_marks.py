"""Codes of which a thumb, a logo or a lamp's reflection covers one finder mark.

Readers that look for three marks give up on them, while their error correction could mend
more than a mark's worth. The third mark's place follows from the other two and their size;
which of the corners it is cannot be seen, so each is tried.
"""

from itertools import combinations
from typing import Final

import numpy as np

from kiosk.devices.finder_marks import Mark, Points, Trio, way_in_modules

_ASKEW: Final = 0.25
"""Modules aside per module along at which two marks no longer stand side by side."""
_UNEQUAL: Final = 2.5
"""Areas of two marks of one code differ less, but for steep slants."""


def completed(marks: list[Mark], most: int = 6) -> list[Trio]:
    """Two marks each and where the third may be, best pairs first."""
    found: list[Trio] = []
    for one, other in combinations(marks, 2):
        if max(one.area, other.area) < _UNEQUAL * min(one.area, other.area):
            found += _side_by_side(one, other) or _across_corners(one, other)
    found.sort(key=lambda trio: trio.misfit)
    return found[:most]


def _side_by_side(one: Mark, other: Mark) -> list[Trio]:
    ends = (way_in_modules(one, one, other), way_in_modules(other, one, other))
    along = [max(map(abs, end)) for end in ends]
    aside = [min(map(abs, end)) for end in ends]
    if min(along) < 9 or max(along) > 70 or max(aside) > _ASKEW * min(along):
        return []
    misfit = sum(aside) / sum(along) + abs(along[0] - along[1]) / sum(along)
    way = np.array([other.x - one.x, other.y - one.y])
    step = (along[0] * along[1]) ** 0.5
    at_one, at_other = _beside(one, way) * step, _beside(other, way) * step
    modules = step + 7
    return [
        Trio(one, other, _moved(one, at_one), modules, misfit),
        Trio(other, one, _moved(other, -at_other), modules, misfit),
        Trio(one, _moved(one, -at_one), other, modules, misfit),
        Trio(other, _moved(other, at_other), one, modules, misfit),
    ]


def _across_corners(one: Mark, other: Mark) -> list[Trio]:
    across, down = way_in_modules(one, one, other)
    long, short = max(abs(across), abs(down)), min(abs(across), abs(down))
    if short < 9 or long > 70 or short < 0.7 * long:
        return []
    a, b, c, d = one.module
    aside, below = np.array([a, c]) * across, np.array([b, d]) * down
    modules, misfit = (long * short) ** 0.5 + 7, 1 - short / long
    # seen from the mark that both lie beside, right comes before below, clockwise
    turn = aside[0] * below[1] - aside[1] * below[0]
    first, second = (one, other) if turn < 0 else (other, one)
    return [
        Trio(_moved(one, aside), first, second, modules, misfit),
        Trio(_moved(one, below), second, first, modules, misfit),
    ]


def _beside(mark: Mark, way: Points) -> Points:
    """The mark's step of a module that lies less along the way, clockwise from it."""
    a, b, c, d = mark.module
    steps = (np.array([a, c]), np.array([b, d]))
    step = min(steps, key=lambda step: abs(float(step @ way)) / float(np.hypot(*step)))
    return step if way[0] * step[1] - way[1] * step[0] > 0 else -step


def _moved(mark: Mark, way: Points) -> Mark:
    return Mark(mark.corners + way, mark.area, seen=False)
