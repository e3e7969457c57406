"""How large a text can be in its box, and on how many lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.badges.measures import Glyph, Ruler
from kiosk.badges.template import TextBox
from kiosk.badges.wrapping import Line, Setting, best_setting

MM_PER_POINT: Final = 25.4 / 72
# Ems above and below the baseline that a line takes even where its ink is smaller, so
# that the baselines of two badges agree.
_UP: Final = 0.82
_DOWN: Final = 0.12
_LEADING: Final = 1.2
_GAP: Final = 0.06
_NOTICED: Final = 0.1
"""Of a setting's fault: below it nobody minds where the lines break."""
_ELLIPSIS: Final = "…"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text in lines at one size. Lengths in mm, `size` in points.

    `up` and `down` reach from the first and the last baseline to the edge of the block.
    """

    text: str
    glyphs: tuple[Glyph, ...]
    lines: tuple[Line, ...]
    size: float
    leading: float
    up: float
    down: float
    overflows: bool = False

    @property
    def em(self) -> float:
        """The size in mm."""
        return self.size * MM_PER_POINT


def fitted(text: str, box: TextBox, ruler: Ruler) -> Fitted:
    """The text as large as the box allows, on the fewest lines that are still comfortable.

    What does not fit at the least size is cut with an ellipsis and said to overflow.
    """
    whole = _largest(text, box, ruler)
    if whole.size >= box.min_size:
        return whole
    low, high = 0, len(text) - 1
    cut = _cut(text, 0, box, ruler)
    while low < high:
        middle = (low + high + 1) // 2
        shorter = _cut(text, middle, box, ruler)
        if shorter.size >= box.min_size:
            low, cut = middle, shorter
        else:
            high = middle - 1
    return cut


def _cut(text: str, length: int, box: TextBox, ruler: Ruler) -> Fitted:
    kept = text[:length].rstrip() + _ELLIPSIS
    found = _largest(kept, box, ruler)
    return Fitted(
        found.text,
        found.glyphs,
        found.lines,
        found.size,
        found.leading,
        found.up,
        found.down,
        overflows=True,
    )


def _largest(text: str, box: TextBox, ruler: Ruler) -> Fitted:
    glyphs = ruler.glyphs(text, bold=box.bold)
    advances = [g.advance for g in glyphs]
    up = max(_UP, *(g.up for g in glyphs))
    down = max(_DOWN, *(g.down for g in glyphs))
    leading = max(_LEADING, up + down + _GAP)
    best: Fitted | None = None
    comfortable: Fitted | None = None
    best_worth = 0.0
    for count in range(1, box.lines + 1):
        height = up + (count - 1) * leading + down
        cap = min(box.size, box.h / height / MM_PER_POINT)
        setting = best_setting(text, advances, count, box.w / (cap * MM_PER_POINT))
        if setting is None:
            break
        size = min(cap, box.w / _ink_width(setting, glyphs) / MM_PER_POINT)
        em = size * MM_PER_POINT
        found = Fitted(text, glyphs, setting.lines, size, leading * em, up * em, down * em)
        if size >= box.wrap_below:
            if setting.fault < _NOTICED:
                return found
            # Another line may break where a person would.
            comfortable = comfortable or found
        elif comfortable:
            break
        worth = box.w / setting.cost
        if best is None or worth > best_worth:
            best, best_worth = found, worth
    assert best is not None
    return comfortable or best


def overhang(glyphs: Sequence[Glyph], line: Line) -> tuple[float, float]:
    """How many ems a line's ink reaches beyond its pen, to the left and to the right.

    Which end is seen first depends on the script, so the letters at both count for both.
    """
    ends = (glyphs[line.start], glyphs[line.end - 1])
    before = max(0.0, *(-end.left for end in ends))
    after = max(0.0, *(end.right - end.advance for end in ends))
    return before, after


def _ink_width(setting: Setting, glyphs: Sequence[Glyph]) -> float:
    """The widest line in ems, with what its first and last letters hang over."""
    return max(line.width + sum(overhang(glyphs, line)) for line in setting.lines)
