"""A keyboard scanner at the front desk: Enter to the painted outcome."""

import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from kiosk.settings import Face
from kiosk.ui.first_paint import FirstPaint
from tests.bench.demo_station import copy_of
from tests.bench.floor_commit import RawCheckIn
from tests.bench.live_window import LiveWindow
from tests.bench.report import TIMING, Room, Sample, timing

ABOUT = """A code is typed into the window as a scanner types it; timed from the Enter key
until the outcome is painted. The floor is a bare line edit whose Enter writes the same rows in
raw sqlite3 and sets a label, in one thread."""


class BareDesk(QWidget):
    """A line edit, a label and a database: what the peer of a front desk would be."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.field, self.said = QLineEdit(), QLabel()
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.field)
        column.addWidget(self.said)
        self._raw, self._turn = RawCheckIn(folder), 0
        self.field.returnPressed.connect(self._scanned)

    def _scanned(self) -> None:
        self._turn += 1
        self._raw.run(self._turn)
        self.said.setText(f"{self.field.text()} {self._turn}")
        self.field.clear()


def measure(station: Path, codes: list[str], work: Path, times: int) -> Room:
    """Times for `times` guests."""
    live = LiveWindow(copy_of(station, work / "wedge"), Face.DESK)
    bare = BareDesk(copy_of(station, work / "wedge-floor"))
    bare.resize(1280, 720)
    bare.show()
    keyboard = live.window.windowHandle()
    enter = lambda: QTest.keyClick(keyboard, Qt.Key.Key_Return)  # noqa: E731
    ours, floor = [], []
    for turn, code in enumerate(codes[:times]):
        for key in code:
            QTest.keyClick(keyboard, ord(key))
        seconds = live.until_painted(live.welcomed, enter)
        if seconds is not None and turn:
            ours.append(seconds * 1000)
        bare.field.setText(code)
        floor.append(_painted(bare))
        live.next_guest()
    live.close()
    bare.close()
    sample, beside = Sample(tuple(ours)), Sample(tuple(floor[1:]))
    room = Room("Keyboard scanner", ABOUT, TIMING)
    room.rows.append(timing("Enter → outcome painted", sample, "p95 ≤ 30 ms", ("floor", beside)))
    room.rows.append(timing("floor: line edit + raw sqlite3", beside))
    return room


def _painted(bare: BareDesk) -> float:
    loop = QEventLoop()
    before = time.perf_counter()
    FirstPaint(bare.said, lambda: True, loop.quit)
    QTimer.singleShot(2000, loop, loop.quit)
    QTest.keyClick(bare.field, Qt.Key.Key_Return)
    loop.exec()
    return (time.perf_counter() - before) * 1000
