"""QR symbols as module matrices, drawn the way a ticket platform draws them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt
import qrcode
from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.util import QRData

QUIET_MODULES: Final = 4

LEVELS: Final = {
    "L": ERROR_CORRECT_L,
    "M": ERROR_CORRECT_M,
    "Q": ERROR_CORRECT_Q,
    "H": ERROR_CORRECT_H,
}


@dataclass(frozen=True)
class Symbol:
    """A text together with how its issuer draws it.

    Attributes:
        text: What a reader must answer.
        level: Error correction, "L", "M", "Q" or "H".
        version: The symbol's version, or None for the smallest that fits.
    """

    text: str
    level: str = "M"
    version: int | None = None

    def modules(self) -> npt.NDArray[np.bool_]:
        """Return the dark modules, quiet zone included."""
        qr = qrcode.QRCode(
            version=self.version,
            error_correction=LEVELS[self.level],
            border=QUIET_MODULES,
        )
        # One segment in the densest mode that holds it all: that is how versions are reckoned.
        qr.add_data(QRData(self.text.encode()), optimize=0)
        qr.make(fit=self.version is None)
        return np.asarray(qr.get_matrix(), dtype=np.bool_)

    def drawn(self, side: int, *, inverted: bool = False) -> npt.NDArray[np.uint8]:
        """Return the symbol as a grey picture about `side` pixels wide.

        The side is rounded to whole pixels a module: a phone's own renderer
        does the same, and uneven modules would be an artefact of the studio.

        Args:
            side: The wanted width in pixels.
            inverted: Light modules on a dark ground, as some dark modes show it.
        """
        dark = self.modules()
        pixels = max(1, round(side / dark.shape[0]))
        grey = np.where(dark != inverted, 12, 250).astype(np.uint8)
        grown = cv2.resize(grey, None, fx=pixels, fy=pixels, interpolation=cv2.INTER_NEAREST)
        return np.asarray(grown, dtype=np.uint8)


@dataclass(frozen=True)
class GivenSymbol(Symbol):
    """A symbol that somebody else has drawn already.

    Attributes:
        dark: Its modules by rows, without the quiet zone.
    """

    dark: tuple[tuple[bool, ...], ...] = ()

    def modules(self) -> npt.NDArray[np.bool_]:
        """Return the dark modules, quiet zone included."""
        return np.pad(np.asarray(self.dark, np.bool_), QUIET_MODULES)
