"""The scan coach: one hint at a time to a guest whose code is not read.

Each frame in which something looks like a code and nothing was read has one likeliest cause.
A cause must be the commonest of the last moments before it is said, and what is said stays for
a while: a hint that flickers is worse than none. The moment a code is read there is none.
"""

from collections import Counter, deque
from enum import StrEnum
from typing import Final

from kiosk.services.ports import CodeLook

PATIENCE_SECONDS: Final = 0.7
"""How long something must look like a code, unread, before a word is said."""
STAYS_SECONDS: Final = 1.2
"""How long a hint stays at least; people need a second to read one sentence."""
_FEWEST: Final = 3
"""Frames that must agree: fewer are a hand that passes."""
_SHARE: Final = 0.5
"""Of the last moments' frames that must agree."""

_TOO_LARGE: Final = 0.78
"""Side of the code over the picture's shorter side: with its quiet zone it fits no more."""
_STREAKED: Final = 0.22
"""A code changes as much along one of its axes as along the other; what is smeared does not."""
_RESTLESS: Final = 0.27
"""Change between two frames over the contrast; a calm hand leaves 0.02 to 0.24."""
_MOVED: Final = 0.1
"""The same for what is smeared; a column in the hall is smeared and stands still."""
_BUSY: Final = 1.25
"""Busyness below which it is no code, but only the busiest spot of an empty hall."""
_BURNT: Final = 0.06
"""Area that is white and flat over that of what looks like a code; glare has 0.17 and more."""
_DARK: Final = 90.0
"""Grey level of its light modules; paper in a lit room has 190 to 250."""
_CRISP: Final = 1.5
"""Busyness of a code that is small and nothing else; a plant or a patterned shirt has less."""
_SMALL: Final = 130.0
"""Pixels of the shorter side; 25 modules need 50, 45 modules and a sharp picture 110."""


class Hint(StrEnum):
    """What would help a guest whose code is not read."""

    CLOSER = "closer"
    FURTHER = "further"
    HOLD_STILL = "hold_still"
    BRIGHTER = "brighter"
    TILT_AWAY = "tilt_away"
    WHOLE_CODE = "whole_code"


def likeliest(look: CodeLook) -> Hint | None:
    """What is wrong with what looks like a code; None where nothing stands out.

    The order is that of the remedies: what is too large, smeared or too dark says little about
    the rest.
    """
    if (look.width * look.height) ** 0.5 >= _TOO_LARGE * look.picture:
        return Hint.FURTHER
    if look.change >= (_MOVED if look.evenness <= _STREAKED else _RESTLESS):
        return Hint.HOLD_STILL
    if look.busyness < _BUSY:
        return None
    if look.light <= _DARK:
        return Hint.BRIGHTER
    if look.edges:
        return Hint.WHOLE_CODE
    if look.burnt >= _BURNT:
        return Hint.TILT_AWAY
    if min(look.width, look.height) <= _SMALL and look.busyness >= _CRISP:
        return Hint.CLOSER
    return None


class Coach:
    """Follows the frames of one camera. One thread uses it."""

    def __init__(self) -> None:
        self._votes: deque[tuple[float, Hint | None]] = deque()
        self._hint: Hint | None = None
        self._since = 0.0
        self._began: float | None = None

    def code_read(self) -> None:
        """A code was read: nothing is wrong any more."""
        self._votes.clear()
        self._hint, self._began = None, None

    def hint(self, look: CodeLook | None, at: float) -> Hint | None:
        """What to say now.

        Args:
            look: at what looks like a code in a frame without a read; None where nothing does.
            at: when the frame was taken, monotonic seconds.
        """
        self._votes.append((at, likeliest(look) if look else None))
        while self._votes and at - self._votes[0][0] > PATIENCE_SECONDS:
            self._votes.popleft()
        if look is not None and self._began is None:
            self._began = at
        if self._hint and at - self._since < STAYS_SECONDS:
            return self._hint
        common = self._common()
        if common is None and not any(hint for _, hint in self._votes):
            self._began = None
        patient = self._began is not None and at - self._began >= PATIENCE_SECONDS
        if common is not self._hint and (patient or common is None):
            self._hint, self._since = common, at
        return self._hint

    def _common(self) -> Hint | None:
        counted = Counter(hint for _, hint in self._votes if hint)
        if not counted:
            return None
        hint, votes = counted.most_common(1)[0]
        return hint if votes >= max(_FEWEST, _SHARE * len(self._votes)) else None
