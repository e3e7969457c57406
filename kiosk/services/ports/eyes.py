"""Cameras, decoders and scanners as the services need them."""

import math
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Frame:
    """One picture: `height` rows of `width` pixels, three bytes each, blue green red.

    `number` counts from 0 in the source; `taken` is `Clock.monotonic()` seconds.
    """

    pixels: memoryview
    width: int
    height: int
    number: int
    taken: float


@dataclass(frozen=True, slots=True)
class CodeSeen:
    """A QR code in a frame.

    `corners` are four (x, y) in pixels, clockwise from top left. `rescued` says that it was
    read only after the picture was worked over.
    """

    text: str
    corners: tuple[tuple[int, int], ...]
    rescued: bool = False

    @property
    def middle(self) -> tuple[float, float]:
        """Its middle in pixels."""
        xs, ys = zip(*self.corners, strict=True)
        return sum(xs) / len(xs), sum(ys) / len(ys)

    @property
    def side(self) -> float:
        """The side of a square of its area, in pixels."""
        around = zip(self.corners, self.corners[1:] + self.corners[:1], strict=True)
        return math.sqrt(abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in around)) / 2)


@dataclass(frozen=True, slots=True)
class CodeLook:
    """What can be told of something that looks like a code and was not read.

    Attributes:
        width: of what looks like a code, in pixels.
        height: of it, in pixels.
        picture: the picture's shorter side in pixels.
        edges: how many of the picture's edges it touches.
        busyness: how often it changes from light to dark, for its light; a sharp code has 1.6
            to 4, what is just busier than its surroundings about 1.
        light: grey level, 0 to 255, that a quarter of it exceeds.
        evenness: how much less it changes along one direction than across it; 1 is alike, a
            code that moves while the shutter is open comes near 0.
        burnt: area of white patches on and beside it over its own; above 1 where a lamp's mirror
            image covers most of a code.
        change: mean difference to the frame before over its contrast.
    """

    width: float
    height: float
    picture: float
    edges: int
    busyness: float
    light: float
    evenness: float
    burnt: float
    change: float


@dataclass(frozen=True, slots=True)
class Sight:
    """What a decoder saw in one frame, codes in no particular order.

    `look` is at what looks like a code where none was read; None where nothing does.
    """

    codes: tuple[CodeSeen, ...] = ()
    look: CodeLook | None = None


class Camera(Protocol):
    """A source of frames. One thread uses it."""

    def open(self) -> None:
        """Make ready; Unavailable when the camera is missing, Misconfigured when it cannot be."""

    def read(self) -> Frame | None:
        """The newest frame, waiting for it; None at the end of a file. Unavailable when lost."""

    def close(self) -> None:
        """Give the camera back; harmless when not open."""


class Decoder(Protocol):
    """Finds QR codes in a frame. One thread uses it."""

    def decode(self, frame: Frame) -> Sight:
        """Every QR code that can be read, and else what stands in the way."""

    def close(self) -> None:
        """Give back what it holds; it reads no more."""


class Scanner(Protocol):
    """A scanner that hands over texts, not pictures. One thread uses it."""

    def open(self) -> None:
        """Make ready; Unavailable when it is not there."""

    def read(self) -> str | None:
        """The next code; None when none came within a moment. Unavailable when lost."""

    def close(self) -> None:
        """Give it back; harmless when not open."""
