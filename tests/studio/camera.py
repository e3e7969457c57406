"""One exposure: a scene, a thing held before it, and the conditions of the day."""

from __future__ import annotations

from dataclasses import dataclass, field

import cv2
import numpy as np

from tests.studio.held import Held
from tests.studio.optics import (
    HEIGHT,
    WIDTH,
    Light,
    Picture,
    Pose,
    Sensor,
    blurred,
    disc,
    streak,
    to_light,
)
from tests.studio.surfaces import PX_PER_MM


@dataclass(frozen=True)
class Conditions:
    """What makes a picture good or bad, each with its own number.

    Attributes:
        defocus: Radius of the blur on the held thing, pixels.
        motion: How far it moves while the shutter is open, pixels.
        room: Light that falls on what does not glow; 1 is a well lit desk.
        screen: Brightness of a phone's screen; 1 is as white as paper.
        glare: Strength of the room's lamps reflected in glass or lamination.
        uneven: 0..1, how much darker one side is lit than the other.
        sensor: The camera.
    """

    defocus: float = 0.9
    motion: tuple[float, float] = (0.0, 0.0)
    room: float = 0.85
    screen: float = 0.95
    glare: float = 0.0
    uneven: float = 0.0
    sensor: Sensor = field(default_factory=Sensor)


def photograph(
    scene: Light,
    held: Held,
    pose: Pose,
    conditions: Conditions,
    lamps: Light,
    rng: np.random.Generator,
) -> Picture:
    """Return what the webcam delivers.

    Args:
        scene: What is behind, linear light.
        held: The surface and its hand.
        pose: Where it is held.
        conditions: Of this exposure.
        lamps: The room's lamps as glass mirrors them (see `optics.glare`).
        rng: The sensor's noise.
    """
    light = with_held(scene, held, pose, conditions, lamps)
    return conditions.sensor.develop(light, rng)


def with_held(scene: Light, held: Held, pose: Pose, conditions: Conditions, lamps: Light) -> Light:
    """Return the scene's light with the held thing before it, before any sensor."""
    where = _window(held, pose)
    if where is None:
        return scene
    rows, columns = where
    to_window = np.array([[1, 0, -columns.start], [0, 1, -rows.start], [0, 0, 1]], np.float64)
    matrix = to_window @ pose.homography(PX_PER_MM, held.centre)
    size = (columns.stop - columns.start, rows.stop - rows.start)
    flat = np.dstack([held.cover, held.glows, held.mirrors])
    picture = np.asarray(cv2.warpPerspective(held.picture, matrix, size), np.uint8)
    shares = cv2.warpPerspective(flat, matrix, size).astype(np.float32) / np.float32(255)
    cover, glows, mirrors = shares[:, :, :1], shares[:, :, 1:2], shares[:, :, 2:]
    falling = conditions.room * _slope(columns, conditions.uneven)
    radiance = to_light(picture) * (glows * conditions.screen + (1 - glows) * falling)
    radiance = (radiance + mirrors * lamps[where] * conditions.glare) * cover
    layer = np.dstack([radiance, cover]).astype(np.float32)
    for kernel in (disc(conditions.defocus), streak(*conditions.motion)):
        if kernel.shape[0] > 1:
            layer = blurred(layer, kernel)
    result = scene.copy()
    result[where] = result[where] * (1 - layer[:, :, 3:]) + layer[:, :, :3]
    return result


def _window(held: Held, pose: Pose) -> tuple[slice, slice] | None:
    """Return the part of the frame that the thing can touch, blur included."""
    high, wide = held.cover.shape
    corners = np.array([[[0, 0], [wide, 0], [wide, high], [0, high]]], np.float32)
    matrix = pose.homography(PX_PER_MM, held.centre)
    seen = cv2.perspectiveTransform(corners, matrix)[0]
    left, top = np.floor(seen.min(axis=0)).astype(int) - 24
    right, bottom = np.ceil(seen.max(axis=0)).astype(int) + 24
    x0, x1 = max(0, int(left)), min(WIDTH, int(right))
    y0, y1 = max(0, int(top)), min(HEIGHT, int(bottom))
    return (slice(y0, y1), slice(x0, x1)) if x0 < x1 and y0 < y1 else None


def _slope(columns: slice, uneven: float) -> Light:
    """Daylight from the windows on the left: less of it the further right."""
    x = np.arange(columns.start, columns.stop, dtype=np.float32) / WIDTH
    return np.asarray((1 - uneven * x)[None, :, None], np.float32)
