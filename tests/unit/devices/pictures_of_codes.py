"""Small pictures of codes with one thing wrong, each of which bare zxing-cpp cannot read."""

import cv2
import numpy as np

from kiosk.devices.qr_reading import Grey
from tests.studio.codes import Symbol

TEXT = "AYTCS7RAIVKUGBTQZWHXSZ4MKM"
SYMBOL = Symbol(TEXT, "Q")


def drawn(module: int = 6, symbol: Symbol = SYMBOL) -> Grey:
    """The code in black on white."""
    dark = np.kron(symbol.modules(), np.ones((module, module), np.bool_))
    return np.where(dark, 20, 235).astype(np.uint8)


def on_desk(code: Grey, width: int = 640, height: int = 480, desk: int = 150) -> Grey:
    """The code in the middle of a plain desk."""
    picture = np.full((height, width), desk, np.uint8)
    top, left = (height - code.shape[0]) // 2, (width - code.shape[1]) // 2
    picture[top : top + code.shape[0], left : left + code.shape[1]] = code
    return picture


def noisy(picture: Grey, strength: float, seed: int = 1) -> Grey:
    """The same with a sensor's noise."""
    grain = np.random.default_rng(seed).normal(0, strength, picture.shape)
    return np.clip(picture + grain, 0, 255).astype(np.uint8)


def far(px_per_module: float = 1.8, blur: float = 0.6) -> Grey:
    """A code of few pixels a module."""
    finer = drawn(module=16)
    scale = px_per_module / 16
    soft = cv2.GaussianBlur(finer, (0, 0), blur / scale)
    small = cv2.resize(soft, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return noisy(on_desk(np.asarray(small, np.uint8)), 2)


def on_cloth(strength: float = 5.0, module: int = 8) -> Grey:
    """A code on cloth that hangs in folds: rows and columns wander by parts of a module."""
    flat = on_desk(drawn(module), 640, 480)
    y, x = np.mgrid[: flat.shape[0], : flat.shape[1]].astype(np.float32)
    across = x + strength * np.sin(y / 42) + 0.5 * strength * np.sin(x / 35)
    down = y + strength * np.sin(x / 47 + 1)
    bent = cv2.remap(flat, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(bent, np.uint8)


def over_exposed() -> Grey:
    """A screen so bright that its light eats the dark modules, and dark surroundings."""
    code = np.where(drawn(4) > 128, 255, 248).astype(np.uint8)
    return on_desk(code, desk=20)


def under_a_gradient() -> Grey:
    """Light that falls off so steeply that one side's white is darker than the other's black."""
    picture = on_desk(drawn(4), desk=200).astype(np.float32)
    slope = np.linspace(1.0, 0.04, picture.shape[1])[None, :]
    ripple = 1 + 0.5 * np.sin(np.arange(picture.shape[0]) / 7)[:, None]
    return np.clip(picture * slope * ripple / 1.5, 0, 255).astype(np.uint8)
