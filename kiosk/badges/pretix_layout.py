"""A badge layout of pretix as a template of ours, and what of it has no counterpart.

pretix keeps a list of elements with places in millimetres from the bottom left, as texts
(`pretix/static/schema/pdf-layout.schema.json`); its API adds the page's size.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from kiosk.badges.fitting import MM_PER_POINT
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

_FIELDS: Final = {
    "attendee_name": "name",
    "attendee_name_full_name": "name",
    "attendee_company": "company",
    "attendee_job_title": "title",
    "item": "category_zh",
    "item_name": "category_zh",
    "itemvar": "category_zh",
    "item_category": "category_zh",
    "event_name": "event_zh",
    "order": "number",
    "secret": "code",
    "pseudonymization_id": "code",
}
_A6_ACROSS: Final = (148.0, 105.0)
"""What pretix itself begins with."""
_LEAST_QR: Final = 23.2


@dataclass(slots=True)
class Imported:
    """The template's text, and in words what could not be taken over, element by element."""

    toml: str
    lost: list[Words] = field(default_factory=list)


@dataclass(slots=True)
class _Paper:
    width: float
    height: float
    lost: list[Words]

    def lose(self, number: int, zh: str, en: str) -> None:
        self.lost.append(Words(f"第 {number} 个元素：{zh}", f"element {number}: {en}"))


def from_pretix(text: str) -> Imported:
    """Translate a layout.

    Args:
        text: the JSON, either the list of elements or the API's object with `layout` and `size`.

    Raises:
        Misconfigured: it is no such JSON.
    """
    about, elements = _elements(text)
    width, height = _size(about)
    paper = _Paper(width, height, [])
    if about.get("background"):
        paper.lost.append(
            Words(
                "背景文件需另存在模板旁，并写入 [page] background。",
                "the background: save it beside the template and name it as [page] background",
            )
        )
    boxes = [box for n, one in enumerate(elements, 1) for box in _box(n, one, paper)]
    page = f"[page]\nwidth = {width:g}\nheight = {height:g}\n"
    return Imported(
        "\n".join(["# Imported from a pretix badge layout.\n", page, *boxes]), paper.lost
    )


def _elements(text: str) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    try:
        told = json.loads(text)
        about = told if isinstance(told, dict) else {}
        layout = about.get("layout", told)
        elements = json.loads(layout) if isinstance(layout, str) else layout
    except ValueError:
        elements, about = None, {}
    if not isinstance(elements, list) or not all(isinstance(one, dict) for one in elements):
        raise Misconfigured(
            Words("这不是 pretix 的胸卡布局。", "This is no badge layout of pretix."),
            Words(
                "请在 pretix 的胸卡编辑器中导出 JSON，或用其 API 的 badgelayouts。",
                "Take the JSON from pretix's badge editor or from its API's badgelayouts.",
            ),
        )
    return about, elements


def _size(about: Mapping[str, Any]) -> tuple[float, float]:
    sizes = about.get("size")
    first = sizes[0] if isinstance(sizes, list) and sizes else {}
    width, height = (_number(first.get(key)) for key in ("width", "height"))
    return (width, height) if width and height else _A6_ACROSS


def _box(number: int, element: Mapping[str, Any], paper: _Paper) -> Iterator[str]:
    kind = str(element.get("type"))
    if _number(element.get("page"), 1) > 1:
        paper.lose(number, "只导入第一页", "only the first page is taken over")
        return
    if _number(element.get("rotation")):
        paper.lose(number, "没有旋转的文字", "text is never rotated")
    make = _KINDS.get(kind)
    if make is None:
        paper.lose(number, f"没有“{kind}”", f"there is no counterpart for “{kind}”")
        return
    yield from make(number, element, paper)


