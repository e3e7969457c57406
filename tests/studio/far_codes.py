"""Codes far from the camera: only a few pixels a module, drawn without aliasing."""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np

from tests.studio.codes import Symbol
from tests.studio.optics import HEIGHT, WIDTH, Light, Pose, Sensor, to_light
from tests.studio.webcam import Fault, Level, Shot

_MODULE: Final = 8  # texture pixels
_FINER: Final = 4  # light is gathered on a grid this much finer than the sensor's
_CARD: Final = 3  # modules of white card around the quiet zone


def far_shot(symbol: Symbol, px_per_module: float, scene: Light, rng: np.random.Generator) -> Shot:
    """Return a code on a white card in front of the scene, held nearly straight.

    Args:
        symbol: The code.
        px_per_module: Its size, pixels of the picture.
        scene: One of `webcam.backgrounds`.
        rng: Decides place, tilt up to 15 degrees, blur of 0.45 to 0.75 pixels, noise, JPEG.
    """
    dark = np.pad(symbol.modules(), _CARD)
    texture = np.kron(np.where(dark, 12, 245), np.ones((_MODULE, _MODULE))).astype(np.uint8)
    side = len(texture)
    pose = Pose(
        x=float(rng.uniform(280, WIDTH - 280)),
        y=float(rng.uniform(200, HEIGHT - 200)),
        scale=px_per_module,
        roll=float(rng.uniform(-12, 12)),
        yaw=float(rng.uniform(-10, 10)),
        pitch=float(rng.uniform(-10, 10)),
    )
    to_frame = pose.homography(_MODULE, ((side - 1) / 2, (side - 1) / 2))
    reach = round(side / _MODULE * px_per_module * 0.8) + 8
    left, top = round(pose.x) - reach, round(pose.y) - reach
    inset = (_FINER - 1) / 2  # the middle of a pixel is the middle of its finer ones
    finer = np.array(
        [[_FINER, 0, inset - _FINER * left], [0, _FINER, inset - _FINER * top], [0, 0, 1]]
    )
    where = (slice(top, top + 2 * reach), slice(left, left + 2 * reach))
    layer = _gathered(texture, finer @ to_frame, reach, float(rng.uniform(0.45, 0.75)))
    light = scene.copy()
    light[where] = light[where] * (1 - layer[:, :, 1:]) + layer[:, :, :1] * np.float32(0.8)
    sensor = Sensor(
        noise=float(rng.uniform(0.5, 1.2)),
        sharpening=float(rng.uniform(0, 0.35)),
        jpeg=int(rng.integers(80, 96)),
    )
    edge = _CARD * _MODULE - 0.5
    to_texture = np.array([[_MODULE, 0, edge], [0, _MODULE, edge], [0, 0, 1]])
    return Shot(
        sensor.develop(light, rng), symbol, Level.MEDIUM, frozenset({Fault.SMALL}),
        to_frame @ to_texture,
    )  # fmt: skip


def _gathered(
    texture: np.ndarray[tuple[int, ...], np.dtype[np.uint8]],
    matrix: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
    reach: int,
    defocus: float,
) -> Light:
    """The card's light and its cover, as two planes, on the sensor's pixels."""
    size = (2 * reach * _FINER, 2 * reach * _FINER)
    planes = np.dstack([to_light(texture), np.ones(texture.shape, np.float32)])
    seen = cv2.warpPerspective(planes, matrix, size)
    soft = cv2.GaussianBlur(seen, (0, 0), defocus * _FINER)
    small = cv2.resize(soft, (2 * reach, 2 * reach), interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.float32)
