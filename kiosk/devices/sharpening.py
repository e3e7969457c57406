"""Filters that undo a known blur: a lens that is a little out of focus, a hand that moves.

Wiener filters (Gonzalez and Woods, Digital Image Processing, 5.8) as small fixed kernels:
divide by the blur where it let something through, do nothing where only noise is left.
Doubled in size by cubic interpolation, zxing-cpp then reads 1.8 pixels a module, 2.4 without.
"""

from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

Kernel = npt.NDArray[np.float32]
Grey = npt.NDArray[np.uint8]

_GRID: Final = 96
"""Samples of the frequency plane; any number well above a kernel's side."""
_LENS: Final = 0.6
"""Standard deviation in pixels of what blurs any picture besides motion."""


def against_defocus(sigma: float, noise: float, side: int) -> Kernel:
    """The kernel against a Gaussian blur.

    Args:
        sigma: the blur's standard deviation in pixels.
        noise: power of the noise over the picture's; more is gentler.
        side: of the kernel in pixels, odd.
    """
    across, down = _frequencies()
    blur = np.exp(-2 * (np.pi * sigma) ** 2 * (across**2 + down**2))
    return _inverse(blur, noise, side)


def against_motion(length: float, degrees: float, noise: float = 0.03) -> Kernel:
    """The kernel against a straight motion.

    Args:
        length: of the way in pixels.
        degrees: its direction from level, clockwise.
        noise: as above.
    """
    across, down = _frequencies()
    angle = np.radians(degrees)
    along = (across * np.cos(angle) + down * np.sin(angle)) * length
    lens = np.exp(-2 * (np.pi * _LENS) ** 2 * (across**2 + down**2))
    return _inverse(np.sinc(along) * lens, noise, 11 if length < 10 else 17)


def sharpened(picture: Grey, kernel: Kernel, larger: float) -> Grey:
    """The picture filtered and enlarged by a factor."""
    sharp = cv2.filter2D(picture, -1, kernel)
    if larger == 1:
        return np.asarray(sharp, np.uint8)
    grown = cv2.resize(sharp, None, fx=larger, fy=larger, interpolation=cv2.INTER_CUBIC)
    return np.asarray(grown, np.uint8)


def _frequencies() -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    each = np.asarray(np.fft.fftfreq(_GRID), np.float64)
    return each[None, :], each[:, None]


def _inverse(blur: npt.NDArray[np.float64], noise: float, side: int) -> Kernel:
    whole = np.fft.fftshift(np.fft.ifft2(blur / (blur * blur + noise)).real)
    middle, half = _GRID // 2, side // 2
    cut = whole[middle - half : middle + half + 1, middle - half : middle + half + 1]
    return np.asarray(cut / cut.sum(), np.float32)
