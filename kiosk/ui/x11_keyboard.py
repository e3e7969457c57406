"""Key events of X11, read from and put back by libxcb, which Qt has loaded already."""

import ctypes
import ctypes.util

from kiosk.ui.native_keyboard import NativeKey

KIND = b"xcb_generic_event_t"
_BYTES = 32
_PRESS, _RELEASE, _SENT = 2, 3, 0x80
_CONTROL, _ALT, _META = 0x04, 0x08, 0x40
"""Bits of `state`: Control, Mod1 and Mod4 (X11 protocol, KEYBUTMASK)."""
_FIRST_PLACE = 8
"""X11 counts key codes from 8."""


class X11Keyboard:
    """Implements `NativeKeyboard`.

    Raises:
        OSError: there is no libxcb, or no X server that takes a connection.
    """

    def __init__(self) -> None:
        self._xcb = ctypes.CDLL(ctypes.util.find_library("xcb") or "libxcb.so.1")
        self._xcb.xcb_connect.restype = ctypes.c_void_p
        self._xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
        self._xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
        self._xcb.xcb_flush.argtypes = (ctypes.c_void_p,)
        self._xcb.xcb_send_event.restype = ctypes.c_uint
        self._xcb.xcb_send_event.argtypes = (
            ctypes.c_void_p, ctypes.c_uint8, ctypes.c_uint32, ctypes.c_uint32, ctypes.c_char_p,
        )  # fmt: skip
        self._connection = self._xcb.xcb_connect(None, None)
        if self._xcb.xcb_connection_has_error(self._connection):
            raise OSError("no connection to the X server")

    def key_of(self, kind: bytes, message: int) -> NativeKey | None:
        if kind != KIND:
            return None
        raw = ctypes.string_at(message, _BYTES)
        type_ = raw[0] & ~_SENT
        if type_ not in {_PRESS, _RELEASE}:
            return None
        state = int.from_bytes(raw[28:30], "little")
        return NativeKey(
            down=type_ == _PRESS,
            place=raw[1] - _FIRST_PLACE,
            at_ms=int.from_bytes(raw[4:8], "little"),
            command=bool(state & (_CONTROL | _ALT | _META)),
            resent=bool(raw[0] & _SENT),
            raw=raw,
        )

    def resend(self, keys: tuple[NativeKey, ...]) -> None:
        for key in keys:
            window = int.from_bytes(key.raw[12:16], "little")
            # mask 0: the event goes to whoever made the window, and that is us
            self._xcb.xcb_send_event(self._connection, 0, window, 0, key.raw)
        self._xcb.xcb_flush(self._connection)
