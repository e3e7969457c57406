"""Puts badges on paper: one with its back, folded, among cut marks, or many on a sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.badges.layout import Area, Layout
from kiosk.badges.template import SheetPlan, Template

_HAIR: Final = 0.1
_TICK: Final = 4.0
"""The longest cut mark in mm; it keeps a millimetre away from the badge."""
_INK: Final = "#000000"


@dataclass(frozen=True, slots=True)
class Part:
    """A layout on a page, its top left corner at (x, y) mm; turned: upside down there."""

    layout: Layout
    x: float = 0.0
    y: float = 0.0
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A page of paper in mm; `lines` are marks for the knife and the fold."""

    width: float
    height: float
    parts: tuple[Part, ...]
    lines: tuple[Area, ...] = ()


Sides = tuple[Layout, ...]
"""A badge: its front, and its back where it has one."""


def whole(layout: Layout) -> Page:
    """A page as large as its layout."""
    return Page(layout.width, layout.height, (Part(layout),))


def single(template: Template, sides: Sides) -> tuple[Page, ...]:
    """One badge as its template wants it."""
    if template.fold:
        parts = _folded(template, sides, 0.0, 0.0)
        height = 2 * template.height
        pages = [Page(template.width, height, parts, _fold_marks(template, height))]
    else:
        pages = [whole(side) for side in sides]
    return tuple(_among_cut_marks(page, template.cut) for page in pages)


def sheets(template: Template, plan: SheetPlan, badges: Sequence[Sides]) -> Iterator[Page]:
    """Many badges on sheets with cut marks, backs on a sheet of their own after their fronts.

    Backs stand mirrored, as a printer turns paper over its long edge.
    """
    each = plan.columns * plan.rows
    for at in range(0, len(badges), each):
        some = badges[at : at + each]
        if template.fold:
            yield _sheet(template, plan, [(sides, False) for sides in some])
            continue
        yield _sheet(template, plan, [(sides[:1], False) for sides in some])
        if any(len(sides) > 1 for sides in some):
            yield _sheet(template, plan, [(sides[1:], True) for sides in some])


def _sheet(template: Template, plan: SheetPlan, badges: Sequence[tuple[Sides, bool]]) -> Page:
    width, height = template.width, template.height * (1 + template.fold)
    left = (plan.width - plan.columns * width - (plan.columns - 1) * plan.gap) / 2
    top = (plan.height - plan.rows * height - (plan.rows - 1) * plan.gap) / 2
    parts: list[Part] = []
    lines: list[Area] = []
    for number, (sides, mirrored) in enumerate(badges):
        row, column = divmod(number, plan.columns)
        column = plan.columns - 1 - column if mirrored else column
        x, y = left + column * (width + plan.gap), top + row * (height + plan.gap)
        lines += _corners(x, y, width, height, min(left, top))
        if template.fold:
            parts += _folded(template, sides, x, y)
        else:
            parts += (Part(side, x, y) for side in sides)
    kept = dict.fromkeys(line for line in lines if not _across(line, parts))
    return Page(plan.width, plan.height, tuple(parts), tuple(kept))


def _folded(template: Template, sides: Sides, x: float, y: float) -> tuple[Part, ...]:
    front = Part(sides[0], x, y + template.height)
    return (front, *(Part(back, x, y, turned=True) for back in sides[1:]))


def _fold_marks(template: Template, height: float) -> tuple[Area, ...]:
    y = height / 2 - _HAIR / 2
    ends = (0.0, template.width - _TICK / 2)
    return tuple(Area(x, y, _TICK / 2, _HAIR, 0, _INK) for x in ends)


def _among_cut_marks(page: Page, margin: float) -> Page:
    if not margin:
        return page
    moved = tuple(Part(p.layout, p.x + margin, p.y + margin, p.turned) for p in page.parts)
    folds = (Area(a.x + margin, a.y + margin, a.w, a.h, 0, _INK) for a in page.lines)
    marks = _corners(margin, margin, page.width, page.height, margin)
    width, height = page.width + 2 * margin, page.height + 2 * margin
    return Page(width, height, moved, (*folds, *marks))


def _corners(x: float, y: float, width: float, height: float, room: float) -> Iterator[Area]:
    """Two hair lines outside each corner, in line with the edges."""
    gap = min(1.0, room / 3)
    length = min(_TICK, room - gap)
    for edge_x, out_x in ((x, x - gap - length), (x + width, x + width + gap)):
        for edge_y, out_y in ((y, y - gap - length), (y + height, y + height + gap)):
            yield Area(out_x, edge_y - _HAIR / 2, length, _HAIR, 0, _INK)
            yield Area(edge_x - _HAIR / 2, out_y, _HAIR, length, 0, _INK)


def _across(line: Area, parts: Sequence[Part]) -> bool:
    """Whether a cut mark would be printed on a neighbour."""
    return any(
        part.x - _HAIR < line.x + line.w / 2 < part.x + part.layout.width + _HAIR
        and part.y - _HAIR < line.y + line.h / 2 < part.y + part.layout.height + _HAIR
        for part in parts
    )
