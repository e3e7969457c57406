"""The hybrid logical clock: wall time that never goes back and follows what has been seen.

A reading is milliseconds << 16 | counter. What others have written is looked at when a
fact is *recorded*, never when one is received: a reading refused on receipt as too far ahead may
have become plausible by the time the next fact is written.
"""

from typing import Final

AHEAD_MS: Final = 300_000
"""How far ahead of our own wall clock another station's may be and still be followed."""


def plausible_below(now_ms: int) -> int:
    """Readings from here on lie too far in the future to be followed."""
    return now_ms + AHEAD_MS << 16


def next_reading(last_own: int, newest_plausible: int, now_ms: int) -> int:
    """The reading of a fact recorded now.

    Args:
        last_own: this station's last reading; 0 before its first.
        newest_plausible: the greatest below `plausible_below` of all facts that it holds.
        now_ms: wall time, milliseconds since 1970.
    """
    return max(last_own + 1, newest_plausible + 1, now_ms << 16)
