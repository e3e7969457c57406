"""What layout must know of text before it can place it."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Glyph:
    """One character as a font draws it; all lengths in ems.

    `font` is the name the PDF knows it by. `left` and `right` are the edges of the ink
    from the pen, `up` and `down` how far the ink goes above and below the baseline.
    """

    font: str
    advance: float
    left: float
    right: float
    up: float
    down: float


class Ruler(Protocol):
    """Knows the fonts."""

    def glyphs(self, text: str, *, bold: bool) -> tuple[Glyph, ...]:
        """A glyph for each character of a text that can be drawn."""
