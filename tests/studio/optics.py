"""What a lens and a cheap sensor do to light: perspective, blur, noise, glare, JPEG.

Blur and addition are right only in linear light, so everything between the scene
and the sensor is `Light` (linear, float32, BGR); `Picture` is what a program gets.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]
Light = npt.NDArray[np.float32]

WIDTH: Final = 1280
HEIGHT: Final = 720
FOCAL: Final = 1150.0  # pixels: about 58 degrees across, an ordinary webcam
_GAMMA: Final = 2.2
_LINEAR: Final = (np.arange(256, dtype=np.float32) / np.float32(255)) ** np.float32(_GAMMA)


@dataclass(frozen=True)
class Pose:
    """Where a flat thing is held, seen from the camera.

    Attributes:
        x: Centre, pixels from the left.
        y: Centre, pixels from the top.
        scale: Pixels of the frame per millimetre of the thing.
        roll: Degrees in the plane of the picture.
        yaw: Degrees about the upright axis.
        pitch: Degrees about the level axis.
        shear: Pixels that a row lies right of the one above: a rolling shutter over a
            thing that moves sideways.
    """

    x: float
    y: float
    scale: float
    roll: float = 0.0
    yaw: float = 0.0
    pitch: float = 0.0
    shear: float = 0.0

    def homography(self, px_per_mm: float, origin: tuple[float, float]) -> npt.NDArray[np.float64]:
        """Return the map from texture pixels to frame pixels.

        Args:
            px_per_mm: Resolution of the texture.
            origin: The texture pixel that stands at (x, y).
        """
        yaw, pitch, roll = np.radians([self.yaw, self.pitch, self.roll])
        about_y = np.array(
            [[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]]
        )
        about_x = np.array(
            [[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]]
        )
        about_z = np.array(
            [[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]]
        )
        turn = about_z @ about_x @ about_y
        distance = FOCAL / self.scale
        # Columns: the texture's two axes and its origin, in camera millimetres.
        plane = np.column_stack([turn[:, 0], turn[:, 1], np.array([0.0, 0.0, distance])])
        pinhole = np.array([[FOCAL, 0, self.x], [0, FOCAL, self.y], [0, 0, 1]])
        to_mm = np.array(
            [[1, 0, -origin[0]], [0, 1, -origin[1]], [0, 0, px_per_mm]], dtype=np.float64
        )
        rolling = np.array([[1, self.shear, -self.shear * self.y], [0, 1, 0], [0, 0, 1]])
        return np.asarray(rolling @ pinhole @ plane @ to_mm, dtype=np.float64)


def to_light(picture: Picture) -> Light:
    """Return the linear light that a picture stands for."""
    return np.asarray(cv2.LUT(picture, _LINEAR), dtype=np.float32)


def to_picture(light: Light) -> Picture:
    """Return the picture that stands for linear light, clipped as a sensor clips."""
    clipped = np.clip(light, 0.0, 1.0)
    shown = cv2.pow(clipped, 1 / _GAMMA) * 255.0
    return np.asarray(shown + 0.5, dtype=np.uint8)


def disc(radius: float) -> Light:
    """Return a defocus kernel: a disc with a soft rim, because apertures are round."""
    reach = max(1, int(np.ceil(radius)) + 1)
    y, x = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    kernel = np.clip(radius + 0.5 - np.hypot(x, y), 0.0, 1.0)
    return np.asarray(kernel / kernel.sum(), dtype=np.float32)


def streak(dx: float, dy: float) -> Light:
    """Return a motion kernel: the straight way covered while the shutter is open."""
    reach = max(1, int(np.ceil(max(abs(dx), abs(dy)) / 2)) + 1)
    kernel = np.zeros((2 * reach + 1, 2 * reach + 1), np.float32)
    for step in np.linspace(-0.5, 0.5, 4 * reach + 1):
        moved = np.array([[1, 0, step * dx], [0, 1, step * dy]], dtype=np.float32)
        point = np.zeros_like(kernel)
        point[reach, reach] = 1.0
        kernel += cv2.warpAffine(point, moved, point.shape[::-1])
    return np.asarray(kernel / kernel.sum(), dtype=np.float32)


def blurred(light: Light, kernel: Light) -> Light:
    """Return the light spread by a kernel."""
    return np.asarray(
        cv2.filter2D(light, -1, kernel, borderType=cv2.BORDER_REPLICATE), dtype=np.float32
    )


@dataclass(frozen=True)
class Sensor:
    """A webcam's sensor and its firmware.

    Attributes:
        gain: Brightness of the result; below one is an underexposed picture.
        noise: Strength of shot and read noise; 1 is a decent indoor picture.
        sharpening: The halo that webcam firmware adds.
        jpeg: JPEG quality of the stream, 1 to 100.
    """

    gain: float = 1.0
    noise: float = 1.0
    sharpening: float = 0.35
    jpeg: int = 88

    def develop(self, light: Light, rng: np.random.Generator) -> Picture:
        """Return the picture that this sensor delivers for this light."""
        exposed = light * np.float32(self.gain) * falloff()
        grain = rng.standard_normal(exposed.shape, dtype=np.float32)
        # Firmware smooths noise before it compresses: grain is never one pixel wide.
        grain = np.asarray(cv2.GaussianBlur(grain, (3, 3), 0.6), dtype=np.float32)
        shot = np.sqrt(np.clip(exposed, 0, 1) * np.float32(6e-4) + np.float32(4e-5))
        picture = to_picture(exposed + grain * shot * np.float32(self.noise))
        if self.sharpening:
            soft = cv2.GaussianBlur(picture, (0, 0), 1.6)
            picture = np.asarray(
                cv2.addWeighted(picture, 1 + self.sharpening, soft, -self.sharpening, 0), np.uint8
            )
        _, coded = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, self.jpeg])
        return np.asarray(cv2.imdecode(coded, cv2.IMREAD_COLOR), dtype=np.uint8)


def falloff() -> Light:
    """Return how much less light a small lens gathers towards its corners."""
    y = (np.arange(HEIGHT, dtype=np.float32) - HEIGHT / 2) / (WIDTH / 2)
    x = (np.arange(WIDTH, dtype=np.float32) - WIDTH / 2) / (WIDTH / 2)
    square = np.square(x)[None, :] + np.square(y)[:, None]
    return np.asarray(1 / (1 + 0.28 * square)[:, :, None], dtype=np.float32)


def glare(
    rng: np.random.Generator, strength: float, near: tuple[float, float] | None = None
) -> Light:
    """Return reflections of ceiling lamps and a window, for the frame's whole area.

    They belong to the room, not to the phone: a phone that moves passes under them.

    Args:
        rng: Where the lamps hang.
        strength: Light added at the brightest point; 1 is white by itself.
        near: Where in the frame one more lamp is mirrored, such as on the code itself.
    """
    small = np.zeros((HEIGHT // 4, WIDTH // 4), np.float32)
    for _ in range(3):
        centre = (int(rng.uniform(60, 260)), int(rng.uniform(20, 150)))
        axes = (int(rng.uniform(8, 16)), int(rng.uniform(4, 9)))
        cv2.ellipse(small, centre, axes, float(rng.uniform(-30, 30)), 0, 360, 1.0, -1)
    if near is not None:
        cv2.ellipse(small, (round(near[0] / 4), round(near[1] / 4)), (7, 4), -12, 0, 360, 1.0, -1)
    left = rng.uniform(80, 200)
    band = np.array([[left, 0], [left + 26, 0], [left - 44, 180], [left - 74, 180]], np.int32)
    cv2.fillPoly(small, [band], 0.35)
    soft = cv2.GaussianBlur(small, (0, 0), 2.5) + 0.5 * cv2.GaussianBlur(small, (0, 0), 12)
    grown = cv2.resize(soft, (WIDTH, HEIGHT), interpolation=cv2.INTER_LINEAR)
    return np.asarray(grown[:, :, None] * strength, dtype=np.float32)
