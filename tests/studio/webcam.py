"""Single webcam pictures with several things wrong at once, at four levels of difficulty."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import numpy as np
import numpy.typing as npt

from tests.studio.camera import Conditions, photograph
from tests.studio.codes import Symbol
from tests.studio.figures import guest
from tests.studio.held import Held, in_hand
from tests.studio.optics import Light, Picture, Pose, Sensor, glare
from tests.studio.scene import lobby, placed
from tests.studio.spoiling import banded, cluttered, covered, rippled
from tests.studio.surfaces import PX_PER_MM, Face, card, paper, phone

_TOP: Final = -215.0
_LENGTHS: Final = (26, 60, 120, 200)
_BASE45: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


class Level(StrEnum):
    """How hard a picture is: how much is wrong, and by how much."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"
    EXTREME = "extreme"


_FAULTS: Final = {Level.EASY: 1, Level.MEDIUM: 2, Level.HARD: 3, Level.EXTREME: 4}
_STRENGTH: Final = {
    Level.EASY: (0.05, 0.35),
    Level.MEDIUM: (0.15, 0.55),
    Level.HARD: (0.35, 0.80),
    Level.EXTREME: (0.50, 1.00),
}


class Fault(StrEnum):
    """One thing that is wrong with a picture."""

    SMALL = "small"
    TILT = "tilt"
    ROTATION = "rotation"
    DEFOCUS = "defocus"
    MOTION = "motion"
    LOW_LIGHT = "low light"
    DIM_SCREEN = "dim screen"
    BLOOM = "over-exposed"
    GLARE = "glare"
    UNEVEN = "uneven light"
    JPEG = "JPEG"
    INVERTED = "dark mode"
    MOIRE = "moire"
    BANDS = "flicker bands"
    SHUTTER = "rolling shutter"
    CLUTTER = "no quiet zone"
    COVERED = "partly covered"


@dataclass(frozen=True)
class Shot:
    """A picture and everything that is true about it.

    Attributes:
        picture: 1280 by 720, BGR.
        symbol: The code.
        level: How hard it was meant to be.
        faults: What is wrong.
        to_frame: From modules (quiet zone included, 0 at its edge) to pixels of the picture.
    """

    picture: Picture
    symbol: Symbol
    level: Level
    faults: frozenset[Fault]
    to_frame: npt.NDArray[np.float64]


def backgrounds(seed: int, count: int) -> list[Light]:
    """Return lobbies with a guest before the camera; drawing one takes longer than a picture."""
    made = []
    for number in range(count):
        rng = np.random.default_rng([seed, number])
        made.append(placed(lobby(rng), guest(rng), float(rng.uniform(560, 720)), _TOP))
    return made


def empty_shot(scene: Light, rng: np.random.Generator) -> Picture:
    """Return a picture without any code."""
    return Sensor(noise=float(rng.uniform(0.5, 4))).develop(scene, rng)


@dataclass(frozen=True)
class Prepared:
    """Somebody with a code, before the picture is taken.

    Attributes:
        symbol: The code.
        face: What it is on.
        held: That in a hand.
        pose: Where it is held.
        conditions: Of the exposure.
        lamps: The room's lamps as glass mirrors them.
        faults: What is wrong.
    """

    symbol: Symbol
    face: Face
    held: Held
    pose: Pose
    conditions: Conditions
    lamps: Light
    faults: frozenset[Fault]


def prepared(level: Level, rng: np.random.Generator, only: tuple[Fault, ...] = ()) -> Prepared:
    """Return somebody with a code.

    Args:
        level: How hard it is to be read.
        rng: Decides everything else.
        only: These faults instead of any.
    """
    chosen = only or tuple(
        np.array(list(Fault))[rng.choice(len(Fault), _FAULTS[level], replace=False)]
    )
    strength = {Fault(fault): float(rng.uniform(*_STRENGTH[level])) for fault in chosen}
    symbol = _symbol(rng)
    face = _spoilt(_face(symbol, strength, rng), symbol, strength, rng)
    held = in_hand(face, rng)
    pose = _pose(strength, rng)
    lamps = glare(rng, 1.0, (pose.x + 30, pose.y - 30) if Fault.GLARE in strength else None)
    conditions = _conditions(strength, rng)
    return Prepared(symbol, face, held, pose, conditions, lamps, frozenset(strength))


