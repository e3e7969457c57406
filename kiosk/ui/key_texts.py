"""What a scanner's key says: by its place on a US keyboard, or by the computer's own layout.

Scanners leave the factory as US keyboards. On a French computer their A would arrive as Q,
and with Caps Lock on their capitals as small letters; a key's place does not lie.
"""

import sys

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
"""Scan codes of the first key in each row (set 1, as Windows has them and Linux counts)."""
_PLAIN = {first + n: key for first, keys, _ in _ROWS for n, key in enumerate(keys)}
_SHIFTED = {first + n: key for first, _, keys in _ROWS for n, key in enumerate(keys)}
PRINTING_PLACES = frozenset(_PLAIN)
"""Scan codes of the keys that print."""
_XKB_OFFSET = 8
"""X11 and Wayland count key codes from 8."""


def us_text(event: QKeyEvent) -> str:
    """The character at the key's place on a US keyboard; the event's own where none is known."""
    place = event.nativeScanCode() - (0 if sys.platform == "win32" else _XKB_OFFSET)
    shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    return (_SHIFTED if shifted else _PLAIN).get(place, event.text())


def own_text(event: QKeyEvent) -> str:
    """The character that this computer's keyboard layout gives the key."""
    return event.text()
