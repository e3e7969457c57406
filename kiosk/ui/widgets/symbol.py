"""Outcome symbols, painted: a disc with a stroke that says what happened without colour."""

from enum import Enum

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget


class Sign(Enum):
    """What a symbol says."""

    CHECK = "check"
    CROSS = "cross"
    QUESTION = "question"
    WAIT = "wait"
    CAMERA_OFF = "camera_off"
    TOOLS = "tools"


class Symbol(QWidget):
    """A round symbol of a fixed size in pixels."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign, self._colour, self._on_colour = Sign.WAIT, "#000000", False

    def show_sign(self, sign: Sign, colour: str, side_px: int, *, on_colour: bool = False) -> None:
        """Change to this sign; `on_colour` draws it white on a ground of that colour."""
        self._sign, self._colour, self._on_colour = sign, colour, on_colour
        self.setFixedSize(side_px, side_px)
        self.setAccessibleName(_word(sign))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        disc, strokes = self._colour, "#FFFFFF"
        if self._on_colour:
            disc, strokes = strokes, disc
        painter.setBrush(QColor(disc))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        draw_sign(painter, self._sign, QRectF(self.rect()), strokes)
        painter.end()


def _word(sign: Sign) -> str:
    translate = QCoreApplication.translate
    match sign:
        case Sign.CHECK:
            return translate("Sign", "Yes")
        case Sign.CROSS:
            return translate("Sign", "No")
        case Sign.QUESTION:
            return translate("Sign", "Question")
        case Sign.WAIT:
            return translate("Sign", "Wait")
        case Sign.CAMERA_OFF:
            return translate("Sign", "No camera")
        case Sign.TOOLS:
            return translate("Sign", "Out of order")


def draw_sign(painter: QPainter, sign: Sign, room: QRectF, colour: str) -> None:
    """Draw the sign's strokes inside a square `room`."""
    side = room.width()

    def at(x: float, y: float) -> QPointF:
        return QPointF(room.left() + x * side, room.top() + y * side)

    pen = QPen(QColor(colour), side * 0.085)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    match sign:
        case Sign.CHECK:
            painter.drawPolyline(QPolygonF([at(0.28, 0.53), at(0.44, 0.68), at(0.73, 0.36)]))
        case Sign.CROSS:
            painter.drawLine(at(0.34, 0.34), at(0.66, 0.66))
            painter.drawLine(at(0.66, 0.34), at(0.34, 0.66))
        case Sign.QUESTION:
            painter.drawArc(QRectF(at(0.36, 0.24), at(0.64, 0.50)), 200 * 16, -250 * 16)
            painter.drawLine(at(0.50, 0.51), at(0.50, 0.60))
            painter.drawPoint(at(0.50, 0.75))
        case Sign.WAIT:
            for x in (0.32, 0.50, 0.68):
                painter.drawPoint(at(x, 0.5))
        case Sign.CAMERA_OFF:
            painter.drawRoundedRect(
                QRectF(at(0.24, 0.36), at(0.62, 0.66)), side * 0.05, side * 0.05
            )
            painter.drawPolyline(
                QPolygonF([at(0.64, 0.47), at(0.78, 0.39), at(0.78, 0.63), at(0.64, 0.55)])
            )
            painter.drawLine(at(0.22, 0.24), at(0.76, 0.78))
        case Sign.TOOLS:
            painter.drawLine(at(0.32, 0.68), at(0.60, 0.40))
            painter.drawArc(QRectF(at(0.54, 0.24), at(0.78, 0.48)), 150 * 16, 240 * 16)
