"""A station's settings: read once, checked whole, frozen."""

from kiosk.settings.station import Settings, load_settings, settings_page

__all__ = ["Settings", "load_settings", "settings_page"]
