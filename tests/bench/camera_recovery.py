"""How soon a fault of a camera is noticed, and how soon it is back: real sockets, real threads."""

import os
import threading
import time
from collections.abc import Callable

import cv2
import numpy as np

from kiosk.composition.seeing import BACK_OFF, NAMES
from kiosk.composition.threads import ReadFrames
from kiosk.composition.troubled_eyes import TroubledEyes
from kiosk.devices.camera_light import Light
from kiosk.devices.camera_mjpeg import is_whole
from kiosk.devices.camera_sight import same, sample, sight
from kiosk.devices.camera_watch import LOOK_SECONDS
from kiosk.devices.cameras import camera_for, watched_camera
from kiosk.devices.clocks import ComputerClock
from kiosk.devices.pictures import as_frame
from kiosk.services.ports import Camera, Frame
from kiosk.services.trouble import Misconfigured, Trouble, Unavailable
from kiosk.workers import Newest, Worker
from tests.bench.report import TIMING, Room, Sample, timing
from tests.contracts.mjpeg import Fault, NetworkCamera, furniture, live

ABOUT = """An MJPEG camera of 1280x720 on loopback does one thing after the other that cameras
do; the station's own worker reads it. *Noticed* is from the fault to the words that reach the
window, *back* from its end to the words that all is well, which come with the first good
picture. A look is what watching costs, ten times a second; a whole picture is told from a
garbled one each time. *Garbled shown* compares pictures that are cut off in the middle: how many
of them are handed over, by us and by OpenCV's own capture (FFmpeg)."""

SIZE = (1280, 720, 30)
PATIENCE = 10.0
FAULTS = {
    "unplugged": None,
    "hangs up": Fault.HUNG_UP,
    "silent, socket open": Fault.SILENT,
    "frozen": Fault.FROZEN,
    "cut off pictures": Fault.CUT,
    "black": Fault.BLACK,
    "covered": Fault.COVERED,
}


class Watched:
    """A station's camera thread, and when its troubles were told."""

    def __init__(self, url: str) -> None:
        self._changed = threading.Condition()
        self._trouble: Trouble | None = None
        self._frames = 0
        eyes = TroubledEyes(NAMES[:1], self._told, print)
        camera = watched_camera(
            url, ComputerClock(), SIZE, Light(), lambda trouble: eyes.of_camera(0, "s", trouble)
        )
        frames = ReadFrames(lambda: camera, Newest[Frame](), self._frame, print)
        self.worker = Worker(
            "camera",
            frames,
            (Unavailable, Misconfigured),
            lambda trouble: eyes.of_camera(0, "c", trouble),
            print,
            BACK_OFF,
        )

    def _told(self, trouble: Trouble | None) -> None:
        with self._changed:
            self._trouble = trouble
            self._changed.notify_all()

    def _frame(self, frame: Frame) -> None:
        with self._changed:
            self._frames += 1
            self._changed.notify_all()

    def until(self, *, well: bool) -> float:
        """When it is well, or is not."""
        with self._changed:
            assert self._changed.wait_for(lambda: (self._trouble is None) is well, PATIENCE)
            return time.monotonic()

    def until_pictures(self, count: int) -> None:
        """Wait for so many pictures more."""
        with self._changed:
            wanted = self._frames + count
            assert self._changed.wait_for(lambda: self._frames >= wanted, PATIENCE)


def measure(times: int) -> tuple[Room, ...]:
    """Every fault at least ten times."""
    room = Room("Cameras that fail", ABOUT, TIMING)
    pictures = live(furniture(720, 1280))
    rng = np.random.default_rng(5)
    for name, fault in FAULTS.items():
        noticed, back = _suffered(pictures, fault, max(10, times // 10), rng)
        room.rows.append(timing(f"{name} → noticed", noticed, "max ≤ 1500 ms"))
        room.rows.append(timing(f"{name}: back", back, "max ≤ 1000 ms"))
    room.rows.extend(_costs(pictures, times))
    return room, _garbled(pictures)


def _suffered(
    pictures: list[bytes], fault: Fault | None, times: int, rng: np.random.Generator
) -> tuple[Sample, Sample]:
    noticed, back = [], []
    with NetworkCamera(pictures).on() as network:
        watched = Watched(network.url)
        watched.worker.start()
        for _ in range(times):
            watched.until_pictures(10)
            time.sleep(float(rng.uniform(0, 0.2)))  # faults do not come in step with looks
            begins = time.monotonic()
            if fault is None:
                network.unplug()
            else:
                network.fault = fault
            noticed.append((watched.until(well=False) - begins) * 1000)
            time.sleep(float(rng.uniform(0.5, 2.5)))
            ends = time.monotonic()
            if fault is None:
                network.plug_in()
            else:
                network.fault = Fault.NONE
            back.append((watched.until(well=True) - ends) * 1000)
        watched.worker.stop()
    return Sample(tuple(noticed)), Sample(tuple(back))


def _costs(pictures: list[bytes], times: int) -> list[tuple[str, ...]]:
    pixels = [cv2.imdecode(np.frombuffer(one, np.uint8), cv2.IMREAD_COLOR) for one in pictures[:2]]
    one, two = (as_frame(each, 0, ComputerClock()) for each in pixels if each is not None)
    before = sample(one)

    def look() -> None:
        rows = sample(two)
        sight(rows)
        same(rows, before)

    looks, wholes = _timed(look, times), _timed(lambda: is_whole(pictures[0]), times)
    shared = Sample(tuple(value / (LOOK_SECONDS * SIZE[2]) for value in looks.values))
    return [
        tuple(timing("a look", looks)),
        tuple(timing("a look, shared among its frames", shared, "≤ 0.3 ms")),
        tuple(timing("is the JPEG whole?", wholes)),
    ]


def _timed(work: Callable[[], object], times: int) -> Sample:
    values = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        values.append((time.perf_counter() - began) * 1000)
    return Sample(tuple(values))


def _garbled(pictures: list[bytes]) -> Room:
    room = Room("Garbled pictures shown", ABOUT.rsplit("*Garbled", 1)[0], ("by", "shown", "of"))
    os.environ["OPENCV_FFMPEG_LOGLEVEL"] = "-8"  # it would complain of each picture
    reference = cv2.imdecode(np.frombuffer(pictures[0], np.uint8), cv2.IMREAD_COLOR)
    assert reference is not None
    spoilt = [pictures[0], *(one[: len(one) // 2] for one in live(255 - furniture(720, 1280)))]
    for name in ("ours", "OpenCV (FFmpeg)"):
        with NetworkCamera(spoilt).on() as network:
            camera: Camera | None = None
            if name == "ours":
                camera = camera_for(network.url, ComputerClock(), SIZE)
                camera.open()
            capture = None if camera else cv2.VideoCapture(network.url, cv2.CAP_FFMPEG)
            shown = 0
            began, first = time.monotonic(), network.sent
            while time.monotonic() - began < 3:
                if camera:
                    frame = camera.read()
                    assert frame is not None
                    pixels = np.frombuffer(frame.pixels, np.uint8).reshape(reference.shape)
                else:
                    assert capture is not None
                    pixels = np.asarray(capture.read()[1])
                shown += int(np.abs(pixels.astype(int) - reference).mean() > 5)
            sent = (network.sent - first) * (len(spoilt) - 1) // len(spoilt)
            room.rows.append((name, str(shown), str(sent)))
            if camera:
                camera.close()
            if capture:
                capture.release()
    return room
