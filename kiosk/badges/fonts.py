"""The fonts a badge can draw on, and which of them draws what.

The chain is data: an early font wins, a later one fills its gaps. A text's alphabetic
characters come from one font together, so that no word mixes two designs. Fonts are opened
when a text first needs them; which has what is known from the index without opening any.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError

from kiosk.badges import bidi
from kiosk.badges.characters import is_complex, is_mark, is_wide, needs_shaping, normal
from kiosk.badges.coverage import Coverage, load_coverage
from kiosk.badges.embedding import EmbeddedFont
from kiosk.badges.measures import Glyph, Piece, PlacedGlyph
from kiosk.badges.shaping import Shaped, shaped
from kiosk.badges.typefaces import CHAIN, Typeface
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

# Stands where a person must decide: seen by everybody, mistaken for a character by nobody.
FRAME: Final = "□"
_NOTHING: Final = "\u200b"
_MIRRORED: Final = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_REMEMBERED: Final = 512
INDEX: Final = "coverage.bin"


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of one font at one level of direction, from `start` of the text."""

    face: int
    level: int
    start: int
    text: str


class FontChain:
    """Chooses and measures glyphs. Fonts are opened when a text first needs them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._glyphs: dict[tuple[str, str], Glyph] = {}
        # An event's and a category's words come again on every badge.
        self._faces = lru_cache(maxsize=_REMEMBERED)(self._choose)
        self._cells_of = lru_cache(maxsize=_REMEMBERED)(self._measure)

    @cached_property
    def _coverage(self) -> Coverage:
        return load_coverage(self._folder / INDEX)

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters that no font here can draw, each once, in order."""
        return tuple(c for c in dict.fromkeys(normal(text)) if self._first_with(c) is None)

    def drawable(self, text: str) -> str:
        """Normal text with a frame in the place of every missing character."""
        standard = normal(text)
        lacking = {ord(c): FRAME for c in set(standard) if self._first_with(c) is None}
        return standard.translate(lacking) if lacking else standard

    def fonts_for(self, text: str) -> tuple[str, ...]:
        """The names of the fonts that draw a text in bold, in the order of the chain."""
        used = set(self._faces(self.drawable(text)))
        return tuple(Path(CHAIN[face].bold).stem for face in sorted(used))

    def glyphs(self, text: str, *, bold: bool) -> tuple[Glyph, ...]:
        """A glyph for each character of a text that `drawable` gave."""
        return self._cells_of(text, bold)

    def _measure(self, text: str, bold: bool) -> tuple[Glyph, ...]:  # noqa: FBT001  a cache's key
        faces = self._faces(text)
        if not needs_shaping(text):
            return tuple(
                self._glyph(CHAIN[face], char, bold=bold)
                for face, char in zip(faces, text, strict=True)
            )
        cells: dict[int, Glyph] = {}
        for stretch in _stretches(text, faces, leftwards=bidi.runs_leftwards(text)):
            cells |= self._cells(stretch, bold=bold)
        return tuple(cells[at] for at in range(len(text)))

    def pieces(self, text: str, start: int, end: int, *, bold: bool) -> tuple[Piece, ...]:
        """A line of a text that `drawable` gave, as it is seen from left to right."""
        faces, line = self._faces(text)[start:end], text[start:end]
        if needs_shaping(text):
            leftwards = bidi.runs_leftwards(text)
            stretches = list(_stretches(line, faces, leftwards=leftwards))
            seen = bidi.in_visual_order(stretches, [stretch.level for stretch in stretches])
            return tuple(self._piece(stretch, bold=bold) for stretch in seen)
        found: list[Piece] = []
        for face, run in groupby(zip(faces, line, strict=True), key=lambda pair: pair[0]):
            chars = "".join(char for _, char in run)
            # Each thickened character has an outline of its own.
            parts = chars if CHAIN[face].thin else (chars,)
            found += (self._piece(_Stretch(face, 0, 0, part), bold=bold) for part in parts)
        return tuple(found)

    def _piece(self, stretch: _Stretch, *, bold: bool) -> Piece:
        face = CHAIN[stretch.face]
        file = face.bold if bold else face.regular
        font = self._open(file)
        if not _is_shaped(stretch):
            glyphs = (self._glyph(face, char, bold=bold) for char in stretch.text)
            advance = sum(glyph.advance for glyph in glyphs)
            stroke = min(map(font.stroke, stretch.text)) if bold and face.thin else 0.0
            return Piece(font.fontName, stretch.text, advance, stroke)
        glyphs_seen = self._shaped(file, stretch)
        pen = 0.0
        placed: list[PlacedGlyph] = []
        for one, meant in zip(glyphs_seen, _meanings(glyphs_seen, stretch), strict=True):
            placed.append(PlacedGlyph(font.char_of(one.number, meant), pen + one.x, one.y))
            pen += one.advance
        leftwards = stretch.level % 2 == 1
        return Piece(font.fontName, stretch.text, pen, 0.0, tuple(placed), leftwards)

    def _cells(self, stretch: _Stretch, *, bold: bool) -> dict[int, Glyph]:
        """What each character of a stretch takes: a cluster stands with its first one."""
        face = CHAIN[stretch.face]
        start, text = stretch.start, stretch.text
        if not _is_shaped(stretch):
            return {start + n: self._glyph(face, c, bold=bold) for n, c in enumerate(text)}
        file = face.bold if bold else face.regular
        font = self._open(file)
        nothing = Glyph(font.fontName, 0.0, 0.0, 0.0, 0.0, 0.0)
        cells = dict.fromkeys(range(start, start + len(text)), nothing)
        glyphs = sorted(self._shaped(file, stretch), key=lambda one: one.cluster)
        for cluster, members in groupby(glyphs, key=lambda one: one.cluster):
            cells[start + cluster] = _together(font, list(members))
        return cells

    def _shaped(self, file: str, stretch: _Stretch) -> tuple[Shaped, ...]:
        return shaped(self._folder / file, stretch.text, leftwards=stretch.level % 2 == 1)

    def _first_with(self, char: str) -> int | None:
        fonts = self._coverage.fonts_of(ord(char))
        return fonts[0] if fonts else None

    def _choose(self, text: str) -> tuple[int, ...]:
        """The face of each character: one for all letters, a mark's with its letter's."""
        letters = {char for char in text if not is_wide(char) and not is_complex(char)}
        together = self._face_for_all(letters)
        faces: list[int] = []
        for char in text:
            fonts = self._coverage.fonts_of(ord(char))
            assert fonts, "only drawable text is measured"
            if char in letters and together is not None:
                faces.append(together)
            elif faces and faces[-1] in fonts and is_mark(char):
                faces.append(faces[-1])
            else:
                faces.append(fonts[0])
        return tuple(faces)

    def _face_for_all(self, letters: set[str]) -> int | None:
        sets = [self._coverage.fonts_of(ord(letter)) for letter in letters]
        return next((f for f in range(len(CHAIN)) if all(f in fonts for fonts in sets)), None)

    def _glyph(self, face: Typeface, char: str, *, bold: bool) -> Glyph:
        file = face.bold if bold else face.regular
        glyph = self._glyphs.get((file, char))
        if glyph is None:
            glyph = self._open(file).glyph(char)
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