def _text(number: int, element: Mapping[str, Any], paper: _Paper) -> Iterator[str]:
    content = str(element.get("content", "other"))
    said = _said(content, element)
    if said is None:
        paper.lose(number, f"没有字段“{content}”", f"there is no field “{content}”")
        return
    size = min(400.0, max(3.0, _number(element.get("fontsize"), 12)))
    height = _number(element.get("height")) or 1.3 * size * MM_PER_POINT
    downward = bool(element.get("downward")) or element.get("type") == "textcontainer"
    bottom = _number(element.get("bottom"))
    y = paper.height - bottom - (0 if downward and not element.get("height") else height)
    yield _table(
        paper,
        ('kind = "text"', *said),
        (_number(element.get("left")), y, _number(element.get("width"), 50), height),
        (
            f"size = {size:g}",
            f"min_size = {max(3.0, size / 2):g}",
            f'align = "{_align(element)}"',
            f'weight = "{"bold" if element.get("bold") else "regular"}"',
            f'colour = "{_colour(element)}"',
        ),
    )
    if element.get("italic"):
        paper.lose(number, "没有斜体", "there are no italics")


def _said(content: str, element: Mapping[str, Any]) -> tuple[str] | None:
    if content in _FIELDS:
        return (f'field = "{_FIELDS[content]}"',)
    if content in ("other", "other_i18n"):
        words = element.get("text", "")
        plain = words if isinstance(words, str) else next(iter(words.values()), "")
        for theirs, ours in _FIELDS.items():
            plain = plain.replace(f"{{{theirs}}}", f"<{ours}>")
        safe = plain.replace("{", "{{").replace("}", "}}")
        for ours in set(_FIELDS.values()):
            safe = safe.replace(f"<{ours}>", f"{{{ours}}}")
        return (f"text = {json.dumps(safe, ensure_ascii=False)}",)
    return None


def _code(number: int, element: Mapping[str, Any], paper: _Paper) -> Iterator[str]:
    size = _number(element.get("size"), _LEAST_QR)
    if size < _LEAST_QR:
        paper.lose(number, "二维码已放大到能读的尺寸", "the code is enlarged until it can be read")
        size = _LEAST_QR
    if element.get("content") not in ("secret", "pseudonymization_id", None):
        paper.lose(number, "二维码改为胸卡码", "the code is our badge code")
    y = paper.height - _number(element.get("bottom")) - size
    yield _table(
        paper, ('kind = "qr"', 'field = "code"'), (_number(element.get("left")), y, size, size), ()
    )


def _picture(number: int, element: Mapping[str, Any], paper: _Paper) -> Iterator[str]:
    del element
    paper.lose(number, "图片请存为文件，用 image 方框", "save the picture and use an image box")
    yield from ()


def _table(
    paper: _Paper,
    first: tuple[str, ...],
    at: tuple[float, float, float, float],
    rest: tuple[str, ...],
) -> str:
    """A [[box]], moved and cut so that it stays on the page."""
    x, y, w, h = at
    square = first[0] == 'kind = "qr"'
    w, h = min(w, paper.width), min(h, paper.height)
    x, y = (max(0.0, min(at, room)) for at, room in ((x, paper.width - w), (y, paper.height - h)))
    sides = (f"size = {w:.2f}",) if square else (f"w = {w:.2f}", f"h = {h:.2f}")
    return "\n".join(("[[box]]", *first, f"x = {x:.2f}", f"y = {y:.2f}", *sides, *rest, ""))


def _align(element: Mapping[str, Any]) -> str:
    align = str(element.get("align", "left"))
    return align if align in ("left", "center", "right") else "left"


def _colour(element: Mapping[str, Any]) -> str:
    parts = element.get("color")
    if not isinstance(parts, list) or len(parts) < 3:
        return "#000000"
    return "#" + "".join(f"{max(0, min(255, round(_number(p)))):02X}" for p in parts[:3])


def _number(value: object, default: float = 0.0) -> float:
    """Pretix writes numbers as texts."""
    try:
        return float(value)  # type: ignore[arg-type]  # whatever it is, float() decides
    except (TypeError, ValueError):
        return default


_KINDS: Final[dict[str, Callable[[int, Mapping[str, Any], _Paper], Iterator[str]]]] = {
    "textarea": _text,
    "textcontainer": _text,
    "barcodearea": _code,
    "imagearea": _picture,
}
