"""How often somebody may be wrong before they must wait."""

from kiosk.services.ports import Clock

FREE_TRIES = 3
"""Wrong answers before anybody must wait: fingers slip."""
FIRST_WAIT, LONGEST_WAIT = 2.0, 300.0
"""Seconds; doubled with each further wrong answer, so that 10,000 four-digit ones take weeks."""


class Tries:
    """Counts wrong answers at one station; a right one forgives them."""

    def __init__(self, clock: Clock) -> None:
        self._clock, self._wrong, self._locked_until = clock, 0, 0.0

    @property
    def wait(self) -> float:
        """Seconds before the next answer is looked at."""
        return max(0.0, self._locked_until - self._clock.monotonic())

    def right(self) -> None:
        """Somebody showed who they are."""
        self._wrong = 0

    def wrong(self) -> float:
        """Somebody did not; the seconds to wait from now on."""
        self._wrong += 1
        over = self._wrong - FREE_TRIES
        wait = min(LONGEST_WAIT, FIRST_WAIT * 2.0 ** min(over, 20)) if over >= 0 else 0.0
        self._locked_until = self._clock.monotonic() + wait
        return wait
