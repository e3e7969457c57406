"""A station's settings: read once, checked whole, frozen."""

from kiosk.settings.loading import load_settings
from kiosk.settings.page import settings_page
from kiosk.settings.station import (
    Face,
    KeyLayout,
    LensSettings,
    PrinterKind,
    PrinterSettings,
    Settings,
)
from kiosk.settings.writing import change_settings

__all__ = [
    "Face",
    "KeyLayout",
    "LensSettings",
    "PrinterKind",
    "PrinterSettings",
    "Settings",
    "change_settings",
    "load_settings",
    "settings_page",
]
