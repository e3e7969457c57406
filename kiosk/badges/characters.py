"""Which characters a name is made of, before any font is asked.

Only changes that no bearer of a name could object to happen here: composed forms,
invisible characters, letters as wide as Han, and the private code points that old Chinese
systems exported.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

# Zero-width characters and direction marks: they carry no ink, and no font here has them.
_JOINERS: Final = "\u200c\u200d"
_INVISIBLE: Final = frozenset(
    [
        0x200B,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        *range(0x2060, 0x2070),
        *range(0x180B, 0x180F),
        *range(0xFE00, 0xFE10),
        *range(0xE0100, 0xE01F0),
        0x00AD,
        0xFEFF,
    ]
)
_KANGXI_RADICALS: Final = range(0x2F00, 0x2FD6)
# GBK kept 80 characters at its bytes FE 50 .. FE A0, which old converters turned into
# these private code points in the same order. 䶮 is the one people's names have.
_GBK_PRIVATE: Final = range(0xE815, 0xE865)
PRIVATE: Final = (range(0xE000, 0xF900), range(0xF0000, 0x110000))
# Digits and letters that old systems exported as wide as Han, and their distance from ASCII.
_FULL_WIDTH: Final = (range(0xFF10, 0xFF1A), range(0xFF21, 0xFF3B), range(0xFF41, 0xFF5B))
_TO_ASCII: Final = 0xFEE0
# Scripts whose letters change with their neighbours or run from right to left: drawn one
# by one they would be wrong, so only fonts that can shape them count.
_COMPLEX: Final = (
    range(0x0590, 0x10A0),
    range(0x1100, 0x1200),
    range(0x1700, 0x1800),
    range(0x1800, 0x18B0),
    range(0x1900, 0x1AB0),
    range(0x1B00, 0x1C80),
    range(0xA800, 0xA960),
    range(0xA980, 0xAB00),
    range(0xFB1D, 0xFE00),
    range(0xFE70, 0xFEFF),
    range(0x10800, 0x11000),
    range(0x11000, 0x12000),
    range(0x1E800, 0x1F000),
)


@dataclass(frozen=True, slots=True)
class Change:
    """A character that is printed as another one, or as nothing."""

    of: str
    to: str


@lru_cache(maxsize=1024)
def normal(text: str) -> str:
    """The text as it is printed: composed, on one line, without invisible characters."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join(_joined("".join(map(_standard, composed))).split())


def changes(text: str) -> tuple[Change, ...]:
    """What `normal` changes beyond spaces and composing, each once, in order."""
    composed = unicodedata.normalize("NFC", text)
    pairs = ((char, _standard(char)) for char in composed if not char.isspace())
    return tuple(dict.fromkeys(Change(char, to) for char, to in pairs if char != to))


def _standard(char: str) -> str:
    code = ord(char)
    if code in _INVISIBLE:
        return ""
    if code in _KANGXI_RADICALS:
        return unicodedata.normalize("NFKC", char)
    if code in _GBK_PRIVATE:
        return _from_gbk(code)
    if any(code in block for block in _FULL_WIDTH):
        return chr(code - _TO_ASCII)
    # Control characters, and halves of characters that some systems hand over.
    return " " if unicodedata.category(char) in {"Cc", "Cs"} else char


def _joined(text: str) -> str:
    """Without joiners, but where they say how the letters of a complex script meet."""
    if not any(joiner in text for joiner in _JOINERS):
        return text
    return "".join(_without_stray_joiners(text))


def _without_stray_joiners(text: str) -> Iterator[str]:
    before = ""
    for char in text:
        if char not in _JOINERS:
            before = char
        elif not before or not is_complex(before):
            continue
        yield char


def _from_gbk(code: int) -> str:
    """The standard character for a GBK private code point, or itself where none is agreed."""
    byte = 0x50 + code - _GBK_PRIVATE.start
    # GBK never uses 7F as a second byte.
    return bytes((0xFE, byte + (byte >= 0x7F))).decode("gb18030")


def is_wide(char: str) -> bool:
    """Whether a character belongs to the square scripts (Han, kana, Hangul, their marks)."""
    code = ord(char)
    return (
        0x2E80 <= code <= 0xA4CF
        or 0xAC00 <= code <= 0xD7A3
        or 0xF900 <= code <= 0xFAFF
        or (0xFE30 <= code <= 0xFE4F or 0xFF00 <= code <= 0xFFEF or 0x20000 <= code <= 0x3FFFF)
    )


def is_complex(char: str) -> bool:
    """Whether a character's form or place depends on its neighbours in the script."""
    code = ord(char)
    return code >= _COMPLEX[0].start and any(code in block for block in _COMPLEX)


def is_mark(char: str) -> bool:
    """Whether a character is drawn on, or joins, the one before it."""
    return char in _JOINERS or unicodedata.category(char)[0] == "M"


def needs_shaping(text: str) -> bool:
    """Whether a text cannot be drawn glyph after glyph from left to right."""
    return not text.isascii() and any(is_complex(char) or is_mark(char) for char in text)
