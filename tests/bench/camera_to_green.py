"""From a camera's picture to the painted welcome: the whole way, as a live station goes it."""

import queue
import time
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import zxingcpp

from kiosk.composition.threads import DecodeFrames, ReadFrames, Told
from kiosk.devices.decoder import ZxingDecoder
from kiosk.services.ports import Frame
from kiosk.services.scanning import Scanning
from kiosk.settings import Face
from kiosk.workers import Newest
from tests.bench.demo_station import Picture, copy_of, empty_view, frame_of, held_up
from tests.bench.floor_commit import RawCheckIn
from tests.bench.live_window import LiveWindow
from tests.bench.report import TIMING, Room, Sample, timing

ABOUT = """A picture of 1280x720 is handed over by the camera, decoded by the decoder's thread,
checked in on the records' thread (COMMIT, synchronous FULL) and the outcome is painted; the
badge is drawn and saved meanwhile. *One picture* is the way itself. *Live* adds the wait for
the decoder's turn: 30 pictures a second, searched 15 times. The floor is zxing-cpp on the same
picture and the same rows in raw sqlite3, nothing else."""


class HeldCamera:
    """Hands over what it is given: the next picture, or 30 a second of the same view."""

    def __init__(self) -> None:
        self._pictures: queue.SimpleQueue[Picture | None] = queue.SimpleQueue()
        self._number = 0
        self.fps = 0.0
        self.view = empty_view()
        self.taken: dict[int, float] = {}

    def show(self, picture: Picture | None) -> None:
        """Hand over this picture; None ends the camera."""
        self._pictures.put(picture)

    def open(self) -> None:
        pass

    def read(self) -> Frame | None:
        try:
            picture = self._pictures.get(timeout=1 / self.fps if self.fps else None)
            if picture is None:
                return None
            self.view = picture
        except queue.Empty:
            pass
        self._number += 1
        return frame_of(self.view, self._number, time.monotonic())

    def close(self) -> None:
        pass


def measure(station: Path, codes: list[str], work: Path, times: int) -> Room:
    """Times for `times` guests each way."""
    room = Room("Camera to green", ABOUT, TIMING)
    floor = _floor(copy_of(station, work / "green-floor"))
    one, bare = _guests(copy_of(station, work / "green-one"), codes[:times], 0.0, floor)
    live, _ = _guests(copy_of(station, work / "green-live"), codes[:times], 30.0, floor)
    room.rows.append(timing("one picture → green", one, "p95 ≤ 50 ms", ("floor", bare)))
    room.rows.append(timing("live: first picture with the code → green", live))
    room.rows.append(timing("floor: zxing-cpp + raw sqlite3", bare))
    return room


def _guests(
    folder: Path, codes: list[str], fps: float, floor: Callable[[Picture, int], float]
) -> tuple[Sample, Sample]:
    live, camera = LiveWindow(folder, Face.SELF), HeldCamera()
    camera.fps = fps
    newest: Newest[Frame] = Newest()
    bridge, kiosk = live.kiosk.bridge, live.kiosk
    per_second = 15.0 if fps else 1000.0  # alone, a picture never waits for its turn
    scanning = Scanning(kiosk.settings.camera.rearm_seconds)
    told = Told(bridge.codes_read.emit, bridge.hint_changed.emit)
    decode = DecodeFrames(newest, ZxingDecoder, scanning, told, per_second)
    workers = [
        kiosk.worker("camera", ReadFrames(lambda: camera, newest, bridge.show_frame, print), print),
        kiosk.worker("decoder", decode, print),
    ]
    for worker in workers:
        worker.start()
    taken, bare = [], []
    for turn, code in enumerate(codes):
        picture = held_up(code, turn)
        bare.append(floor(picture, turn))
        seconds = live.until_painted(live.welcomed, lambda shown=picture: camera.show(shown))  # type: ignore[misc]
        if seconds is not None and turn:  # the first one fills caches
            taken.append(seconds * 1000)
        camera.show(empty_view(turn))
        live.next_guest()
        live.settle((turn * 7 % 60) / 1000)  # guests do not come in step with the decoder
    camera.show(None)
    for worker in workers:
        worker.stop(1)
    live.close()
    return Sample(tuple(taken)), Sample(tuple(bare[1:]))


def _floor(folder: Path) -> Callable[[Picture, int], float]:
    raw = RawCheckIn(folder)
    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)

    def work(picture: Picture, turn: int) -> float:
        before = time.perf_counter()
        grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
        assert zxingcpp.read_barcodes(np.ascontiguousarray(grey), formats=formats)
        raw.run(turn)
        return (time.perf_counter() - before) * 1000

    return work
