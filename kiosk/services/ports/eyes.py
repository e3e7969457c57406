"""Cameras and decoders as the services need them."""

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

    def decode(self, frame: Frame) -> tuple[CodeSeen, ...]:
        """Every QR code that can be read, in no particular order."""

    def close(self) -> None:
        """Give back what it holds; it reads no more."""
