"""Badge templates: boxes in millimetres from the top left of the page.

`template_file.py` reads them from TOML.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final, Literal

FIELDS: Final = (
    *("name", "second_name", "company", "title", "category_zh", "category_en"),
    *("event_zh", "event_en", "number", "code"),
)
Align = Literal["left", "center", "right"]
VAlign = Literal["top", "middle", "bottom"]
Side = Literal["front", "back"]
SIDES: Final[tuple[Side, Side]] = ("front", "back")
OnSide = Literal["front", "back", "both"]


@dataclass(frozen=True, slots=True)
class _Placed:
    """What all boxes share.

    `when` and `unless` are fields: the box is drawn only with, or only without, a text
    there. Lengths in mm; empty strings mean: no condition. `only` are ids of categories that
    alone have the box, where there are any; `never` of those that have not.
    """

    name: str
    x: float
    y: float
    when: str
    unless: str
    side: OnSide = field(default="front", kw_only=True)
    only: frozenset[str] = field(default=frozenset(), kw_only=True)
    never: frozenset[str] = field(default=frozenset(), kw_only=True)


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


@dataclass(frozen=True, slots=True)
class ImageBox(_Placed):
    """A PNG or JPEG as large as the box allows, in its middle."""

    w: float
    h: float
    file: Path


Box = RectBox | SlotBox | LineBox | TextBox | QrBox | ImageBox


@dataclass(frozen=True, slots=True)
class CategoryLook:
    """What a template has of its own for a category; None: as the event file says."""

    colour: str | None = None
    zh: str | None = None
    en: str | None = None


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """How many badges go on a larger sheet, in mm, and how far apart; in its middle."""

    width: float
    height: float
    columns: int
    rows: int
    gap: float


@dataclass(frozen=True, slots=True)
class Template:
    """A badge's design; the page in mm, the boxes in the order they are drawn.

    `fold` puts the back upside down above the front, for stock that is folded. `cut` mm of
    paper with cut marks surround the badge. `black` is for printers without colours.
    """

    width: float
    height: float
    boxes: tuple[Box, ...]
    fold: bool = False
    cut: float = 0.0
    black: bool = False
    backgrounds: Mapping[Side, Path] = field(default_factory=lambda: MappingProxyType({}))
    looks: Mapping[str, CategoryLook] = field(default_factory=lambda: MappingProxyType({}))
    sheet: SheetPlan | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that this badge shows as text."""
        used = [f for box in self.boxes if isinstance(box, TextBox) for f in box.fields]
        return tuple(dict.fromkeys(used))

    @property
    def sides(self) -> tuple[Side, ...]:
        """The sides that have something on them; the front always."""
        back = "back" in self.backgrounds or any(box.side != "front" for box in self.boxes)
        return SIDES if back else ("front",)
