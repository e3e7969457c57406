"""A category: its colour and its word, never the colour alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme import FAMILY, LATIN_FAMILY, text_on


class Chip(QWidget):
    """A pill with a word in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._word, self._colour, self._px = "", "#000000", 20
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_word(self, word: str, colour: str, type_px: int) -> None:
        """Show the word on the colour; hidden where there is none."""
        self._word, self._colour, self._px = word, colour, type_px
        self.setAccessibleName(word)
        self.setVisible(bool(word))
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self._font()).horizontalAdvance(self._word)
        return QSize(round(wide + self._px * 1.6), round(self._px * 1.8))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        room = QRectF(self.rect())
        painter.drawRoundedRect(room, room.height() / 2, room.height() / 2)
        painter.setPen(QColor(text_on(self._colour)))
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._word)
        painter.end()

    def _font(self) -> QFont:
        font = QFont([FAMILY, LATIN_FAMILY])
        font.setPixelSize(self._px)
        font.setBold(True)
        return font
