"""The hardware around a station: cameras, scanners and printers."""

import os

from kiosk.devices.picture_limits import limit_pictures

# OpenCV looks at both when it is imported, so they stand before any module of this room
limit_pictures()
# a webcam that is dead keeps it waiting for one second, not ten
os.environ.setdefault("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "1")
