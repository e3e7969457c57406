"""The hardware around a station: cameras, scanners and printers."""

from kiosk.devices.picture_limits import limit_pictures

limit_pictures()  # before anything in this room imports OpenCV
