"""Pictures made to hurt a reader: too large, too busy, broken, and lies about codes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from tests.studio.codes import LEVELS, Symbol
from tests.studio.optics import Picture

HD: Final = (1920, 1080)
_SIZES: Final = ((320, 240), (640, 480), (1280, 720), (1280, 720), HD, (1080, 1920))
_HUGE: Final = ((3840, 2160), (8192, 128), (128, 8192), (7680, 4320), (8192, 8192))
_ALPHABET: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ$%*+-./:"
_RING: Final = np.array([[1, 1, 1, 1, 1, 1, 1], [1, 0, 0, 0, 0, 0, 1], [1, 0, 1, 1, 1, 0, 1]], bool)
_MARK: Final = np.vstack([_RING, _RING[2:], _RING[2:], _RING[1::-1]])
"""The finder mark of a code, dark modules True."""


@dataclass(frozen=True)
class Hostile:
    """A picture and what a reader may say of it.

    Attributes:
        kind: How it was made.
        picture: BGR; may have no pixels at all.
        texts: Every text that was drawn; a reader may say none, and none but these.
    """

    kind: str
    picture: Picture
    texts: frozenset[str]


def hostile(rng: np.random.Generator, *, huge: bool = False) -> Hostile:
    """Return one such picture.

    Args:
        rng: Decides everything else.
        huge: Sides of up to 8192 pixels instead of at most 1920.
    """
    kind = str(rng.choice(list(_KINDS)))
    sizes = _HUGE if huge else _SIZES
    width, height = sizes[int(rng.integers(len(sizes)))]
    grey, texts = _KINDS[kind](rng, width, height)
    if rng.random() < 0.25:
        faint = rng.uniform(0.05, 0.6)
        grey = np.asarray(grey * faint + rng.uniform(0, 255 * (1 - faint)), np.uint8)
    if rng.random() < 0.15 and grey.size:
        grey = _through_a_broken_jpeg(grey, rng)
    coloured = np.repeat(np.ascontiguousarray(grey)[:, :, None], 3, axis=2)
    return Hostile(kind, coloured, frozenset(texts))


_Drawn = tuple[Picture, set[str]]


def _nothing(rng: np.random.Generator, _width: int, _height: int) -> _Drawn:
    side = int(rng.integers(0, 3000))
    shape = ((0, 0), (0, side), (side, 0), (1, 1), (2, 3))[int(rng.integers(5))]
    return np.zeros(shape, np.uint8), set()


def _line(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    long, thin = max(width, height), int(rng.integers(1, 9))
    shape = (thin, long) if rng.random() < 0.5 else (long, thin)
    return (rng.integers(0, 2, shape, np.uint8) * np.uint8(255)), set()


def _noise(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    small = int(rng.integers(1, 9))  # pixels a grain
    grain = rng.integers(0, 256, (height // small + 1, width // small + 1), np.uint8)
    if rng.random() < 0.5:
        grain = np.where(grain > rng.integers(30, 226), 255, 0).astype(np.uint8)
    return _grown(grain, small, width, height), set()


def _stripes(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    """Runs of 1:1:3:1:1, everywhere: every line looks like a finder mark's."""
    module = int(rng.integers(1, 20))
    runs = np.tile(
        np.repeat([0, 255, 0, 255, 0, 255], [1, 1, 3, 1, 1, 1]), width // (8 * module) + 2
    )
    row = np.repeat(runs.astype(np.uint8), module)[:width]
    whole = np.tile(row, (height, 1))
    return (np.ascontiguousarray(whole.T[:height, :width]) if rng.random() < 0.3 else whole), set()


