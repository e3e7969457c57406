"""How a TrueType font goes into a PDF: ReportLab's own way, with its repairs."""

import struct
from functools import cached_property
from typing import Any

from reportlab.pdfbase import ttfonts

from kiosk.badges.measures import Glyph


class _Face(ttfonts.TTFontFace):
    """A face that does not copy ten megabytes of outlines for every subset."""

    def get_table(self, tag: str) -> "bytes | _Outlines":
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

    @cached_property
    def _outlines_at(self) -> int:
        position: int = self.face.get_table_pos("glyf")[0]
        return position

    def glyph(self, char: str) -> Glyph:
        """A character's width and the edges of its ink."""
        number = self.face.charToGlyph[ord(char)]
        start, end = self.face.glyphPos[number], self.face.glyphPos[number + 1]
        advance = self.face.charWidths[ord(char)] / 1000
        if start == end:
            return Glyph(self.fontName, advance, 0.0, 0.0, 0.0, 0.0)
        header = self.face.get_chunk(self._outlines_at + start, 10)
        edges = struct.unpack(">hhhhh", header)[1:]
        left, bottom, right, top = (edge / self.face.unitsPerEm for edge in edges)
        return Glyph(self.fontName, advance, left, right, top, -bottom)

    def addObjects(self, doc: Any) -> None:  # noqa: N802, ANN401 - ReportLab's
        """Embed the subsets used in `doc`, with maps to Unicode that reach beyond the BMP."""
        state = self.state[doc]
        subsets = [list(subset) for subset in state.subsets]
        super().addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(subsets):
            base = fonts[f"{state.internalName}+{number}"].BaseFont
            # ReportLab writes five hexadecimal digits there, which no reader understands.
            doc.idToObject[f"toUnicodeCMap:{base}"].content = _to_unicode(base, subset)


def _to_unicode(font: str, subset: list[int]) -> str:
    entries = [
        f"<{index:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>"
        for index, code in enumerate(subset)
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
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)
