"""The jobs that run beside the window: reading frames, decoding them, printing badges."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import SimpleQueue

from kiosk.services.badge_printing import BadgePrinting
from kiosk.services.coaching import Coach, Hint
from kiosk.services.ports import Camera, Decoder, Frame, Sight
from kiosk.services.printer_pool import StandLamp
from kiosk.services.scanning import Scanning
from kiosk.workers import Newest

IDLE_SECONDS = 0.5
LAMP_SECONDS = 1.5
"""A printer in trouble is seen within two seconds."""
RETRY_SECONDS = 0.4


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


@dataclass(frozen=True, slots=True)
class Told:
    """Who is told, on the decoder's thread: of codes that count, and when the hint changes."""

    codes_read: Callable[[tuple[str, ...]], None]
    hint: Callable[[Hint | None], None]


class DecodeFrames:
    """Decodes the newest frame, at most so many a second, and passes on codes that count."""

    def __init__(
        self,
        newest: Newest[Frame],
        make_decoder: Callable[[], Decoder],
        scanning: Scanning,
        told: Told,
        per_second: float,
    ) -> None:
        self._newest, self._make = newest, make_decoder
        self._scanning, self._told = scanning, told
        self._pause = 1 / per_second
        self._decoder: Decoder | None = None
        self._coach = Coach()
        self._hint: Hint | None = None
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
            self._show(None)  # nobody knows what stands before a camera that sends nothing
            self._coach.code_read()
            return True
        self._due = time.monotonic() + self._pause
        sight = self._decoder.decode(frame)
        counted = self._scanning.fresh(sight.codes, (frame.width, frame.height), frame.taken)
        if counted:
            self._told.codes_read(counted)
        self._advise(sight, frame.taken)
        return True

    def _advise(self, sight: Sight, at: float) -> None:
        if sight.codes:
            self._coach.code_read()
        self._show(None if sight.codes else self._coach.hint(sight.look, at))

    def _show(self, hint: Hint | None) -> None:
        if hint is not self._hint:
            self._hint = hint
            self._told.hint(hint)

    def tear_down(self) -> None:
        if self._decoder is not None:
            self._decoder.close()
        self._decoder = None


class PrintBadges:
    """Works through the print queue whenever something was queued, and looks at the lamps."""

    def __init__(
        self,
        make_printing: Callable[[], BadgePrinting],
        show_lamps: Callable[[tuple[StandLamp, ...]], None],
    ) -> None:
        self._make, self._show_lamps = make_printing, show_lamps
        self._printing: BadgePrinting | None = None
        self._wake = threading.Event()
        self._wake.set()
        self._wishes: SimpleQueue[Callable[[BadgePrinting], None]] = SimpleQueue()
        self._lamps: tuple[StandLamp, ...] | None = None

    def wake(self) -> None:
        """Any thread: a badge was queued."""
        self._wake.set()

    def wish(self, wish: Callable[[BadgePrinting], None]) -> None:
        """Any thread: ask this of the printing, soon."""
        self._wishes.put(wish)
        self._wake.set()

    def set_up(self) -> None:
        if self._printing is None:
            self._printing = self._make()

    def step(self) -> bool:
        assert self._printing is not None, "set up first"
        while not self._wishes.empty():
            self._wishes.get()(self._printing)
        try:
            waiting = self._printing.work()
        finally:  # trouble is told with each printer's own words
            self._show(self._printing.lamps())
        self._wake.wait(RETRY_SECONDS if waiting else LAMP_SECONDS)
        self._wake.clear()
        return True

    def tear_down(self) -> None:
        self._lamps = None

    def _show(self, lamps: tuple[StandLamp, ...]) -> None:
        if lamps != self._lamps:
            self._lamps = lamps
            self._show_lamps(lamps)
