"""A webcam's exposure and torch: settings that many webcams do not have.

What a webcam cannot do is told, and never keeps it from scanning.
"""

import os
import struct
import sys
from dataclasses import dataclass
from pathlib import Path

import cv2

from kiosk.domain.words import Words

VIDIOC_S_CTRL = 0xC008561C
"""Set one control: linux/videodev2.h, _IOWR('V', 28, struct v4l2_control)."""
FLASH_LED_MODE = 0x009C0901
"""linux/v4l2-controls.h, V4L2_CID_FLASH_LED_MODE."""
LED_TORCH = 2
"""enum v4l2_flash_led_mode."""
BY_HAND = 0.0 if sys.platform == "win32" else 1.0
"""OpenCV passes V4L2's own numbers on (1 by hand, 3 by the aperture); DirectShow's are 0 and 1."""
BY_ITSELF = 1.0 if sys.platform == "win32" else 3.0


@dataclass(frozen=True, slots=True)
class Light:
    """What is asked of a webcam.

    `exposure` in the webcam's own units (Linux: 100 µs; Windows: a power of two of a second,
    such as -6), 0 to let it choose. `torch` lights the lamp that few webcams have.
    """

    exposure: float = 0.0
    torch: bool = False


def ask_for_light(capture: cv2.VideoCapture, device: Path, light: Light) -> tuple[Words, ...]:
    """Set exposure and torch; what could not be done, in words for people."""
    undone = []
    if light.exposure:
        locked = capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, BY_HAND)
        if not (capture.set(cv2.CAP_PROP_EXPOSURE, light.exposure) and locked):
            undone.append(
                Words("摄像头不能固定曝光。", "The camera cannot keep its exposure fixed.")
            )
    else:
        capture.set(cv2.CAP_PROP_AUTO_EXPOSURE, BY_ITSELF)  # somebody may have fixed it before
    if light.torch and not lit(device):
        undone.append(Words("摄像头没有补光灯。", "The camera has no torch."))
    return tuple(undone)


def lit(device: Path) -> bool:
    """Light the torch of a V4L2 device; False where there is none, or the system has no V4L2."""
    if sys.platform == "win32":
        return False
    import fcntl  # noqa: PLC0415  Windows has none

    try:
        handle = os.open(device, os.O_RDWR | os.O_NONBLOCK)
    except OSError:
        return False
    try:
        fcntl.ioctl(handle, VIDIOC_S_CTRL, struct.pack("=Ii", FLASH_LED_MODE, LED_TORCH))
    except OSError:
        return False
    finally:
        os.close(handle)
    return True
