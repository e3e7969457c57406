"""Badge templates: boxes in millimetres from the top left of the page, read from TOML.

A template is checked whole when it is read, so that the first guest is not its first
reader: an unknown key, a box off the page or a misspelt field is Misconfigured.
"""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Final, Literal

from kiosk.badges.template_table import Source, Table
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

FIELDS: Final = (
    *("name", "second_name", "company", "title", "category_zh", "category_en"),
    *("event_zh", "event_en", "number", "code"),
)
Align = Literal["left", "center", "right"]
VAlign = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True)
class _Placed:
    """What all boxes share.

    `when` and `unless` are fields: the box is drawn only with, or only without, a text
    there. Lengths in mm; empty strings mean: no condition.
    """

    name: str
    x: float
    y: float
    when: str
    unless: str


@dataclass(frozen=True, slots=True)
class RectBox(_Placed):
    """A filled rectangle."""

    w: float
    h: float
    fill: str
    radius: float


@dataclass(frozen=True, slots=True)
class SlotBox(_Placed):
    """The outline of the hole for a lanyard's clip: where to punch, or what to keep free."""

    w: float
    h: float
    colour: str


@dataclass(frozen=True, slots=True)
class LineBox(_Placed):
    """A horizontal rule; `thickness` in mm, downwards from y."""

    w: float
    thickness: float
    colour: str

    @property
    def h(self) -> float:
        """The thickness."""
        return self.thickness


@dataclass(frozen=True, slots=True)
class TextBox(_Placed):
    """Words in a box.

    Sizes in points. The text takes the fewest of `lines` on which it stays at least
    `wrap_below` large; if none is enough, those on which it is largest, down to `min_size`.
    """

    w: float
    h: float
    text: str
    fields: tuple[str, ...]
    size: float
    min_size: float
    wrap_below: float
    lines: int
    align: Align
    valign: VAlign
    bold: bool
    colour: str


@dataclass(frozen=True, slots=True)
class QrBox(_Placed):
    """A QR code; `size` mm is the side of the square with its quiet zone."""

    size: float
    field: str

    @property
    def w(self) -> float:
        """The side."""
        return self.size

    @property
    def h(self) -> float:
        """The side."""
        return self.size


Box = RectBox | SlotBox | LineBox | TextBox | QrBox


@dataclass(frozen=True, slots=True)
class Template:
    """A badge's design; the page in mm, the boxes in the order they are drawn."""

    width: float
    height: float
    boxes: tuple[Box, ...]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that this badge shows as text."""
        used = [f for box in self.boxes if isinstance(box, TextBox) for f in box.fields]
        return tuple(dict.fromkeys(used))


def load_template(path: Path) -> Template:
    """Read and check a template; Misconfigured with the file, the box and the key."""
    try:
        text = path.read_text("utf-8")
        tables = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise Misconfigured(
            Words(
                f"胸卡模板无法读取：{path.name}",
                f"The badge template {path.name} cannot be read.",
            ),
            Words(f"请检查文件 {path}：{error}", f"Check the file {path}: {error}"),
        ) from error
    source = Source(path.name, text)
    root = Table(source, tables)
    page = root.table("page")
    width, height = page.number("width", 20, 500), page.number("height", 20, 500)
    page.done()
    boxes = tuple(_box(table, width, height) for table in root.tables("box"))
    root.done()
    return Template(width, height, boxes)


def _box(table: Table, width: float, height: float) -> Box:
    kind = table.choice("kind", tuple(_KINDS))
    box = _KINDS[kind](table, table.text("name", f"{kind} {table.box}"))
    table.done()
    for key, start, extent, page in (("x", box.x, box.w, width), ("y", box.y, box.h, height)):
        if start + extent > page + 0.001:
            raise table.wrong(
                key,
                f"加上方框的尺寸 {extent:g} mm 不得超出页面的 {page:g} mm",
                f"with the box's {extent:g} mm it must stay within the page's {page:g} mm",
            )
    return box


def _rect(table: Table, name: str) -> RectBox:
    w, h = _size(table)
    radius = table.number("radius", 0, min(w, h) / 2, default=0)
    return RectBox(name, *_shared(table), w, h, table.colour("fill", None), radius)


def _slot(table: Table, name: str) -> SlotBox:
    return SlotBox(name, *_shared(table), *_size(table), table.colour("colour", "#C9CED6"))


def _line(table: Table, name: str) -> LineBox:
    shared, w = _shared(table), table.number("w", 0.1, 500)
    thickness = table.number("thickness", 0.05, 20, default=0.2)
    return LineBox(name, *shared, w, thickness, table.colour("colour", "#16181D"))


def _qr(table: Table, name: str) -> QrBox:
    # 29 modules of 0.8 mm are the smallest symbol with its quiet zone.
    side = table.number("size", 23.2, 200)
    return QrBox(name, *_shared(table), side, table.choice("field", ("code", "number")))


def _text(table: Table, name: str) -> TextBox:
    text = _text_with_placeholders(table)
    fields = tuple(dict.fromkeys(f for _, f, _, _ in Formatter().parse(text) if f))
    size = table.number("size", 3, 400)
    least = table.number("min_size", 3, size, default=size)
    return TextBox(
        name,
        *_shared(table),
        *_size(table),
        text=text,
        fields=fields,
        size=size,
        min_size=least,
        wrap_below=table.number("wrap_below", least, size, default=max(least, 0.85 * size)),
        lines=table.count("lines", 1, 3, default=1),
        align=table.choice("align", ("left", "center", "right"), "left"),
        valign=table.choice("valign", ("top", "middle", "bottom"), "middle"),
        bold=table.choice("weight", ("regular", "bold"), "regular") == "bold",
        colour=table.colour("colour", "#16181D"),
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


def _shared(table: Table) -> tuple[float, float, str, str]:
    when = table.choice("when", FIELDS, "") if table.has("when") else ""
    unless = table.choice("unless", FIELDS, "") if table.has("unless") else ""
    return table.number("x", 0, 500), table.number("y", 0, 500), when, unless


def _size(table: Table) -> tuple[float, float]:
    return table.number("w", 0.1, 500), table.number("h", 0.1, 500)


_KINDS: Final[dict[str, Callable[[Table, str], Box]]] = {
    "rect": _rect,
    "text": _text,
    "qr": _qr,
    "line": _line,
    "slot": _slot,
}
