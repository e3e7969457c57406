"""Pictures of the window on disk."""

from pathlib import Path

from kiosk.services.trouble import writing
from kiosk.ui.picture import png_of
from kiosk.ui.window import Window


def save_picture(window: Window, path: Path) -> None:
    """Write what the window shows to a PNG file.

    Raises:
        Unavailable: the disk is full.
        Misconfigured: it cannot be written there.
    """
    with writing(path):
        path.write_bytes(png_of(window))
