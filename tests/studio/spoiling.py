"""What happens to a code on its surface: ripples, bands, clutter at its edge, scratches."""

from __future__ import annotations

import cv2
import numpy as np

from tests.studio.optics import Picture
from tests.studio.surfaces import PX_PER_MM, Place


def rippled(picture: Picture, strength: float, rng: np.random.Generator) -> Picture:
    """Return a screen whose dots beat with the sensor's: moire, a wave of its own per colour."""
    height, width = picture.shape[:2]
    y, x = np.mgrid[:height, :width].astype(np.float32)
    angle = rng.uniform(0, np.pi)
    wave = 2 * np.pi / (rng.uniform(2.0, 9.0) * PX_PER_MM)
    shown = picture.astype(np.float32)
    for colour in range(3):
        phase = wave * (x * np.cos(angle) + y * np.sin(angle)) + rng.uniform(0, 2 * np.pi)
        shown[:, :, colour] *= 1 - 0.3 * strength * (1 + np.sin(phase))
    return np.asarray(shown, np.uint8)


def banded(picture: Picture, strength: float, rng: np.random.Generator) -> Picture:
    """Return a screen that flickers faster than the shutter: dark bands across it."""
    y = np.arange(len(picture), dtype=np.float32)
    wave = 2 * np.pi / (rng.uniform(14, 45) * PX_PER_MM)
    dim = 1 - 0.85 * strength * np.clip(1.4 * np.sin(wave * y + rng.uniform(0, 6.3)), 0, 1)
    return np.asarray(picture * dim[:, None, None], np.uint8)


def cluttered(
    picture: Picture, code: Place, module: float, strength: float, rng: np.random.Generator
) -> Picture:
    """Return the picture with print in the quiet zone, which is four modules wide."""
    result = picture.copy()
    reach = round(4 * module * strength)  # how much of the quiet zone is lost
    along = round(code.side * strength)
    right, bottom = code.left + code.side, code.top + code.side
    for _ in range(4):
        start = int(rng.integers(0, code.side - along + 1))
        shade = int(rng.integers(10, 110))
        side, wide = int(rng.integers(4)), reach + 1
        x0, y0, x1, y1 = (
            (code.left - 30, code.top + start, code.left + wide, code.top + start + along),
            (right - wide, code.top + start, right + 30, code.top + start + along),
            (code.left + start, code.top - 30, code.left + start + along, code.top + wide),
            (code.left + start, bottom - wide, code.left + start + along, bottom + 30),
        )[side]
        cv2.rectangle(result, (x0, y0), (x1, y1), (shade, shade, shade), -1)
    return result


def covered(picture: Picture, code: Place, strength: float, rng: np.random.Generator) -> Picture:
    """Return the picture with a scratch, and a thumb or a logo on the code."""
    result = picture.copy()
    inside = rng.uniform(0.1, 0.9, (3, 2)) * code.side + (code.left, code.top)
    points = [(round(x), round(y)) for x, y in inside]
    cv2.line(result, points[0], points[1], (170, 170, 170), max(1, round(14 * strength)))
    radius = round(code.side * 0.17 * strength)
    cv2.circle(result, points[2], radius, (110, 140, 190), -1)
    return result
