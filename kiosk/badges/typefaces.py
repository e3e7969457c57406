"""The chain of fonts: which files there are, what each is good for, and in which order."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Typeface:
    """One design in the two weights that templates may ask for; file names.

    `shapes` says that its tables join and order the letters of a complex script;
    `thin` that it has no bold weight and is thickened by an outline instead.
    """

    regular: str
    bold: str
    shapes: bool = False
    thin: bool = False


def _bold_only(file: str, *, shapes: bool = False) -> Typeface:
    return Typeface(file, file, shapes=shapes)


def _thin_only(file: str) -> Typeface:
    return Typeface(file, file, thin=True)


CHAIN: Final = (
    Typeface("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf"),
    Typeface("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
    _bold_only("NotoSansKR_700Bold.ttf"),
    Typeface("NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf", shapes=True),
    _bold_only("NotoSansHebrew-Bold.ttf", shapes=True),
    _bold_only("NotoSansThai-Bold.ttf", shapes=True),
    _bold_only("NotoSansDevanagari-Bold.ttf", shapes=True),
    _thin_only("HanaMinB.ttf"),
    _thin_only("BabelStoneHan-16.0.3-rare-subset.ttf"),
)
