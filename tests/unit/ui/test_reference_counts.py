"""Void calls into Qt give back what they take: None, True and False stay as they are counted.

A Qt for Python that drops a reference to None on each void call kills a Python 3.11 after
some thousand calls, in the middle of a day. The pinned version does not; this stands guard
over the next one.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 1000
NOISE = 50
"""References that the interpreter itself may take or give meanwhile."""


class Speaker(QObject):
    """Has something to emit."""

    said = Signal(bool)
    nothing = Signal()


def counts() -> tuple[int, int, int]:
    return sys.getrefcount(None), sys.getrefcount(True), sys.getrefcount(False)


def stop_a_timer() -> Callable[[], object]:
    return QTimer().stop


def write_on_a_label() -> Callable[[], object]:
    label = QLabel()
    return lambda: label.setText("林若静")


def hide_and_enable() -> Callable[[], object]:
    label = QLabel()

    def both() -> None:
        label.setEnabled(False)
        label.setVisible(False)
        label.setEnabled(True)

    return both


def emit() -> Callable[[], object]:
    speaker = Speaker()
    heard: list[bool] = []
    speaker.said.connect(lambda value: heard.clear())
    speaker.nothing.connect(lambda: None)

    def both() -> None:
        speaker.said.emit(True)
        speaker.nothing.emit()

    return both


def paint() -> Callable[[], object]:
    image = QImage(8, 8, QImage.Format.Format_RGB32)

    def once() -> None:
        painter = QPainter(image)
        painter.fillRect(0, 0, 8, 8, 0xFFFFFF)
        painter.drawLine(0, 0, 7, 7)
        painter.end()

    return once


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
@pytest.mark.parametrize("make", [stop_a_timer, write_on_a_label, hide_and_enable, emit, paint])
def test_a_thousand_void_calls_leave_the_counts_flat(
    qtbot: QtBot, make: Callable[[], Callable[[], object]]
) -> None:
    call = make()
    call()
    before = counts()
    for _ in range(CALLS):
        call()
    for was, now in zip(before, counts(), strict=True):
        assert abs(now - was) < NOISE
