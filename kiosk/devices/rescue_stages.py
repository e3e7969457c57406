"""What can be tried on a picture that zxing-cpp does not read: each a small named function.

Chosen from some 300 by what they read of photographs and generated pictures for a
millisecond of CPU time; the order is theirs. All end in zxing-cpp, whose error correction
decides, so none can read what is not there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

import cv2
import numpy as np

from kiosk.devices.code_regions import Region, code_regions
from kiosk.devices.finder_marks import BUSIEST, Mark, Trio, finder_marks, trios
from kiosk.devices.qr_reading import WHOLE, Binarizer, Grey, View, read_codes
from kiosk.devices.sharpening import Kernel, against_defocus, sharpened
from kiosk.devices.unbending import read_quickly
from kiosk.services.ports import CodeSeen

Seen = tuple[CodeSeen, ...]
Gate = Callable[[str, Callable[[], Seen]], Seen | None]

_CROSS: Final = np.ones((3, 3), np.uint8)
_HALF: Final = View(0.5, 0.5)
_IN_FOCUS: Final = against_defocus(1.0, 0.02, 7)
_MARGIN: Final = 1.5
"""Regions are read with this much around them: the quiet zone, and what was misjudged."""
_LARGE: Final = 37
"""Modules on a side, between versions 4 and 5."""
_LARGEST_SHARPENED: Final = 220.0
"""Pixels on a side; sharpening is for small codes, and costs what it covers."""


class Look:
    """One picture, with what several stages make of it made once.

    Args:
        grey: the picture.
        gate: does a named piece of work, or tells by None that there is no time for it.
    """

    def __init__(self, grey: Grey, gate: Gate | None = None) -> None:
        self.grey = grey
        self._gate = gate
        self.put_off = False
        self._half: Grey | None = None
        self._regions: tuple[Region, ...] | None = None

    def follow(self, trio: Trio) -> Seen:
        """Read a bent code in one try, when there is time; otherwise it is put off."""

        def work() -> Seen:
            return read_quickly(self.grey, trio)

        # time goes with the area: two kinds of work to whoever learns what they take
        kind = "follow" if trio.modules < _LARGE else "follow, large"
        found = self._gate(kind, work) if self._gate else work()
        self.put_off = found is None
        return found or ()

    @property
    def half(self) -> Grey:
        """The picture at half its size."""
        if self._half is None:
            self._half = resized(self.grey, 0.5)
        return self._half

    @property
    def searched(self) -> bool:
        """Whether the regions are known already."""
        return self._regions is not None

    @property
    def regions(self) -> tuple[Region, ...]:
        """Where it looks like a code."""
        if self._regions is None:
            self._regions = code_regions(self.grey)
        return self._regions


@dataclass(frozen=True, slots=True)
class Stage:
    """One thing to try.

    Attributes:
        name: for reports.
        read: tries it.
        cost: CPU time in bare calls of zxing-cpp on the same picture; a first guess.
        searches: whether it needs the regions.
    """

    name: str
    read: Callable[[Look], Seen]
    cost: float
    searches: bool = False


def resized(grey: Grey, across: float, down: float | None = None) -> Grey:
    """The picture made smaller; at least one pixel is left."""
    height, width = grey.shape
    size = (max(1, round(width * across)), max(1, round(height * (down or across))))
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.uint8)


def black_and_white(picture: Grey, view: View = WHOLE, *, inverts: bool = False) -> Seen:
    """Read a picture that a stage has made of two tones."""
    return read_codes(
        picture, view, Binarizer.FixedThreshold, shrinks=False, rotates=False, inverts=inverts
    )


def above(grey: Grey, around: int, sigma: float = 0.0) -> Grey:
    """White where the picture is lighter than its surroundings: a difference of two blurs.

    Args:
        grey: the picture.
        around: side in pixels of the square that is averaged.
        sigma: of the Gaussian blur before, against noise; none when 0.
    """
    soft = cv2.GaussianBlur(grey, (0, 0), sigma) if sigma else grey
    return np.asarray(cv2.compare(soft, cv2.blur(soft, (around, around)), cv2.CMP_GT), np.uint8)


def over_mean(grey: Grey, around: int, less: float) -> Grey:
    """White where the picture is lighter than the local mean minus a constant."""
    mean, binary = cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY
    return np.asarray(cv2.adaptiveThreshold(grey, 255, mean, binary, around, less), np.uint8)


def over(grey: Grey, level: int) -> Grey:
    """White where the picture is lighter than a fixed level."""
    return np.asarray(cv2.threshold(grey, level, 255, cv2.THRESH_BINARY)[1], np.uint8)


def fixed_level(look: Look, level: int, *, inverts: bool = False) -> Seen:
    """For glare and darkness: what is about as bright as a code must be there."""
    return black_and_white(over(look.half, level), _HALF, inverts=inverts)


def fine_contrast(look: Look, around: int, sigma: float = 0.0) -> Seen:
    """For gradients across small modules."""
    return black_and_white(above(look.grey, around, sigma))


def coarse_contrast(look: Look, around: int, sigma: float = 0.0, *, inverts: bool = False) -> Seen:
    """The same at half the size, which also takes noise away."""
    return black_and_white(above(look.half, around, sigma), _HALF, inverts=inverts)


def local_mean(look: Look, around: int, less: float) -> Seen:
    """For shadows and bands; light codes on dark screens too."""
    return black_and_white(over_mean(look.grey, around, less), inverts=True)


def coarse_mean(look: Look, around: int, less: float) -> Seen:
    """The same at half the size."""
    return black_and_white(over_mean(look.half, around, less), _HALF)


def thickened(look: Look, view: View = WHOLE) -> Seen:
    """For thin print and over-exposed screens: dark parts grow by a pixel on each side."""
    picture = look.half if view is _HALF else look.grey
    dark = np.asarray(cv2.erode(picture, _CROSS), np.uint8)
    return read_codes(dark, view, shrinks=False, rotates=False, inverts=False)


def thinned_small(look: Look) -> Seen:
    """For ink that ran on large codes: light parts grow, at a quarter of the size."""
    small = resized(look.grey, 0.25)
    light = np.asarray(cv2.dilate(small, _CROSS), np.uint8)
    return read_codes(light, View(0.25, 0.25), shrinks=False, inverts=False)


def sharp_region(look: Look, rank: int, kernel: Kernel = _IN_FOCUS, larger: float = 2.0) -> Seen:
    """For codes far away: one region, sharpened and enlarged."""
    if rank >= len(look.regions) or look.regions[rank].side > _LARGEST_SHARPENED:
        return ()
    cut, left, top = look.regions[rank].cut(look.grey, _MARGIN)
    if not cut.size:
        return ()
    view = View(larger, larger, left, top)
    return read_codes(sharpened(cut, kernel, larger), view, shrinks=False)


def marks_in(tones: Grey, scale: float, busiest: int = BUSIEST) -> list[Mark]:
    """The finder marks in a smaller picture in two tones, as they lie on the picture itself."""
    return [
        Mark((mark.corners + 0.5) / scale - 0.5, mark.area / scale**2)
        for mark in finder_marks(tones, busiest)
    ]


def bent_at_level(look: Look, level: int, scale: float = 0.5) -> Seen:
    """For cloth, bottles and steep slants: marks by a fixed level, the cheapest way to them."""
    sized = {1.0: look.grey, 0.5: look.half}.get(scale)
    tones = over(resized(look.grey, scale) if sized is None else sized, level)
    likeliest = trios(marks_in(tones, scale), most=1)
    return look.follow(likeliest[0]) if likeliest else ()


LIVE: Final = (
    Stage("level 100", partial(fixed_level, level=100), 0.1),
    Stage("level 245", partial(fixed_level, level=245, inverts=True), 0.1),
    Stage("level 160", partial(fixed_level, level=160, inverts=True), 0.1),
    Stage("thickened, half", partial(thickened, view=_HALF), 0.2),
    Stage("fine contrast", partial(fine_contrast, around=11), 1.3),
    Stage("region 1, sharp", partial(sharp_region, rank=0), 0.4, searches=True),
    Stage("region 2, sharp", partial(sharp_region, rank=1), 0.4, searches=True),
    Stage("bent, level 230", partial(bent_at_level, level=230), 0.5),
    Stage("coarse mean", partial(coarse_mean, around=81, less=-8), 0.3),
    Stage("bent, level 145", partial(bent_at_level, level=145), 1.0),
    Stage("bent, whole", partial(bent_at_level, level=145, scale=1.0), 1.5),
    Stage("finest contrast", partial(coarse_contrast, around=7, inverts=True), 0.7),
    Stage("coarse contrast", partial(coarse_contrast, around=15), 0.4),
    Stage("bent, level 200", partial(bent_at_level, level=200), 0.8),
    Stage("local mean", partial(local_mean, around=11, less=8), 1.0),
    Stage("thickened", thickened, 0.5),
)
"""Tried in turns on the frames of a camera; nearly all of them have their turn on each."""
