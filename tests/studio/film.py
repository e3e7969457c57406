"""The demo's film: a queue of guests before one camera, frame by frame."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from tests.studio.camera import Conditions, with_held
from tests.studio.cast import Role
from tests.studio.figures import Figure, guest
from tests.studio.held import Held, in_hand
from tests.studio.optics import HEIGHT, WIDTH, Light, Picture, Sensor, blurred, glare, streak
from tests.studio.presentation import Moment, manner, presented
from tests.studio.scene import lobby, placed
from tests.studio.surfaces import Face, card, paper, phone

FPS: Final = 15
FRAMES: Final = 20
GAP: Final = 8
_TOP: Final = -215.0  # the camera looks at chests: faces are cut off by the frame


@dataclass(frozen=True)
class Appearance:
    """One guest's part of the film, ready to be photographed."""

    role: Role
    first: int
    held: Held
    moments: tuple[Moment, ...]
    body: Figure
    stands_at: float
    lamps: Light

    @property
    def last(self) -> int:
        """The last frame in which the surface can be seen."""
        return self.first + len(self.moments) - 1


def frame_range(place: int) -> tuple[int, int]:
    """Return the first and last frame of the guest at this place in the queue."""
    first = GAP + place * (FRAMES + GAP)
    return first, first + FRAMES - 1


def length(guests: int) -> int:
    """Return how many frames a queue of this many guests takes."""
    return GAP + guests * (FRAMES + GAP)


def surface(role: Role, rng: np.random.Generator) -> Face:
    """Return what this guest's code is shown on."""
    caption = role.number or ""
    if role.surface == "phone":
        return phone(role.symbol, rng, caption=caption)
    make = paper if role.surface == "paper" else card
    return make(role.symbol, rng, caption=caption)


def appearance(role: Role, place: int, rng: np.random.Generator) -> Appearance:
    """Return one guest, dressed and placed.

    Args:
        role: Who it is.
        place: Place in the queue.
        rng: Decides looks and movement.
    """
    way = manner(rng, role.surface, tilt=role.trouble.tilt, restless=role.trouble.restless)
    # Whoever has glare has it on the code: a corner is lost, and tremor decides how much.
    lamp = (way.hold.x + 40, way.hold.y + -5) if role.trouble.glare > 1 else None
    return Appearance(
        role=role,
        first=frame_range(place)[0],
        held=in_hand(surface(role, rng), rng),
        moments=presented(way, FRAMES, rng),
        body=guest(rng),
        stands_at=float(np.clip(way.hold.x + rng.uniform(-90, 90), 480, 800)),
        lamps=glare(rng, 1.0, lamp),
    )


def frames(roles: list[Role], seed: int) -> Iterator[Picture]:
    """Yield every frame of the film.

    Args:
        roles: The queue.
        seed: Of the lobby, all guests and the sensor's noise.
    """
    room = lobby(np.random.default_rng([seed, 0]))
    grain = np.random.default_rng([seed, 1])
    present: list[Appearance] = []
    upcoming = 0
    for frame in range(length(len(roles))):
        if upcoming < len(roles) and frame >= frame_range(upcoming)[0] - GAP:
            looks = np.random.default_rng([seed, 2, upcoming])
            present.append(appearance(roles[upcoming], upcoming, looks))
            upcoming += 1
        present = [each for each in present if frame <= each.last + GAP]
        yield Sensor(noise=0.8).develop(_light(room, present, frame), grain)


def _light(room: Light, present: list[Appearance], frame: int) -> Light:
    scene = room
    # Who came later stands further back until the one before has gone.
    for each in reversed(present):
        scene = _with_body(scene, each, frame)
    for each in present:
        if each.first <= frame <= each.last:
            scene = _with_surface(scene, each, each.moments[frame - each.first])
    return scene


def _with_body(scene: Light, each: Appearance, frame: int) -> Light:
    x, before = _walk(each, frame), _walk(each, frame - 1)
    body = each.body
    if abs(x - before) > 4:
        trail = streak((x - before) * 0.34, 0)
        body = Figure(blurred(body.light, trail), blurred(body.cover, trail))
    return placed(scene, body, x, _TOP + 5 * np.sin(frame * 0.4 + each.first))


def _walk(each: Appearance, frame: int) -> float:
    """Guests come from the right of the picture and leave to the left."""
    way = WIDTH / 2 + 460
    coming = np.clip((each.first + 4 - frame) / (GAP + 4), 0, 1) ** 1.5
    going = np.clip((frame - each.last + 3) / (GAP + 3), 0, 1) ** 1.5
    sway = 3 * np.sin(frame * 0.17 + each.first)
    return float(each.stands_at + sway + way * coming - way * going)


def _with_surface(scene: Light, each: Appearance, moment: Moment) -> Light:
    trouble = each.role.trouble
    conditions = Conditions(
        defocus=moment.defocus + trouble.defocus,
        motion=moment.motion,
        room=trouble.room,
        screen=trouble.screen,
        glare=trouble.glare,
        uneven=0.3,
    )
    return with_held(scene, each.held, moment.pose, conditions, each.lamps)


def written(pictures: Iterable[Picture], path: Path, *, quality: int = 25) -> int:
    """Write pictures as H.264 with the machine's ffmpeg and return how many there were.

    Args:
        pictures: BGR frames.
        path: The file to write.
        quality: x264's constant rate factor; more is smaller and worse.
    """
    size = f"{WIDTH}x{HEIGHT}"
    source = ["-f", "rawvideo", "-pix_fmt", "bgr24", "-s", size, "-r", str(FPS), "-i", "-"]
    # Two threads and a fixed preset: the same pictures give the same file.
    coded = ["-c:v", "libx264", "-preset", "slow", "-crf", str(quality), "-pix_fmt", "yuv420p"]
    shape = ["-threads", "2", "-g", "60", "-movflags", "+faststart", "-fflags", "+bitexact"]
    # Beside its name until it is whole: a reader never meets half a film.
    part = path.with_suffix(f".part{path.suffix}")
    command = ["ffmpeg", "-loglevel", "error", "-y", *source, *coded, *shape, str(part)]
    count = 0
    with subprocess.Popen(command, stdin=subprocess.PIPE) as coder:
        if coder.stdin is None:
            message = "ffmpeg takes no input"
            raise OSError(message)
        for picture in pictures:
            coder.stdin.write(picture.tobytes())
            count += 1
        coder.stdin.close()
        if coder.wait():
            message = f"ffmpeg could not write {path.name}"
            raise OSError(message)
    part.replace(path)
    return count
