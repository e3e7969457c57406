"""Reading codes in pictures: ours beside the decoders that people reach for."""

from pathlib import Path

import cv2
import numpy as np

from kiosk.composition.assets import DEMO
from kiosk.devices.camera_recording import Pace
from kiosk.devices.cameras import camera_for
from kiosk.devices.clocks import ComputerClock
from kiosk.devices.pictures import PICTURE_SUFFIXES, read_picture
from tests.bench import peers
from tests.bench.demo_station import Picture
from tests.bench.peers import OURS, Score
from tests.bench.report import Room, Sample, ms

HEADINGS = ("reader", "read", "read of all", "false reads", "CPU p50", "CPU p95", "CPU beside ours")
ABOUT = """Pictures with codes (read: at least one text comes out) and without (any text is a false
read). CPU time of the reading alone, all readers on one thread, each picture by all in turn.
{source}"""


def measure(pictures: Path | None, times: int) -> Room:
    """Every picture of the folder; at most `times` of each kind."""
    cv2.setNumThreads(1)
    with_codes, without, source = _pictures(pictures, times)
    readers, skipped = peers.readers()
    scores = {name: Score() for name in readers}
    for holds_code, some in ((True, with_codes), (False, without)):
        for picture in some:
            for name, reader in readers.items():
                said = bool(peers.timed(scores[name], reader, picture))
                scores[name].read += said and holds_code
                scores[name].false += said and not holds_code
    room = Room("Decoding", ABOUT.format(source=source), HEADINGS)
    ours = Sample(tuple(scores[OURS].cpu_ms)).at(50)
    for name, score in scores.items():
        cpu = Sample(tuple(score.cpu_ms))
        share = f"{score.read / max(1, len(with_codes)):.1%}"
        figures = (str(score.read), share, str(score.false), ms(cpu.at(50)), ms(cpu.at(95)))
        room.rows.append((name, *figures, f"{cpu.at(50) / ours:.2f} ×"))
    for name, reason in skipped.items():
        room.rows.append((name, reason, *[""] * 5))
    return room


def _pictures(folder: Path | None, times: int) -> tuple[list[Picture], list[Picture], str]:
    if folder and (folder / "pos").is_dir():
        found = [_spread(folder / kind, times) for kind in ("pos", "neg")]
        said = f"{len(found[0])} photographs with codes, {len(found[1])} without."
        return found[0], found[1], said
    camera = camera_for(str(DEMO / "queue.mp4"), ComputerClock(), (0, 0, 0), Pace.LOCK_STEP)
    camera.open()
    frames: list[Picture] = []
    while (frame := camera.read()) is not None:
        shape = (frame.height, frame.width, 3)
        frames.append(np.frombuffer(frame.pixels, np.uint8).reshape(shape))
    camera.close()
    frames = frames[:: max(1, len(frames) // times)]
    said = f"{len(frames)} pictures of the demo film, codes moving in and out of the view."
    return frames, [], said


def _spread(folder: Path, times: int) -> list[Picture]:
    """Pictures from all over the folder, in order of name."""
    files = sorted(f for f in folder.rglob("*") if f.suffix.lower() in PICTURE_SUFFIXES)
    chosen = files[:: max(1, len(files) // times)]
    return [picture for file in chosen if (picture := read_picture(file)) is not None]
