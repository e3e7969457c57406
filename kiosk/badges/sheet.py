"""A list on A4 pages, for signatures at a door or for a day without computers."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from kiosk.badges.colours import Colours
from kiosk.badges.fonts import FontChain
from kiosk.badges.imposition import Page, Part, whole
from kiosk.badges.layout import Layout, Wearer, lay_out
from kiosk.badges.pdf import printed
from kiosk.badges.template import Box, LineBox, Template, TextBox

PAGE: Final = (210.0, 297.0)
_EDGE: Final = 14.0
_TOP, _ROW, _BOTTOM = 34.0, 8.4, 283.0
_STRIP, _LABEL = 8.0, 20.0
"""A number's height, and where it begins: clear of the cut marks and of what printers leave out."""
_INK, _QUIET, _HAIR = "#111111", "#666666", "#BBBBBB"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and its width in mm; cells without text are for pens."""

    heading: str
    width: float
    bold: bool = False
    colour: str = "#111111"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on the pages; every row has as many cells as there are columns."""

    title: str
    subtitle: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def sheet_pdf(sheet: Sheet, fonts: FontChain) -> bytes:
    """The sheet as PDF, A4 upright, headings and page numbers on every page."""
    fitting = int((_BOTTOM - _TOP) / _ROW) - 1
    pages = [sheet.rows[at : at + fitting] for at in range(0, len(sheet.rows), fitting)] or [()]
    return printed(
        (whole(_page(sheet, rows, (n, len(pages)), fonts)) for n, rows in enumerate(pages, 1)),
        title=sheet.title,
    )


def numbered(page: Page, number: str, fonts: FontChain) -> Page:
    """The same page with a number in its lower left corner, where its margin leaves room."""
    box = _text("number", (0, 0), Column("", 40, colour=_QUIET), 8)
    strip = Template(40, _STRIP, (box,))
    words = lay_out(strip, Wearer({"number": number}, Colours.of(_INK)), fonts)
    low = max((part.y + part.layout.height for part in page.parts), default=0.0)
    if page.height - low < _STRIP + 5:
        return page
    label = Part(words, _LABEL, page.height - _STRIP - 4)
    return replace(page, parts=(*page.parts, label))


def _page(
    sheet: Sheet, rows: Sequence[tuple[str, ...]], place: tuple[int, int], fonts: FontChain
) -> Layout:
    values: dict[str, str] = {}
    boxes: list[Box] = []

    def text(words: str, at: tuple[float, float], column: Column, points: float) -> None:
        field = f"t{len(values)}"
        values[field] = fonts.drawable(words)
        boxes.append(_text(field, at, column, points))

    wide = PAGE[0] - 2 * _EDGE
    text(sheet.title, (_EDGE, 12), Column("", wide, bold=True), 16)
    text(sheet.subtitle, (_EDGE, 20.5), Column("", wide, colour=_QUIET), 9)
    text(f"{place[0]} / {place[1]}", (_EDGE, 287), Column("", wide, colour=_QUIET), 8)
    for number, cells in enumerate([tuple(c.heading for c in sheet.columns), *rows]):
        x, y = _EDGE, _TOP + number * _ROW
        for column, cell in zip(sheet.columns, cells, strict=True):
            if number == 0:
                text(cell, (x, y), Column("", column.width, colour=_QUIET), 8)
            else:
                text(cell, (x, y), column, 10.5)
            x += column.width
        boxes.append(LineBox(f"l{number}", _EDGE, y + _ROW - 0.4, "", "", wide, 0.15, _HAIR))
    template = Template(*PAGE, tuple(boxes))
    return lay_out(template, Wearer(values, Colours.of(_INK)), fonts)


def _text(field: str, at: tuple[float, float], column: Column, points: float) -> TextBox:
    return TextBox(
        name=field, x=at[0], y=at[1], when=field, unless="", w=column.width - 1.5, h=_ROW - 0.8,
        text=f"{{{field}}}", fields=(field,), size=points, min_size=5, wrap_below=7, lines=2,
        align="left", valign="middle", bold=column.bold, colour=column.colour,
    )  # fmt: skip
