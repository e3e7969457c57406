"""Tells a scanner that types from a person who types, by how fast the keys follow each other.

USB scanners are keyboards to the computer (a *keyboard wedge*): 2 to 30 ms from key to key,
then Enter, Tab or nothing. The fastest typists need 55 ms a key on average and now and then
hit two keys within 30. So keys are kept back until the next one was due: a person's appear
50 ms late, which nobody sees, and a scanner's never reach a text field.
"""

from dataclasses import dataclass

GAP_MS = 50
"""Longest pause inside a scan. Scanners are sold with up to 30 ms; the rest is the system's."""
MEAN_MS = 38
"""Longest mean pause of a scan: 26 keys a second, twice the record of people."""
LEAST_ENDED, LEAST_BARE = 4, 6
"""Fewest characters of a scan that ends with Enter or Tab, and of one that just ends."""
LATE_MS = 300
"""An Enter this soon after a scan is that scan's own, come late; it must press nothing."""
MOST = 1024
"""Characters kept back at most; a key that is jammed must not fill the memory."""


@dataclass(frozen=True, slots=True)
class Scan:
    """A scanner typed this; nothing of it may reach the window."""

    text: str


@dataclass(frozen=True, slots=True)
class ByHand:
    """A person typed: what was kept back belongs to the window, in the order it came."""


class KeyboardWedge:
    """Looks at one key after the other; times are the key events' own milliseconds.

    The caller keeps back each key given to `key`, and calls `ended` or `silence` when either
    happens; what they answer says what to do with what was kept back.
    """

    def __init__(self) -> None:
        self._text: list[str] = []
        self._first = self._last = 0
        self._just_scanned = False

    @property
    def waiting(self) -> bool:
        """Whether keys are kept back."""
        return bool(self._text)

    def continues(self, at_ms: int) -> bool:
        """Whether a key at this time can belong to what is kept back."""
        return self.waiting and at_ms - self._last <= GAP_MS and len(self._text) < MOST

    def is_late(self, at_ms: int) -> bool:
        """Whether an Enter or Tab at this time belongs to the scan before."""
        return self._just_scanned and not self.waiting and at_ms - self._last <= LATE_MS

    def key(self, text: str, at_ms: int) -> None:
        """A key that prints `text`; where it does not continue, `silence` was asked before."""
        self._just_scanned = False
        if not self._text:
            self._first = at_ms
        self._text.append(text)
        self._last = at_ms

    def ended(self, at_ms: int) -> Scan | ByHand:
        """Enter or Tab came."""
        close = self.continues(at_ms)
        return self._verdict(LEAST_ENDED if close else LEAST_BARE)

    def silence(self) -> Scan | ByHand:
        """Nothing came for longer than `GAP_MS`, or another kind of key did."""
        return self._verdict(LEAST_BARE)

    def _verdict(self, least: int) -> Scan | ByHand:
        text, self._text = "".join(self._text), []
        pauses = len(text) - 1
        if len(text) >= least and self._last - self._first <= MEAN_MS * pauses:
            self._just_scanned = True
            return Scan(text)
        return ByHand()
