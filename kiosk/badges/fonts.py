"""The fonts a badge can draw on, and which of them draws what.

The chain is data: an early font wins, a later one fills its gaps. A text's alphabetic
characters come from one font together, so that no word mixes two designs.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from fontTools.ttLib import TTFont as SfntReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from kiosk.badges.characters import can_stand_alone, is_wide, normal
from kiosk.badges.embedding import EmbeddedFont
from kiosk.badges.measures import Glyph
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

# Stands where a person must decide: seen by everybody, mistaken for a character by nobody.
FRAME: Final = "□"


@dataclass(frozen=True, slots=True)
class Typeface:
    """One design in the two weights that templates may ask for; file names."""

    regular: str
    bold: str


CHAIN: Final = (
    Typeface("NotoSansSC_400Regular.ttf", "NotoSansSC_700Bold.ttf"),
    Typeface("NotoSans-Regular.ttf", "NotoSans-Bold.ttf"),
)


class Coverage:
    """The code points that one font file has, read from its cmap alone."""

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(ranges)
        self._firsts = [first for first, _ in ordered]
        self._lasts = [last for _, last in ordered]

    def __contains__(self, code: int) -> bool:
        at = bisect_right(self._firsts, code) - 1
        return at >= 0 and code <= self._lasts[at]

    @classmethod
    def of(cls, path: Path) -> "Coverage":
        """The coverage of a font file; milliseconds, where opening the font takes a tenth."""
        with SfntReader(path, lazy=True) as font:
            cmap = font.reader["cmap"]
            ranges = _segmented(cmap)
            if ranges is None:
                ranges = [(code, code) for code in font.getBestCmap()]
        return cls(ranges)


def _segmented(cmap: bytes) -> list[tuple[int, int]] | None:
    """The groups of a format 12 subtable (the one beyond the BMP), if there is one."""
    (count,) = struct.unpack_from(">H", cmap, 2)
    for _, _, offset in struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count]):
        if struct.unpack_from(">H", cmap, offset) == (12,):
            (groups,) = struct.unpack_from(">I", cmap, offset + 12)
            body = cmap[offset + 16 : offset + 16 + 12 * groups]
            return [(first, last) for first, last, _ in struct.iter_unpack(">III", body)]
    return None


class FontChain:
    """Chooses and measures glyphs. Fonts are opened when a text first needs them."""

    def __init__(self, folder: Path, chain: tuple[Typeface, ...] = CHAIN) -> None:
        self._folder = folder
        self._chain = chain
        self._glyphs: dict[tuple[str, str], Glyph] = {}
        self._faces: dict[str, int | None] = {}

    @cached_property
    def _coverage(self) -> tuple[Coverage, ...]:
        return tuple(self._read(face.bold) for face in self._chain)

    def _read(self, file: str) -> Coverage:
        try:
            return Coverage.of(self._folder / file)
        except OSError as error:
            raise _no_font(self._folder / file) from error

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters that no font here can draw, each once, in order."""
        return tuple(dict.fromkeys(c for c in normal(text) if self._first_with(c) is None))

    def glyphs(self, text: str, *, bold: bool) -> tuple[Glyph, ...]:
        """A glyph for each character of a text that `drawable` gave."""
        together = self._face_for_all({c for c in text if not is_wide(c)})
        found: list[Glyph] = []
        for char in text:
            face = self._first_with(char) if together is None or is_wide(char) else together
            assert face is not None, "only drawable text is measured"
            found.append(self._glyph(self._chain[face], char, bold=bold))
        return tuple(found)

    def drawable(self, text: str) -> str:
        """Normal text with a frame in the place of every missing character."""
        return "".join(c if self._first_with(c) is not None else FRAME for c in normal(text))

    def _first_with(self, char: str) -> int | None:
        if char not in self._faces:
            code = ord(char)
            found = (n for n, known in enumerate(self._coverage) if code in known)
            self._faces[char] = next(found, None) if can_stand_alone(char) else None
        return self._faces[char]

    def _face_for_all(self, chars: set[str]) -> int | None:
        if all(self._first_with(c) == 0 for c in chars):
            return 0
        codes = [ord(c) for c in chars]
        for number, known in enumerate(self._coverage):
            if all(code in known for code in codes):
                return number
        return None

    def _glyph(self, face: Typeface, char: str, *, bold: bool) -> Glyph:
        file = face.bold if bold else face.regular
        glyph = self._glyphs.get((file, char))
        if glyph is None:
            font = self._open(file)
            glyph = font.glyph(char)
            self._glyphs[file, char] = glyph
        return glyph

    def _open(self, file: str) -> EmbeddedFont:
        name = Path(file).stem
        if name in pdfmetrics.getRegisteredFontNames():
            known: object = pdfmetrics.getFont(name)
            assert isinstance(known, EmbeddedFont)
            return known
        try:
            font = EmbeddedFont(name, str(self._folder / file))
        except (OSError, TTFError) as error:
            raise _no_font(self._folder / file) from error
        pdfmetrics.registerFont(font)
        return font


def _no_font(path: Path) -> Misconfigured:
    return Misconfigured(
        Words(f"字体文件无法打开：{path.name}", f"The font file {path.name} cannot be opened."),
        Words(
            f"请重新安装程序，或把该字体放回 {path.parent}。",
            f"Install the program again or put the font back into {path.parent}.",
        ),
    )
