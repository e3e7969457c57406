"""Small pictures of a code as a webcam would see it, drawn in two milliseconds.

Light is linear until the sensor, gathered on a grid twice as fine as the picture's. The
figures are choices: they stand for what spoils pictures at a desk, not for one camera.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

Grey = npt.NDArray[np.uint8]
_Light = npt.NDArray[np.float32]

_QUIET: Final = 4
_AROUND: Final = 36
"""Pixels of ground around the code at least: readers treat very small pictures apart."""
_TEXTURE: Final = 6
"""Pixels a module of the flat code that is looked at."""
_FINER: Final = 2
_AWAY: Final = 3.0
"""Distance of the camera in widths of the code; nearer makes perspective stronger."""
_GROUND: Final = 0.18
_GAMMA: Final = 2.2


@dataclass(frozen=True, slots=True)
class Condition:
    """One way of being hard to read; 0 means without it.

    Attributes:
        name: for people.
        pixels: a module's width in pixels.
        blur: of the lens, sigma in pixels of the picture.
        noise: of the sensor, in grey levels out of 255, about.
        white: light of the light modules, 1 is full.
        black: light of the dark modules.
        inverted: light modules on a dark ground.
        tilt: degrees out of the picture's plane, in a direction drawn by lot.
        roll: most degrees in the plane.
        ripple: depth of the waves of a screen's dots against the sensor's, 0 to 1.
        glare: light that a lamp adds in its middle.
        smear: pixels of way while the shutter is open.
        waves: how far crumpled paper moves modules, in modules.
        shadow: share of light that the darkest corner has lost.
        jpeg: quality from 1 to 100.
    """

    name: str
    pixels: float
    blur: float = 0.5
    noise: float = 1.0
    white: float = 0.9
    black: float = 0.02
    inverted: bool = False
    tilt: float = 8.0
    roll: float = 12.0
    ripple: float = 0.0
    glare: float = 0.0
    smear: float = 0.0
    waves: float = 0.0
    shadow: float = 0.0
    jpeg: int = 85


def seen(
    dark: npt.NDArray[np.bool_], condition: Condition, ease: float, chance: np.random.Generator
) -> Grey:
    """The picture of a code.

    Args:
        dark: its modules without the quiet zone.
        condition: how it is seen.
        ease: how many times as large it is seen.
        chance: decides directions, places and noise.
    """
    pixels = condition.pixels * ease
    flat = _flat(dark, condition)
    light = _held(flat, dark.shape[0], condition, pixels, chance)
    light = np.asarray(cv2.GaussianBlur(light, (0, 0), condition.blur * _FINER), np.float32)
    if condition.smear:
        light = _smeared(light, condition.smear * _FINER, chance)
    side = light.shape[0] // _FINER
    small = np.asarray(cv2.resize(light, (side, side), interpolation=cv2.INTER_AREA), np.float32)
    return _developed(_lit(small, condition, chance), condition, chance)


def _flat(dark: npt.NDArray[np.bool_], condition: Condition) -> _Light:
    whole = np.pad(dark, _QUIET)
    black, white = np.float32(condition.black), np.float32(condition.white)
    tones = np.where(whole != condition.inverted, black, white).astype(np.float32)
    return np.asarray(
        cv2.resize(tones, None, fx=_TEXTURE, fy=_TEXTURE, interpolation=cv2.INTER_NEAREST),
        np.float32,
    )


def _held(
    flat: _Light,
    side: int,
    condition: Condition,
    pixels: float,
    chance: np.random.Generator,
) -> _Light:
    """The flat code in its pose on a ground, on the finer grid."""
    width = side + 2 * _QUIET
    away = _AWAY * width
    turn = _turn(condition, chance)
    reach = int(np.ceil(width * 0.75 * pixels) + _AROUND) * _FINER
    scale = pixels * _FINER * away  # focal length in fine pixels
    middle = reach + chance.uniform(-0.5, 0.5, 2) * _FINER
    plane = np.column_stack([turn[:, 0], turn[:, 1], (0.0, 0.0, away)])
    pinhole = np.array([[scale, 0, middle[0]], [0, scale, middle[1]], [0, 0, 1]])
    to_modules = np.array([[1, 0, -width / 2], [0, 1, -width / 2], [0, 0, 1.0]])
    from_texture = np.array([[1 / _TEXTURE, 0, 0.5 / _TEXTURE], [0, 1 / _TEXTURE, 0.5 / _TEXTURE],
                             [0, 0, 1.0]])  # fmt: skip
    matrix = pinhole @ plane @ to_modules @ from_texture
    size = (2 * reach, 2 * reach)
    ground = condition.white * _GROUND
    if not condition.waves:
        return np.asarray(
            cv2.warpPerspective(flat, matrix, size, flags=cv2.INTER_AREA, borderValue=ground),
            np.float32,
        )
    across, down = _places(np.linalg.inv(matrix), size)
    away_x, away_y = _waves(across, down, condition.waves, chance)
    return np.asarray(
        cv2.remap(flat, across + away_x, down + away_y, cv2.INTER_LINEAR, borderValue=ground),
        np.float32,
    )


def _turn(condition: Condition, chance: np.random.Generator) -> npt.NDArray[np.float64]:
    roll = np.radians(chance.uniform(-condition.roll, condition.roll))
    towards = chance.uniform(0, 2 * np.pi)
    tilt = np.radians(condition.tilt * chance.uniform(0.85, 1.0))
    axis = np.array([np.cos(towards), np.sin(towards), 0.0]) * tilt
    tilted = np.asarray(cv2.Rodrigues(axis)[0], np.float64)
    rolled = np.asarray(cv2.Rodrigues(np.array([0.0, 0.0, roll]))[0], np.float64)
    return np.asarray(tilted @ rolled, np.float64)


def _places(back: npt.NDArray[np.float64], size: tuple[int, int]) -> tuple[_Light, _Light]:
    x, y = np.meshgrid(np.arange(size[0], dtype=np.float32), np.arange(size[1], dtype=np.float32))
    m = back.astype(np.float32)
    below = m[2, 0] * x + m[2, 1] * y + m[2, 2]
    across = (m[0, 0] * x + m[0, 1] * y + m[0, 2]) / below
    down = (m[1, 0] * x + m[1, 1] * y + m[1, 2]) / below
    return across, down


def _waves(
    across: _Light, down: _Light, depth: float, chance: np.random.Generator
) -> tuple[_Light, _Light]:
    """How far each place is moved: two long waves each way."""
    moved = []
    for _ in range(2):
        angle, phase = chance.uniform(0, 2 * np.pi, 2)
        length = chance.uniform(12, 20) * _TEXTURE
        along = across * np.float32(np.cos(angle)) + down * np.float32(np.sin(angle))
        wave = np.sin(along * np.float32(2 * np.pi / length) + np.float32(phase))
        moved.append(wave * np.float32(depth * _TEXTURE))
    return moved[0], moved[1]


def _smeared(light: _Light, way: float, chance: np.random.Generator) -> _Light:
    angle = chance.uniform(0, np.pi)
    reach = int(np.ceil(way / 2)) + 1
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    steps = np.linspace(-way / 2, way / 2, 8 * reach + 1)
    for step in steps:  # each point is shared by the four pixels around it
        x, y = reach + step * np.cos(angle), reach + step * np.sin(angle)
        left, top = int(x), int(y)
        for dx, dy in ((0, 0), (1, 0), (0, 1), (1, 1)):
            share = (1 - abs(x - left - dx)) * (1 - abs(y - top - dy))
            if share > 0:
                kernel[top + dy, left + dx] += share
    return np.asarray(cv2.filter2D(light, -1, kernel / kernel.sum()), np.float32)


def _lit(light: _Light, condition: Condition, chance: np.random.Generator) -> _Light:
    """What the room and the screen add and take."""
    side = light.shape[0]
    y, x = np.mgrid[:side, :side].astype(np.float32) / np.float32(side)
    if condition.ripple:
        angle, phase = chance.uniform(0, np.pi), chance.uniform(0, 2 * np.pi)
        waves = np.float32(chance.uniform(5, 14) * 2 * np.pi)
        along = x * np.float32(np.cos(angle)) + y * np.float32(np.sin(angle))
        depth = np.float32(condition.ripple / 2)
        light = light * (1 - depth * (1 + np.sin(waves * along + np.float32(phase))))
    if condition.shadow:
        angle = chance.uniform(0, 2 * np.pi)
        along = (x - 0.5) * np.float32(np.cos(angle)) + (y - 0.5) * np.float32(np.sin(angle))
        edge = chance.uniform(-0.15, 0.15)
        fall = 1 / (1 + np.exp(-(along - np.float32(edge)) * np.float32(chance.uniform(6, 16))))
        light = light * (1 - np.float32(condition.shadow) * fall)
    if condition.glare:
        at = chance.uniform(0.3, 0.7, 2)
        wide = chance.uniform(0.10, 0.16)
        distance = np.square(x - np.float32(at[0])) + np.square(y - np.float32(at[1]))
        light = light + np.float32(condition.glare) * np.exp(-distance / np.float32(wide**2))
    return np.asarray(light, np.float32)


def _developed(light: _Light, condition: Condition, chance: np.random.Generator) -> Grey:
    """What the sensor and its firmware make of light."""
    shot = chance.standard_normal(light.shape, np.float32)
    strength = np.float32(condition.noise / 255)
    level = np.maximum(light, 0)
    noisy = level + shot * strength * (np.float32(0.4) + np.sqrt(level))
    shown = cv2.pow(np.clip(noisy, 0, 1), 1 / _GAMMA) * 255
    picture = np.asarray(shown + 0.5, np.uint8)
    coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, condition.jpeg])[1]
    return np.asarray(cv2.imdecode(coded, cv2.IMREAD_GRAYSCALE), np.uint8)
