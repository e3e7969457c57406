"""Key events as the system hands them over, before an input method gets them."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class NativeKey:
    """A key that went down or up.

    `place` is its scan code (set 1, as Windows has them and Linux counts); `command` says that
    Ctrl, Alt or Meta is held; `resent` that we put it back into the stream ourselves; `raw` is
    the system's own event.
    """

    down: bool
    place: int
    at_ms: int
    command: bool
    resent: bool
    raw: bytes


class NativeKeyboard(Protocol):
    """A system's key events. The window's thread uses it."""

    def key_of(self, kind: bytes, message: int) -> NativeKey | None:
        """The key event in a native message at this address; None for any other message."""

    def resend(self, keys: tuple[NativeKey, ...]) -> None:
        """Put keys back into the window's stream, in this order; each comes with `resent`."""