def shot(
    level: Level, scene: Light, rng: np.random.Generator, only: tuple[Fault, ...] = ()
) -> Shot:
    """Return one picture.

    Args:
        level: How hard.
        scene: One of `backgrounds`.
        rng: Decides everything else.
        only: These faults instead of any.
    """
    one = prepared(level, rng, only)
    picture = photograph(scene, one.held, one.pose, one.conditions, one.lamps, rng)
    height, width = one.face.cover.shape
    code, centre = one.face.code, one.held.centre
    # Whole numbers are the middles of pixels, modules begin at their edges.
    left = code.left - width / 2 + centre[0] - 0.5
    top = code.top - height / 2 + centre[1] - 0.5
    module = code.side / one.symbol.modules().shape[0]
    on_face = np.array([[module, 0, left], [0, module, top], [0, 0, 1]])
    to_frame = one.pose.homography(PX_PER_MM, centre) @ on_face
    return Shot(picture, one.symbol, level, one.faults, to_frame)


def _symbol(rng: np.random.Generator) -> Symbol:
    length = int(rng.choice(_LENGTHS))
    text = "".join(_BASE45[i] for i in rng.integers(len(_BASE45), size=length))
    return Symbol(text.replace(" ", "-"), str(rng.choice(["L", "M", "M", "Q", "H"])))


_ON_A_PHONE: Final = {Fault.DIM_SCREEN, Fault.BLOOM, Fault.INVERTED, Fault.MOIRE, Fault.BANDS}


def _face(symbol: Symbol, strength: dict[Fault, float], rng: np.random.Generator) -> Face:
    if rng.random() < 0.6 or _ON_A_PHONE & set(strength):
        return phone(symbol, rng, dark_mode=Fault.INVERTED in strength)
    return paper(symbol, rng) if rng.random() < 0.5 else card(symbol, rng)


def _spoilt(
    face: Face, symbol: Symbol, strength: dict[Fault, float], rng: np.random.Generator
) -> Face:
    picture, module = face.picture, face.code.side / symbol.modules().shape[0]
    if Fault.CLUTTER in strength:
        picture = cluttered(picture, face.code, module, strength[Fault.CLUTTER], rng)
    if Fault.COVERED in strength:
        picture = covered(picture, face.code, strength[Fault.COVERED], rng)
    if Fault.MOIRE in strength:
        picture = rippled(picture, strength[Fault.MOIRE], rng)
    if Fault.BANDS in strength:
        picture = banded(picture, strength[Fault.BANDS], rng)
    return replace(face, picture=picture)


def _pose(strength: dict[Fault, float], rng: np.random.Generator) -> Pose:
    tilt = 58 * strength.get(Fault.TILT, 0.0)
    turn = 180 * strength.get(Fault.ROTATION, 0.0)
    away = float(rng.uniform(0, 2 * np.pi))
    return Pose(
        x=float(rng.uniform(440, 840)),
        y=float(rng.uniform(300, 420)),
        scale=float(rng.uniform(3.0, 4.1)) * (1 - 0.78 * strength.get(Fault.SMALL, 0.0)),
        roll=float(rng.uniform(-6, 6)) + float(rng.choice([-1, 1])) * turn,
        yaw=float(rng.uniform(-8, 8)) + tilt * float(np.cos(away)),
        pitch=float(rng.uniform(-8, 8)) + tilt * float(np.sin(away)),
        shear=float(rng.choice([-1, 1])) * 0.45 * strength.get(Fault.SHUTTER, 0.0),
    )


def _conditions(strength: dict[Fault, float], rng: np.random.Generator) -> Conditions:
    def amount(fault: Fault) -> float:
        return strength.get(fault, 0.0)

    angle, way = rng.uniform(0, 2 * np.pi), 22 * amount(Fault.MOTION)
    dark = amount(Fault.LOW_LIGHT)
    return Conditions(
        defocus=float(rng.uniform(0.6, 1.0)) + 5.5 * amount(Fault.DEFOCUS),
        motion=(float(way * np.cos(angle)), float(way * np.sin(angle))),
        screen=(0.95 - 0.91 * amount(Fault.DIM_SCREEN)) * (1 + 5 * amount(Fault.BLOOM)),
        glare=0.08 + 3.0 * amount(Fault.GLARE),
        uneven=0.15 + 0.8 * amount(Fault.UNEVEN),
        sensor=Sensor(
            gain=1 - 0.93 * dark,
            noise=float(rng.uniform(0.6, 1.5)) + 5 * dark,
            jpeg=round(90 - 80 * amount(Fault.JPEG)),
        ),
    )
