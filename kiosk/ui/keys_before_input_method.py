"""Keeps a scanner's keys from an input method, which would make Chinese words of them.

With a Chinese input method on and a text field in focus, `A2B3C4` arrives as 安徽比: the input
method has eaten the keys long before a widget or an event filter of Qt sees one. So keys are
timed where the system hands them over, in front of the input method. What a person types is put
back and goes its way; what a scanner types is put back while the field takes no input method,
so that `ScannerKeys` recognises it as ever.
"""

from typing import Any, Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent

from kiosk.services.keyboard_wedge import GAP_MS, KeyboardWedge, Scan
from kiosk.ui.key_texts import PRINTING_PLACES
from kiosk.ui.native_keyboard import NativeKey, NativeKeyboard

_SUFFIXES: Final = frozenset({15, 28, 96, 101})
"""Tab, Enter, the number pad's Enter and Line Feed (set 1; Linux counts the last two so)."""
_SHIFTS: Final = frozenset({42, 54})
"""Alone, they switch an input method between Chinese and English: kept back in their order."""
_LOST_MS: Final = 500
"""Keys that were put back and have not come by then never will: the window has gone."""


class KeysBeforeInputMethod(QAbstractNativeEventFilter):
    """Install it on the application; it acts only where a field takes an input method.

    Args:
        keyboard: of the system.
    """

    def __init__(self, keyboard: NativeKeyboard) -> None:
        super().__init__()
        self._keyboard = keyboard
        self._wedge = KeyboardWedge()
        self._kept: list[NativeKey] = []
        self._under_way = 0
        self._shut = _Shut()
        self._field: QObject | None = None
        self._quiet = _timer(GAP_MS, self._silence)
        self._lost = _timer(_LOST_MS, self._all_back)

    def nativeEventFilter(
        self,
        kind: QByteArray | bytes | bytearray | memoryview,
        message: Any,  # noqa: ANN401  PySide's own
    ) -> tuple[bool, int]:
        """True for a key that is kept back."""
        key = self._keyboard.key_of(bytes(kind), int(message))  # type: ignore[arg-type]
        if key is None:
            return False, 0
        if key.resent:
            self._came_back()
            return False, 0
        if not (self._kept or self._under_way or _takes_input_method()):
            return False, 0
        return self._keep(key), 0

    def _keep(self, key: NativeKey) -> bool:
        if key.down and not self._may_be_scanned(key):
            self._silence()
        if self._under_way:  # keys stay in order behind those that are on their way back
            self._kept.append(key)
            return True
        if key.down and not self._may_be_scanned(key):
            return False
        if not key.down and not self._kept:
            return False
        if key.down and key.place in PRINTING_PLACES:
            if self._wedge.waiting and not self._wedge.continues(key.at_ms):
                self._decide()
                self._kept.append(key)
                return True
            self._wedge.key("x", key.at_ms)
        self._kept.append(key)
        self._quiet.start()
        if key.down and key.place in _SUFFIXES and self._wedge.waiting:
            self._put_back(scanned=isinstance(self._wedge.ended(key.at_ms), Scan))
        return True

    def _may_be_scanned(self, key: NativeKey) -> bool:
        if key.command:
            return False
        return key.place in PRINTING_PLACES or key.place in _SUFFIXES | _SHIFTS

    def _silence(self) -> None:
        if self._kept and not self._under_way:
            self._decide()

    def _decide(self) -> None:
        scanned = self._wedge.waiting and isinstance(self._wedge.silence(), Scan)
        self._put_back(scanned=scanned)

    def _put_back(self, *, scanned: bool) -> None:
        keys, self._kept = tuple(self._kept), []
        self._quiet.stop()
        if not keys:
            return
        focus = QGuiApplication.focusObject()
        if scanned and focus is not None:
            self._field = focus
            focus.installEventFilter(self._shut)
            focus.destroyed.connect(self._field_gone)
            _ask_again()
        self._under_way = len(keys)
        self._lost.start()
        self._keyboard.resend(keys)

    def _came_back(self) -> None:
        self._under_way = max(0, self._under_way - 1)
        if not self._under_way:
            # the last key is handled after this filter; the field opens again after that
            QTimer.singleShot(0, self._all_back)

    def _field_gone(self) -> None:
        self._field = None

    def _all_back(self) -> None:
        self._lost.stop()
        self._under_way = 0
        if self._field is not None:
            self._field.removeEventFilter(self._shut)
            self._field.destroyed.disconnect(self._field_gone)
            _ask_again()
        self._field = None
        waiting, self._kept = self._kept, []
        for key in waiting:
            if not self._keep(key):
                self._kept.append(key)
        if self._kept:
            self._quiet.start()


def _timer(ms: int, then: "Any") -> QTimer:  # noqa: ANN401
    timer = QTimer(singleShot=True, interval=ms)
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(then)
    return timer


class _Shut(QObject):
    """While installed on a field, no input method gets the field's keys.

    Qt's attribute WA_InputMethodEnabled does not do it: a QLineEdit says for itself, asked by
    this event, that it takes one.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QInputMethodQueryEvent):
            event.setValue(Qt.InputMethodQuery.ImEnabled, False)  # noqa: FBT003  Qt's own
            return True
        return False


def _ask_again() -> None:
    # Qt asks a field only when it gets the focus
    QGuiApplication.inputMethod().update(Qt.InputMethodQuery.ImEnabled)


def _takes_input_method() -> bool:
    focus = QGuiApplication.focusObject()
    if focus is None:
        return False
    asked = QInputMethodQueryEvent(Qt.InputMethodQuery.ImEnabled)
    QGuiApplication.sendEvent(focus, asked)
    return bool(asked.value(Qt.InputMethodQuery.ImEnabled))


def keys_before_input_method(application: QGuiApplication) -> KeysBeforeInputMethod | None:
    """Install the filter that fits the application's platform; None where none does.

    Wayland lets no program put keys back, so there a scan needs the input method to be off.
    """
    keyboard: NativeKeyboard
    match QGuiApplication.platformName():
        case "xcb":
            from kiosk.ui.x11_keyboard import X11Keyboard  # noqa: PLC0415  one system's

            keyboard = X11Keyboard()
        case "windows":
            from kiosk.ui.windows_keyboard import WindowsKeyboard  # noqa: PLC0415  one system's

            keyboard = WindowsKeyboard()
        case _:
            return None
    keys = KeysBeforeInputMethod(keyboard)
    application.installNativeEventFilter(keys)
    return keys
