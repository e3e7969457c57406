"""Which characters a name is made of, before any font is asked.

Only changes that no bearer of a name could object to happen here: composed forms,
invisible characters, and the private code points that old Chinese systems exported.
"""

import unicodedata
from collections.abc import Iterator
from typing import Final

# Zero-width characters and direction marks: they carry no ink, and no font here has them.
_INVISIBLE: Final = frozenset(
    [
        *range(0x200B, 0x2010),
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
_PRIVATE: Final = (range(0xE000, 0xF900), range(0xF0000, 0x110000))
# Scripts whose letters change with their neighbours or run from right to left: drawn one
# by one they would be wrong, so they count as missing until they are shaped.
_NEEDS_SHAPING: Final = (
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


def normal(text: str) -> str:
    """The text as it is printed: composed, on one line, without invisible characters."""
    return " ".join("".join(_standard(unicodedata.normalize("NFC", text))).split())


def _standard(text: str) -> Iterator[str]:
    for char in text:
        code = ord(char)
        if code in _INVISIBLE:
            continue
        if code in _KANGXI_RADICALS:
            yield unicodedata.normalize("NFKC", char)
        elif code in _GBK_PRIVATE:
            yield _from_gbk(code)
        elif unicodedata.category(char) == "Cc":
            yield " "
        else:
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


def can_stand_alone(char: str) -> bool:
    """Whether a glyph for this character alone is right wherever it stands."""
    code = ord(char)
    return not any(code in block for block in (*_NEEDS_SHAPING, *_PRIVATE))
