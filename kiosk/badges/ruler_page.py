"""A page to try a printer with: rulers of 50 mm, a frame at the edges, small type, colours."""

from typing import Final

from kiosk.badges.colours import Colours
from kiosk.badges.fonts import FontChain
from kiosk.badges.layout import Layout, Wearer, lay_out
from kiosk.badges.template import Box, RectBox, Template, TextBox

LENGTH: Final = 50.0
"""Both bars are as long, in mm, from edge to edge of their ink."""
_BAR, _EDGE, _HAIR, _INK = 1.2, 1.0, 0.2, "#000000"
_COLOURS: Final = ("#00AEEF", "#EC008C", "#FFF200", "#D52B1E", "#1F9D55", "#1F5FA8")
_ROOM_DOWN: Final = 100.0
"""Pages at least so high have an upright ruler too."""


def ruler_page(template: Template, fonts: FontChain) -> Layout:
    """The page for the stock of a template, as large as its badges come out of the printer."""
    width = template.width + 2 * template.cut
    height = template.height * (1 + template.fold) + 2 * template.cut
    words = (
        "尺应长 50 毫米，请用真尺量。",
        "A ruler should be 50 mm long: measure it.",
        "四边的框应完整。",
        "The frame should be whole.",
        f"{width:g} × {height:g} mm",
    )
    left, top = (width - LENGTH) / 2, 7.0
    boxes = _frame(width, height)
    boxes.append(_rect("across", (left, top, LENGTH, _BAR)))
    boxes += _ticks(left, top + _BAR)
    text_top = top + 9
    if height >= _ROOM_DOWN:
        boxes.append(_rect("down", (left, text_top, _BAR, LENGTH)))
    values = {f"said{number}": said for number, said in enumerate(words)}
    for number in range(len(words)):
        aside = 4.0 if height >= _ROOM_DOWN else 0.0
        place = left + aside, text_top + number * 4.6
        boxes.append(_text(f"said{number}", place, LENGTH - aside))
    if not template.black:
        side = LENGTH / len(_COLOURS)
        low = min(height - 12, text_top + LENGTH + 4 if height >= _ROOM_DOWN else text_top + 25)
        boxes += [
            _rect(f"colour{n}", (left + n * side, low, side, 6), colour)
            for n, colour in enumerate(_COLOURS)
        ]
    page = Template(width, height, tuple(boxes))
    drawable = {name: fonts.drawable(said) for name, said in values.items()}
    return lay_out(page, Wearer(drawable, Colours.of(_INK)), fonts)


def _ticks(left: float, top: float) -> list[Box]:
    """A stroke each millimetre; the first and last stand inside the bar's ends."""
    ticks: list[Box] = []
    for mm in range(int(LENGTH) + 1):
        long = 5.0 if mm % 10 == 0 else 3.5 if mm % 5 == 0 else 2.0
        x = left + min(max(mm - 0.05, 0.0), LENGTH - 0.1)
        ticks.append(_rect(f"mm{mm}", (x, top, 0.1, long)))
    return ticks


def _frame(width: float, height: float) -> list[Box]:
    wide, high = width - 2 * _EDGE, height - 2 * _EDGE
    return [
        _rect("above", (_EDGE, _EDGE, wide, _HAIR)),
        _rect("below", (_EDGE, height - _EDGE - _HAIR, wide, _HAIR)),
        _rect("before", (_EDGE, _EDGE, _HAIR, high)),
        _rect("behind", (width - _EDGE - _HAIR, _EDGE, _HAIR, high)),
    ]


def _rect(name: str, place: tuple[float, float, float, float], colour: str = _INK) -> RectBox:
    x, y, w, h = place
    return RectBox(name=name, x=x, y=y, when="", unless="", w=w, h=h, radius=0, fill=colour)


def _text(field: str, at: tuple[float, float], wide: float) -> TextBox:
    return TextBox(
        name=field, x=at[0], y=at[1], when=field, unless="", w=wide, h=4.4,
        text=f"{{{field}}}", fields=(field,), size=7, min_size=4, wrap_below=4, lines=1,
        align="left", valign="top", bold=False, colour=_INK,
    )  # fmt: skip
