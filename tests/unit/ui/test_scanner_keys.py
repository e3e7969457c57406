"""A scanner's keys never reach a widget; a person's all do, in order."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThread
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kiosk.services.keyboard_wedge import GAP_MS
from kiosk.ui.key_texts import own_text, us_text
from kiosk.ui.scanner_keys import ScannerKeys

XKB_Q, XKB_1 = 24, 10
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Typed(QWidget):
    """A window with a text field in focus, and what a scanner typed into it."""

    def __init__(self, qtbot: QtBot) -> None:
        super().__init__()
        self.field = QLineEdit()
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.field)
        self.scans: list[str] = []
        ScannerKeys(self, own_text).scanned.connect(self.scans.append)
        self._now = 5000
        qtbot.addWidget(self)
        self.show()
        qtbot.waitExposed(self)
        self.field.setFocus()

    def press(
        self,
        text: str,
        pause_ms: int,
        key: int = 0,
        modifiers: Qt.KeyboardModifier = NONE,
        *,
        repeats: bool = False,
    ) -> None:
        """A key as the platform hands it to the window."""
        self._now += pause_ms
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key or ord(text.upper()), modifiers, text, repeats)
            event.setTimestamp(self._now)
            QCoreApplication.sendEvent(self.windowHandle(), event)

    def busy(self) -> None:
        """Longer than a scanner's pause; its timer is met before the next key."""
        QThread.msleep(2 * GAP_MS)
        QCoreApplication.processEvents()

    def enter(self, pause_ms: int) -> None:
        self.press("\r", pause_ms, Qt.Key.Key_Return)


@pytest.fixture
def window(qtbot: QtBot) -> Typed:
    return Typed(qtbot)


@pytest.mark.parametrize("pause", [2, 15, 30])
def test_a_scan_does_not_leak_into_the_field(window: Typed, pause: int) -> None:
    entered = []
    window.field.returnPressed.connect(lambda: entered.append(1))
    for key in "CODE-1234":
        window.press(key, pause)
    window.enter(pause)
    assert window.scans == ["CODE-1234"]
    assert (window.field.text(), entered) == ("", [])


def test_a_scan_without_a_suffix_ends_with_silence(qtbot: QtBot, window: Typed) -> None:
    for key in "CODE-1234":
        window.press(key, 3)
    qtbot.waitUntil(lambda: window.scans == ["CODE-1234"])
    assert window.field.text() == ""


def test_a_person_types_as_ever(qtbot: QtBot, window: Typed) -> None:
    entered: list[str] = []
    window.field.returnPressed.connect(lambda: entered.append(window.field.text()))
    for key in "wang":
        window.press(key, 120)
    window.press("", 10, Qt.Key.Key_Backspace)
    window.enter(120)
    assert entered == ["wan"]
    window.press("x", 120)
    qtbot.waitUntil(lambda: window.field.text() == "wanx")
    assert window.scans == []


def test_a_key_held_down_is_no_scanner(window: Typed) -> None:
    window.press("x", 500)
    for _ in range(12):
        window.press("x", 30, repeats=True)
    assert window.field.text() == "x" * 13
    assert window.scans == []


def test_shift_between_the_keys_does_not_end_a_scan(window: Typed) -> None:
    for key in "aBcDeF12":
        if key.isupper():
            window.press("", 2, Qt.Key.Key_Shift, SHIFT)
        window.press(key, 2)
    window.enter(2)
    assert window.scans == ["aBcDeF12"]


def test_a_command_comes_after_what_was_typed_before_it(window: Typed) -> None:
    window.press("a", 500)
    window.press("\x01", 5, Qt.Key.Key_A, CONTROL)  # select all
    assert window.field.text() == "a"
    assert window.field.selectedText() == "a"


@pytest.mark.parametrize(
    ("place", "modifiers", "own", "said"),
    [
        (XKB_Q, NONE, "a", "q"),
        (XKB_Q, SHIFT, "a", "Q"),
        (XKB_1, SHIFT, "1", "!"),
        (0, NONE, "é", "é"),
    ],
)
def test_a_key_says_what_its_place_says(
    place: int, modifiers: Qt.KeyboardModifier, own: str, said: str
) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, 0, modifiers, place, 0, 0, own)
    assert us_text(event) == said
    assert own_text(event) == own


def test_a_window_that_was_busy_still_gets_the_whole_scan(window: Typed) -> None:
    for key in "CODE":
        window.press(key, 2)
    window.busy()
    for key in "-1234":
        window.press(key, 2)
    window.enter(2)
    assert window.scans == ["CODE-1234"]
    assert window.field.text() == ""
