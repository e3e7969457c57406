"""Reads the boxes of a template, kind by kind."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any, Final

from kiosk.badges.images import drawable
from kiosk.badges.template import (
    FIELDS,
    Box,
    ImageBox,
    LineBox,
    QrBox,
    RectBox,
    SlotBox,
    Template,
    TextBox,
)
from kiosk.badges.template_table import Table

_INK: Final = "#16181D"
_BLACK: Final = "#000000"
_ONE_INK: Final = frozenset({_BLACK, "#FFFFFF", "CATEGORY", "CATEGORY_TEXT"})


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all boxes begin with, the keywords that they all take, and where pictures lie."""

    places: tuple[str, float, float, str, str]
    conditions: dict[str, Any]
    folder: Path


def read_box(table: Table, page: Template, folder: Path) -> Box:
    """The box in a [[box]] table of a template in `folder`.

    Raises:
        Misconfigured: a key is unknown, missing or out of its bounds, or the box is off the page.
    """
    kind = table.choice("kind", tuple(_KINDS))
    shared = _shared(table, f"{kind} {table.box}", folder)
    box = _KINDS[kind](table, shared)
    if page.black:
        _only_black(table)
    table.done()
    width, height = page.width, page.height
    for key, start, extent, room in (("x", box.x, box.w, width), ("y", box.y, box.h, height)):
        if start + extent > room + 0.001:
            raise table.wrong(
                key,
                f"加上方框的尺寸 {extent:g} mm 不得超出页面的 {room:g} mm",
                f"with the box's {extent:g} mm it must stay within the page's {room:g} mm",
            )
    return box


def _rect(table: Table, shared: _Shared) -> RectBox:
    w, h = _size(table)
    radius = table.number("radius", 0, min(w, h) / 2, default=0)
    return RectBox(*shared.places, w, h, table.colour("fill", None), radius, **shared.conditions)


def _slot(table: Table, shared: _Shared) -> SlotBox:
    return SlotBox(
        *shared.places, *_size(table), table.colour("colour", "#C9CED6"), **shared.conditions
    )


def _line(table: Table, shared: _Shared) -> LineBox:
    w = table.number("w", 0.1, 500)
    thickness = table.number("thickness", 0.05, 20, default=0.2)
    return LineBox(*shared.places, w, thickness, table.colour("colour", _INK), **shared.conditions)


def _qr(table: Table, shared: _Shared) -> QrBox:
    # 29 modules of 0.8 mm are the smallest symbol with its quiet zone.
    side = table.number("size", 23.2, 200)
    return QrBox(
        *shared.places, side, table.choice("field", ("code", "number")), **shared.conditions
    )


def _text(table: Table, shared: _Shared) -> TextBox:
    text = _text_with_placeholders(table)
    fields = tuple(dict.fromkeys(f for _, f, _, _ in Formatter().parse(text) if f))
    size = table.number("size", 3, 400)
    least = table.number("min_size", 3, size, default=size)
    return TextBox(
        *shared.places,
        *_size(table),
        text=text,
        fields=fields,
        size=size,
        min_size=least,
        wrap_below=table.number("wrap_below", least, size, default=max(least, 0.85 * size)),
        lines=table.count("lines", 1, 4, default=1),
        align=table.choice("align", ("left", "center", "right"), "left"),
        valign=table.choice("valign", ("top", "middle", "bottom"), "middle"),
        bold=table.choice("weight", ("regular", "bold"), "regular") == "bold",
        colour=table.colour("colour", _INK),
        **shared.conditions,
    )


def _text_with_placeholders(table: Table) -> str:
    if table.has("field") == table.has("text"):
        raise table.wrong("field", "field 与 text 二者必居其一", "give either field or text")
    if table.has("field"):
        return f"{{{table.choice('field', FIELDS)}}}"
    text = table.text("text", "")
    try:
        parts = [(field, spec, how) for _, field, spec, how in Formatter().parse(text)]
    except ValueError:
        parts = [("{", "", None)]
    for field, spec, how in parts:
        if field is not None and (field not in FIELDS or spec or how):
            raise table.wrong(
                "text",
                f"花括号内只能是 {'、'.join(FIELDS)}",
                f"braces may hold only {', '.join(FIELDS)}",
            )
    return text


def _image(table: Table, shared: _Shared) -> ImageBox:
    w, h = _size(table)
    file = shared.folder / table.text("file", "")
    if not drawable(file):
        raise table.wrong(
            "file",
            f"图片 {file.name} 打不开；可用 PNG、JPEG 或 PDF",
            f"{file.name} cannot be opened; PNG, JPEG and PDF are allowed",
        )
    return ImageBox(*shared.places, w, h, file, **shared.conditions)


def _shared(table: Table, name: str, folder: Path) -> _Shared:
    when = table.choice("when", FIELDS, "") if table.has("when") else ""
    unless = table.choice("unless", FIELDS, "") if table.has("unless") else ""
    return _Shared(
        (table.text("name", name), table.number("x", 0, 500), table.number("y", 0, 500),
         when, unless),
        {
            "side": table.choice("side", ("front", "back", "both"), "front"),
            "only": frozenset(table.texts("categories")),
            "never": frozenset(table.texts("not_categories")),
        },
        folder,
    )  # fmt: skip


def _only_black(table: Table) -> None:
    for key in ("colour", "fill"):
        if table.has(key) and table.colour(key, _BLACK).upper() not in _ONE_INK:
            raise table.wrong(
                key,
                "单色模板只能用 #000000、#FFFFFF、category 或 category_text",
                "with ink = black only #000000, #FFFFFF, category and category_text are allowed",
            )


def _size(table: Table) -> tuple[float, float]:
    return table.number("w", 0.1, 500), table.number("h", 0.1, 500)


_KINDS: Final[dict[str, Callable[[Table, _Shared], Box]]] = {
    "rect": _rect,
    "text": _text,
    "qr": _qr,
    "line": _line,
    "slot": _slot,
    "image": _image,
}