def _checkers(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    cell = int(rng.integers(1, 60))
    y, x = np.ogrid[:height, :width]
    return np.asarray(((x // cell + y // cell) % 2 * 255), np.uint8), set()


def _marks(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    """Finder marks side by side, as many as there is room for."""
    module, gap = int(rng.integers(1, 10)), int(rng.integers(1, 4))
    cell = np.pad(
        np.where(_MARK, 0, 255).astype(np.uint8), ((0, gap), (0, gap)), constant_values=255
    )
    many = np.tile(
        cell, (height // (cell.shape[0] * module) + 1, width // (cell.shape[1] * module) + 1)
    )
    picture = _grown(many, module, width, height)
    return (picture if rng.random() < 0.7 else 255 - picture), set()


def _strewn_marks(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    """Thousands of finder marks of all sizes, over each other."""
    picture = np.full((height, width), 255, np.uint8)
    for _ in range(int(rng.integers(50, 3000))):
        module = int(rng.integers(1, 6))
        mark = np.kron(np.where(_MARK, 0, 255), np.ones((module, module))).astype(np.uint8)
        side = len(mark)
        if side >= min(width, height):
            continue
        left, top = int(rng.integers(width - side)), int(rng.integers(height - side))
        picture[top : top + side, left : left + side] = mark
    return picture, set()


def _rings(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    """Rings ever finer, which beat with the pixels: marks at every scale."""
    x = np.linspace(-1, 1, width, dtype=np.float32)[None, :]
    y = np.linspace(-1, 1, height, dtype=np.float32)[:, None]
    waves = np.cos((x * x + y * y) * np.float32(rng.uniform(20, 3000)))
    return np.asarray(127 + 127 * waves, np.uint8), set()


def _flat(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    tone = int(rng.choice([0, 255, int(rng.integers(256))]))
    picture = np.full((height, width), tone, np.uint8)
    if rng.random() < 0.5:
        dots = rng.integers(0, [height, width], (int(rng.integers(1, 5000)), 2))
        picture[dots[:, 0], dots[:, 1]] = 255 - tone
    return picture, set()


def _symbol(rng: np.random.Generator, length: int, version: int | None = None) -> Symbol:
    text = "".join(_ALPHABET[i] for i in rng.integers(len(_ALPHABET), size=length))
    return Symbol(text, str(rng.choice(list(LEVELS))) if version is None else "L", version)


def _dense(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    """The largest codes there are."""
    symbol = _symbol(rng, int(rng.integers(1000, 2500)), 40)
    modules = np.where(symbol.modules(), 0, 255).astype(np.uint8)
    module = max(1, min(width, height) // len(modules))
    return _on_white(_grown(modules, module), width, height), {symbol.text}


def _broken(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    """A code of which some modules lie: the rest of it asks to be read for long."""
    symbol = _symbol(rng, int(rng.integers(10, 400)))
    dark = symbol.modules()
    wrong = rng.random(dark.shape) < rng.uniform(0.02, 0.5)
    wrong[:12, :12] = wrong[:12, -12:] = wrong[-12:, :12] = False
    module = max(1, int(min(width, height) / len(dark) * rng.uniform(0.3, 1.0)))
    modules = np.where(dark ^ wrong, 0, 255).astype(np.uint8)
    return _on_white(_grown(modules, module), width, height), {symbol.text}


def _giant(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    """Modules so large that the picture holds only a part of the code."""
    symbol = _symbol(rng, 20)
    modules = np.where(symbol.modules(), 0, 255).astype(np.uint8)
    module = int(rng.integers(60, 700))
    top, left = (int(rng.integers(0, max(1, len(modules) - 3))) for _ in range(2))
    return _grown(modules[top:, left:], module, width, height), {symbol.text}


def _many(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    """A wall of codes, all of which may be read."""
    picture, texts = np.full((height, width), 255, np.uint8), set()
    module = int(rng.integers(2, 5))
    symbols = [_symbol(rng, 8) for _ in range(12)]
    drawn = [_grown(np.where(s.modules(), 0, 255).astype(np.uint8), module) for s in symbols]
    step = max(map(len, drawn))
    for number, top in enumerate(range(0, height - step, step)):
        for place, left in enumerate(range(0, width - step, step)):
            which = (number * 7 + place) % len(symbols)
            side = len(drawn[which])
            picture[top : top + side, left : left + side] = drawn[which]
            texts.add(symbols[which].text)
    return picture, texts


def _torn(rng: np.random.Generator, width: int, height: int) -> _Drawn:
    """Two codes cut into bands and mixed: marks of one, modules of the other."""
    one, other = _symbol(rng, 60), _symbol(rng, 60)
    module = max(1, min(width, height) // 60)
    pictures = [
        _on_white(_grown(np.where(s.modules(), 0, 255).astype(np.uint8), module), width, height)
        for s in (one, other)
    ]
    band = int(rng.integers(1, 9)) * module
    lines = (np.arange(height) // band % 2 == 0)[:, None]
    return np.where(lines, *pictures).astype(np.uint8), {one.text, other.text}


def _grown(cells: Picture, module: int, width: int = 0, height: int = 0) -> Picture:
    """Cells as squares of pixels; cut off, or white to the right and below, to a size."""
    if width:
        cells = cells[: -(-height // module), : -(-width // module)]
    grown = cv2.resize(cells, None, fx=module, fy=module, interpolation=cv2.INTER_NEAREST)
    if not width:
        return np.asarray(grown, np.uint8)
    picture = np.full((height, width), 255, np.uint8)
    part = grown[:height, :width]
    picture[: part.shape[0], : part.shape[1]] = part
    return picture


def _on_white(code: Picture, width: int, height: int) -> Picture:
    picture = np.full((height, width), 255, np.uint8)
    part = code[:height, :width]
    top, left = (height - part.shape[0]) // 2, (width - part.shape[1]) // 2
    picture[top : top + part.shape[0], left : left + part.shape[1]] = part
    return picture


def _through_a_broken_jpeg(picture: Picture, rng: np.random.Generator) -> Picture:
    """What a camera's stream gives when bytes are lost; the picture itself where nothing is."""
    coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(5, 90))])[1]
    kept = coded[: int(len(coded) * rng.uniform(0.2, 1.0))].copy()
    for place in rng.integers(min(700, len(kept)), len(kept) + 1, 3):
        kept[place : place + 1] ^= int(rng.integers(1, 256))
    decoded = cv2.imdecode(kept, cv2.IMREAD_GRAYSCALE)
    return picture if decoded is None else np.asarray(decoded, np.uint8)


_KINDS: Final[dict[str, Callable[[np.random.Generator, int, int], _Drawn]]] = {
    "nothing": _nothing,
    "line": _line,
    "noise": _noise,
    "stripes": _stripes,
    "checkers": _checkers,
    "marks": _marks,
    "strewn marks": _strewn_marks,
    "rings": _rings,
    "flat": _flat,
    "dense": _dense,
    "broken": _broken,
    "giant": _giant,
    "many": _many,
    "torn": _torn,
}
