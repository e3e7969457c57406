"""QR symbols as one path: no seams between modules, few bytes, little time."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, repeat
from operator import lshift, or_
from typing import Final

import qrcode
from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

# The white modules that the standard asks for on each side.
QUIET: Final = 4
# Any mask may be used; trying all eight takes eight times as long and reads no better here.
_MASK: Final = 3


_DARK: Final = re.compile(rb"\x01+")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code without its quiet zone, by rows from the top: a byte a module, 1 where dark."""

    rows: tuple[bytes, ...]

    @property
    def side(self) -> int:
        """Modules on a side."""
        return len(self.rows)

    @property
    def runs(self) -> Iterator[tuple[int, int, int]]:
        """Dark modules beside each other: (x, y) of the first from the top left, and how many."""
        for y, row in enumerate(self.rows):
            for run in _DARK.finditer(row):
                yield run.start(), y, run.end() - run.start()

    @property
    def outline(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """Closed loops of corners (x, y); the dark is what they enclose by the even-odd rule."""
        return _outline(self.rows)


def symbol(text: str, most_side: int) -> Symbol:
    """The symbol for `text`, with the best error correction that `most_side` modules allow.

    A text too long for that gets the smallest symbol there is; the caller sees its side.
    """
    for level in (ERROR_CORRECT_Q, ERROR_CORRECT_M, ERROR_CORRECT_L):
        code = qrcode.QRCode(error_correction=level, border=0, mask_pattern=_MASK)
        code.add_data(text)
        code.best_fit()
        if code.version * 4 + 17 <= most_side or level == ERROR_CORRECT_L:
            break
    return traced(code.get_matrix())


def traced(dark: Sequence[Sequence[bool]]) -> Symbol:
    """The symbol whose modules are known, by rows."""
    return Symbol(tuple(map(bytes, dark)))


def _outline(rows: Sequence[bytes]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Follow the border between dark and light, corner to corner; corners are y * wide + x."""
    wide = len(rows) + 1
    across, down = _borders(rows, wide)
    loops: list[tuple[tuple[int, int], ...]] = []
    while across:
        start, ends = across.popitem()
        if len(ends) > 1:
            across[start] = ends[1:]
        corners, at = [start], ends[0]
        while True:
            corners.append(at)
            at = down[at].pop()
            if at == start:
                break
            corners.append(at)
            ends = across[at]
            at = ends.pop()
            if not ends:
                del across[corners[-1]]
        loops.append(tuple((corner % wide, corner // wide) for corner in corners))
    return tuple(loops)


Borders = dict[int, list[int]]
_RUNS: Final = re.compile(rb"\x01+|\x02+")


def _borders(rows: Sequence[bytes], wide: int) -> tuple[Borders, Borders]:
    """The straight borders between dark and light, by the corner where they start.

    They run with the dark on their right hand, so that each ends where another starts.
    """
    across: Borders = {}
    down: Borders = {}
    columns = [bytes(column) for column in zip(*rows, strict=True)]
    light = bytes(wide - 1)
    for lines, borders, along, aside in ((rows, across, 1, wide), (columns, down, wide, 1)):
        forwards = 2 if along == 1 else 1
        for place, (before, after) in enumerate(pairwise([light, *lines, light])):
            # 1: dark before the border alone, 2: behind it alone
            sides = bytes(map(or_, before, map(lshift, after, repeat(1))))
            for run in _RUNS.finditer(sides):
                start, stop = run.start() * along, run.end() * along
                if sides[run.start()] != forwards:
                    start, stop = stop, start
                borders.setdefault(start + place * aside, []).append(stop + place * aside)
    return across, down
