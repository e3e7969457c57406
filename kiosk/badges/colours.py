"""Colours that a category decides."""

from dataclasses import dataclass
from typing import Final

_DARK: Final = "#16181D"
_LIGHT: Final = "#FFFFFF"
# WCAG asks 3:1 of large type; ribbons and cheap toner need some more.
_ENOUGH: Final = 3.6


@dataclass(frozen=True, slots=True)
class Colours:
    """What "category" and "category_text" mean on one badge; #RRGGBB."""

    category: str
    category_text: str

    @classmethod
    def in_black(cls) -> "Colours":
        """For printers with one ink: the category is told by its words alone."""
        return cls("#000000", _LIGHT)

    @classmethod
    def of(cls, colour: str) -> "Colours":
        """The category's colour and the text colour that is readable on it."""
        on_white = contrast(colour, _LIGHT)
        text = _LIGHT if on_white >= _ENOUGH or on_white > contrast(colour, _DARK) else _DARK
        return cls(colour, text)

    def resolved(self, colour: str) -> str:
        """A template's colour as #RRGGBB."""
        return {"category": self.category, "category_text": self.category_text}.get(colour, colour)


def contrast(one: str, other: str) -> float:
    """The WCAG contrast ratio of two #RRGGBB colours, from 1 to 21."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
