"""What a code is shown on: a phone's screen, a printed page, a card on a lanyard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from tests.studio.codes import Symbol
from tests.studio.optics import Picture

PX_PER_MM: Final = 6
_Colour = tuple[int, int, int]
_WHITE: Final[_Colour] = (252, 252, 252)
_INK: Final[_Colour] = (44, 38, 34)
_PALE: Final[_Colour] = (150, 146, 142)
_BRANDS: Final[tuple[_Colour, ...]] = (
    (168, 95, 31),
    (60, 60, 168),
    (96, 130, 40),
    (120, 60, 110),
    (70, 66, 62),
)


@dataclass(frozen=True)
class Place:
    """A square in a picture: left, top and side in pixels."""

    left: int
    top: int
    side: int


@dataclass(frozen=True)
class Face:
    """A flat thing seen straight on, at `PX_PER_MM`.

    Attributes:
        kind: "phone", "paper" or "card".
        picture: BGR, as bright as it would be photographed straight.
        cover: 0..255, its outline.
        glows: 0..255, how much of each pixel is its own light.
        gloss: How much of the room's lamps it mirrors, 0..1.
        code: Where the symbol with its quiet zone stands.
    """

    kind: str
    picture: Picture
    cover: Picture
    glows: Picture
    gloss: float
    code: Place

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height in millimetres."""
        height, width = self.cover.shape
        return width / PX_PER_MM, height / PX_PER_MM


