"""Pictures in which nearly every pixel differs from the next: nothing to read, much to search.

A screen full of finder marks one pixel a module keeps zxing-cpp busy for a second, because its
search grows with the square of what looks like a mark. No code can be read at that size, so
such a picture is halved until it is calm.
"""

from typing import Final

import cv2
import numpy as np

from kiosk.devices.qr_reading import Grey
from kiosk.devices.rescue_stages import resized

_EVERY: Final = 8
"""Rows apart that are looked at: 20 microseconds at 720p."""
_BUSY: Final = 0.18
"""Share of neighbours that differ. Marks side by side at two pixels a module have 0.15 to 0.23,
the busiest of 478 photographs of codes 0.17, frames of a webcam 0.01 to 0.06."""
_SMALL: Final = 500_000
"""Pixels; a picture no larger is searched in a tenth of a second, whatever is in it."""
_LEAST_STEP: Final = 10.0
"""Grey levels; smaller steps are noise."""
_SPREADS: Final = 1.5
"""Steps between light and dark are two of the picture's own standard deviations where it is all
marks. Noise behind even a small code is less, and where there is only noise nothing is lost."""


def calm(grey: Grey) -> tuple[Grey, float]:
    """The picture, halved until it is calm, and its scale."""
    scale = 1.0
    while grey.size > _SMALL and _is_busy(grey):
        grey, scale = resized(grey, 0.5), scale / 2
    return grey, scale


def _is_busy(grey: Grey) -> bool:
    rows = np.ascontiguousarray(grey[::_EVERY])
    if rows.shape[1] < 2:
        return False  # a line has no neighbours
    steps = cv2.absdiff(rows[:, 1:], rows[:, :-1])
    least = max(_LEAST_STEP, _SPREADS * float(cv2.meanStdDev(rows)[1][0, 0]))
    return (
        cv2.countNonZero(cv2.threshold(steps, least, 1, cv2.THRESH_BINARY)[1]) > _BUSY * steps.size
    )
