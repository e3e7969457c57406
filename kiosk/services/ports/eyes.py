"""Cameras, decoders and scanners as the services need them."""

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
    """A QR code in a frame; `corners` are four (x, y) in pixels, clockwise from top left."""

    text: str
    corners: tuple[tuple[int, int], ...]


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


class Scanner(Protocol):
    """A scanner that hands over texts, not pictures. One thread uses it."""

    def open(self) -> None:
        """Make ready; Unavailable when it is not there."""

    def read(self) -> str | None:
        """The next code; None when none came within a moment. Unavailable when lost."""

    def close(self) -> None:
        """Give it back; harmless when not open."""
