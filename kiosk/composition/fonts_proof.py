"""Proves what the shipped fonts can draw: the sets of characters that names are made of."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from kiosk.badges.fonts import FontChain
from kiosk.badges.glyph_proof import Proven, prove
from kiosk.composition.assets import FONTS
from kiosk.domain.words import Words

_GENERAL_STANDARD: Final = "general_standard.txt"
# GB 18030-2022: level 1 is the unified ideographs of the BMP, level 3 adds extensions B to F.
_BMP: Final = (range(0x4E00, 0xA000), range(0x3400, 0x4DC0))
_B_TO_F: Final = (
    *(range(0x20000, 0x2A6E0), range(0x2A700, 0x2B73A), range(0x2B740, 0x2B81E)),
    *(range(0x2B820, 0x2CEA2), range(0x2CEB0, 0x2EBE1)),
)
_I: Final = range(0x2EBF0, 0x2EE5E)


@dataclass(frozen=True, slots=True)
class ProvenSet:
    """A set of characters and what came of drawing all of it."""

    name: Words
    size: int
    proven: Proven


def prove_fonts(told: Callable[[ProvenSet], None]) -> tuple[ProvenSet, ...]:
    """Draw every character of every set; `told` hears of each set when it is done."""
    fonts = FontChain(FONTS)
    found: list[ProvenSet] = []
    for name, characters in _sets():
        done = ProvenSet(name, len(characters), prove(characters, fonts))
        told(done)
        found.append(done)
    return tuple(found)


def _sets() -> Iterator[tuple[Words, str]]:
    general = general_standard()
    bmp = "".join(chr(code) for block in _BMP for code in block)
    yield Words("通用规范汉字表", "General Standard"), general
    yield Words("GB 18030-2022 级别 1", "GB 18030-2022 level 1"), bmp
    beyond = "".join(char for char in general if char not in set(bmp))
    yield Words("GB 18030-2022 级别 2", "GB 18030-2022 level 2"), bmp + beyond
    rare = "".join(chr(code) for block in _B_TO_F for code in block)
    yield Words("GB 18030-2022 级别 3", "GB 18030-2022 level 3"), bmp + rare
    yield Words("CJK 扩展 I", "CJK extension I"), "".join(map(chr, _I))


def general_standard() -> str:
    """The 8,105 characters of the Table of General Standard Chinese Characters."""
    lines = (FONTS / _GENERAL_STANDARD).read_text(encoding="utf-8").splitlines()
    return "".join(line for line in lines if not line.startswith("#"))
