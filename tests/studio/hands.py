"""Hands and sleeves, modelled as rounded limbs and lit from above.

A flat silhouette would teach a reader nothing about shadows and partly covered
corners, so a limb has a height, the height has a slope, and the slope is lit.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from tests.studio.optics import Light

Joint = tuple[float, float, float]
"""x, y and radius in millimetres."""

_PX_PER_MM: Final = 2.0  # limbs are smooth: a third of the texture's resolution is plenty
_LAMP: Final = np.array([-0.32, -0.62, 0.72])

SKINS: Final = (
    (0.25, 0.36, 0.58),
    (0.20, 0.31, 0.53),
    (0.16, 0.26, 0.46),
    (0.27, 0.38, 0.58),
    (0.09, 0.15, 0.28),
)
"""Linear BGR."""


@dataclass(frozen=True)
class Sheet:
    """A drawing with its own outline: linear light and how much of it covers."""

    light: Light
    cover: Light


@dataclass(frozen=True)
class Limb:
    """A chain of joints with skin or cloth around it.

    Attributes:
        joints: From root to tip.
        colour: Linear BGR.
        nail: Whether the last joint carries a finger nail.
        open_end: Whether the last joint is cut off straight, as a sleeve is.
    """

    joints: tuple[Joint, ...]
    colour: tuple[float, float, float]
    nail: bool = False
    open_end: bool = False


def modelled(
    limbs: Sequence[Limb], size_mm: tuple[float, float], rng: np.random.Generator
) -> Sheet:
    """Return the limbs drawn on a sheet; later limbs lie above earlier ones.

    Args:
        limbs: In millimetres of the sheet.
        size_mm: Width and height of the sheet.
        rng: Decides the mottling of the skin.
    """
    shape = (round(size_mm[1] * _PX_PER_MM), round(size_mm[0] * _PX_PER_MM))
    light = np.zeros((*shape, 3), np.float32)
    cover = np.zeros(shape, np.float32)
    mottle = _mottling(shape, rng)
    for limb in limbs:
        where = _around(limb.joints, shape)
        height, alpha = _raised(limb, where)
        lit = _lit(height)[:, :, None] * mottle[where] * np.asarray(limb.colour, np.float32)
        if limb.nail:
            lit = _with_nail(lit, limb.joints, where)
        # A limb darkens what lies just under it: contact shadow.
        shadow = 1 - 0.45 * cv2.GaussianBlur(alpha, (0, 0), 5) * (1 - alpha)
        under = light[where] * shadow[:, :, None]
        light[where] = under * (1 - alpha[:, :, None]) + lit * alpha[:, :, None]
        cover[where] = np.maximum(cover[where], alpha)
    return Sheet(light, cover)


def _around(joints: Sequence[Joint], shape: tuple[int, int]) -> tuple[slice, slice]:
    """Return the part of the sheet that a limb and its shadow can touch."""
    room = 12.0
    left = min(x - r for x, _, r in joints) - room
    top = min(y - r for _, y, r in joints) - room
    right = max(x + r for x, _, r in joints) + room
    bottom = max(y + r for _, y, r in joints) + room
    rows = slice(_clamped(top, shape[0] - 2), max(2, _clamped(bottom, shape[0])))
    columns = slice(_clamped(left, shape[1] - 2), max(2, _clamped(right, shape[1])))
    return rows, columns


def _clamped(millimetres: float, limit: int) -> int:
    return min(max(round(millimetres * _PX_PER_MM), 0), limit)


def _mottling(shape: tuple[int, int], rng: np.random.Generator) -> Light:
    # Mostly light and shade, hardly any hue: strong hues read as paint.
    coarse = rng.normal(1.0, 0.05, (shape[0] // 24 + 2, shape[1] // 24 + 2, 1)) + rng.normal(
        0.0, 0.022, (shape[0] // 24 + 2, shape[1] // 24 + 2, 3)
    )
    fine = rng.normal(1.0, 0.05, (shape[0] // 5 + 2, shape[1] // 5 + 2, 1))
    size = shape[::-1]
    broad = cv2.resize(coarse.astype(np.float32), size, interpolation=cv2.INTER_CUBIC)
    grain = cv2.resize(fine.astype(np.float32), size, interpolation=cv2.INTER_LINEAR)
    return np.asarray(broad * grain[:, :, None], np.float32)


def _raised(limb: Limb, where: tuple[slice, slice]) -> tuple[Light, Light]:
    """Return height above the sheet and cover, both per pixel."""
    rows, columns = where
    y = np.arange(rows.start, rows.stop, dtype=np.float32)[:, None] / np.float32(_PX_PER_MM)
    x = np.arange(columns.start, columns.stop, dtype=np.float32)[None, :] / np.float32(_PX_PER_MM)
    height = np.zeros((y.shape[0], x.shape[1]), np.float32)
    inside = np.full(height.shape, -1e3, np.float32)
    for (ax, ay, ar), (bx, by, br) in itertools.pairwise(limb.joints):
        dx, dy = bx - ax, by - ay
        along = ((x - ax) * dx + (y - ay) * dy) / max(dx * dx + dy * dy, 1e-6)
        t = np.clip(along, 0, 1)
        distance = np.hypot(x - ax - t * dx, y - ay - t * dy)
        radius = ar + t * (br - ar)
        height = np.maximum(height, np.sqrt(np.maximum(radius**2 - distance**2, 0)))
        inside = np.maximum(inside, radius - distance)
        if limb.open_end:
            # An opening seen from slightly above its rim: cut along a shallow curve.
            rim = (1 - along) * np.hypot(dx, dy) - np.float32(0.004) * np.square(distance)
            inside = np.minimum(inside, np.maximum(rim, -(radius * 4)))
    alpha = np.clip(inside * _PX_PER_MM + 0.5, 0, 1)
    return np.asarray(height, np.float32), np.asarray(alpha, np.float32)


def _lit(height: Light) -> Light:
    soft = cv2.GaussianBlur(height, (0, 0), 2.0)
    slope_x = cv2.Sobel(soft, cv2.CV_32F, 1, 0, scale=_PX_PER_MM / 8)
    slope_y = cv2.Sobel(soft, cv2.CV_32F, 0, 1, scale=_PX_PER_MM / 8)
    steep = np.sqrt(1 + slope_x**2 + slope_y**2)
    facing = (-slope_x * _LAMP[0] - slope_y * _LAMP[1] + _LAMP[2]) / steep
    return np.asarray(0.42 + 0.62 * np.clip(facing, 0, 1), np.float32)


def _with_nail(lit: Light, joints: Sequence[Joint], where: tuple[slice, slice]) -> Light:
    (ax, ay, _), (bx, by, radius) = joints[-2], joints[-1]
    length = max(float(np.hypot(bx - ax, by - ay)), 1e-6)
    ux, uy = (bx - ax) / length, (by - ay) / length
    centre = (
        round((bx + 0.15 * radius * ux) * _PX_PER_MM) - where[1].start,
        round((by + 0.15 * radius * uy) * _PX_PER_MM) - where[0].start,
    )
    axes = (round(0.72 * radius * _PX_PER_MM), round(0.52 * radius * _PX_PER_MM))
    mask = np.zeros(lit.shape[:2], np.float32)
    cv2.ellipse(mask, centre, axes, float(np.degrees(np.arctan2(uy, ux))), 0, 360, 1.0, -1)
    mask = np.asarray(cv2.GaussianBlur(mask, (0, 0), 1.3), np.float32)[:, :, None]
    nail = lit * np.array([1.25, 1.18, 1.1], np.float32) + np.float32(0.025)
    return np.asarray(lit * (1 - 0.7 * mask) + nail * 0.7 * mask, np.float32)
