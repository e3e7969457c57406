"""The jobs that run beside the window: reading frames, decoding them, printing badges."""

import threading
import time
from collections.abc import Callable

from kiosk.services.badge_printing import BadgePrinting
from kiosk.services.ports import Camera, Decoder, Frame, PrinterLamp
from kiosk.services.scanning import Scanning
from kiosk.workers import Newest

IDLE_SECONDS = 0.5
LAMP_SECONDS = 5.0
RETRY_SECONDS = 1.0


class ReadFrames:
    """Takes each frame from the camera at once, so that no old one is ever queued."""

    def __init__(
        self,
        make_camera: Callable[[], Camera],
        newest: Newest[Frame],
        show: Callable[[Frame], None],
        ended: Callable[[], None],
    ) -> None:
        self._make, self._newest, self._show = make_camera, newest, show
        self._ended = ended
        self._camera: Camera | None = None

    def set_up(self) -> None:
        self._camera = self._make()
        self._camera.open()

    def step(self) -> bool:
        assert self._camera is not None, "set up first"
        frame = self._camera.read()
        if frame is None:
            self._ended()
            return False
        self._newest.put(frame)
        self._show(frame)
        return True

    def tear_down(self) -> None:
        if self._camera is not None:
            self._camera.close()


class DecodeFrames:
    """Decodes the newest frame, at most so many a second, and passes on codes that count."""

    def __init__(
        self,
        newest: Newest[Frame],
        make_decoder: Callable[[], Decoder],
        scanning: Scanning,
        codes_read: Callable[[tuple[str, ...]], None],
        per_second: float,
    ) -> None:
        self._newest, self._make = newest, make_decoder
        self._scanning, self._codes_read = scanning, codes_read
        self._pause = 1 / per_second
        self._decoder: Decoder | None = None
        self._due = 0.0

    def set_up(self) -> None:
        self._decoder = self._make()

    def step(self) -> bool:
        assert self._decoder is not None, "set up first"
        wait = self._due - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        frame = self._newest.take(IDLE_SECONDS)
        if frame is None:
            return True
        self._due = time.monotonic() + self._pause
        codes = self._decoder.decode(frame)
        counted = self._scanning.fresh(codes, (frame.width, frame.height), frame.taken)
        if counted:
            self._codes_read(counted)
        return True

    def tear_down(self) -> None:
        if self._decoder is not None:
            self._decoder.close()
        self._decoder = None


class PrintBadges:
    """Works through the print queue whenever something was queued, and looks at the lamp."""

    def __init__(
        self, make_printing: Callable[[], BadgePrinting], show_lamp: Callable[[PrinterLamp], None]
    ) -> None:
        self._make, self._show_lamp = make_printing, show_lamp
        self._printing: BadgePrinting | None = None
        self._wake = threading.Event()
        self._wake.set()
        self._lamp: PrinterLamp | None = None

    def wake(self) -> None:
        """Any thread: a badge was queued."""
        self._wake.set()

    def set_up(self) -> None:
        if self._printing is None:
            self._printing = self._make()

    def step(self) -> bool:
        assert self._printing is not None, "set up first"
        waiting = self._printing.work()
        lamp = self._printing.lamp()
        if lamp != self._lamp:
            self._lamp = lamp
            self._show_lamp(lamp)
        self._wake.wait(RETRY_SECONDS if waiting else LAMP_SECONDS)
        self._wake.clear()
        return True

    def tear_down(self) -> None:
        self._lamp = None
