"""The lobby that the desk's camera looks into, and what stands in it."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from tests.studio.figures import Figure, passer_by
from tests.studio.optics import HEIGHT, WIDTH, Light, blurred, disc

_HALF: Final = (WIDTH // 2, HEIGHT // 2)
_HORIZON: Final = 205  # of 360 rows: the camera stands at chest height and looks up a little


def lobby(rng: np.random.Generator, *, brightness: float = 1.0) -> Light:
    """Return the empty lobby, out of focus, as linear light.

    Lamps are drawn far brighter than white before the blur: only then do they
    become the discs that a real lens makes of them.

    Args:
        rng: Decides where columns, lamps and the backdrop stand.
        brightness: Of the room.
    """
    room = _walls(rng)
    _windows(room, rng)
    _floor(room, rng)
    _backdrop(room, rng)
    _columns(room, rng)
    _lamps(room, rng)
    for _ in range(6):
        tall = rng.uniform(0.32, 0.56)
        room = _with_small(room, passer_by(rng), int(rng.uniform(20, 620)), tall)
    soft = blurred(room, disc(5.0))
    grown = cv2.resize(soft, (WIDTH, HEIGHT), interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.maximum(grown, 0) * np.float32(brightness), np.float32)


def placed(scene: Light, figure: Figure, x: float, y: float) -> Light:
    """Return the scene with a figure before it.

    Args:
        scene: What is behind; not changed.
        figure: Who comes before it.
        x: Middle of the figure, pixels from the left, may lie outside.
        y: Top of the figure.
    """
    high, wide = figure.cover.shape
    left, top = round(x - wide / 2), round(y)
    x0, x1 = max(left, 0), min(left + wide, scene.shape[1])
    y0, y1 = max(top, 0), min(top + high, scene.shape[0])
    result = scene.copy()
    if x0 < x1 and y0 < y1:
        inner = (slice(y0 - top, y1 - top), slice(x0 - left, x1 - left))
        cover = figure.cover[inner][:, :, None]
        result[y0:y1, x0:x1] = result[y0:y1, x0:x1] * (1 - cover) + figure.light[inner]
    return result


def _with_small(room: Light, figure: Figure, x: int, tall: float) -> Light:
    """Place somebody far away, so that the camera's height on everybody is the horizon."""
    size = (round(figure.cover.shape[1] * tall), round(figure.cover.shape[0] * tall))
    light = np.asarray(cv2.resize(figure.light, size, interpolation=cv2.INTER_AREA), np.float32)
    cover = np.asarray(cv2.resize(figure.cover, size, interpolation=cv2.INTER_AREA), np.float32)
    return placed(room, Figure(light, cover), x, _HORIZON - 0.42 * size[1])


def _walls(rng: np.random.Generator) -> Light:
    rows = np.linspace(0, 1, _HALF[1], dtype=np.float32)[:, None, None]
    stone = np.array([0.30, 0.33, 0.36], np.float32) * np.float32(rng.uniform(0.85, 1.1))
    across = np.linspace(0.8, 1.15, _HALF[0], dtype=np.float32)[None, :, None]
    room = np.asarray((0.75 + 0.5 * (1 - rows)) * stone * across, np.float32)
    ceiling = np.array([[0, 0], [640, 0], [640, 52], [430, 78], [190, 78], [0, 40]], np.int32)
    cv2.fillPoly(room, [ceiling], (0.42, 0.44, 0.45))
    for y, shade in ((18, 0.36), (40, 0.38), (60, 0.40)):
        cv2.line(room, (0, y - 8), (640, y), (shade, shade, shade), 3)
    return room


def _windows(room: Light, rng: np.random.Generator) -> None:
    """A glass front on one side, as every congress centre has: daylight, overexposed."""
    start = int(rng.uniform(-20, 30))
    for pane in range(5):
        left = start + pane * 44
        top, bottom = 34 + pane * 9, _HORIZON + 4 - pane * 2
        day = (1.15 - 0.09 * pane, 1.02 - 0.08 * pane, 0.92 - 0.08 * pane)
        shape = np.array(
            [[left, top], [left + 38, top + 8], [left + 38, bottom], [left, bottom + 3]]
        )
        cv2.fillPoly(room, [shape.astype(np.int32)], day)
        trees = shape.copy()
        trees[:2, 1] = [bottom - 42, bottom - 48]
        cv2.fillPoly(room, [trees.astype(np.int32)], (0.25, 0.42, 0.33))


