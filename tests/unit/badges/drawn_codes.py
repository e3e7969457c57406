"""Modules as a picture, black on white."""

import numpy as np
import numpy.typing as npt

from kiosk.badges.code_design import Modules


def picture_of(modules: Modules, pixels: int = 4) -> npt.NDArray[np.uint8]:
    """The code with its quiet zone."""
    dark = np.pad(np.asarray(modules, np.bool_), 4)
    return np.kron(np.where(dark, 0, 255), np.ones((pixels, pixels))).astype(np.uint8)
