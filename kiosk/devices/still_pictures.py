"""The decoder for pictures that do not move: everything there is, in one call.

For photographs that organisers send in, not for a camera: up to a third of a second.
"""

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

import cv2
import numpy as np

from kiosk.devices.busy_pictures import calm
from kiosk.devices.covered_marks import completed
from kiosk.devices.cpu_allowance import CpuSeconds
from kiosk.devices.finder_marks import trios
from kiosk.devices.qr_reading import Grey, View, grey_of, read_codes
from kiosk.devices.rare_stages import RARE
from kiosk.devices.rescue_stages import (
    LIVE,
    Look,
    Seen,
    above,
    fine_contrast,
    fixed_level,
    local_mean,
    marks_in,
    over,
    over_mean,
    resized,
)
from kiosk.devices.second_opinion import WeChatReader
from kiosk.devices.unbending import read_bent
from kiosk.services.ports import CodeSeen, Frame, Sight

BUDGET_MS: Final = 300.0
"""CPU time after which no new stage begins."""
_SIDES: Final = (1280, 2560)
"""Longest sides in pixels at which a large picture is read, and nothing above the last:
small is quick, and large only matters to codes that are small in it."""
_BUSIEST: Final = 90_000
_TRIES: Final = 2
_CROSS: Final = np.ones((3, 3), np.uint8)

Tones = Callable[[Grey], Grey]


class StillPictureDecoder:
    """Implements `Decoder`. Keeps nothing from one picture to the next."""

    def __init__(
        self,
        budget_ms: float = BUDGET_MS,
        cpu: CpuSeconds = time.thread_time,
        second_opinion: WeChatReader | None = None,
    ) -> None:
        self._budget, self._cpu = budget_ms / 1000, cpu
        self._second = second_opinion or WeChatReader()
        self.read_by = ""

    def decode(self, frame: Frame) -> Sight:
        return Sight(self.read(grey_of(frame)))

    def close(self) -> None:
        """Holds nothing."""

    def read(self, grey: Grey) -> Seen:
        """The same for a grey picture; `read_by` then names the stage."""
        self.read_by = ""
        if not grey.size:
            return ()
        began = self._cpu()
        for name, read in self._all(grey):
            found = read()
            if found:
                self.read_by = name
                return found
            if self._cpu() - began > self._budget:
                break
        return ()

    def _all(self, grey: Grey) -> Iterator[tuple[str, Callable[[], Seen]]]:
        sizes = list(_sizes(grey))
        for picture, view in sizes:
            yield "plain", partial(read_codes, picture, view)
        for picture, view in sizes:
            look = Look(picture)
            for stage in (*LIVE, *RARE):
                yield stage.name, partial(_seen_from, view, partial(stage.read, look))
            for name, tones, scale in _BENDS:
                bends = partial(_bent, picture, tones, scale)
                yield f"bent, {name}", partial(_seen_from, view, bends)
            for name, tones in _COVERED:
                yield name, partial(_seen_from, view, partial(_covered, picture, tones))
            for name, work in _SLOW:
                yield name, partial(_seen_from, view, partial(work, look))
        yield "second opinion", partial(self._second.read, grey)


def _sizes(grey: Grey) -> Iterator[tuple[Grey, View]]:
    longest = max(grey.shape)
    for side in _SIDES:
        scale = min(1.0, side / longest)
        picture, halved = calm(resized(grey, scale) if scale < 1 else grey)
        yield picture, View(scale * halved, scale * halved)
        if scale == 1:
            return


def _seen_from(view: View, read: Callable[[], Seen]) -> Seen:
    """What is read in a picture, with its corners on the frame."""
    return tuple(
        CodeSeen(code.text, tuple(view.on_frame(x, y) for x, y in code.corners)) for code in read()
    )


def _bent(picture: Grey, tones: Tones, scale: float) -> Seen:
    sized = picture if scale == 1 else resized(picture, scale)
    for trio in trios(marks_in(tones(sized), scale, _BUSIEST), most=_TRIES):
        found = read_bent(picture, trio)
        if found:
            return found
    return ()


def _covered(picture: Grey, tones: Tones) -> Seen:
    for trio in completed(marks_in(tones(picture), 1.0, _BUSIEST)):
        found = read_bent(picture, trio, sizes=2, rounds=1)
        if found:
            return found
    return ()


