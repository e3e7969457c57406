"""Frames larger than any code needs, made small enough to hand over."""

from typing import Final

import numpy as np

from kiosk.services.ports import Frame

MOST_PIXELS: Final = 3840 * 2160
"""A 4K camera's frame goes over whole; the decoder shrinks it well. Larger ones lose rows and
columns first, because copying an 8K frame alone takes as long as a hang may."""


def thinned(frame: Frame) -> tuple[Frame, int]:
    """The frame with every so manieth row and column of it, and how many make one."""
    step = 1
    while frame.width * frame.height > MOST_PIXELS * step * step:
        step += 1
    if step == 1:
        return frame, 1
    whole = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 3)
    part = np.ascontiguousarray(whole[::step, ::step])
    height, width = part.shape[:2]
    return Frame(memoryview(part.data).cast("B"), width, height, frame.number, frame.taken), step
