"""A surface in somebody's hand: fingers behind it, the thing, fingers before it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from tests.studio.hands import SKINS, Limb, Sheet, modelled
from tests.studio.optics import Light, Picture, to_light, to_picture
from tests.studio.surfaces import PX_PER_MM, Face

_BESIDE: Final = 64.0  # millimetres: room for a hand
_BELOW: Final = 190.0  # an arm
_ABOVE: Final = 150.0  # a lanyard; nothing else reaches up there
_SLEEVES: Final = (
    (0.030, 0.024, 0.022),
    (0.075, 0.052, 0.040),
    (0.16, 0.15, 0.145),
    (0.11, 0.14, 0.19),
    (0.40, 0.38, 0.36),
    (0.05, 0.045, 0.13),
)
_STRAP: Final = (0.22, 0.10, 0.04)


@dataclass(frozen=True)
class Held:
    """A surface and the hand that holds it, flattened into one texture.

    Attributes:
        kind: The surface's kind.
        picture: BGR at `PX_PER_MM`.
        cover: 0..255.
        glows: 0..255, own light.
        mirrors: 0..255, where the room's lamps are reflected.
        centre: The texture pixel at the middle of the surface.
    """

    kind: str
    picture: Picture
    cover: Picture
    glows: Picture
    mirrors: Picture
    centre: tuple[float, float]


def in_hand(face: Face, rng: np.random.Generator) -> Held:
    """Return a surface as somebody holds it up.

    Args:
        face: What is held.
        rng: Decides skin, sleeve, grip, and which hand.
    """
    wide, high = face.size_mm
    above = _ABOVE if face.kind == "card" else 16.0
    size = (wide + 2 * _BESIDE, above + high + _BELOW)
    skin = SKINS[int(rng.integers(len(SKINS)))]
    grip = _cradled if face.kind == "phone" else _pinched
    behind, before = grip(wide, high, skin, rng)
    sleeve = _SLEEVES[int(rng.integers(len(_SLEEVES)))]
    behind = [*_arm(wide, high, skin, sleeve, rng), *behind]
    if face.kind == "card" and rng.random() < 0.75:
        behind = [*_strap(wide, rng), *behind]
    back = modelled([_shifted(limb, above) for limb in behind], size, rng)
    front = modelled([_shifted(limb, above) for limb in before], size, rng)
    if face.kind == "phone" and rng.random() < 0.4:
        # The other hand: mirror the hand, never the code.
        back, front = _mirrored(back), _mirrored(front)
    return _flattened(face, back, front, above)


def _cradled(
    wide: float, high: float, skin: tuple[float, float, float], rng: np.random.Generator
) -> tuple[list[Limb], list[Limb]]:
    """A phone in one hand: four fingertips round one edge, the thumb along the other."""
    low = high * rng.uniform(0.60, 0.68)
    behind = [Limb(((wide * 0.55, high * 1.02, 40), (wide * 0.5, low, 38)), skin)]
    before = []
    for finger, reach in enumerate((5.0, 8.5, 8.0, 4.5)):
        y = low - 26 + finger * 18.5 + rng.uniform(-1.5, 1.5)
        radius = (8.2, 8.8, 8.5, 7.4)[finger]
        behind.append(Limb(((wide * 0.4, y + 10, radius + 1), (-5.5, y, radius)), skin))
        tip = reach + rng.uniform(-1.5, 1.5)
        before.append(
            Limb(((-7.5, y + 1.0, radius), (tip - 4, y - 1, radius * 0.84)), skin, nail=True)
        )
    thumb = low - rng.uniform(12, 30)
    joints = (
        (wide - 2.0, high * 0.98, 18.0),
        (wide + 6.0, low + 20, 11.6),
        (wide + 4.5, thumb + 22, 9.6),
        (wide + 2.0, thumb + 8, 9.9),
        (wide - 4.5, thumb - 13, 7.6),
    )
    return behind, [*before, Limb(joints, skin, nail=True)]


def _pinched(
    wide: float, high: float, skin: tuple[float, float, float], rng: np.random.Generator
) -> tuple[list[Limb], list[Limb]]:
    """A sheet between the thumb before it and curled fingers behind it."""
    at = wide * rng.uniform(0.50, 0.80)
    behind = [Limb(((at + 6, high + 44, 34), (at + 4, high + 24, 33)), skin)]
    for finger in range(4):
        x = at - 16 + finger * 15.5
        behind.append(Limb(((x + 4, high + 26, 10), (x - 2, high - 14, 8.2)), skin))
    joints = (
        (at - 12, high + 40, 17.0),
        (at - 20, high + 19, 11.6),
        (at - 18, high + 6, 9.8),
        (at - 15, high - 2, 10.0),
        (at - 7, high - 17, 7.8),
    )
    return behind, [Limb(joints, skin, nail=True)]


def _arm(
    wide: float,
    high: float,
    skin: tuple[float, float, float],
    sleeve: tuple[float, float, float],
    rng: np.random.Generator,
) -> list[Limb]:
    elbow = wide * 0.55 + rng.uniform(-12, 40)
    wrist = Limb(((elbow, high + 150, 34), (wide * 0.56, high + 22, 31)), skin)
    start = high + rng.uniform(52, 86)
    middle = wide * 0.56 + (elbow - wide * 0.56) * (start - high) / 190
    cuff = Limb(
        ((middle, start + 40, 39), (middle, start - 9, 37.5)), (0.62, 0.62, 0.61), open_end=True
    )
    arm = Limb(((elbow, high + 240, 58), (middle, start, 42)), sleeve, open_end=True)
    return [wrist, arm] if rng.random() < 0.4 else [wrist, cuff, arm]


def _strap(wide: float, rng: np.random.Generator) -> list[Limb]:
    spread = rng.uniform(14, 30)
    lean = rng.uniform(-20, 20)
    return [
        Limb(((wide / 2 + side * spread + lean, -150, 5), (wide / 2, 3, 4.5)), _STRAP)
        for side in (-1, 1)
    ]


def _shifted(limb: Limb, above: float) -> Limb:
    joints = tuple((x + _BESIDE, y + above, radius) for x, y, radius in limb.joints)
    return replace(limb, joints=joints)


def _mirrored(sheet: Sheet) -> Sheet:
    return Sheet(sheet.light[:, ::-1].copy(), sheet.cover[:, ::-1].copy())


def _flattened(face: Face, back: Sheet, front: Sheet, above: float) -> Held:
    wide_mm, high_mm = face.size_mm
    width, height = wide_mm + 2 * _BESIDE, above + high_mm + _BELOW
    size = (round(width * PX_PER_MM), round(height * PX_PER_MM))
    light = _grown(back.light, size)
    cover = _grown(back.cover, size)
    high, wide = face.cover.shape
    left, top = round(_BESIDE * PX_PER_MM), round(above * PX_PER_MM)
    where = (slice(top, top + high), slice(left, left + wide))
    inside = np.zeros_like(cover)
    inside[where] = face.cover.astype(np.float32) / np.float32(255)
    drawn = np.zeros_like(light)
    drawn[where] = to_light(face.picture)
    light = light * (1 - inside[:, :, None]) + drawn * inside[:, :, None]
    over = _grown(front.cover, size)
    near = np.asarray(cv2.GaussianBlur(over, (0, 0), 11), np.float32) * (1 - over)
    glows = np.zeros_like(cover)
    glows[where] = face.glows.astype(np.float32) / np.float32(255)
    glows *= 1 - over
    # Fingers shade paper and bezel; a lit screen shines through their shadow.
    light *= (1 - 0.5 * near * inside * (1 - glows))[:, :, None]
    light = light * (1 - over[:, :, None]) + _grown(front.light, size) * over[:, :, None]
    return Held(
        kind=face.kind,
        picture=to_picture(light),
        cover=_bytes(np.maximum(np.maximum(cover, inside), over)),
        glows=_bytes(glows),
        mirrors=_bytes(inside * (1 - over) * np.float32(face.gloss)),
        centre=(left + wide / 2, top + high / 2),
    )


def _grown(values: Light, size: tuple[int, int]) -> Light:
    return np.asarray(cv2.resize(values, size, interpolation=cv2.INTER_LINEAR), np.float32)


def _bytes(share: Light) -> Picture:
    return np.asarray(np.clip(share * 255 + 0.5, 0, 255), np.uint8)
