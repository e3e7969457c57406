"""The order in which the letters of a line are seen where some run from right to left.

The Unicode Bidirectional Algorithm (UAX #9) for one line without embeddings: `normal` takes
direction marks out. Paired brackets (rule N0) are treated as other neutral characters.
"""

import unicodedata
from collections.abc import Sequence
from typing import Final, TypeVar

_T = TypeVar("_T")
_STRONG: Final = ("L", "R", "AL")
_NUMBERS: Final = ("EN", "AN")
_WEAK_NEUTRALS: Final = ("ES", "ET", "CS", "BN")


def runs_leftwards(text: str) -> bool:
    """Whether a text as a whole is read from right to left: its first letter decides."""
    first = next((c for c in map(unicodedata.bidirectional, text) if c in _STRONG), "L")
    return first != "L"


def levels(text: str, *, leftwards: bool) -> list[int]:
    """The embedding level of each character: odd ones run from right to left."""
    base = int(leftwards)
    outside = "R" if leftwards else "L"
    kinds = _weak([unicodedata.bidirectional(char) or "L" for char in text], outside)
    kinds = _neutral(kinds, outside, base)
    return [base + _above(kind, base) for kind in kinds]


def in_visual_order(items: Sequence[_T], level_of: Sequence[int]) -> list[_T]:
    """Items of a line, each at one level, as they stand from left to right (rule L2)."""
    order = list(range(len(items)))
    for level in range(max(level_of, default=0), 0, -1):
        start = 0
        while start < len(order):
            if level_of[order[start]] < level:
                start += 1
                continue
            end = start
            while end < len(order) and level_of[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end
    return [items[at] for at in order]


def _above(kind: str, base: int) -> int:
    if base:
        return int(kind != "R")
    return {"L": 0, "R": 1}.get(kind, 2)


def _weak(kinds: list[str], outside: str) -> list[str]:
    """Marks and numbers take part in what surrounds them (rules W1 to W7)."""
    before, strong = outside, outside
    for at, kind in enumerate(kinds):
        if kind == "NSM":
            kinds[at] = before
        elif kind == "EN" and strong == "AL":
            kinds[at] = "AN"
        before = kinds[at]
        strong = before if before in _STRONG else strong
    kinds = ["R" if kind == "AL" else kind for kind in kinds]
    _separators(kinds)
    _terminators(kinds)
    kinds = ["ON" if kind in _WEAK_NEUTRALS else kind for kind in kinds]
    strong = outside
    for at, kind in enumerate(kinds):
        strong = kind if kind in ("L", "R") else strong
        if kind == "EN" and strong == "L":
            kinds[at] = "L"
    return kinds


def _separators(kinds: list[str]) -> None:
    """A single sign between two numbers of a kind belongs to them: 1,5 and 12/3."""
    for at in range(1, len(kinds) - 1):
        before, after = kinds[at - 1], kinds[at + 1]
        single = kinds[at] == "CS" or (kinds[at] == "ES" and before == "EN")
        if single and before == after and before in _NUMBERS:
            kinds[at] = before


def _terminators(kinds: list[str]) -> None:
    """Signs beside a number belong to it: 5% and $5."""
    at = 0
    while at < len(kinds):
        if kinds[at] != "ET":
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if "EN" in (kinds[at - 1] if at else "", kinds[end] if end < len(kinds) else ""):
            kinds[at:end] = ["EN"] * (end - at)
        at = end


def _neutral(kinds: list[str], outside: str, base: int) -> list[str]:
    """Spaces and signs between two letters of one direction take it (rules N1 and N2)."""
    at = 0
    while at < len(kinds):
        if kinds[at] in ("L", "R", *_NUMBERS):
            at += 1
            continue
        end = at
        while end < len(kinds) and kinds[end] not in ("L", "R", *_NUMBERS):
            end += 1
        left = _side(kinds[at - 1]) if at else outside
        right = _side(kinds[end]) if end < len(kinds) else outside
        kinds[at:end] = [left if left == right else "LR"[base]] * (end - at)
        at = end
    return kinds


def _side(kind: str) -> str:
    return "L" if kind == "L" else "R"