def _floor(room: Light, rng: np.random.Generator) -> None:
    """Polished stone: a tint of its own and a dim mirror of what stands on it."""
    high = _HALF[1] - _HORIZON
    mirror = cv2.flip(room[_HORIZON - high : _HORIZON], 0)
    streaked = cv2.GaussianBlur(mirror, (9, 41), 0)
    tint = np.array([0.20, 0.22, 0.25], np.float32) * np.float32(rng.uniform(0.9, 1.1))
    near = np.linspace(0.75, 0.35, high, dtype=np.float32)[:, None, None]
    room[_HORIZON:] = tint * (1 - near * 0.6) + streaked * near * 0.6
    for step in (6, 16, 34, 66, 118):
        y = _HORIZON + step
        cv2.line(room, (0, y), (640, y), (0.17, 0.18, 0.2), 1)


def _backdrop(room: Light, rng: np.random.Generator) -> None:
    """The summit's photo wall and a row of desks before it."""
    left = int(rng.uniform(250, 290))
    right = left + int(rng.uniform(190, 220))
    cv2.rectangle(room, (left, 92), (right, _HORIZON - 2), (0.34, 0.13, 0.04), -1)
    cv2.rectangle(room, (left, 92), (right, 112), (0.42, 0.20, 0.08), -1)
    lettering = np.zeros(room.shape, np.uint8)  # letters can be drawn on bytes only
    title = (left + 14, 146)
    cv2.putText(lettering, "中国汽车重庆峰会", title, (255, 255, 255), cv2.FontFace("uni"), 22, 600)
    room += lettering.astype(np.float32) * np.float32(0.7 / 255)
    for row in range(3):
        y = 160 + row * 11
        cv2.rectangle(
            room, (left + 24 + row * 6, y), (right - 40 - row * 14, y + 4), (0.6, 0.5, 0.45), -1
        )
    for desk in range(3):
        x = left - 20 + desk * 92
        cv2.rectangle(room, (x, _HORIZON - 8), (x + 66, _HORIZON + 26), (0.48, 0.50, 0.52), -1)
        cv2.rectangle(room, (x, _HORIZON - 8), (x + 66, _HORIZON - 2), (0.20, 0.26, 0.36), -1)


def _columns(room: Light, rng: np.random.Generator) -> None:
    for x in (int(rng.uniform(525, 560)), int(rng.uniform(606, 630))):
        width = 34
        for step in range(width):
            shade = 0.30 + 0.26 * float(np.sin(np.pi * (step + 4) / (width + 10)))
            cv2.line(
                room, (x + step, 30), (x + step, _HORIZON + 22), (shade, shade, shade * 1.03), 1
            )
    pot = int(rng.uniform(478, 505))
    cv2.rectangle(room, (pot, _HORIZON - 4), (pot + 24, _HORIZON + 26), (0.10, 0.12, 0.15), -1)
    for _ in range(26):
        tip = (pot + 12 + int(rng.normal(0, 17)), _HORIZON - 4 - int(rng.uniform(10, 62)))
        cv2.line(room, (pot + 12, _HORIZON - 2), tip, (0.05, 0.17, 0.07), 4)


def _lamps(room: Light, rng: np.random.Generator) -> None:
    for row, (y, gap, size) in enumerate(((14, 118, 5), (38, 92, 4), (58, 66, 3), (72, 48, 2))):
        shift = int(rng.uniform(0, gap))
        for x in range(shift - gap, _HALF[0] + gap, gap):
            cv2.ellipse(
                room, (x, y), (size + 2, size), 0, 0, 360, (5.0 - row, 6.0 - row, 6.5 - row), -1
            )
    for _ in range(7):
        at = (int(rng.uniform(230, 520)), int(rng.uniform(96, _HORIZON)))
        cv2.circle(room, at, 1, (2.5, 3.0, 3.2), -1)
