"""Makes assets/fonts/coverage.bin from the fonts: `python -m tests.studio.font_coverage`."""

from pathlib import Path

from fontTools.ttLib import TTFont

from kiosk.badges.characters import PRIVATE, is_complex
from kiosk.badges.coverage import Coverage
from kiosk.badges.fonts import INDEX
from kiosk.badges.typefaces import CHAIN, Typeface
from kiosk.composition.assets import FONTS


def made(folder: Path) -> Coverage:
    """The index of the chain's fonts in a folder."""
    have: dict[int, tuple[int, ...]] = {}
    for number, face in enumerate(CHAIN):
        for code in _codes(folder, face):
            have[code] = (*have.get(code, ()), number)
    sets = ((), *sorted(set(have.values())))
    number_of = {members: number for number, members in enumerate(sets)}
    of_code = bytes(number_of[have.get(code, ())] for code in range(max(have) + 1))
    return Coverage(tuple(face.bold for face in CHAIN), sets, of_code)


def _codes(folder: Path, face: Typeface) -> set[int]:
    """What a typeface can be trusted with, in both weights."""
    codes = set(_cmap(folder / face.bold)) & set(_cmap(folder / face.regular))
    if not face.shapes:
        codes = {code for code in codes if not is_complex(chr(code))}
    return {code for code in codes if not any(code in block for block in PRIVATE)}


def _cmap(font: Path) -> set[int]:
    with TTFont(font, lazy=True) as opened:
        glyphs = opened.getBestCmap()
        first = opened.getGlyphOrder()[0]
    return {code for code, glyph in glyphs.items() if glyph != first and code >= 0x20}


if __name__ == "__main__":
    (FONTS / INDEX).write_bytes(made(FONTS).packed())
