"""A presentation: how a guest brings a code into view, holds it, and takes it away."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from tests.studio.optics import Pose

_SHUTTER: Final = 0.34  # of a frame's time the shutter is open: 1/45 s at 15 fps


@dataclass(frozen=True)
class Manner:
    """How somebody holds a code.

    Attributes:
        hold: Where and how it is held.
        enters: Offset in pixels at which it comes into view.
        leaves: Offset at which it goes out of view.
        restless: Pixels that it wanders while held; 2 is a calm hand.
        refocus: The first blur in pixels that the camera has to focus away.
    """

    hold: Pose
    enters: tuple[float, float]
    leaves: tuple[float, float]
    restless: float = 2.5
    refocus: float = 4.5


@dataclass(frozen=True)
class Moment:
    """One frame of a presentation.

    Attributes:
        pose: Where the thing is when the shutter closes.
        motion: How far it went while the shutter was open.
        defocus: Blur that is left at this moment.
    """

    pose: Pose
    motion: tuple[float, float]
    defocus: float


def manner(
    rng: np.random.Generator, kind: str, *, tilt: float = 1.0, restless: float = 2.5
) -> Manner:
    """Return a seeded way to hold a thing.

    Args:
        rng: Decides the way.
        kind: The surface; paper is wide and is held nearer to the middle.
        tilt: Multiplies all angles; 1 is casual, 2 is careless.
        restless: See `Manner`.
    """
    hold = Pose(
        x=float(rng.uniform(500, 780)),
        y=float(rng.uniform(330, 385)),
        scale=float(rng.uniform(3.1, 3.8) if kind == "paper" else rng.uniform(3.2, 4.1)),
        roll=float(np.clip(rng.normal(0, 6), -12, 12) * tilt),
        yaw=float(np.clip(rng.normal(0, 11), -22, 22) * tilt),
        pitch=float(np.clip(rng.normal(-6, 8), -20, 14) * tilt),
    )
    side = float(rng.choice([-1, 1]))
    below = (float(rng.uniform(-160, 160)), 900.0)
    beside = (side * 1000.0, float(rng.uniform(160, 420)))
    ways = [below, below, beside]
    return Manner(
        hold=hold,
        enters=ways[int(rng.integers(3))],
        leaves=ways[int(rng.integers(3))],
        restless=restless,
        refocus=float(rng.uniform(3.5, 6.0)),
    )


def presented(
    way: Manner, frames: int, rng: np.random.Generator, *, pace: float = 1.0
) -> tuple[Moment, ...]:
    """Return the moments of one presentation.

    Args:
        way: How it is held.
        frames: How many frames it lasts, at least twelve.
        rng: Decides the tremor.
        pace: Frames in the time of one at 15 frames a second; 2 for a camera that gives 30.
    """
    rising = round(int(rng.integers(5, 7)) * pace)
    falling = round(int(rng.integers(4, 6)) * pace)
    phase = rng.uniform(0, 2 * np.pi, 4)
    poses = [_pose(way, at, frames, (rising, falling), phase, pace) for at in range(-1, frames)]
    moments = []
    for frame in range(frames):
        before, now = poses[frame], poses[frame + 1]
        motion = ((now.x - before.x) * _SHUTTER, (now.y - before.y) * _SHUTTER)
        settled = max(0.0, frame - rising + 2) / pace
        defocus = 0.75 + way.refocus * float(np.exp(-settled / 1.7))
        moments.append(Moment(now, motion, defocus))
    return tuple(moments)


def _pose(
    way: Manner,
    frame: int,
    frames: int,
    ways: tuple[int, int],
    phase: npt.NDArray[np.float64],
    pace: float,
) -> Pose:
    rising, falling = ways
    coming = max(0.0, 1 - (frame + 1) / rising) ** 1.8
    going = max(0.0, 1 - (frames - frame) / (falling + 1)) ** 1.8
    tremor, time = way.restless, frame / pace
    x = tremor * (np.sin(0.9 * time + phase[0]) + 1.6 * np.sin(0.23 * time + phase[1]))
    y = tremor * (np.sin(1.1 * time + phase[2]) + 1.4 * np.sin(0.19 * time + phase[3]))
    hold = way.hold
    return replace(
        hold,
        x=float(hold.x + x + way.enters[0] * coming + way.leaves[0] * going),
        y=float(hold.y + y + way.enters[1] * coming + way.leaves[1] * going),
        scale=float(hold.scale * (1 + 0.012 * np.sin(0.5 * time + phase[0]))),
        roll=float(hold.roll + 16 * coming - 12 * going + 0.3 * x),
        pitch=float(hold.pitch - 18 * coming - 10 * going),
    )
