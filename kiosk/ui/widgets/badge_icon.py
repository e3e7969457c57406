"""A small badge that fills as the real one is printed."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.ui.theme import CARD, LINE, STOP


class BadgeIcon(QWidget):
    """An outline with a lanyard slot; lines appear from the top with progress."""

    def __init__(self) -> None:
        super().__init__()
        self._progress, self._colour = 0.0, "#000000"

    def show_progress(self, progress: float, colour: str, height_px: int) -> None:
        """0 is waiting, 1 is printed, less than 0 is trouble."""
        self._progress, self._colour = progress, colour
        self.setFixedSize(round(height_px * 0.72), height_px)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = QColor(STOP.accent if self._progress < 0 else self._colour)
        side = float(self.height())
        card = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        painter.setPen(QPen(colour, side * 0.035))
        painter.setBrush(QColor(CARD))
        painter.drawRoundedRect(card, side * 0.07, side * 0.07)
        painter.setPen(Qt.PenStyle.NoPen)
        slot = QRectF(0, 0, card.width() * 0.3, side * 0.05)
        slot.moveCenter(card.center())
        slot.moveTop(card.top() + side * 0.08)
        painter.setBrush(colour)
        painter.drawRoundedRect(slot, slot.height() / 2, slot.height() / 2)
        for top, height, width in ((0.30, 0.16, 0.72), (0.54, 0.05, 0.56), (0.72, 0.14, 1.0)):
            line = QRectF(0, 0, (card.width() - side * 0.12) * width, side * height)
            line.moveCenter(card.center())
            line.moveTop(card.top() + side * top)
            painter.setBrush(colour if self._progress >= top + height else QColor(LINE))
            painter.drawRoundedRect(line, side * 0.02, side * 0.02)
        painter.end()
