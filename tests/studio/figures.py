"""The guests behind their phones: out of focus, cut off by the frame, never anybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from tests.studio.hands import SKINS, Limb, Sheet, modelled
from tests.studio.optics import Light, blurred, disc

_CLOTHES: Final = (
    (0.028, 0.022, 0.020),
    (0.085, 0.048, 0.030),
    (0.15, 0.145, 0.14),
    (0.045, 0.055, 0.10),
    (0.34, 0.33, 0.31),
    (0.06, 0.075, 0.055),
)
_SHIRTS: Final = ((0.66, 0.65, 0.63), (0.60, 0.50, 0.42), (0.50, 0.50, 0.52))
_TIES: Final = ((0.05, 0.04, 0.22), (0.14, 0.06, 0.03), (0.03, 0.03, 0.035))
_HAIR: Final = ((0.012, 0.012, 0.014), (0.02, 0.03, 0.05), (0.13, 0.13, 0.14))
_SIZE_MM: Final = (620.0, 660.0)


@dataclass(frozen=True)
class Figure:
    """A guest's head and shoulders, already blurred.

    Attributes:
        light: Premultiplied linear light.
        cover: How much it hides.
    """

    light: Light
    cover: Light


def guest(rng: np.random.Generator, defocus: float = 13.0) -> Figure:
    """Return somebody standing at the desk.

    Args:
        rng: Decides build, hair and clothes.
        defocus: Radius of the blur, in pixels of the frame.
    """
    sheet = modelled(_person(rng), _SIZE_MM, rng)
    size = (round(_SIZE_MM[0] * 1.45), round(_SIZE_MM[1] * 1.45))
    kernel = disc(defocus)
    spread = Sheet(_resized(sheet.light, size), _resized(sheet.cover, size))
    # The sheet ends where the frame would go on: replicate below, nothing beside.
    return Figure(
        blurred(spread.light * spread.cover[:, :, None], kernel), blurred(spread.cover, kernel)
    )


def passer_by(rng: np.random.Generator) -> Figure:
    """Return somebody far away in the lobby, standing or walking, 180 pixels tall."""
    cloth = _CLOTHES[int(rng.integers(len(_CLOTHES)))]
    trousers = _CLOTHES[int(rng.integers(4))]
    skin = SKINS[int(rng.integers(len(SKINS)))]
    stride = rng.uniform(1, 9)
    turned = rng.uniform(9, 15)
    limbs = [
        Limb(((38, 88, 7.5), (38 - stride, 128, 6), (38 - stride * 1.3, 170, 4.5)), trousers),
        Limb(((43, 88, 7.5), (43 + stride, 128, 6), (43 + stride * 1.1, 170, 4.5)), trousers),
        Limb(((40 - turned, 42, 7), (36 - turned, 66, 5), (38 - turned, 90, 4.5)), cloth),
        Limb(((40 + turned, 42, 7), (44 + turned, 66, 5), (41 + turned, 90, 4.5)), cloth),
        Limb(((40, 46, turned + 2), (40, 92, turned - 1)), cloth),
        Limb(((40, 18, 7.5), (40, 34, 5)), skin),
        Limb(((40, 14, 9), (41, 17, 8.5)), _HAIR[int(rng.integers(len(_HAIR)))]),
    ]
    sheet = modelled(limbs, (80.0, 180.0), rng)
    size = (80, 180)
    light = _resized(sheet.light * sheet.cover[:, :, None], size)
    return Figure(light, _resized(sheet.cover, size))


def _person(rng: np.random.Generator) -> list[Limb]:
    skin = tuple(0.8 * part for part in SKINS[int(rng.integers(len(SKINS)))])
    tone = (skin[0], skin[1], skin[2])
    cloth = _CLOTHES[int(rng.integers(len(_CLOTHES)))]
    shirt = _SHIRTS[int(rng.integers(len(_SHIRTS)))]
    hair = _HAIR[int(rng.choice(3, p=(0.7, 0.2, 0.1)))]
    broad = rng.uniform(150, 185)
    x = _SIZE_MM[0] / 2
    long_hair = rng.random() < 0.4
    limbs = [Limb(((x, 130, 96), (x, 210, 100)), hair)] if long_hair else []
    limbs += [
        Limb(((x, 150, 52), (x, 270, 60)), tone),
        Limb(
            (
                (x - broad - 34, 720, 62),
                (x - broad - 14, 470, 60),
                (x - broad + 4, 392, 58),
                (x - broad * 0.45, 340, 52),
                (x, 322, 60),
                (x + broad * 0.45, 340, 52),
                (x + broad - 4, 392, 58),
                (x + broad + 14, 470, 60),
                (x + broad + 34, 720, 62),
            ),
            cloth,
        ),
        Limb(((x, 410, broad - 22), (x, 700, broad - 6)), cloth),
        Limb(((x - 62, 290, 16), (x - 46, 380, 20), (x - 6, 560, 16)), _lighter(cloth)),
        Limb(((x + 62, 290, 16), (x + 46, 380, 20), (x + 6, 560, 16)), _lighter(cloth)),
        Limb(((x, 292, 46), (x, 420, 22), (x, 560, 8)), shirt),
        Limb(((x, 200, 50), (x, 274, 46)), tone),
    ]
    if rng.random() < 0.45:
        tie = _TIES[int(rng.integers(len(_TIES)))]
        limbs.append(Limb(((x, 318, 13), (x, 350, 11), (x, 520, 20)), tie))
    return [*limbs, *_head(x, tone, hair)]


def _lighter(colour: tuple[float, float, float]) -> tuple[float, float, float]:
    return (colour[0] * 1.25, colour[1] * 1.25, colour[2] * 1.25)


def _head(
    x: float, tone: tuple[float, float, float], hair: tuple[float, float, float]
) -> list[Limb]:
    dim = (tone[0] * 0.5, tone[1] * 0.5, tone[2] * 0.55)
    lips = (tone[0] * 0.55, tone[1] * 0.5, tone[2] * 0.8)
    return [
        Limb(((x, 84, 84), (x, 128, 84)), hair),
        Limb(((x, 110, 76), (x, 158, 68), (x, 190, 50)), tone),
        Limb(((x - 46, 66, 36), (x + 46, 66, 36)), hair),
        Limb(((x - 40, 122, 9), (x - 22, 122, 9)), dim),
        Limb(((x + 22, 122, 9), (x + 40, 122, 9)), dim),
        Limb(((x, 140, 8), (x, 160, 12)), (tone[0] * 1.1, tone[1] * 1.1, tone[2] * 1.1)),
        Limb(((x - 18, 196, 6), (x + 18, 196, 6)), lips),
    ]


def _resized(values: Light, size: tuple[int, int]) -> Light:
    return np.asarray(cv2.resize(values, size, interpolation=cv2.INTER_AREA), np.float32)
