"""A cell's text made plain: one spelling, no invisible directions, digits as they were typed."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from kiosk.names import normalise

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
_LATER: Final = {
    0xE7C7: "\u1e3f", 0xE816: "\U00020087", 0xE817: "\U00020089", 0xE818: "\U000200cc",
    0xE81E: "\u9fb4", 0xE826: "\u9fb5", 0xE82B: "\u9fb6", 0xE82C: "\u9fb7",
    0xE831: "\U000215d7", 0xE832: "\u9fb8", 0xE83B: "\U0002298f", 0xE843: "\u9fb9",
    0xE854: "\u9fba", 0xE855: "\U000241fe", 0xE864: "\u9fbb",
}  # fmt: skip
"""Those that got a place in Unicode only after GB 18030-2000 (GB 18030-2022, annex D)."""


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
    return {c: twin for c in _PRIVATE.findall(text) if (twin := _twin(ord(c)))}


def _twin(code: int) -> str:
    if code in _LATER:
        return _LATER[code]
    if code not in GBK_NAMES:
        return ""
    place = 0x50 + code - GBK_NAMES.start
    found = bytes((0xFE, place + (place >= 0x7F))).decode("gb18030")
    return "" if _PRIVATE.fullmatch(found) else found
