"""Where a text may break, and which breaks make the best lines.

Works on widths in ems, so it knows neither fonts nor paper. A Latin word is never broken;
a Chinese one may be, but a break after 公司 or at a middle dot is much preferred.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from kiosk.badges.characters import is_wide

_CLOSING: Final = frozenset("，。、；：！？）》」』】〕”’,.;:!?)]}%·・…-–—/&")
_OPENING: Final = frozenset("（《「『【〔“‘([{")
_AFTER: Final = frozenset("·・-–—/&|，、；,")
_BODIES: Final = (
    *("公司", "集团", "大学", "学院", "研究院", "研究所", "研究会", "实验室", "委员会", "办公室"),
    *("中心", "协会", "学会", "商会", "联盟", "医院", "银行", "报社", "出版社", "电视台"),
    *("自治区", "自治州", "特别行政区", "工业园", "开发区", "高新区"),
    *("事业部", "分公司", "管理局", "人民政府"),
)
# What belongs to the body before it: 长安集团有限公司 is one body, not two.
_LEGAL_FORMS: Final = ("有限", "股份", "控股", "公司")
# 重庆市|经济委员会, but never inside 市场 or 市政.
_REGIONS: Final = ("省", "市")
_GO_ON: Final = frozenset("场政民区委内长直府级")
# A legal form may begin a line of its own: 重庆长安汽车|股份有限公司.
_FORMS: Final = ("股份有限公司", "有限责任公司", "有限公司", "集团有限公司")
_FORM_COST: Final = 0.05
_PLAIN_COST: Final = 0.14
_ORPHAN_COST: Final = 0.30
# Above this many places only every n-th plain one is tried: 40 places make 780 pairs, and
# 20 make 1140 triples.
_MOST_PLACES: Final = {2: 40, 3: 40, 4: 20}


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a slice of the text, spaces at its ends left out; `width` in ems."""

    start: int
    end: int
    width: float


@dataclass(frozen=True, slots=True)
class Setting:
    """A way to set a text; `cost` is the width in ems that it needs, with its faults added.

    `fault` is what is wrong with its breaks: 0 where a person would have made them.
    """

    lines: tuple[Line, ...]
    width: float
    cost: float
    fault: float


@dataclass(frozen=True, slots=True)
class _Place:
    """A place where a new line may begin; `cost` is the fault of breaking there.

    `before` is where the line before ends, its spaces left out.
    """

    at: int
    before: int
    cost: float


def best_setting(text: str, advances: Sequence[float], count: int, room: float) -> Setting | None:
    """The best way to set the text in `count` lines; None where it has too few places.

    Args:
        text: Normal text: single spaces, none at its ends.
        advances: The advance of each character in ems.
        count: How many lines, 1 to 4.
        room: The width in ems below which a narrower line is no longer better.
    """
    pen = [0.0]
    for advance in advances:
        pen.append(pen[-1] + advance)
    places = _places(text, _MOST_PLACES[count]) if count > 1 else ()
    if len(places) < count - 1:
        return None
    chosen = min(combinations(places, count - 1), key=lambda places: _cost(places, pen, room))
    lines = tuple(_lines(len(text), pen, chosen))
    width = max(line.width for line in lines)
    fault = sum(place.cost for place in chosen)
    return Setting(lines, width, _cost(chosen, pen, room), fault)


def _cost(places: tuple[_Place, ...], pen: Sequence[float], room: float) -> float:
    """The width in ems that these breaks need, with a surcharge for their faults."""
    widest = fault = start = 0.0
    narrowest = pen[-1]
    for place in places:
        width = pen[place.before] - start
        start = pen[place.at]
        fault += place.cost
        widest = max(widest, width)
        narrowest = min(narrowest, width)
    last = pen[-1] - start
    widest, narrowest = max(widest, last), min(narrowest, last)
    # Of two settings that fit alike, the even one; of two even ones, the longer line first.
    return max(widest, room) * (1 + fault) + 0.01 * (widest - narrowest) + 0.001 * last


def _lines(length: int, pen: Sequence[float], places: tuple[_Place, ...]) -> Iterator[Line]:
    start = 0
    for place in places:
        yield Line(start, place.before, pen[place.before] - pen[start])
        start = place.at
    yield Line(start, length, pen[-1] - pen[start])


def _places(text: str, most: int) -> tuple[_Place, ...]:
    places = [p for at in range(1, len(text)) if (p := _place(text, at)) is not None]
    if len(places) > most:
        stride = 1 + len(places) // most
        places = [p for n, p in enumerate(places) if p.cost < _PLAIN_COST or n % stride == 0]
    return tuple(places)


def _place(text: str, at: int) -> _Place | None:
    """The place before text[at], if a line may begin there."""
    before, after = text[at - 1], text[at]
    if after == " " or after in _CLOSING or before in _OPENING:
        return None
    if before == " ":
        # Normal text has single spaces.
        return _Place(at, at - 1, 0.0)
    if before in _AFTER:
        return _Place(at, at, 0.0)
    if not (is_wide(before) or is_wide(after)):
        return None
    cost = 0.0 if _ends_a_body(text, at) else _PLAIN_COST
    if cost and text.startswith(_FORMS, at):
        cost = _FORM_COST
    if min(at, len(text) - at) == 1:
        cost += _ORPHAN_COST
    return _Place(at, at, cost)


def _ends_a_body(text: str, at: int) -> bool:
    if at >= 3 and text.endswith(_REGIONS, 0, at):
        return text[at] not in _GO_ON
    return text.endswith(_BODIES, 0, at) and not text.startswith(_LEGAL_FORMS, at)
