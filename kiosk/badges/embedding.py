"""How a TrueType font goes into a PDF: ReportLab's own way, with its repairs."""

import struct
from functools import cached_property
from typing import Any, Final

from reportlab.pdfbase import ttfonts

from kiosk.badges.measures import Glyph

# Tables that nobody who reads a PDF looks at (ISO 32000-2, 9.9), in bytes and in time.
_UNREAD: Final = ("name", "OS/2")
# A shaped glyph has no character of its own: it gets one of the last private plane, which
# no name can hold, since no font here is asked for private characters.
_GLYPHS_FROM: Final = 0x100000
# How thick an outline makes letters bold: 6 strokes to a character bear more than 64, and the
# length of a glyph's outline in bytes tells the two apart.
_THINNEST, _THICKEST = 0.012, 0.036
_SPARSE, _DENSE = 150, 900


class _Face(ttfonts.TTFontFace):
    """A face that does not copy ten megabytes of outlines for every subset."""

    def get_table(self, tag: str) -> "bytes | _Outlines":
        if tag in _UNREAD:
            raise KeyError(tag)  # ReportLab leaves such a table out
        position, length = self.get_table_pos(tag)
        if tag == "glyf":
            return _Outlines(self, position, length)
        chunk: bytes = self.get_chunk(position, length)
        return chunk


class _Outlines:
    """The outline table, of which only slices are ever taken."""

    def __init__(self, face: _Face, position: int, length: int) -> None:
        self._face = face
        self._position = position
        self._length = length

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, wanted: slice) -> bytes:
        start, stop, _ = wanted.indices(self._length)
        chunk: bytes = self._face.get_chunk(self._position + start, stop - start)
        return chunk


class EmbeddedFont(ttfonts.TTFont):
    """A font of which each PDF holds the glyphs it uses, with true text behind them."""

    def __init__(self, name: str, file: str) -> None:
        # Without asciiReadable=0 every subset carries 95 ASCII glyphs: 12 KB a badge.
        super().__init__(name, file, asciiReadable=0, shapable=False)
        # ReportLab offers no way to name the class, and reading the file twice costs 70 ms.
        self.face.__class__ = _Face
        self._codes: dict[tuple[int, str], int] = {}
        self._meant: dict[int, str] = {}

    @cached_property
    def _outlines_at(self) -> int:
        position: int = self.face.get_table_pos("glyf")[0]
        return position

    def glyph(self, char: str) -> Glyph:
        """A character's width and the edges of its ink."""
        number = self.face.charToGlyph[ord(char)]
        return self.numbered(number, self.face.charWidths[ord(char)] / 1000)

    def numbered(self, number: int, advance: float) -> Glyph:
        """The edges of a glyph's ink, by its number."""
        start, end = self.face.glyphPos[number], self.face.glyphPos[number + 1]
        if start == end:
            return Glyph(self.fontName, advance, 0.0, 0.0, 0.0, 0.0)
        header = self.face.get_chunk(self._outlines_at + start, 10)
        edges = struct.unpack(">hhhhh", header)[1:]
        left, bottom, right, top = (edge / self.face.unitsPerEm for edge in edges)
        return Glyph(self.fontName, advance, left, right, top, -bottom)

    def stroke(self, char: str) -> float:
        """The outline in ems that makes this character look bold."""
        number = self.face.charToGlyph[ord(char)]
        length: int = self.face.glyphPos[number + 1] - self.face.glyphPos[number]
        dense: float = min(1.0, max(0.0, (length - _SPARSE) / (_DENSE - _SPARSE)))
        return _THICKEST + dense * (_THINNEST - _THICKEST)

    def char_of(self, number: int, meant: str) -> str:
        """A character by which a glyph can be drawn that may have none; it reads as `meant`."""
        assert number, "shaping met a character that the index of fonts promised"
        code = self._codes.get((number, meant))
        if code is None:
            code = _GLYPHS_FROM + len(self._codes)
            self._codes[number, meant] = code
            self._meant[code] = meant
            self.face.charToGlyph[code] = number
            # The pen is moved to each such glyph, so its width is never used.
            self.face.charWidths[code] = 0
        return chr(code)

    def addObjects(self, doc: Any) -> None:  # noqa: N802, ANN401 - ReportLab's
        """Embed the subsets used in `doc`, with maps to Unicode that reach beyond the BMP."""
        state = self.state[doc]
        subsets = [list(subset) for subset in state.subsets]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(subsets):
            font = fonts[f"{state.internalName}+{number}"]
            base = font.BaseFont
            font.Widths = _array(
                [self.face.charWidths.get(code, self.face.defaultWidth) for code in subset]
            )
            meant = [self._meant.get(code) or chr(code) for code in subset]
            # ReportLab writes five hexadecimal digits there, which no reader understands.
            doc.idToObject[f"toUnicodeCMap:{base}"].content = _to_unicode(base, meant)


def _array(numbers: list[float]) -> bytes:
    """As it stands in a PDF; ReportLab's own array takes a tenth of a badge's time."""
    return f"[ {' '.join(f'{number:g}' for number in numbers)} ]".encode("ascii")


def _to_unicode(font: str, meant: list[str]) -> str:
    entries = [
        f"<{index:02X}> <{text.encode('utf-16-be').hex().upper()}>"
        for index, text in enumerate(meant)
    ]
    # A block may hold a hundred entries at most.
    blocks = [entries[at : at + 100] for at in range(0, len(entries), 100)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({font}) /Ordering ({font}) /Supplement 0 >> def",
        f"/CMapName /{font} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(meant) - 1:02X}>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
