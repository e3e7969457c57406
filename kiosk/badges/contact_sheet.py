"""Many badges in one picture, to be looked at before any is printed."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from PIL import Image

from kiosk.badges.picture import pictures
from kiosk.services.ports import DrawnBadge

_COLUMNS, _ROWS = 6, 3
_WIDTH: Final = 300
"""Pixels of a badge: enough to read its company."""
_GAP: Final = 16
_DESK: Final = "#8A9099"


def contact_sheets(badges: Iterable[DrawnBadge]) -> Iterator[Image.Image]:
    """Pictures of up to eighteen badge sides each, in their order."""
    sides = (side for badge in badges for side in _sides(badge))
    while some := list(islice(sides, _COLUMNS * _ROWS)):
        width, height = (max(size) for size in zip(*(side.size for side in some), strict=True))
        columns = min(_COLUMNS, len(some))
        rows = -(-len(some) // columns)
        whole = (columns * (width + _GAP) + _GAP, rows * (height + _GAP) + _GAP)
        sheet = Image.new("RGB", whole, _DESK)
        for number, side in enumerate(some):
            row, column = divmod(number, columns)
            sheet.paste(side, (_GAP + column * (width + _GAP), _GAP + row * (height + _GAP)))
        yield sheet


def _sides(badge: DrawnBadge) -> Iterator[Image.Image]:
    return pictures(badge.pdf, round(_WIDTH / badge.width_mm * 25.4))
