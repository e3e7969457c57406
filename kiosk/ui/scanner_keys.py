"""A scanner's keys, taken out of the stream before any widget sees them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.services.keyboard_wedge import GAP_MS, ByHand, KeyboardWedge, Scan

_SUFFIXES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_MODIFIER_KEYS = (Qt.Key.Key_Shift, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_AltGr)
"""They come between a scanner's keys and say nothing by themselves."""
_GRACE_MS = 5
"""A busy window meets its timers before the keys that came meanwhile: those are let in first."""


class ScannerKeys(QObject):
    """Watches the keys that reach a window; `scanned` brings what a scanner typed.

    Args:
        window: a top-level widget.
        text_of: the character of a key of a scanner.
    """

    scanned = Signal(str)

    def __init__(self, window: QWidget, text_of: Callable[[QKeyEvent], str]) -> None:
        super().__init__(window)
        self._window, self._text_of = window, text_of
        self._wedge = KeyboardWedge()
        self._kept: list[QKeyEvent] = []
        self._replaying = False
        self._grace = QTimer(self, singleShot=True, interval=_GRACE_MS)
        self._quiet = QTimer(self, singleShot=True, interval=GAP_MS)
        for timer, then in ((self._quiet, self._grace.start), (self._grace, self._silence)):
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.timeout.connect(then)
        application = QGuiApplication.instance()
        assert application is not None, "a window has one"
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for a key that is kept back or was a scanner's."""
        if self._replaying or not isinstance(event, QKeyEvent):
            return False
        if event.type() != QEvent.Type.KeyPress or watched is not self._window.windowHandle():
            return False  # each key comes once to the window, then to widgets
        if event.key() in _SUFFIXES:
            return self._suffix(event.timestamp())
        if not self._may_be_scanned(event):
            if event.key() not in _MODIFIER_KEYS:
                self._silence()
            return False
        if not self._wedge.continues(event.timestamp()):
            self._silence()
        self._wedge.key(self._text_of(event), event.timestamp())
        self._kept.append(event.clone())
        self._grace.stop()
        self._quiet.start()
        return True

    def _suffix(self, at_ms: int) -> bool:
        if self._wedge.waiting:
            return self._settle(self._wedge.ended(at_ms))
        return self._wedge.is_late(at_ms)

    def _may_be_scanned(self, event: QKeyEvent) -> bool:
        """A key that prints; one held down repeats as fast as a scanner, and is none."""
        text = event.text()
        command = event.modifiers() & _COMMANDS
        return bool(text) and text.isprintable() and not command and not event.isAutoRepeat()

    def _silence(self) -> None:
        if self._wedge.waiting:
            self._settle(self._wedge.silence())

    def _settle(self, verdict: Scan | ByHand) -> bool:
        """Whether the key that brought the verdict was a scanner's too."""
        self._quiet.stop()
        self._grace.stop()
        kept, self._kept = self._kept, []
        if isinstance(verdict, Scan):
            self.scanned.emit(verdict.text)
            return True
        self._replaying = True
        for event in kept:
            QCoreApplication.sendEvent(self._window.windowHandle(), event)
        self._replaying = False
        return False