def _heavier(tones: Tones) -> Tones:
    """Dark parts a pixel larger: rings that light has broken close again."""
    return lambda grey: np.asarray(cv2.erode(tones(grey), _CROSS), np.uint8)


def _negative(tones: Tones) -> Tones:
    """Light codes on a dark ground."""
    return lambda grey: np.asarray(cv2.bitwise_not(tones(grey)), np.uint8)


def _level(level: int) -> Tones:
    return partial(over, level=level)


def _mean(around: int, less: float) -> Tones:
    return partial(over_mean, around=around, less=less)


_BENDS: Final[tuple[tuple[str, Tones, float], ...]] = (
    ("level 100, thorough", _level(100), 1.0),
    ("wide mean, heavier", _heavier(_mean(91, 6)), 1.0),
    ("level 145, thorough", _level(145), 1.0),
    ("level 60, negative", _negative(_level(60)), 0.5),
    ("level 200, thorough", _level(200), 1.0),
    ("contrast", partial(above, around=81, sigma=0.8), 1.0),
    ("wide mean, light", _mean(81, -8), 1.0),
    ("fine mean", _mean(21, 4), 1.0),
    ("mean", _mean(41, 12), 1.0),
    ("contrast, quarter", partial(above, around=21, sigma=0.8), 0.25),
    ("mean, negative", _negative(_mean(41, 4)), 1.0),
    ("level 100, negative", _negative(_level(100)), 1.0),
)

_COVERED: Final[tuple[tuple[str, Tones], ...]] = (
    ("mark covered, mean", _mean(41, 12)),
    ("mark covered, level 145", _level(145)),
    ("mark covered, contrast", partial(above, around=81, sigma=0.8)),
)


def _smoothed(look: Look) -> Seen:
    return read_codes(np.asarray(cv2.medianBlur(look.grey, 3), np.uint8))


def _softest_contrast(look: Look) -> Seen:
    return fine_contrast(look, around=11, sigma=1.6)


def _deepened(look: Look) -> Seen:
    """Dark grey apart from darker: a gamma of 3."""
    curve = (255 * (np.arange(256) / 255) ** 3 + 0.5).astype(np.uint8)
    return read_codes(np.asarray(cv2.LUT(look.grey, curve), np.uint8))


def _turned(look: Look, degrees: float) -> Seen:
    """Turned a little: marks that lay between the lines zxing-cpp looks along."""
    height, width = look.grey.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    across, down = abs(turn[0, 0]), abs(turn[0, 1])
    size = (int(height * down + width * across) + 1, int(height * across + width * down) + 1)
    turn[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    turned = cv2.warpAffine(look.grey, turn, size, borderMode=cv2.BORDER_REPLICATE)
    back = cv2.invertAffineTransform(turn)
    return tuple(
        CodeSeen(code.text, tuple(_moved(back, x, y) for x, y in code.corners))
        for code in read_codes(np.asarray(turned, np.uint8))
    )


def _moved(turn: "cv2.typing.MatLike", x: float, y: float) -> tuple[int, int]:
    across, down = turn @ (x, y, 1.0)
    return round(float(across)), round(float(down))


def _enlarged(look: Look) -> Seen:
    height, width = look.grey.shape
    if max(height, width) > 1000:
        return ()
    grown = cv2.resize(look.grey, (2 * width, 2 * height), interpolation=cv2.INTER_CUBIC)
    return read_codes(np.asarray(grown, np.uint8), View(2.0, 2.0), shrinks=False)


_SLOW: Final[tuple[tuple[str, Callable[[Look], Seen]], ...]] = (
    ("smoothed", _smoothed),
    ("softest contrast", _softest_contrast),
    ("deepened", _deepened),
    ("level 30", partial(fixed_level, level=30)),
    ("level 60", partial(fixed_level, level=60)),
    ("level 220", partial(fixed_level, level=220)),
    ("wide mean, light", partial(local_mean, around=41, less=-8)),
    ("turned 20", partial(_turned, degrees=20)),
    ("turned -20", partial(_turned, degrees=-20)),
    ("enlarged", _enlarged),
)
