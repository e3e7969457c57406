"""The hardware around a station: cameras, scanners and printers."""

import os

# OpenCV would wait ten seconds for a webcam that sends nothing. It looks when it is imported,
# so this stands before any module of this room.
os.environ.setdefault("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "1")
