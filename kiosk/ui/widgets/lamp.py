"""A status lamp with words: a filled disc when good, a ring with a bar when not."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from kiosk.ui.theme import GOOD, INK, STOP, Scale
from kiosk.ui.widgets.fitted_label import FittedLabel


class _Disc(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.good = True

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height())
        room = QRectF(0, 0, side * 0.7, side * 0.7)
        room.moveCenter(QPointF(self.width() / 2, self.height() / 2))
        if self.good:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(GOOD.accent))
            painter.drawEllipse(room)
        else:
            painter.setPen(QPen(QColor(STOP.accent), side * 0.14))
            painter.drawEllipse(room)
            painter.drawLine(room.topLeft(), room.bottomRight())
        painter.end()


class Lamp(QWidget):
    """One line of status."""

    def __init__(self) -> None:
        super().__init__()
        self._disc = _Disc()
        self._words = FittedLabel(lines=2, align=Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._disc)
        row.addWidget(self._words, 1)

    def show_words(self, words: str, *, good: bool, scale: Scale) -> None:
        """Say this, as good news or not."""
        side = scale.px(34)
        self._disc.good = good
        self._disc.setFixedSize(side, side)
        self._words.set_type(scale.px(26), INK if good else STOP.text)
        self._words.set_text(words)
        self._disc.update()
