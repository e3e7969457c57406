"""What a reader could do that is told where every module is: a bound for single frames.

Module values are averages over their area, set against their surroundings or sharpened by
the best 5 x 5 filter there is for this very picture (fitted on the true modules). The code
counts as readable when no block has more wrong codewords than its error correction mends.
"""

import cv2
import numpy as np
import numpy.typing as npt
from qrcode.base import RSBlock, rs_blocks
from qrcode.main import QRCode

from tests.studio.codes import LEVELS, QUIET_MODULES
from tests.studio.webcam import Shot

Values = npt.NDArray[np.float64]
Bits = npt.NDArray[np.bool_]
_PX = 6


def readable(shot: Shot) -> bool:
    """Whether the code's grid, if known, holds enough of the truth."""
    dark = shot.symbol.modules()
    grey = cv2.cvtColor(shot.picture, cv2.COLOR_BGR2GRAY)
    values = _module_values(grey, shot.to_frame, len(dark))
    inside = (slice(QUIET_MODULES, -QUIET_MODULES),) * 2
    guesses = [_against_surroundings(values), _equalised(values, dark)]
    guesses += [~guess for guess in guesses[:1]]  # light on dark
    return any(_mended(shot, guess[inside] ^ dark[inside]) for guess in guesses)


def _module_values(
    grey: "cv2.typing.MatLike", to_frame: npt.NDArray[np.float64], modules: int
) -> Values:
    """Mean brightness of each module, quiet zone included."""
    side = modules * _PX
    to_modules = np.array([[1 / _PX, 0, 0.5 / _PX], [0, 1 / _PX, 0.5 / _PX], [0, 0, 1]])
    flat = cv2.warpPerspective(
        grey, to_frame @ to_modules, (side, side), flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )  # fmt: skip
    cells = flat.reshape(modules, _PX, modules, _PX)[:, 1:-1, :, 1:-1]
    return np.asarray(cells.mean(axis=(1, 3)), np.float64)


def _against_surroundings(values: Values) -> Bits:
    return np.asarray(values < cv2.blur(values, (9, 9)), np.bool_)


def _equalised(values: Values, dark: Bits) -> Bits:
    padded = np.pad(values - cv2.blur(values, (9, 9)), 2, mode="edge")
    side = len(values)
    around = [
        padded[row : row + side, column : column + side].ravel()
        for row in range(5)
        for column in range(5)
    ]
    columns = np.stack([*around, np.ones(side * side)], axis=1)
    wanted = np.where(dark, 1.0, -1.0).ravel()
    weights = np.linalg.lstsq(columns, wanted, rcond=None)[0]
    return np.asarray((columns @ weights > 0).reshape(values.shape), np.bool_)


def _mended(shot: Shot, wrong: Bits) -> bool:
    modules = len(wrong)
    blocks = rs_blocks((modules - 17) // 4, LEVELS[shot.symbol.level])
    order = _bit_places(modules)
    count = len(order) // 8
    spoilt = wrong[tuple(np.array(order[: count * 8]).T)].reshape(count, 8).any(axis=1)
    errors = [0] * len(blocks)
    for codeword, block in enumerate(_block_of_each(blocks)):
        errors[block] += bool(spoilt[codeword])
    return all(
        found <= (block.total_count - block.data_count) // 2
        for found, block in zip(errors, blocks, strict=True)
    )


def _block_of_each(blocks: list[RSBlock]) -> list[int]:
    """Codewords of the blocks take turns: data first, then error correction."""
    data = [block.data_count for block in blocks]
    mending = [block.total_count - block.data_count for block in blocks]
    turns = []
    for counts in (data, mending):
        for place in range(max(counts)):
            turns += [block for block, count in enumerate(counts) if place < count]
    return turns


def _bit_places(modules: int) -> list[tuple[int, int]]:
    """Row and column of every bit: up and down in strips two wide, from the right."""
    free = _free(modules)
    places = []
    upwards = True
    for right in (*range(modules - 1, 6, -2), 5, 3, 1):
        rows = range(modules - 1, -1, -1) if upwards else range(modules)
        places += [(row, col) for row in rows for col in (right, right - 1) if free[row][col]]
        upwards = not upwards
    return places


def _free(modules: int) -> list[list[bool]]:
    """Where data stands: all that no pattern occupies."""
    version = (modules - 17) // 4
    code = QRCode(version=version)
    code.modules_count = modules
    code.modules = [[None] * modules for _ in range(modules)]
    for row, column in ((0, 0), (modules - 7, 0), (0, modules - 7)):
        code.setup_position_probe_pattern(row, column)
    code.setup_position_adjust_pattern()
    code.setup_timing_pattern()
    code.setup_type_info(True, 0)
    if version >= 7:
        code.setup_type_number(True)
    return [[module is None for module in row] for row in code.modules]
