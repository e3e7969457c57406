"""Which of the codes in view counts, and when: once while it is held up, the guest's own.

A webcam sees more than the code that is meant: a poster's website, the next guest's phone, a
payment code that was open by mistake. The rules, in this order:

1. A code that can be no ticket does not count while another in view may be one.
2. What is doubtful counts at its second frame: a text that was read only after the picture was
   worked over and has no form that we know, and a code that can be no ticket.
3. A code less than half as wide as the widest lies in the background.
4. The one in the guide frame is meant; else the codes that are left are handed on together,
   largest first, and the records say which of them are valid.
5. A code counts once while it is in view, and again after it was away for the set time; one
   that was refused after a second, so that it explains itself to whoever tries again.
"""

import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kiosk.domain.foreign_code import foreign_code
from kiosk.domain.ticket_code import has_ticket_form
from kiosk.services.ports import CodeSeen

GUIDE_SHARE = 0.72
"""Side of the guide frame over the shorter side of the picture; the screen draws the same."""
BACKGROUND = 0.5
"""A code narrower than this share of the widest one is held by somebody further back."""
AGAIN_SECONDS = 1.0
"""How long a refused code must have been away: as long as a guest needs to turn a phone."""


@dataclass(slots=True)
class _Seen:
    at: float
    counted: bool = False
    refused: bool = False
    typed: bool = False


class Scanning:
    """Remembers which codes are in view. May be used by any thread: two cameras share one.

    Args:
        rearm_seconds: how long a code must have left the view before it counts again.
    """

    def __init__(self, rearm_seconds: float = 3.0) -> None:
        self._rearm = rearm_seconds
        self._seen: dict[str, _Seen] = {}
        self._patterns: tuple[str, ...] = ()
        self._lock = threading.Lock()

    def expect(self, ticket_patterns: Iterable[str]) -> None:
        """The forms in which the event's platform puts codes into addresses."""
        self._patterns = tuple(ticket_patterns)

    def fresh(self, codes: Sequence[CodeSeen], size: tuple[int, int], at: float) -> tuple[str, ...]:
        """The texts that count now: none, the guest's, or several that may all be meant.

        Args:
            codes: all that were read in one frame.
            size: the frame's width and height in pixels.
            at: when it was taken, monotonic seconds.
        """
        with self._lock:
            self._forget(at)
            meant = _guided(_near(self._sure(codes, at)), size)
            counted = tuple(c.text for c in meant if not self._seen[c.text].counted)
            for text in counted:
                self._seen[text].counted = True
            return counted

    def typed(self, text: str, at: float) -> bool:
        """A scanner typed this; whether it counts.

        It does not where a camera has counted it and it is still held up: both have seen the
        same ticket. A camera that sees it next does not count it either.

        Args:
            text: as the scanner typed it.
            at: monotonic seconds.
        """
        with self._lock:
            self._forget(at)
            seen = self._seen.setdefault(text, _Seen(at))
            if seen.counted and not seen.typed:
                return False
            seen.at, seen.counted, seen.typed, seen.refused = at, True, True, False
            return True

    def release(self, text: str) -> None:
        """Let a code count at its next frame: it was read while nobody could take it."""
        with self._lock:
            self._seen.pop(text, None)

    def refused(self, text: str) -> None:
        """The code was turned away: it may soon be shown again, and then counts again."""
        with self._lock:
            if text in self._seen:
                self._seen[text].refused = True

    def _forget(self, at: float) -> None:
        self._seen = {t: s for t, s in self._seen.items() if at - s.at <= self._pause(s)}

    def _pause(self, seen: _Seen) -> float:
        return min(AGAIN_SECONDS, self._rearm) if seen.refused else self._rearm

    def _sure(self, codes: Sequence[CodeSeen], at: float) -> list[CodeSeen]:
        """The codes without doubt, each text once; of the others the first sight is noted."""
        known = {c.text for c in codes if has_ticket_form(c.text, self._patterns)}
        foreign = {c.text for c in codes if c.text not in known and foreign_code(c.text)}
        if len(foreign) < len({c.text for c in codes}):
            codes = [code for code in codes if code.text not in foreign]
        sure: dict[str, CodeSeen] = {}
        for code in codes:
            doubtful = code.text in foreign or (code.rescued and code.text not in known)
            before = self._seen.get(code.text)
            if before or not doubtful:
                sure.setdefault(code.text, code)
        for code in codes:
            self._seen.setdefault(code.text, _Seen(at)).at = at
        return list(sure.values())


def _near(codes: list[CodeSeen]) -> list[CodeSeen]:
    """Those that are not in the background, widest first."""
    codes = sorted(codes, key=lambda code: -code.side)
    return [code for code in codes if code.side >= BACKGROUND * codes[0].side]


def _guided(codes: list[CodeSeen], size: tuple[int, int]) -> list[CodeSeen]:
    """The one in the guide frame, or all where it holds none or several."""
    width, height = size
    reach = min(size) * GUIDE_SHARE / 2
    inside = [
        code
        for code in codes
        if max(abs(code.middle[0] - width / 2), abs(code.middle[1] - height / 2)) <= reach
    ]
    return inside if len(inside) == 1 else codes
