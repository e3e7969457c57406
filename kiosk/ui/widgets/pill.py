"""A sentence on a dark rounded ground, over a picture that may be of any colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from kiosk.ui.theme import DARK_TEXT, FAMILY, LATIN_FAMILY

_GROUND = QColor(16, 24, 31, 235)
_LARGEST, _SMALLEST = 0.085, 0.03
"""Height of the type over the picture's shorter side."""


def paint_pill(painter: QPainter, room: QRectF, sentence: str) -> None:
    """Paint `sentence` near the lower edge of `room`, as large as its width lets it be."""
    least = min(room.width(), room.height())
    font = QFont([FAMILY, LATIN_FAMILY])
    font.setWeight(QFont.Weight.DemiBold)
    size, wide = least * _LARGEST, room.width() * 0.86
    font.setPixelSize(max(1, round(size)))
    needed = QFontMetricsF(font).horizontalAdvance(sentence) + 1.6 * size
    if needed > wide:
        size = max(least * _SMALLEST, size * wide / needed)
        font.setPixelSize(max(1, round(size)))
        needed = min(wide, QFontMetricsF(font).horizontalAdvance(sentence) + 1.6 * size)
    pill = QRectF(0, 0, needed, 2 * size)
    pill.moveCenter(room.center())
    pill.moveBottom(room.bottom() - 0.6 * size)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_GROUND)
    painter.drawRoundedRect(pill, size, size)
    painter.setPen(QColor(DARK_TEXT))
    painter.setFont(font)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, sentence)
    painter.restore()
