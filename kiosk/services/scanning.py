"""When a code in view counts: once while it is held up, again after it was away."""

from collections.abc import Iterable


class Scanning:
    """Remembers which codes are in view.

    Args:
        rearm_seconds: how long a code must have left the view before it counts again.
    """

    def __init__(self, rearm_seconds: float = 3.0) -> None:
        self._rearm = rearm_seconds
        self._last_seen: dict[str, float] = {}

    def fresh(self, texts: Iterable[str], at: float) -> tuple[str, ...]:
        """Those of the texts now in view that count; `at` in monotonic seconds."""
        texts = tuple(texts)
        self._last_seen = {
            text: seen for text, seen in self._last_seen.items() if at - seen <= self._rearm
        }
        counted = tuple(text for text in dict.fromkeys(texts) if text not in self._last_seen)
        self._last_seen |= dict.fromkeys(texts, at)
        return counted

    def release(self, text: str) -> None:
        """Let a code count at its next frame: it was read while nobody could take it."""
        self._last_seen.pop(text, None)
