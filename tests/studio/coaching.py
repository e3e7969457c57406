"""Guests whose code cannot be read, for one reason each: what a coach should tell them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from kiosk.services.coaching import Hint
from tests.studio.camera import Conditions, photograph
from tests.studio.codes import Symbol
from tests.studio.held import Held, in_hand
from tests.studio.optics import HEIGHT, WIDTH, Light, Picture, Pose, Sensor, glare
from tests.studio.surfaces import Face, card, paper, phone

FRAMES: Final = 14
BETWEEN: Final = 0.1
"""Seconds between two frames that are looked at."""
_BASE32: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_LENGTHS: Final = (26, 60, 122)


@dataclass(frozen=True)
class Guest:
    """Somebody who holds a code up in vain.

    Attributes:
        hint: What would help.
        pictures: `FRAMES` of them, `BETWEEN` seconds apart.
    """

    hint: Hint
    pictures: tuple[Picture, ...]


@dataclass(frozen=True)
class _Way:
    """How a code is held and lit, and how far it goes from one frame to the next."""

    pose: Pose
    conditions: Conditions
    step: tuple[float, float] = (0.0, 0.0)
    lamp: float = 0.0


def guest(hint: Hint, scene: Light, rng: np.random.Generator) -> Guest:
    """Return a guest whom this hint would help.

    Args:
        hint: Which.
        scene: One of `webcam.backgrounds`.
        rng: Decides everything else.
    """
    face, symbol = _face(hint, rng)
    held = in_hand(face, rng)
    way = _way(hint, face, symbol, rng)
    lamps = glare(rng, 1.0, _on_code(face, held, way.pose) if way.lamp else None)
    conditions = replace(way.conditions, glare=way.lamp or 0.05)
    pictures = []
    for frame in range(FRAMES):
        pose = _moved(way, frame, rng)
        pictures.append(photograph(scene, held, pose, conditions, lamps, rng))
    return Guest(hint, tuple(pictures))


def _face(hint: Hint, rng: np.random.Generator) -> tuple[Face, Symbol]:
    text = "".join(rng.choice(list(_BASE32), int(rng.choice(_LENGTHS))))
    symbol = Symbol(text, str(rng.choice(["L", "M", "Q"])))
    glossy = hint is Hint.TILT_AWAY
    if hint is Hint.BRIGHTER or rng.random() < 0.6:
        return phone(symbol, rng), symbol
    return (card if glossy or rng.random() < 0.4 else paper)(symbol, rng), symbol


def _way(hint: Hint, face: Face, symbol: Symbol, rng: np.random.Generator) -> _Way:
    def any_of(low: float, high: float) -> float:
        return float(rng.uniform(low, high))

    modules = symbol.modules().shape[0]
    module_mm = face.code.side / 6 / modules
    code_mm = module_mm * (modules - 8)
    pose = Pose(
        x=any_of(500, 780), y=any_of(320, 400), scale=any_of(3.0, 4.0),
        roll=any_of(-8, 8), yaw=any_of(-10, 10), pitch=any_of(-10, 10),
    )  # fmt: skip
    conditions = Conditions(
        defocus=any_of(0.6, 1.1), uneven=any_of(0, 0.3), sensor=Sensor(noise=any_of(0.7, 1.6))
    )
    match hint:
        case Hint.CLOSER:
            scale = any_of(0.75, 1.35) / module_mm
            return _Way(replace(pose, scale=scale, y=any_of(300, 480)), conditions)
        case Hint.FURTHER:
            scale = HEIGHT * any_of(1.05, 1.6) / code_mm
            blur = any_of(1.5, 7)
            return _Way(
                replace(pose, scale=scale, x=any_of(560, 720), y=any_of(330, 390)),
                replace(conditions, defocus=blur),
            )
        case Hint.WHOLE_CODE:
            scale = any_of(3.2, 6.0)
            return _Way(_at_the_edge(replace(pose, scale=scale), face, code_mm, rng), conditions)
        case Hint.HOLD_STILL:
            angle, way = any_of(0, 2 * np.pi), any_of(14, 34)
            dx, dy = way * np.cos(angle), way * np.sin(angle)
            moving = replace(conditions, motion=(float(dx), float(dy)))
            return _Way(pose, moving, (float(dx) * 2.4, float(dy) * 2.4))
        case Hint.BRIGHTER:
            return _Way(pose, replace(conditions, screen=any_of(0.003, 0.010)))
        case Hint.TILT_AWAY:
            return _Way(pose, conditions, lamp=any_of(3.5, 9))


def _at_the_edge(pose: Pose, face: Face, code_mm: float, rng: np.random.Generator) -> Pose:
    """The pose moved so that between an eighth and a half of the code is out of the picture."""
    size = code_mm * pose.scale
    out = size * float(rng.uniform(0.15, 0.5))
    high, wide = face.cover.shape
    middle = (
        (face.code.left + face.code.side / 2 - wide / 2) / 6 * pose.scale,
        (face.code.top + face.code.side / 2 - high / 2) / 6 * pose.scale,
    )
    side = int(rng.integers(4))
    x = (size / 2 - out, WIDTH - size / 2 + out, WIDTH * 0.5, WIDTH * 0.45)[side]
    y = (HEIGHT * 0.5, HEIGHT * 0.45, size / 2 - out, HEIGHT - size / 2 + out)[side]
    return replace(pose, x=x - middle[0], y=y - middle[1])


def _on_code(face: Face, held: Held, pose: Pose) -> tuple[float, float]:
    middle = face.code.left + face.code.side / 2, face.code.top + face.code.side / 2
    high, wide = face.cover.shape
    at = (held.centre[0] - wide / 2 + middle[0], held.centre[1] - high / 2 + middle[1], 1.0)
    x, y, w = pose.homography(6, held.centre) @ np.array(at)
    return float(x / w), float(y / w)


def _moved(way: _Way, frame: int, rng: np.random.Generator) -> Pose:
    """To and fro where it moves, else a calm hand's tremor."""
    swing = (0, 1, 2, 1)[frame % 4] - 1
    return replace(
        way.pose,
        x=way.pose.x + way.step[0] * swing + float(rng.normal(0, 0.7)),
        y=way.pose.y + way.step[1] * swing + float(rng.normal(0, 0.7)),
    )
