"""Reading codes in pictures: ours beside the decoders that people reach for."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import cv2
import numpy as np

from kiosk.composition.assets import DEMO
from kiosk.devices.cameras import PICTURE_SUFFIXES, Pace, camera_for, read_picture
from kiosk.devices.clocks import ComputerClock
from kiosk.devices.decoder import ZxingDecoder
from kiosk.services.ports import Frame
from tests.bench.demo_station import Picture
from tests.bench.report import Room, Sample, ms

HEADINGS = ("reader", "read", "read of all", "false reads", "CPU p50", "CPU p95", "CPU beside ours")
ABOUT = """Pictures with codes (read: at least one text comes out) and without (any text is a false
read). CPU time of the reading alone, all readers on one thread, each picture by all in turn.
{source}"""
Reader = Callable[[Picture], bool]


@dataclass(slots=True)
class Score:
    """How a reader did."""

    cpu_ms: list[float] = field(default_factory=list)
    read: int = 0
    false: int = 0


def measure(pictures: Path | None, times: int) -> Room:
    """Every picture of the folder; at most `times` of each kind."""
    cv2.setNumThreads(1)
    with_codes, without, source = _pictures(pictures, times)
    readers, skipped = _readers()
    scores = {name: Score() for name in readers}
    for holds_code, some in ((True, with_codes), (False, without)):
        for picture in some:
            for name, reads in readers.items():
                before = time.process_time()
                said = reads(picture)
                scores[name].cpu_ms.append((time.process_time() - before) * 1000)
                scores[name].read += said and holds_code
                scores[name].false += said and not holds_code
    room = Room("Decoding", ABOUT.format(source=source), HEADINGS)
    ours = Sample(tuple(scores["ours (zxing-cpp)"].cpu_ms)).at(50)
    for name, score in scores.items():
        cpu = Sample(tuple(score.cpu_ms))
        share = f"{score.read / max(1, len(with_codes)):.1%}"
        figures = (str(score.read), share, str(score.false), ms(cpu.at(50)), ms(cpu.at(95)))
        room.rows.append((name, *figures, f"{cpu.at(50) / ours:.2f} ×"))
    for name, reason in skipped.items():
        room.rows.append((name, reason, *[""] * 5))
    return room


def _readers() -> tuple[dict[str, Reader], dict[str, str]]:
    zxing, clock = ZxingDecoder(), ComputerClock()
    plain, aruco = cv2.QRCodeDetector(), cv2.QRCodeDetectorAruco()
    wechat = cv2.wechat_qrcode.WeChatQRCode()

    def ours(picture: Picture) -> bool:
        whole = np.ascontiguousarray(picture)
        height, width = whole.shape[:2]
        pixels = memoryview(whole.data).cast("B")
        return bool(zxing.decode(Frame(pixels, width, height, 0, clock.monotonic())))

    def opencv(detector: "cv2.QRCodeDetector | cv2.QRCodeDetectorAruco") -> Reader:
        return lambda picture: any(detector.detectAndDecodeMulti(picture)[1])

    readers: dict[str, Reader] = {
        "ours (zxing-cpp)": ours,
        "cv2.QRCodeDetector": _forgiving(opencv(plain)),
        "cv2.QRCodeDetectorAruco": _forgiving(opencv(aruco)),
        "cv2.wechat_qrcode, without its models": _forgiving(
            lambda picture: any(wechat.detectAndDecode(picture)[0])
        ),
    }
    skipped = {}
    try:
        from pyzbar import pyzbar  # noqa: PLC0415  needs libzbar0 of the system
    except ImportError:
        skipped["pyzbar"] = "skipped: libzbar0 is not installed"
    else:
        only_qr = [pyzbar.ZBarSymbol.QRCODE]
        readers["pyzbar"] = _forgiving(
            lambda picture: bool(
                pyzbar.decode(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), symbols=only_qr)
            )
        )
    return readers, skipped


def _forgiving(reads: Reader) -> Reader:
    """OpenCV raises on some pictures and on bytes that are not UTF-8, pyzbar on odd corners."""

    def read(picture: Picture) -> bool:
        try:
            return reads(picture)
        except (cv2.error, ValueError):
            return False

    return read


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
