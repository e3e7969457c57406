"""What a widget shows, as a picture."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QWidget


def png_of(widget: QWidget) -> bytes:
    """The widget as it is painted now, as PNG.

    Made in memory: where Qt writes the file itself, a full disk is a False without a reason.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    made = widget.grab().save(buffer, "PNG")
    assert made, "Qt ships its PNG writer"
    return bytes(buffer.data().data())
