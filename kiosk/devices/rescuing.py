"""The decoder for live frames: plain zxing-cpp, and on a miss as much more as time allows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kiosk.devices.busy_pictures import calm
from kiosk.devices.code_look import CodeWatcher
from kiosk.devices.cpu_allowance import CpuAllowance
from kiosk.devices.qr_reading import Grey, grey_of, read_codes
from kiosk.devices.rare_stages import RARE
from kiosk.devices.rescue_stages import LIVE, Look, Seen, Stage, resized
from kiosk.services.ports import CodeLook, Frame, Sight

_PLAIN: Final = "plain"
_SEARCH: Final = "search"
_LOOK: Final = "look"
_FOLLOW_COST: Final = 4.0
"""Bare calls that following a bent grid takes; a first guess."""
PATIENCE: Final = 5
"""Frames missed in a row after which the rare stages are tried."""
LARGEST: Final = 1920
"""Longest side in pixels that is read as it is; a camera that gives more is made smaller."""


@dataclass(slots=True)
class _Round:
    """Stages, and whose turn it is."""

    stages: tuple[Stage, ...]
    turn: int = 0

    def in_turn(self) -> list[tuple[int, Stage]]:
        """All of them with their places, from the one whose turn it is."""
        places = [*range(self.turn, len(self.stages)), *range(self.turn)]
        return [(at, self.stages[at]) for at in places]


class RescuingDecoder:
    """Implements `Decoder`. Knows what the frames before needed: make one for each camera.

    Plain zxing-cpp comes first. Then the stages have their turn, round and round while frames
    are missed: the first that there was no time for begins on the next frame. After a read the
    likeliest begin again, for the next guest. After some misses the rare stages have every
    other frame.
    """

    def __init__(
        self,
        allowance: CpuAllowance | None = None,
        stages: Sequence[Stage] = LIVE,
        rare: Sequence[Stage] = RARE,
    ) -> None:
        self._allowance = allowance or CpuAllowance()
        self._usual, self._rare = _Round(tuple(stages)), _Round(tuple(rare))
        self._round = self._usual
        self._missed = 0
        self._watcher = CodeWatcher()
        self._look: CodeLook | None = None
        self.read_by = ""

    def decode(self, frame: Frame) -> Sight:
        codes = self.read(grey_of(frame))
        return Sight(codes, self._look)

    def close(self) -> None:
        """Holds nothing."""

    def read(self, grey: Grey) -> Seen:
        """The same for a grey picture; `read_by` then names the stage."""
        self.read_by = ""
        if not grey.size:
            return ()
        shrunk = min(1.0, LARGEST / max(grey.shape))
        calmed, halved = calm(resized(grey, shrunk) if shrunk < 1 else grey)
        scale = shrunk * halved
        found = self._read(calmed)
        return _enlarged(found, 1 / scale) if scale < 1 else found

    def _read(self, grey: Grey) -> Seen:
        self._allowance.begin(grey.size)
        found = self._allowance.timed(_PLAIN, lambda: read_codes(grey))
        if found:
            self.read_by = _PLAIN
        else:
            if self._missed % 2:  # the first miss has all the time for reading
                self._look = self._allowance.timed(_LOOK, lambda: self._watcher.look(grey))
            found = self._rescued(Look(grey, self._when_time))
        if found:
            self._look = None
        self._missed = 0 if found else self._missed + 1
        self._allowance.end()
        return found

    def _rescued(self, look: Look) -> Seen:
        if not self._missed:
            self._usual.turn, self._round = 0, self._usual
        elif self._missed >= PATIENCE and self._rare.stages:
            self._round = self._usual if self._round is self._rare else self._rare
        left_out: list[int] = []
        for at, stage in self._round.in_turn():
            if not self._has_time(stage, look):
                left_out.append(at)
                continue
            found = self._tried(stage, look)
            if found:
                self.read_by = stage.name
                return tuple(replace(code, rescued=True) for code in found)
            if look.put_off:
                left_out.append(at)
        if left_out:
            self._round.turn = left_out[0]
        return ()

    def _when_time(self, name: str, work: Callable[[], Seen]) -> Seen | None:
        guess = _FOLLOW_COST * self._allowance.last(_PLAIN)
        if not self._allowance.allows(name, guess=guess):
            return None
        return self._allowance.timed(name, work)

    def _has_time(self, stage: Stage, look: Look) -> bool:
        guess = stage.cost * self._allowance.last(_PLAIN)
        also = _SEARCH if stage.searches and not look.searched else ""
        return self._allowance.allows(stage.name, guess=guess, also=also)

    def _tried(self, stage: Stage, look: Look) -> Seen:
        look.put_off = False
        if stage.searches and not look.searched:
            self._allowance.timed(_SEARCH, lambda: look.regions)
        return self._allowance.timed(stage.name, lambda: stage.read(look))


def _enlarged(found: Seen, times: float) -> Seen:
    return tuple(
        replace(code, corners=tuple((round(x * times), round(y * times)) for x, y in code.corners))
        for code in found
    )