def phone(
    symbol: Symbol, rng: np.random.Generator, *, dark_mode: bool = False, caption: str = ""
) -> Face:
    """Return a phone that shows a ticket app, or the code alone from its photo album.

    Args:
        symbol: The code on the screen.
        rng: Decides the model and the app.
        dark_mode: A dark app that inverts the code as well.
        caption: A line under the code, such as the ticket's number.
    """
    width, height = 75 * PX_PER_MM, int(rng.integers(152, 163)) * PX_PER_MM
    body = np.full((height, width, 3), int(rng.integers(14, 40)), np.uint8)
    cover = _rounded(width, height, 10 * PX_PER_MM)
    edge = cv2.erode(cover, np.ones((9, 9), np.uint8))
    body[edge < 128] = rng.choice([(150, 148, 146), (60, 58, 56), (120, 140, 165)])
    inset = 18
    size = (width - 2 * inset, height - 2 * inset)
    screen, on_screen = _screen(symbol, rng, size, dark_mode, caption)
    code = Place(on_screen.left + inset, on_screen.top + inset, on_screen.side)
    glows = np.zeros((height, width), np.uint8)
    window = _rounded(width - 2 * inset, height - 2 * inset, 8 * PX_PER_MM)
    where = (slice(inset, height - inset), slice(inset, width - inset))
    body[where] = _mixed(body[where], screen, window)
    glows[where] = window
    cv2.circle(body, (width // 2, inset + 22), 9, (8, 8, 8), -1)
    return Face("phone", body, cover, glows, gloss=0.9, code=code)


def paper(symbol: Symbol, rng: np.random.Generator, *, caption: str = "") -> Face:
    """Return a printed confirmation, folded once, as people bring it."""
    width, height = 105 * PX_PER_MM, 140 * PX_PER_MM
    page = np.full((height, width, 3), (236, 240, 241), np.uint8)
    brand = _BRANDS[int(rng.integers(len(_BRANDS)))]
    _words(page, "中国汽车重庆峰会", (54, 92), 34, brand, 600)
    _words(page, "China Auto Chongqing Summit", (54, 130), 20, _PALE)
    cv2.line(page, (54, 150), (width - 54, 150), brand, 3)
    _words(page, "入场凭证  Admission", (54, 196), 24, _INK)
    code = _placed(page, symbol.drawn(47 * PX_PER_MM), top=226)
    below = 226 + code.side + 10
    _words(page, caption, (width // 2 - 90, below + 22), 24, _INK, 600)
    _lines(page, rng, (54, below + 60), width - 108)
    page = _creased(page, rng)
    cover = np.full((height, width), 255, np.uint8)
    return Face("paper", page, cover, np.zeros_like(cover), gloss=0.04, code=code)


def card(symbol: Symbol, rng: np.random.Generator, *, caption: str = "") -> Face:
    """Return a laminated card such as organisers send ahead, with a slot for its lanyard."""
    width, height = 86 * PX_PER_MM, 118 * PX_PER_MM
    front = np.full((height, width, 3), (244, 246, 246), np.uint8)
    brand = _BRANDS[int(rng.integers(len(_BRANDS)))]
    cv2.rectangle(front, (0, 0), (width, 150), brand, -1)
    _words(front, "中国汽车重庆峰会", (60, 88), 42, _WHITE, 600)
    _words(front, "2027.06.08 - 10   Chongqing", (62, 126), 22, _WHITE)
    code = _placed(front, symbol.drawn(50 * PX_PER_MM), top=186)
    _words(front, caption, (width // 2 - 96, 540), 26, _INK, 600)
    _lines(front, rng, (70, 574), width - 140, rows=3)
    cv2.rectangle(front, (0, height - 62), (width, height), brand, -1)
    cover = _rounded(width, height, 4 * PX_PER_MM)
    cv2.ellipse(cover, (width // 2, 26), (42, 9), 0, 0, 360, 0, -1)
    return Face("card", front, cover, np.zeros_like(cover), gloss=0.35, code=code)


def _screen(
    symbol: Symbol,
    rng: np.random.Generator,
    size: tuple[int, int],
    dark_mode: bool,
    caption: str,
) -> tuple[Picture, Place]:
    width, height = size
    from_album = not dark_mode and rng.random() < 0.25
    ground = (22, 20, 18) if dark_mode or from_album else (240, 238, 236)
    ink = (225, 225, 225) if dark_mode or from_album else _INK
    screen = np.full((height, width, 3), ground, np.uint8)
    brand = _BRANDS[int(rng.integers(len(_BRANDS)))]
    top = round(height * rng.uniform(0.28, 0.33))
    if from_album:
        cv2.rectangle(screen, (0, top - 40), (width, top + 56 * PX_PER_MM), _WHITE, -1)
    else:
        _app(screen, brand, top, dark_mode)
    code = _placed(screen, symbol.drawn(54 * PX_PER_MM, inverted=dark_mode), top, glows=dark_mode)
    below = top + code.side
    _words(screen, f"8:{rng.integers(24, 42)}", (34, 40), 24, ink if from_album else _WHITE, 600)
    cv2.rectangle(screen, (width - 70, 22), (width - 34, 40), ink if from_album else _WHITE, 2)
    if not from_album:
        _words(screen, caption, (width // 2 - 100, below + 34), 28, ink, 600)
        _lines(screen, rng, (48, below + 62), width - 96, rows=4)
        bottom = height - 110
        cv2.rectangle(screen, (48, bottom), (width - 48, bottom + 56), brand, -1)
        _words(screen, "添加到卡包", (width // 2 - 66, bottom + 38), 26, _WHITE)
    cv2.rectangle(screen, (width // 2 - 70, height - 18), (width // 2 + 70, height - 13), _PALE, -1)
    return screen, code


def _app(screen: Picture, brand: _Colour, top: int, dark_mode: bool) -> None:
    height, width = screen.shape[:2]
    cv2.rectangle(screen, (0, 0), (width, top - 90), brand, -1)
    _words(screen, "我的门票", (width // 2 - 56, 86), 26, _WHITE, 600)
    _words(screen, "中国汽车重庆峰会", (52, top - 122), 30, _WHITE, 600)
    if not dark_mode:
        cv2.rectangle(screen, (22, top - 100), (width - 22, height - 140), _WHITE, -1)
    _words(screen, "入场二维码 / Entry code", (48, top - 54), 24, _PALE)


def _placed(picture: Picture, code: Picture, top: int, *, glows: bool = False) -> Place:
    """Put a grey code in the middle of a picture and return where."""
    side = len(code)
    left = int(picture.shape[1] - side) // 2
    where = (slice(top, top + side), slice(left, left + side))
    if glows:  # light modules on a dark app
        picture[where] = np.maximum(picture[where], np.minimum(code, 225)[:, :, None])
        return Place(left, top, side)
    # Ink darkens what it is printed on: the quiet zone is the paper's own white.
    printed = picture[where].astype(np.uint16) * code[:, :, None] // 250
    picture[where] = np.minimum(printed, 255)
    return Place(left, top, side)


def _words(
    picture: Picture, text: str, at: tuple[int, int], size: int, colour: _Colour, weight: int = 400
) -> None:
    if text:
        cv2.putText(picture, text, at, colour, cv2.FontFace("uni"), size, weight)


def _lines(
    picture: Picture, rng: np.random.Generator, at: tuple[int, int], width: int, rows: int = 5
) -> None:
    """Draw small print: at this size a webcam sees grey bars, and so do we."""
    for row in range(rows):
        end = at[0] + round(width * rng.uniform(0.45, 1.0))
        y = at[1] + 27 * row
        for x in range(at[0], end, 15):
            top = y + int(rng.integers(0, 4))
            cv2.rectangle(picture, (x, top), (x + int(rng.integers(7, 13)), y + 11), _PALE, -1)


def _creased(page: Picture, rng: np.random.Generator) -> Picture:
    """Shade a page by its folds: the fold catches light and the halves lean apart."""
    height, width = page.shape[:2]
    fold = height * rng.uniform(0.72, 0.82)
    y = np.arange(height, dtype=np.float32)
    shade = np.where(y < fold, 1.0, 0.93) + 0.06 * np.exp(-np.square((y - fold) / 4))
    lean = np.linspace(1.0, rng.uniform(0.86, 0.95), width, dtype=np.float32)
    ripple = 1 + 0.02 * np.sin(np.linspace(0, 9, width) + rng.uniform(0, 6))
    lit = page * (shade[:, None] * (lean * ripple)[None, :])[:, :, None]
    return np.asarray(np.clip(lit, 0, 255), np.uint8)


def _mixed(under: Picture, over: Picture, cover: Picture) -> Picture:
    share = cover[:, :, None].astype(np.float32) / np.float32(255)
    return np.asarray(under * (1 - share) + over * share, np.uint8)


def _rounded(width: int, height: int, radius: int) -> Picture:
    mask = np.zeros((height, width), np.uint8)
    cv2.rectangle(mask, (radius, 0), (width - 1 - radius, height - 1), 255, -1)
    cv2.rectangle(mask, (0, radius), (width - 1, height - 1 - radius), 255, -1)
    for x in (radius, width - 1 - radius):
        for y in (radius, height - 1 - radius):
            cv2.circle(mask, (x, y), radius, 255, -1, cv2.LINE_AA)
    return mask
