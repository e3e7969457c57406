"""Proves that characters have glyphs by drawing them: what a font's tables say is not asked.

Each character is drawn through the same chain as a badge, rendered, and compared with how
its font draws a character that it has not, and with white paper.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from PIL import Image

from kiosk.badges.fonts import FontChain
from kiosk.badges.imposition import whole
from kiosk.badges.layout import Layout, Run
from kiosk.badges.pdf import POINTS_PER_MM, printed
from kiosk.badges.picture import pictures

# No font here is asked for a private character, so this one is drawn as .notdef.
_NO_CHARACTER: Final = "\U0010fffd"
_CELL, _ROW = 24, 80
"""A cell is 24 pixels wide and high and holds an em of 20; a page has 80 by 80 of them."""
_EM, _PEN = 20, (2, 19)


@dataclass(frozen=True, slots=True)
class Proven:
    """How many characters were drawn, and those that came out as nothing or as .notdef."""

    drawn: int
    failed: tuple[str, ...]


def prove(characters: Iterable[str], fonts: FontChain) -> Proven:
    """Draw each character once and look at it."""
    drawn, failed = 0, list[str]()
    todo = iter(characters)
    while batch := list(islice(todo, _ROW * _ROW)):
        known = [char for char in batch if not fonts.missing(char)]
        failed += [char for char in batch if fonts.missing(char)]
        failed += _without_glyph(known, fonts)
        drawn += len(batch)
    return Proven(drawn - len(failed), tuple(failed))


def _without_glyph(characters: Sequence[str], fonts: FontChain) -> Iterator[str]:
    runs = [_run(char, fonts) for char in characters]
    used = tuple(dict.fromkeys(font for font, _ in runs))
    tofu = [(font, _NO_CHARACTER) for font in used]
    cells = [cell.tobytes() for cell in _cells([*runs, *tofu])]
    white = Image.new("L", (_CELL, _CELL), 255).tobytes()
    wrong = {font: {white, cell} for font, cell in zip(used, cells[len(runs) :], strict=True)}
    for char, (font, _), cell in zip(characters, runs, cells, strict=False):
        if cell in wrong[font]:
            yield char


def _run(char: str, fonts: FontChain) -> tuple[str, str]:
    (piece,) = fonts.pieces(char, 0, 1, bold=True)
    return piece.font, piece.text


def _cells(runs: Sequence[tuple[str, str]]) -> Iterator[Image.Image]:
    """Each run in a cell of its own, in their order."""
    for at in range(0, len(runs), _ROW * _ROW):
        part = runs[at : at + _ROW * _ROW]
        (page,) = pictures(printed([whole(_page(part))], title="proof"), dpi=72)
        grey = page.convert("L")
        for number in range(len(part)):
            x, y = number % _ROW * _CELL, number // _ROW * _CELL
            yield grey.crop((x, y, x + _CELL, y + _CELL))


def _page(runs: Sequence[tuple[str, str]]) -> Layout:
    side = _ROW * _CELL / POINTS_PER_MM
    marks = tuple(
        Run(
            box="",
            text=text,
            font=font,
            x=(number % _ROW * _CELL + _PEN[0]) / POINTS_PER_MM,
            y=(number // _ROW * _CELL + _PEN[1]) / POINTS_PER_MM,
            size=_EM,
            colour="#000000",
        )
        for number, (font, text) in enumerate(runs)
    )
    return Layout(side, side, marks, ())
