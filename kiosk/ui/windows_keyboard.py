"""Key messages of Windows, where an input method has only put its mark on them yet.

A key that an input method takes arrives as VK_PROCESSKEY and becomes a word when the message is
translated; a message that is kept back never is. Not tried on a Windows computer yet.
"""

import ctypes
from collections import deque

from kiosk.ui.native_keyboard import NativeKey

KIND = b"windows_generic_MSG"
_DOWN, _UP = {0x0100, 0x0104}, {0x0101, 0x0105}
"""WM_KEYDOWN, WM_SYSKEYDOWN; WM_KEYUP, WM_SYSKEYUP."""
_CONTROL, _ALT = 0x11, 0x12
_HELD = 0x8000
_PLACE_TO_KEY = 1
"""MAPVK_VSC_TO_VK."""


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("key", ctypes.c_size_t),
        ("about", ctypes.c_ssize_t),
        ("time", ctypes.c_uint32),
    )


class WindowsKeyboard:
    """Implements `NativeKeyboard`."""

    def __init__(self) -> None:
        self._user = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
        self._resent: deque[tuple[int, int]] = deque()

    def key_of(self, kind: bytes, message: int) -> NativeKey | None:
        if kind != KIND:
            return None
        raw = ctypes.string_at(message, ctypes.sizeof(_Message))
        said = _Message.from_buffer_copy(raw)
        if said.message not in _DOWN | _UP:
            return None
        command = any(self._user.GetKeyState(key) & _HELD for key in (_CONTROL, _ALT))
        resent = bool(self._resent) and self._resent[0] == (said.message, said.about)
        if resent:
            self._resent.popleft()
        place = said.about >> 16 & 0xFF
        return NativeKey(said.message in _DOWN, place, said.time, bool(command), resent, raw)

    def resend(self, keys: tuple[NativeKey, ...]) -> None:
        for key in keys:
            said = _Message.from_buffer_copy(key.raw)
            virtual = self._user.MapVirtualKeyW(key.place, _PLACE_TO_KEY)
            self._resent.append((said.message, said.about))
            self._user.PostMessageW(said.window, said.message, virtual, said.about)
