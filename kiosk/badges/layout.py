"""Puts a badge's words into its template's boxes: marks with their places, no drawing.

All places in mm from the top left of the page, sizes of type in points.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, assert_never

from kiosk.badges.colours import Colours
from kiosk.badges.fitting import Fitted, fitted, overhang
from kiosk.badges.measures import PlacedGlyph, Ruler
from kiosk.badges.qr import QUIET, Symbol, symbol
from kiosk.badges.template import (
    Box,
    ImageBox,
    LineBox,
    QrBox,
    RectBox,
    Side,
    SlotBox,
    Template,
    TextBox,
)

# The middle of both Han characters and capitals lies this many ems above the baseline.
_MIDDLE: Final = 0.37
# A 300 dpi printer's dot; modules of whole dots come out equal.
_DOT: Final = 25.4 / 300
LEAST_MODULE: Final = 0.8


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one font on one baseline; (x, y) is where the pen starts.

    `glyphs` are drawn instead of the text where it is shaped; `stroke` ems of outline.
    """

    box: str
    text: str
    font: str
    x: float
    y: float
    size: float
    colour: str
    stroke: float = 0.0
    glyphs: tuple[PlacedGlyph, ...] = ()
    leftwards: bool = False


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle, filled or drawn as an outline `stroke` mm thick."""

    x: float
    y: float
    w: float
    h: float
    radius: float
    colour: str
    stroke: float = 0.0


@dataclass(frozen=True, slots=True)
class QrMark:
    """A QR symbol with its top left dark module at (x, y); `module` in mm."""

    symbol: Symbol
    x: float
    y: float
    module: float


@dataclass(frozen=True, slots=True)
class ImageMark:
    """A picture as large as the rectangle allows, in its middle."""

    file: Path
    x: float
    y: float
    w: float
    h: float


Mark = Run | Area | QrMark | ImageMark


@dataclass(frozen=True, slots=True)
class Wearer:
    """What a badge says, and what its category decides.

    `values` is normal text by field; an empty one prints nothing. `code` is the symbol of the
    field "code", where it is not for the badge to design.
    """

    values: Mapping[str, str]
    colours: Colours
    category: str = ""
    code: Symbol | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A badge ready to be drawn; `overflowing` names the boxes that were too small."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    overflowing: tuple[str, ...]


def lay_out(template: Template, wearer: Wearer, ruler: Ruler, side: Side = "front") -> Layout:
    """Place everything that one side of this wearer's badge shows."""
    marks: list[Mark] = []
    overflowing: list[str] = []
    if side in template.backgrounds:
        file = template.backgrounds[side]
        marks.append(ImageMark(file, 0, 0, template.width, template.height))
    for box in template.boxes:
        if box.side not in (side, "both") or not _is_shown(box, wearer):
            continue
        placed, fits = _placed(box, wearer, ruler)
        marks += placed
        if not fits:
            overflowing.append(box.name)
    return Layout(template.width, template.height, tuple(marks), tuple(overflowing))


def _is_shown(box: Box, wearer: Wearer) -> bool:
    if (box.when and not wearer.values[box.when]) or (box.unless and wearer.values[box.unless]):
        return False
    return wearer.category not in box.never and (not box.only or wearer.category in box.only)


def _placed(box: Box, wearer: Wearer, ruler: Ruler) -> tuple[list[Mark], bool]:
    values, colours = wearer.values, wearer.colours
    match box:
        case RectBox():
            colour = colours.resolved(box.fill)
            return [Area(box.x, box.y, box.w, box.h, box.radius, colour)], True
        case LineBox():
            return [Area(box.x, box.y, box.w, box.thickness, 0, colours.resolved(box.colour))], True
        case SlotBox():
            colour = colours.resolved(box.colour)
            return [Area(box.x, box.y, box.w, box.h, box.h / 2, colour, stroke=0.2)], True
        case ImageBox():
            return [ImageMark(box.file, box.x, box.y, box.w, box.h)], True
        case TextBox():
            text = _filled(box, values)
            if not text:
                return [], True
            block = fitted(text, box, ruler)
            return list(_runs(box, block, colours.resolved(box.colour), ruler)), not block.overflows
        case QrBox():
            return _qr(box, values[box.field], wearer.code if box.field == "code" else None)
        case _:
            assert_never(box)


def _filled(box: TextBox, values: Mapping[str, str]) -> str:
    """The box's text; nothing where all its placeholders are empty."""
    used = [values[field] for field in box.fields]
    if box.fields and not any(used):
        return ""
    text = box.text.format(**values)
    # A separator beside an empty placeholder would stand there for nothing.
    return text.strip(" ·|/-–—") if not all(used) else text.strip()


def _runs(box: TextBox, block: Fitted, colour: str, ruler: Ruler) -> Iterator[Run]:
    baseline = _first_baseline(box, block)
    for line in block.lines:
        hang, over = (ems * block.em for ems in overhang(block.glyphs, line))
        spare = box.w - line.width * block.em - hang - over
        x = box.x + hang + spare * {"left": 0.0, "center": 0.5, "right": 1.0}[box.align]
        for piece in ruler.pieces(block.text, line.start, line.end, bold=box.bold):
            yield Run(
                box.name, piece.text, piece.font, x, baseline, block.size, colour,
                piece.stroke, piece.glyphs, piece.leftwards,
            )  # fmt: skip
            x += piece.advance * block.em
        baseline += block.leading


def _first_baseline(box: TextBox, block: Fitted) -> float:
    between = block.leading * (len(block.lines) - 1)
    highest, lowest = box.y + block.up, box.y + box.h - block.down - between
    match box.valign:
        case "top":
            return highest
        case "bottom":
            return lowest
        case _:
            middle = box.y + box.h / 2 + _MIDDLE * block.em - between / 2
            return min(max(middle, highest), lowest)


def _qr(box: QrBox, text: str, known: Symbol | None) -> tuple[list[Mark], bool]:
    if not text:
        return [], True
    drawn = known or symbol(text, most_side=int(box.size / LEAST_MODULE) - 2 * QUIET)
    module = box.size / (drawn.side + 2 * QUIET)
    # Whole printer dots where that leaves the modules large enough.
    whole = int(module / _DOT) * _DOT
    if whole >= LEAST_MODULE:
        module = whole
    inset = (box.size - drawn.side * module) / 2
    white = Area(box.x, box.y, box.size, box.size, 0, "#FFFFFF")
    mark = QrMark(drawn, box.x + inset, box.y + inset, module)
    return [white, mark], module >= LEAST_MODULE
