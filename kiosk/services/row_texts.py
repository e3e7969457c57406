"""A cell's text made plain: one spelling, no invisible directions, digits as they were typed."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from kiosk.names.normalising import normalise
from kiosk.names.private_use import REAL

_DIRECTIONS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Characters that turn the writing around (Unicode, UAX 9) and hide what a name says."""
_HAN: Final = re.compile("[\u4e00-\u9fff]+")
"""Characters that have one spelling: most names are nothing else."""
_NOT_DIGITS: Final = re.compile(r"[^\d+]")
_POWER: Final = re.compile(r"\d(\.\d+)?[Ee]\+?\d{1,3}", re.ASCII)
_FRACTION: Final = re.compile(r"\.0+\Z")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff]")
_ODD: Final = re.compile(f"{_DIRECTIONS.pattern}|{_PRIVATE.pattern}")
GBK_NAMES: Final = range(0xE815, 0xE865)
"""Private code points that stood for the rare characters at FE50 to FEA0 of GBK."""


def plain_text(text: str) -> str:
    """One spelling for what looks the same; texts that come again cost nothing."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text.strip()
    return text if _HAN.fullmatch(text) else _plain(text)


@lru_cache(1 << 16)
def _plain(text: str) -> str:
    return normalise(_DIRECTIONS.sub("", text))


def turns_around(text: str) -> bool:
    """Whether the text holds a character that changes the direction of writing."""
    return not text.isascii() and _DIRECTIONS.search(text) is not None


def looks_odd(texts: Iterable[str]) -> bool:
    """Whether one of the texts has directions or private characters: asked of whole rows."""
    return _ODD.search("".join(texts)) is not None


def digits_of(phone: str) -> str:
    """A phone number's digits and plus sign; 13812345678.0 is what a spreadsheet made of it."""
    if phone.isdigit() and phone.isascii():
        return phone
    return _NOT_DIGITS.sub("", _FRACTION.sub("", phone))


def is_power_of_ten(text: str) -> bool:
    """Whether a spreadsheet has put 1.38E+10 in the place of digits."""
    return _POWER.fullmatch(text) is not None


def private_twins(text: str) -> dict[str, str]:
    """The private-use characters of a text that have a standard twin, and that twin."""
    if text.isascii():
        return {}
    return {c: chr(REAL[ord(c)]) for c in _PRIVATE.findall(text) if ord(c) in REAL}
