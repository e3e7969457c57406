"""Reads codes on cloth, bottles and crumpled paper: follows the grid module by module.

A reader that takes a code to be flat samples the wrong modules once the surface is a few
tenths of a module out of plane. Here the code is laid flat as well as its three finder
marks allow, then the place of each module is followed from the marks outwards to where
modules are purest (all dark or all light), as phase is unwrapped in radar pictures: best
first, each place sought near its neighbours'. The flat code is drawn and read by zxing-cpp,
whose error correction is the judge; nothing is read that it does not prove.
"""

import heapq
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

from kiosk.devices.finder_marks import Points, Trio
from kiosk.devices.qr_reading import Binarizer, Grey, View, read_codes
from kiosk.services.ports import CodeSeen

Field = npt.NDArray[np.float32]
Node = tuple[int, int]

_PX: Final = 6
"""Pixels a module in the flat picture."""
_HOP: Final = 2
"""Pixels between places that are tried: a third of a module, within which purity is level."""
_STRAY: Final = 6
"""Hops by which a module may lie beside where the finder marks put it: two modules."""
_MARGIN: Final = 3 * _PX
_NODE: Final = 2
"""The grid is followed at every second module."""
_SIZES: Final = range(21, 74, 4)
"""Modules on a side, versions 1 to 14: larger ones do not occur on bent things in reach."""
_LARGEST_QUICK: Final = 51
"""Modules on a side, version 8."""


def read_bent(
    picture: Grey, trio: Trio, *, sizes: int = 3, rounds: int = 2, largest: int = _SIZES[-1]
) -> tuple[CodeSeen, ...]:
    """The code of three finder marks, whatever it is drawn on.

    Args:
        picture: the frame in grey.
        trio: the marks.
        sizes: how many numbers of modules to try, the likeliest first.
        rounds: 2 to lay the code flat once more by what was found; each try takes 2 to 6 ms.
        largest: modules on a side above which it is not tried.
    """
    guess = trio.modules
    if guess > largest + 2:
        return ()
    for modules in sorted(_SIZES, key=lambda size: abs(size - guess))[:sizes]:
        if abs(modules - guess) > 6:
            break
        found = _read_sized(picture, trio, modules, rounds)
        if found:
            return found
    return ()


def read_quickly(picture: Grey, trio: Trio) -> tuple[CodeSeen, ...]:
    """The same in one try, for live frames; large codes take too long for them."""
    return read_bent(picture, trio, sizes=1, rounds=1, largest=_LARGEST_QUICK)


def _read_sized(picture: Grey, trio: Trio, modules: int, rounds: int) -> tuple[CodeSeen, ...]:
    to_picture = _laid_flat(trio, modules)
    for _ in range(rounds):
        if to_picture is None:
            return ()
        purity, tone = _purity(picture, to_picture, modules)
        strayed = _followed(purity, trio, modules)
        found = _read_sampled(tone, strayed, modules)
        if found:
            corners = _outline(to_picture, modules)
            return tuple(CodeSeen(code.text, corners) for code in found)
        to_picture = _refitted(to_picture, strayed)
    return ()


def _laid_flat(trio: Trio, modules: int) -> Points | None:
    """The map from modules to pixels that the three marks give."""
    middles = np.array([[3.5, 3.5], [modules - 3.5, 3.5], [3.5, modules - 3.5]])
    marks = (trio.top_left, trio.top_right, trio.bottom_left)
    rough = cv2.getAffineTransform(
        middles.astype(np.float32), np.array([(mark.x, mark.y) for mark in marks], np.float32)
    )
    ideal, seen = [], []
    for middle, mark in zip(middles, marks, strict=True):
        square = middle + np.array([[-2.5, -2.5], [2.5, -2.5], [2.5, 2.5], [-2.5, 2.5]])
        expected = square @ rough[:, :2].T + rough[:, 2]
        turns = [np.roll(mark.corners, turn, axis=0) for turn in range(4)]
        ideal.append(square)
        seen.append(min(turns, key=lambda corners: float(np.abs(corners - expected).sum())))
    return _plane_map(np.concatenate(ideal), np.concatenate(seen))


def _purity(picture: Grey, to_picture: Points, modules: int) -> tuple[Field, Field]:
    """How much of one tone a module would be at each flat pixel, and which tone (-1 to 1)."""
    side = modules * _PX + 2 * _MARGIN
    inset = (0.5 - _MARGIN) / _PX
    flat_to_modules = np.array([[1 / _PX, 0, inset], [0, 1 / _PX, inset], [0, 0, 1]])
    flat = cv2.warpPerspective(
        picture,
        to_picture @ flat_to_modules,
        (side, side),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    ).astype(np.float32)
    around = (9 * _PX, 9 * _PX)
    ground = cv2.blur(flat, around)
    spread = np.sqrt(np.maximum(cv2.blur(flat * flat, around) - ground * ground, 16))
    tone = np.clip((flat - ground) / spread, -1, 1).astype(np.float32)
    mean = np.asarray(cv2.blur(tone, (_PX - 2, _PX - 2)), np.float32)
    return np.square(mean), mean


