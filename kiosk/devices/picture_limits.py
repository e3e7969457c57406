"""The largest picture files that are opened: a few kilobytes can claim to be gigabytes.

OpenCV asks its environment once, when it is imported, and then refuses by the file's header,
before any memory is taken. It allows a gigapixel by itself, which took 5 GB here.
"""

import os
from typing import Final

MOST_PIXELS: Final = 2**27
"""134 megapixels, 400 MB: more than the largest telephone's camera makes."""
MOST_BYTES: Final = 256_000_000
"""Of the file itself."""


def limit_pictures() -> None:
    """Tell OpenCV, unless somebody has told it otherwise."""
    os.environ.setdefault("OPENCV_IO_MAX_IMAGE_PIXELS", str(MOST_PIXELS))
