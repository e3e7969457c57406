"""QR symbols as one outline: no seams between modules, few bytes, little time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import qrcode
from qrcode.constants import ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q

# The white modules that the standard asks for on each side.
QUIET: Final = 4
# Any mask may be used; trying all eight takes eight times as long and reads no better here.
_MASK: Final = 3


@dataclass(frozen=True, slots=True)
class Symbol:
    """A QR code without its quiet zone: `side` modules wide.

    `outline` holds closed loops of corners (x, y) in modules from the top left; the dark
    modules are what they enclose by the even-odd rule.
    """

    side: int
    outline: tuple[tuple[tuple[int, int], ...], ...]


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
    return Symbol(len(dark), _outline(dark))


def _outline(dark: Sequence[Sequence[bool]]) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Follow the border between dark and light, corner to corner."""
    onwards = _border(dark)
    loops: list[tuple[tuple[int, int], ...]] = []
    while onwards:
        start = next(iter(onwards))
        corners: list[tuple[int, int]] = []
        at, heading = start, (0, 0)
        while at in onwards:
            ends = onwards[at]
            to = ends.pop()
            if not ends:
                del onwards[at]
            turn = (to[0] - at[0], to[1] - at[1])
            if turn != heading:
                corners.append(at)
            at, heading = to, turn
        loops.append(tuple(corners))
    return tuple(loops)


def _border(dark: Sequence[Sequence[bool]]) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """The sides between a dark and a light module, each as a step from corner to corner."""
    side = len(dark)
    steps: dict[tuple[int, int], list[tuple[int, int]]] = {}

    def step(start: tuple[int, int], end: tuple[int, int]) -> None:
        steps.setdefault(start, []).append(end)

    for y, row in enumerate(dark):
        for x, is_dark in enumerate(row):
            if not is_dark:
                continue
            if y == 0 or not dark[y - 1][x]:
                step((x, y), (x + 1, y))
            if x == side - 1 or not row[x + 1]:
                step((x + 1, y), (x + 1, y + 1))
            if y == side - 1 or not dark[y + 1][x]:
                step((x + 1, y + 1), (x, y + 1))
            if x == 0 or not row[x - 1]:
                step((x, y + 1), (x, y))
    return steps