def _followed(purity: Field, trio: Trio, modules: int) -> Field:
    """How many pixels right and down of its place each node lies."""
    nodes = (modules + 1) // _NODE
    reach = range(-_STRAY * _HOP, _STRAY * _HOP + 1, _HOP)
    width = len(reach)
    scores = np.empty((width, width, nodes, nodes), np.float32)
    first = _MARGIN + _PX // 2
    last = first + modules * _PX
    for row, down in enumerate(reach):
        for column, right in enumerate(reach):
            sampled = purity[first + down : last + down : _PX, first + right : last + right : _PX]
            scores[row, column] = cv2.blur(sampled, (5, 5))[::_NODE, ::_NODE]
    far = nodes - 2
    corners = ((trio.top_left, (1, 1)), (trio.top_right, (1, far)), (trio.bottom_left, (far, 1)))
    begins = [node for mark, node in corners if mark.seen]
    return _grown(scores.transpose(2, 3, 0, 1).copy(), begins) * np.float32(_HOP)


def _grown(scores: Field, begins: list[Node]) -> Field:
    """The same in hops: best first from the marks, each node near those already known."""
    known: dict[Node, Node] = {}
    nodes = len(scores)
    waiting = [_placed(scores, node, (_STRAY, _STRAY)) for node in begins]
    heapq.heapify(waiting)
    while waiting:
        _, node, place = heapq.heappop(waiting)
        if node in known:
            continue
        known[node] = place
        for other in _beside(node, nodes):
            if other not in known:
                heapq.heappush(waiting, _placed(scores, other, _continued(known, node, other)))
    strayed = np.empty((nodes, nodes, 2), np.float32)
    for (row, column), (down, right) in known.items():
        strayed[row, column] = (right - _STRAY, down - _STRAY)
    return strayed


def _beside(node: Node, nodes: int) -> list[Node]:
    row, column = node
    around = ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
    return [(r, c) for r, c in around if 0 <= r < nodes and 0 <= c < nodes]


def _continued(known: dict[Node, Node], here: Node, there: Node) -> Node:
    """Where a node is expected: half of the way on that its neighbours have been drifting."""
    down, right = known[here]
    before = known.get((2 * here[0] - there[0], 2 * here[1] - there[1]))
    if before is None:
        return down, right
    return round(down + (down - before[0]) / 2), round(right + (right - before[1]) / 2)


def _placed(scores: Field, node: Node, ahead: Node) -> tuple[float, Node, Node]:
    """A node with its best place within a hop of the expected one, best places first."""
    most = 2 * _STRAY - 2
    top, left = min(max(0, ahead[0] - 1), most), min(max(0, ahead[1] - 1), most)
    near = scores[node[0], node[1], top : top + 3, left : left + 3]
    best = int(near.argmax())
    return -float(near[best // 3, best % 3]), node, (top + best // 3, left + best % 3)


def _read_sampled(tone: Field, strayed: Field, modules: int) -> tuple[CodeSeen, ...]:
    smooth = cv2.GaussianBlur(strayed, (3, 3), 0.8)
    # nodes stand at every second module, the first and the last included
    at = (np.arange(modules, dtype=np.float32) / _NODE)[None, :].repeat(modules, axis=0)
    stray = cv2.remap(smooth, at, at.T.copy(), cv2.INTER_LINEAR)
    middle = np.arange(modules, dtype=np.float32) * _PX + _MARGIN + (_PX - 1) / 2
    across = middle[None, :] + stray[:, :, 0]
    down = middle[:, None] + stray[:, :, 1]
    sampled = cv2.remap(tone, across, down, cv2.INTER_LINEAR)
    dark = sampled < 0
    for drawn in (dark, ~dark):
        found = read_codes(_drawn(drawn), View(), Binarizer.GlobalHistogram, inverts=False)
        if found:
            return found
    return ()


def _drawn(dark: npt.NDArray[np.bool_]) -> Grey:
    """A clean picture of the modules, the finder marks as they must be."""
    modules = dark.copy()
    ring = np.ones((8, 8), np.bool_)
    ring[7], ring[:, 7], ring[1:6, 1:6], ring[2:5, 2:5] = False, False, False, True
    modules[:8, :8], modules[:8, -8:], modules[-8:, :8] = ring, ring[:, ::-1], ring[::-1]
    bordered = np.pad(np.where(modules, 0, 255).astype(np.uint8), 4, constant_values=255)
    return np.asarray(np.kron(bordered, np.ones((4, 4), np.uint8)), np.uint8)


def _refitted(to_picture: Points, strayed: Field) -> Points | None:
    """The flat map once more, now through all the places that were followed."""
    row, column = np.mgrid[: len(strayed), : len(strayed)]
    at = np.stack([column * _NODE + 0.5, row * _NODE + 0.5], axis=-1).reshape(-1, 2)
    moved = at + strayed.reshape(-1, 2) / _PX
    seen = cv2.perspectiveTransform(moved[None].astype(np.float64), to_picture)[0]
    return _plane_map(at, seen)


def _plane_map(here: Points, there: Points) -> Points | None:
    """The perspective map that fits best, or None where the points are in one line."""
    matrix: object = cv2.findHomography(here, there, 0)[0]
    return matrix if isinstance(matrix, np.ndarray) else None


def _outline(to_picture: Points, modules: int) -> tuple[tuple[int, int], ...]:
    corners = np.array([[[0, 0], [modules, 0], [modules, modules], [0, modules]]], np.float64)
    seen = cv2.perspectiveTransform(corners, to_picture)[0]
    return tuple((round(float(x)), round(float(y))) for x, y in seen)
