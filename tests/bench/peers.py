"""The readers that are measured beside each other: ours and those that people reach for."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import cv2
import numpy as np

from kiosk.composition.assets import DEMO
from kiosk.devices.camera_recording import Pace
from kiosk.devices.cameras import camera_for
from kiosk.devices.clocks import ComputerClock
from kiosk.devices.decoder import ZxingDecoder
from kiosk.devices.rescuing import RescuingDecoder
from kiosk.devices.still_pictures import StillPictureDecoder
from kiosk.services.ports import CodeSeen, Decoder, Frame
from tests.bench.demo_station import Picture
from tests.bench.report import Sample, ms

OURS = "ours, in the frame's cap"
OURS_STILL = "ours, still picture"
BARE = "bare zxing-cpp"


@dataclass(frozen=True, slots=True)
class Read:
    """A text, and the middle of its code in pixels."""

    text: str
    x: float
    y: float


Reader = Callable[[Picture], list[Read]]


@dataclass(slots=True)
class Score:
    """How a reader did."""

    cpu_ms: list[float] = field(default_factory=list)
    read: int = 0
    wrong: int = 0
    false: int = 0


def timed(score: Score, reader: Reader, picture: Picture) -> list[Read]:
    """What the reader reads; its CPU time goes to its score."""
    before = time.thread_time()
    said = reader(picture)
    score.cpu_ms.append((time.thread_time() - before) * 1000)
    return said


def against_bare(score: Score, bare_ms: float) -> tuple[str, str, str]:
    """CPU time: median, and mean and largest as multiples of a bare call."""
    cpu = np.array(score.cpu_ms)
    middle = ms(float(np.median(cpu)))
    return middle, f"{cpu.mean() / bare_ms:.1f} ×", f"{cpu.max() / bare_ms:.1f} ×"


def bare_call_ms() -> float:
    """CPU time of a bare call at 1280 x 720, in milliseconds: the median over the demo film."""
    camera = camera_for(str(DEMO / "queue.mp4"), ComputerClock(), (0, 0, 0), Pace.LOCK_STEP)
    camera.open()
    score, reader = Score(), ours(ZxingDecoder())
    for _ in range(120):
        frame = camera.read()
        if frame is None:
            break
        pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 3)
        timed(score, reader, pixels)
    camera.close()
    return Sample(tuple(score.cpu_ms)).at(50)


def frame_of(picture: Picture) -> Frame:
    """The picture as a camera would give it."""
    whole = np.ascontiguousarray(picture)
    return Frame(memoryview(whole.data).cast("B"), whole.shape[1], whole.shape[0], 0, 0.0)


def ours(decoder: Decoder) -> Reader:
    """A decoder of the kiosk as a reader."""
    return lambda picture: [_read(code) for code in decoder.decode(frame_of(picture)).codes]


def readers(*, still: bool = False) -> tuple[dict[str, Reader], dict[str, str]]:
    """All readers by name, and the reasons why some are not there."""
    found: dict[str, Reader] = {
        BARE: ours(ZxingDecoder()),
        OURS: ours(RescuingDecoder()),
    }
    if still:
        found[OURS_STILL] = ours(StillPictureDecoder())
    plain, aruco = cv2.QRCodeDetector(), cv2.QRCodeDetectorAruco()
    wechat = cv2.wechat_qrcode.WeChatQRCode()
    found |= {
        "cv2.QRCodeDetector": _forgiving(_opencv(plain)),
        "cv2.QRCodeDetectorAruco": _forgiving(_opencv(aruco)),
        "cv2.wechat_qrcode, no models": _forgiving(
            lambda picture: _reads(*wechat.detectAndDecode(picture))
        ),
    }
    skipped = {}
    try:
        from pyzbar import pyzbar  # noqa: PLC0415  needs libzbar0 of the system
    except ImportError:
        skipped["pyzbar"] = "skipped: libzbar0 is not installed"
    else:
        only_qr = [pyzbar.ZBarSymbol.QRCODE]

        def zbar(picture: Picture) -> list[Read]:
            grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
            return [
                Read(code.data.decode(), *np.mean(code.polygon, axis=0))
                for code in pyzbar.decode(grey, symbols=only_qr)
            ]

        found["pyzbar"] = _forgiving(zbar)
    return found, skipped


def _read(code: CodeSeen) -> Read:
    x, y = np.mean(code.corners, axis=0)
    return Read(code.text, float(x), float(y))


def _opencv(detector: "cv2.QRCodeDetector | cv2.QRCodeDetectorAruco") -> Reader:
    def read(picture: Picture) -> list[Read]:
        found, texts, outlines, _ = detector.detectAndDecodeMulti(picture)
        return _reads(texts, outlines) if found else []

    return read


def _reads(texts: Iterable[str], outlines: "Iterable[cv2.typing.MatLike]") -> list[Read]:
    pairs = zip(texts, outlines, strict=True)
    return [Read(text, *np.mean(corners, axis=0).tolist()) for text, corners in pairs if text]


def _forgiving(reader: Reader) -> Reader:
    """OpenCV raises on some pictures and on bytes that are not UTF-8, pyzbar on odd corners."""

    def read(picture: Picture) -> list[Read]:
        try:
            return reader(picture)
        except (cv2.error, ValueError):
            return []

    return read
