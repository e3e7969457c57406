"""A station's settings: read once, checked whole, frozen."""

from kiosk.settings.loading import load_settings
from kiosk.settings.saving import save_settings, settings_page
from kiosk.settings.station import (
    Face,
    KeyLayout,
    LensSettings,
    PrinterKind,
    PrinterSettings,
    Settings,
)

__all__ = [
    "Face",
    "KeyLayout",
    "LensSettings",
    "PrinterKind",
    "PrinterSettings",
    "Settings",
    "load_settings",
    "save_settings",
    "settings_page",
]