def _stretches(text: str, faces: Sequence[int], *, leftwards: bool) -> Iterator[_Stretch]:
    levels = bidi.levels(text, leftwards=leftwards)
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or (faces[end], levels[end]) != (faces[start], levels[start]):
            yield _Stretch(faces[start], levels[start], start, text[start:end])
            start = end


def _is_shaped(stretch: _Stretch) -> bool:
    return stretch.level % 2 == 1 or needs_shaping(stretch.text)


def _meanings(glyphs: Sequence[Shaped], stretch: _Stretch) -> list[str]:
    """What each glyph stands for: a letter each where that comes out even, else all for one.

    Readers take what they see from left to right and turn what runs leftwards themselves.
    """
    starts = sorted({glyph.cluster for glyph in glyphs})
    ends = dict(zip(starts, [*starts[1:], len(stretch.text)], strict=True))
    meanings: list[str] = []
    for start, members in groupby(glyphs, key=lambda one: one.cluster):
        count = len(list(members))
        said = stretch.text[start : ends[start]]
        if stretch.level % 2:
            said = said[::-1].translate(_MIRRORED)
        meanings += said if len(said) == count else [said, *[_NOTHING] * (count - 1)]
    return meanings


def _together(font: EmbeddedFont, cluster: list[Shaped]) -> Glyph:
    """The glyphs of a cluster as one."""
    pen, edges = 0.0, []
    for one in cluster:
        ink = font.numbered(one.number, one.advance)
        if (ink.left, ink.right) != (0.0, 0.0):
            x = pen + one.x
            edges.append((x + ink.left, x + ink.right, ink.up + one.y, ink.down - one.y))
        pen += one.advance
    if not edges:
        return Glyph(font.fontName, pen, 0.0, 0.0, 0.0, 0.0)
    left, right, up, down = zip(*edges, strict=True)
    return Glyph(font.fontName, pen, min(left), max(right), max(up), max(down))


def _no_font(path: Path) -> Misconfigured:
    return Misconfigured(
        Words(f"字体文件无法打开：{path.name}", f"The font file {path.name} cannot be opened."),
        Words(
            f"请重新安装程序，或把该字体放回 {path.parent}。",
            f"Install the program again or put the font back into {path.parent}.",
        ),
    )
