"""The form of a ticket's QR: few modules first, then as much error correction as they hold.

Reading distance falls with the number of modules and hardly depends on the level: a version
more costs 14 to 19 % of it, a level less nothing that could be measured.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from qrcode.constants import ERROR_CORRECT_H, ERROR_CORRECT_L, ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.main import QRCode
from qrcode.util import QRData, optimal_data_chunks

Modules = tuple[tuple[bool, ...], ...]
"""Rows of modules, dark ones True, without the quiet zone."""

MASKS: Final = range(8)
_LEVELS: Final = {
    "H": ERROR_CORRECT_H,
    "Q": ERROR_CORRECT_Q,
    "M": ERROR_CORRECT_M,
    "L": ERROR_CORRECT_L,
}
_SPLIT_FROM: Final = (4, 8, 12)
"""Shortest runs that get an encoding of their own; each is tried."""


@dataclass(frozen=True, slots=True)
class Design:
    """How a text becomes a symbol: everything but the mask.

    `version` is 1 to 40, `level` one of L, M, Q and H; `parts` are the text's pieces, each
    in the densest encoding that has all its characters.
    """

    text: str
    version: int
    level: str
    parts: tuple[QRData, ...]

    @property
    def side(self) -> int:
        """Modules from edge to edge, without the quiet zone."""
        return self.version * 4 + 17

    def symbols(self) -> Iterator[tuple[int, Modules]]:
        """Every mask with the symbol that comes of it; each says the same text."""
        code = _code(self.parts, self.level)
        code.version = self.version
        for mask in MASKS:
            code.mask_pattern = mask
            code.make(fit=False)
            yield mask, tuple(tuple(map(bool, row)) for row in code.modules)


def designed(text: str) -> Design:
    """The smallest version that holds `text`, at the highest level that fits into it.

    Raises:
        ValueError: no QR code holds so long a text.
    """
    data = text.encode()
    ways = [(QRData(data),), *(tuple(optimal_data_chunks(data, least)) for least in _SPLIT_FROM)]
    return min((_in_parts(text, parts) for parts in ways), key=_worth)


def _worth(design: Design) -> tuple[int, int, int]:
    return design.version, list(_LEVELS).index(design.level), len(design.parts)


def _in_parts(text: str, parts: tuple[QRData, ...]) -> Design:
    version = _fitting(parts, "L")
    level = next(level for level in _LEVELS if _fits(parts, level, version))
    return Design(text, version, level, parts)


def _fits(parts: tuple[QRData, ...], level: str, version: int) -> bool:
    try:
        return _fitting(parts, level) <= version
    except ValueError:  # no version holds it at this level
        return False


def _fitting(parts: tuple[QRData, ...], level: str) -> int:
    return int(_code(parts, level).best_fit())


def _code(parts: tuple[QRData, ...], level: str) -> QRCode[Any]:
    code: QRCode[Any] = QRCode(error_correction=_LEVELS[level], border=0)
    for part in parts:
        code.add_data(part)
    return code
