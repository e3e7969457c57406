"""What layout must know of text before it can place it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as a font draws it; all lengths in ems.

    `font` is the name the PDF knows it by. `left` and `right` are the edges of the ink
    from the pen, `up` and `down` how far the ink goes above and below the baseline. Where
    several characters are drawn as one, the first has all of it and the others nothing.
    """

    font: str
    advance: float
    left: float
    right: float
    up: float
    down: float


@dataclass(frozen=True, slots=True)
class PlacedGlyph:
    """A shaped glyph, as a character that only its font knows; ems from its piece's pen.

    `y` is positive upwards.
    """

    char: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one font on a line. `text` is what it says; lengths in ems.

    Without `glyphs` the text is drawn as it is. `stroke` is an outline that thickens
    letters of a font without a bold weight.
    """

    font: str
    text: str
    advance: float
    stroke: float = 0.0
    glyphs: tuple[PlacedGlyph, ...] = ()
    leftwards: bool = False


class Ruler(Protocol):
    """Knows the fonts."""

    def glyphs(self, text: str, *, bold: bool) -> tuple[Glyph, ...]:
        """A glyph for each character of a text that can be drawn."""

    def pieces(self, text: str, start: int, end: int, *, bold: bool) -> tuple[Piece, ...]:
        """The line text[start:end] in the order that it is seen, from left to right."""
