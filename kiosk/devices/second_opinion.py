"""OpenCV's WeChat reader, for what zxing-cpp never reads: damaged marks, no quiet zone.

It reads without its models. It is slow (tens of milliseconds, seconds on some pictures) and
users tell of crashes (opencv_contrib issues 2863, 3150, 3314), so it is for still pictures
only. No wrong text of its was seen; a second reader is a second way to be wrong all the same,
so a text counts only when two sizes of the picture agree on it.
"""

from collections.abc import Callable, Sequence
from typing import Final

import cv2
import numpy as np

from kiosk.devices.qr_reading import Grey, View
from kiosk.services.ports import CodeSeen

Detect = Callable[[Grey], tuple[Sequence[str], "Sequence[cv2.typing.MatLike]"]]

_SIDES: Final = (480, 360)
"""Longest sides in pixels at which it is asked."""
_SMALLEST: Final = 24
"""Shortest side in pixels; no code is smaller."""


class WeChatReader:
    """Reads what it reads twice. One thread uses it."""

    def __init__(self, detect: Detect | None = None) -> None:
        self._detect = detect

    def read(self, grey: Grey) -> tuple[CodeSeen, ...]:
        """Codes whose text two sizes of the picture agree on."""
        first, second = _SIDES if max(grey.shape) > _SIDES[0] else (max(grey.shape), _SIDES[1])
        seen = self._at(grey, first)
        if not seen:
            return ()
        again = {code.text for code in self._at(grey, second)}
        return tuple(code for code in seen if code.text in again)

    def _at(self, grey: Grey, longest: int) -> list[CodeSeen]:
        if self._detect is None:  # few pictures need it
            self._detect = cv2.wechat_qrcode.WeChatQRCode().detectAndDecode
        scale = longest / max(grey.shape)
        size = (round(grey.shape[1] * scale), round(grey.shape[0] * scale))
        if min(size) < _SMALLEST:
            return []
        sized = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
        try:
            texts, outlines = self._detect(np.asarray(sized, np.uint8))
        except (cv2.error, UnicodeDecodeError):  # bytes that are no UTF-8 are no ticket either
            return []
        view = View(scale, scale)
        return [
            CodeSeen(text, tuple(view.on_frame(float(x), float(y)) for x, y in outline))
            for text, outline in zip(texts, outlines, strict=True)
            if text
        ]
