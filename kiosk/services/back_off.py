"""How long to wait before asking again: full jitter, the other side's word first."""

from collections.abc import Callable
from typing import Final

FIRST_SECONDS: Final = 0.5
LONGEST_SECONDS: Final = 30.0
PATIENCE_SECONDS: Final = 600.0
"""The longest that the other side may ask us to wait."""


class BackOff:
    """Waits between 0 and a ceiling that doubles with every failure.

    Args:
        chance: a number from 0 to 1, anew each time: stations that failed together must not
            all come back together.
    """

    def __init__(self, chance: Callable[[], float]) -> None:
        self._chance = chance
        self._failures = 0

    def succeeded(self) -> None:
        """Begin from the shortest wait again."""
        self._failures = 0

    def failed(self, retry_after: float | None = None) -> float:
        """Seconds to wait now."""
        self._failures += 1
        if retry_after is not None:
            # a little more than asked, each its own share
            return min(PATIENCE_SECONDS, retry_after * (1 + 0.2 * self._chance()))
        ceiling = FIRST_SECONDS * float(1 << min(self._failures, 10))
        return min(LONGEST_SECONDS, ceiling) * self._chance()
