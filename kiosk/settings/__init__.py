"""A station's settings: read once, checked whole, frozen."""

from kiosk.settings.station import (
    Face,
    KeyLayout,
    LensSettings,
    PrinterKind,
    Settings,
    load_settings,
    settings_page,
)

__all__ = [
    "Face",
    "KeyLayout",
    "LensSettings",
    "PrinterKind",
    "Settings",
    "load_settings",
    "settings_page",
]
