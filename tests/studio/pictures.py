"""Single pictures with labelled degradations: one thing wrong, by a known amount."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np

from tests.studio.camera import Conditions, photograph
from tests.studio.codes import Symbol
from tests.studio.figures import guest
from tests.studio.held import in_hand
from tests.studio.optics import Picture, Pose, Sensor, glare
from tests.studio.scene import lobby, placed
from tests.studio.surfaces import Face, card, paper, phone

_TOP: Final = -215.0


class Degradation(StrEnum):
    """What is wrong with a picture."""

    NOTHING = "nothing"
    TILT = "tilt"
    ROTATION = "rotation"
    DISTANCE = "distance"
    DEFOCUS = "defocus"
    MOTION = "motion"
    NOISE = "noise"
    LOW_LIGHT = "low_light"
    DIM_SCREEN = "dim_screen"
    GLARE = "glare"
    UNEVEN_LIGHT = "uneven_light"
    JPEG = "jpeg"
    INVERTED = "inverted"


@dataclass(frozen=True)
class Labelled:
    """A picture and everything that is true about it.

    Attributes:
        picture: 1280 by 720, BGR.
        text: What the code says.
        surface: "phone", "paper" or "card".
        degradation: What is wrong.
        strength: 0 is barely, 1 is as bad as anybody should have to bear.
    """

    picture: Picture
    text: str
    surface: str
    degradation: Degradation
    strength: float


def labelled(
    symbol: Symbol,
    degradation: Degradation,
    strength: float,
    rng: np.random.Generator,
    *,
    surface: str = "phone",
) -> Labelled:
    """Return one picture of a code.

    Args:
        symbol: The code.
        degradation: What is wrong; `INVERTED` is always shown on a phone.
        strength: How wrong, 0 to 1.
        rng: Decides everything else, mildly.
        surface: "phone", "paper" or "card".
    """
    face = _face(symbol, surface, degradation, rng)
    scene = placed(lobby(rng), guest(rng), float(rng.uniform(560, 720)), _TOP)
    held = in_hand(face, rng)
    lamps = glare(rng, 1.0)
    pose = _pose(degradation, strength, rng)
    picture = photograph(scene, held, pose, _conditions(degradation, strength, rng), lamps, rng)
    return Labelled(picture, symbol.text, face.kind, degradation, strength)


def _face(symbol: Symbol, surface: str, degradation: Degradation, rng: np.random.Generator) -> Face:
    inverted = degradation is Degradation.INVERTED
    if inverted or surface == "phone":
        return phone(symbol, rng, dark_mode=inverted)
    return (paper if surface == "paper" else card)(symbol, rng)


def _pose(degradation: Degradation, strength: float, rng: np.random.Generator) -> Pose:
    mild = Pose(
        x=float(rng.uniform(560, 720)),
        y=float(rng.uniform(340, 380)),
        scale=float(rng.uniform(3.5, 3.9)),
        roll=float(rng.uniform(-4, 4)),
        yaw=float(rng.uniform(-6, 6)),
        pitch=float(rng.uniform(-6, 6)),
    )
    side = float(rng.choice([-1, 1]))
    match degradation:
        case Degradation.TILT:
            return replace(mild, yaw=side * 62 * strength, pitch=mild.pitch - 12 * strength)
        case Degradation.ROTATION:
            return replace(mild, roll=side * 180 * strength)
        case Degradation.DISTANCE:
            return replace(mild, scale=mild.scale * (1 - 0.78 * strength))
        case _:
            return mild


def _conditions(degradation: Degradation, strength: float, rng: np.random.Generator) -> Conditions:
    mild = Conditions(glare=0.1, uneven=0.15)
    match degradation:
        case Degradation.DEFOCUS:
            return replace(mild, defocus=0.8 + 6.0 * strength)
        case Degradation.MOTION:
            angle = rng.uniform(0, 2 * np.pi)
            way = 26 * strength
            return replace(mild, motion=(float(way * np.cos(angle)), float(way * np.sin(angle))))
        case Degradation.NOISE:
            return replace(mild, sensor=Sensor(noise=1 + 14 * strength))
        case Degradation.LOW_LIGHT:
            dark = Sensor(gain=1 - 0.95 * strength, noise=1 + 2 * strength)
            return replace(mild, sensor=dark)
        case Degradation.DIM_SCREEN:
            return replace(mild, screen=0.6 * (1 - strength) + 0.03)
        case Degradation.GLARE:
            return replace(mild, glare=3.0 * strength)
        case Degradation.UNEVEN_LIGHT:
            return replace(mild, uneven=strength)
        case Degradation.JPEG:
            return replace(mild, sensor=Sensor(jpeg=round(88 - 82 * strength)))
        case _:
            return mild
