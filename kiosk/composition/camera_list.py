"""Looks through cameras: which there are, whether they open, and what they see.

For the command `cameras`, for `doctor`, and for a page that shows thumbnails.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.devices.camera_light import Light
from kiosk.devices.camera_names import KnownCamera, index_of, known_cameras
from kiosk.devices.camera_sight import Sight, sample, sight
from kiosk.devices.camera_watch import TROUBLES
from kiosk.devices.camera_webcam import Webcam
from kiosk.devices.cameras import camera_for, is_recording
from kiosk.devices.clocks import ComputerClock
from kiosk.devices.pictures import as_png
from kiosk.domain.words import Words
from kiosk.services.ports import Camera, Frame
from kiosk.services.trouble import Trouble, Unavailable, writing
from kiosk.settings import LensSettings, Settings

WARM_UP_FRAMES = 5
"""A webcam's first pictures are dark or green until its exposure has settled."""
INDEXES_TRIED = 6
THUMBNAIL_PX = 320

NO_PICTURE = Unavailable(
    Words("没有画面。", "It has no picture."), Words("请检查摄像头。", "Check the camera.")
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A camera that could be chosen: what to write as its `source`, and what people call it."""

    lens: LensSettings
    name: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What came of looking through a camera.

    `frame` is None where it does not open or shows nothing, and `trouble` says why; a
    picture that is black or covered has both. `undone` are settings that it cannot honour.
    """

    camera: Candidate
    frame: Frame | None
    trouble: Trouble | None
    undone: tuple[Words, ...] = ()


def candidates(settings: Settings) -> list[Candidate]:
    """The cameras of the settings first, then every webcam that the system knows."""
    chosen = [settings.camera, settings.second_camera]
    found = [Candidate(lens, _without_password(lens.source)) for lens in chosen if lens.source]
    known = known_cameras()
    taken = {one.lens.source for one in found}
    taken |= {str(index) for one in found if (index := _index(one.lens.source, known)) is not None}
    found += [
        Candidate(LensSettings(source=str(camera.index)), camera.told)
        for camera in known
        if str(camera.index) not in taken
    ]
    if not known:  # the system names none: try which indexes open
        tried = (LensSettings(source=str(index)) for index in range(INDEXES_TRIED))
        untold = [Candidate(one, f"#{one.source}") for one in tried if one.source not in taken]
        found += [one for one in untold if look_through_one(one).frame]
    return found


def _without_password(source: str) -> str:
    return re.sub(r"(?<=://)[^/]*@", "", source)


def _index(source: str, known: tuple[KnownCamera, ...]) -> int | None:
    """The webcam that a source names; None where it is an index itself, or something else."""
    try:
        return None if source.isdecimal() else index_of(source, known)
    except Trouble:
        return None


def look_through(cameras: Iterable[Candidate]) -> Iterator[Seen]:
    """What each camera sees, one after the other; none of them is open afterwards.

    A camera that a running station holds does not open a second time.
    """
    for camera in cameras:
        yield look_through_one(camera)


def look_through_one(candidate: Candidate) -> Seen:
    """What one camera sees."""
    lens = candidate.lens
    size, light = (lens.width, lens.height, lens.fps), Light(lens.exposure, lens.torch)
    try:
        camera = camera_for(lens.source, ComputerClock(), size, light=light)
        live = not is_recording(lens.source)
    except Trouble as trouble:
        return Seen(candidate, None, trouble)
    try:
        camera.open()
        frame = _settled(camera, WARM_UP_FRAMES if live else 1)
    except Trouble as trouble:
        return Seen(candidate, None, trouble)
    finally:
        camera.close()
    undone = camera.undone if isinstance(camera, Webcam) else ()
    if frame is None:
        return Seen(candidate, None, NO_PICTURE, undone)
    seen = sight(sample(frame)) if live else Sight.GOOD
    return Seen(candidate, frame, TROUBLES[seen]() if seen in TROUBLES else None, undone)


def _settled(camera: Camera, frames: int) -> Frame | None:
    last = None
    for _ in range(frames):
        last = camera.read() or last
    return last


def save_thumbnail(seen: Seen, folder: Path, number: int) -> Path | None:
    """The picture of a camera as a PNG file in `folder`; None where it has none.

    Raises:
        Unavailable: the disk is full.
        Misconfigured: it cannot be written there.
    """
    if seen.frame is None:
        return None
    path = folder / f"camera-{number}.png"
    with writing(path):
        folder.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_png(seen.frame, THUMBNAIL_PX))
    return path
