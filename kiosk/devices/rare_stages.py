"""Stages that read little of what others do not: for frames that go on being missed."""

from functools import partial
from typing import Final

import cv2
import numpy as np

from kiosk.devices.covered_marks import completed
from kiosk.devices.finder_marks import BUSIEST, trios
from kiosk.devices.qr_reading import Grey, View, read_codes
from kiosk.devices.rescue_stages import (
    Look,
    Seen,
    Stage,
    above,
    bent_at_level,
    fine_contrast,
    local_mean,
    marks_in,
    over,
    over_mean,
    resized,
    sharp_region,
)
from kiosk.devices.sharpening import Kernel, against_defocus, against_motion

_FRAME: Final = 20
"""Pixels of black around a picture."""
_MORE_BLURRED: Final = (against_defocus(1.6, 0.02, 9), against_defocus(2.2, 0.03, 11))
_MOVED: Final = tuple(against_motion(4, degrees) for degrees in (0, 45, 90, 135))


def squeezed(look: Look, across: float, down: float) -> Seen:
    """For codes seen at a slant: pressed from one side, the marks are square again."""
    return read_codes(resized(look.grey, across, down), View(across, down), shrinks=False)


def framed(look: Look) -> Seen:
    """For codes that fill the picture: room around them for the marks to end in."""
    bordered = cv2.copyMakeBorder(
        look.grey, _FRAME, _FRAME, _FRAME, _FRAME, cv2.BORDER_CONSTANT, value=0
    )
    view = View(left=-_FRAME, top=-_FRAME)
    return read_codes(np.asarray(bordered, np.uint8), view, shrinks=False)


def bent_by_itself(look: Look) -> Seen:
    """Bent codes, the level taken from the picture's own light and dark (Otsu)."""
    otsu = cv2.threshold(look.grey, 0, 255, cv2.THRESH_BINARY | cv2.THRESH_OTSU)[1]
    return _likeliest(look, np.asarray(otsu, np.uint8))


def bent_in_shadow(look: Look) -> Seen:
    """Bent codes under uneven light."""
    return _likeliest(look, over_mean(look.grey, 41, 12))


def _likeliest(look: Look, tones: Grey) -> Seen:
    found = trios(marks_in(tones, 1.0, BUSIEST), most=1)
    return look.follow(found[0]) if found else ()


def darkest(look: Look) -> Seen:
    """Bent codes in the dark."""
    return _likeliest(look, over(look.grey, 100))


def soft_contrast(look: Look) -> Seen:
    """For noise on middling modules."""
    return fine_contrast(look, around=21, sigma=0.8)


def bent_coarse(look: Look) -> Seen:
    """Large bent codes, whatever the light."""
    small = resized(look.grey, 0.25)
    found = trios(marks_in(above(small, 21, 0.8), 0.25), most=1)
    return look.follow(found[0]) if found else ()


def mark_covered(look: Look, which: slice) -> Seen:
    """For a thumb on a corner: where the third mark may be under it, two guesses at a time."""
    for trio in completed(marks_in(over_mean(look.grey, 41, 12), 1.0))[which]:
        found = look.follow(trio)
        if found:
            return found
    return ()


def _kernel_stage(name: str, kernel: Kernel, larger: float) -> Stage:
    read = partial(sharp_region, rank=0, kernel=kernel, larger=larger)
    return Stage(name, read, 0.5, searches=True)


RARE: Final = (
    Stage("local mean, light", partial(local_mean, around=21, less=-8), 1.0),
    Stage("region 3, sharp", partial(sharp_region, rank=2), 0.4, searches=True),
    Stage("bent, Otsu", bent_by_itself, 2.0),
    Stage("mark covered, 1", partial(mark_covered, which=slice(2)), 2.5),
    Stage("mark covered, 2", partial(mark_covered, which=slice(2, 4)), 2.5),
    Stage("squeezed, down", partial(squeezed, across=1.0, down=0.6), 1.2),
    Stage("framed", framed, 1.0),
    Stage("soft contrast", soft_contrast, 1.5),
    _kernel_stage("region 1, blurred", _MORE_BLURRED[0], 1.5),
    _kernel_stage("region 1, very blurred", _MORE_BLURRED[1], 1.0),
    Stage("bent, quarter", partial(bent_at_level, level=145, scale=0.25), 0.7),
    Stage("bent, shadow", bent_in_shadow, 2.5),
    _kernel_stage("region 1, moved level", _MOVED[0], 1.0),
    _kernel_stage("region 1, moved down right", _MOVED[1], 1.0),
    _kernel_stage("region 1, moved upright", _MOVED[2], 1.0),
    _kernel_stage("region 1, moved up right", _MOVED[3], 1.0),
    Stage("bent, dark", darkest, 2.0),
    Stage("squeezed, across", partial(squeezed, across=0.6, down=1.0), 1.2),
    Stage("bent, coarse", bent_coarse, 1.5),
)
"""Join the round once several frames in a row were missed."""
