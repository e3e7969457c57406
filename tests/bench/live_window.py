"""A station's own window in this process, driven as its threads drive it."""

import os
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from kiosk.composition.assets import FONTS
from kiosk.composition.data_folder import DataFolder
from kiosk.composition.kiosk import Kiosk
from kiosk.domain.journal import JobState
from kiosk.domain.visit import Waiting, Welcomed
from kiosk.keys.station import open_station_keys
from kiosk.settings import Face
from kiosk.ui.application import Application
from kiosk.ui.first_paint import FirstPaint
from tests.bench.demo_station import EventClock, settings_for

PATIENCE_MS = 5000
APART_SECONDS = 0.15
"""Between one guest's badge and the next guest: the desk's recent list is redrawn by then."""
SIZES = {Face.SELF: (720, 1280), Face.DESK: (1280, 720)}


class LiveWindow:
    """The window of a station on `folder`, its records and its printing running."""

    def __init__(self, folder: Path, face: Face) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        data = DataFolder(folder)
        keys = open_station_keys(data.code_key)
        self.kiosk = Kiosk(Application(FONTS), data, settings_for(face), keys, EventClock())
        self.window = self.kiosk.window
        self.window.resize(*SIZES[face])
        self.window.show()
        self.kiosk.load_event()
        self.kiosk.printing.start()
        self.settle(0.8)

    def close(self) -> None:
        """End its threads."""
        self.window.close()
        self.kiosk.stop()

    def until_painted(self, wanted: Callable[[], bool], begin: Callable[[], None]) -> float | None:
        """Seconds from `begin` until the window was painted as wanted; None if it never was."""
        loop, seen = QEventLoop(), list[float]()

        def painted() -> None:
            seen.append(time.perf_counter())
            loop.quit()

        watch = FirstPaint(self.window.face, wanted, painted)
        QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
        before = time.perf_counter()
        begin()
        loop.exec()
        watch.deleteLater()
        return seen[0] - before if seen else None

    def welcomed(self) -> bool:
        """Whether the guest is told to come in."""
        return isinstance(self.kiosk.presenter.state, Welcomed)

    def next_guest(self) -> None:
        """The guest takes the badge and leaves; the next one is not there at once."""
        while self._printing():
            self.settle(0.02)
        self.kiosk.presenter.leave()
        assert isinstance(self.kiosk.presenter.state, Waiting)
        self.settle(APART_SECONDS)

    def settle(self, seconds: float) -> None:
        """Serve the window for a while."""
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            self.kiosk.app.turn()
            time.sleep(0.002)

    def _printing(self) -> bool:
        jobs = self.kiosk.records.ask(lambda r: r.journal.jobs(open_only=True)).result()
        return any(job.state in {JobState.QUEUED, JobState.SENT} for job in jobs)
