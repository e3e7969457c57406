"""A picture of what a hand must do at a printer."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from kiosk.services.ports import Remedy
from kiosk.ui.theme import CARD, INK, STOP, Scale

_WIDE, _HIGH = 116, 84
_WHOLE_TURN = 16 * 360


class PrinterPicture(QWidget):
    """A printer, and in the accent colour what is to be done to it."""

    def __init__(self) -> None:
        super().__init__()
        self._remedy = Remedy.LOOK

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def show_remedy(self, remedy: Remedy, scale: Scale) -> None:
        """Show this one, large enough to be seen while standing."""
        self._remedy = remedy
        self.setFixedSize(scale.px(_WIDE), scale.px(_HIGH))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self.height() / _HIGH
        painter.scale(unit, unit)
        painter.setPen(_pen(INK))
        painter.setBrush(QColor(CARD))
        if self._remedy is Remedy.CLOSE:
            painter.drawPolyline(_line((20, 36), (92, 12)))
        painter.drawRoundedRect(QRectF(16, 36, 80, 30), 6, 6)
        painter.drawLine(QPointF(28, 56), QPointF(84, 56))
        painter.setPen(_pen(STOP.accent))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _DEEDS[self._remedy](painter)
        painter.end()


def _pen(colour: str) -> QPen:
    pen = QPen(QColor(colour), 4.5)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _line(*points: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(*point) for point in points])


def _arrow(painter: QPainter, x: float, start: float, end: float) -> None:
    back = 7 if start > end else -7
    painter.drawLine(QPointF(x, start), QPointF(x, end))
    painter.drawPolyline(_line((x - 7, end + back), (x, end), (x + 7, end + back)))


def _load(painter: QPainter) -> None:
    painter.drawPolyline(_line((32, 36), (32, 8), (60, 8), (60, 36)))
    _arrow(painter, 78, 6, 28)


def _clear(painter: QPainter) -> None:
    painter.drawPolyline(
        _line((30, 36), (36, 28), (32, 20), (42, 14), (50, 22), (58, 16), (60, 36))
    )
    _arrow(painter, 78, 30, 8)


def _close(painter: QPainter) -> None:
    _arrow(painter, 104, 8, 30)


def _ink(painter: QPainter) -> None:
    painter.drawEllipse(QRectF(30, 6, 22, 22))
    painter.drawEllipse(QRectF(60, 6, 22, 22))
    painter.drawLine(QPointF(41, 28), QPointF(71, 28))


def _power(painter: QPainter) -> None:
    painter.drawArc(QRectF(44, 8, 24, 24), 120 * 16, _WHOLE_TURN * 5 // 6)
    painter.drawLine(QPointF(56, 4), QPointF(56, 18))


def _resume(painter: QPainter) -> None:
    painter.drawPolygon(_line((46, 6), (46, 28), (66, 17)))


def _empty(painter: QPainter) -> None:
    painter.drawPolyline(_line((34, 66), (34, 80), (62, 80), (62, 66)))
    _arrow(painter, 107, 78, 56)


def _look(painter: QPainter) -> None:
    painter.drawLine(QPointF(56, 6), QPointF(56, 18))
    painter.drawPoint(QPointF(56, 28))


_DEEDS = {
    Remedy.LOAD: _load,
    Remedy.CLEAR: _clear,
    Remedy.CLOSE: _close,
    Remedy.INK: _ink,
    Remedy.POWER: _power,
    Remedy.RESUME: _resume,
    Remedy.EMPTY: _empty,
    Remedy.LOOK: _look,
}
