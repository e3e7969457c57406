"""The live picture: newest frame, mirrored where the guest looks into it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.services.ports import Frame
from kiosk.services.scanning import GUIDE_SHARE
from kiosk.ui.theme import DARK, DARK_TEXT
from kiosk.ui.widgets.pill import paint_pill
from kiosk.ui.widgets.symbol import Sign, draw_sign


class Preview(QWidget):
    """Paints the newest frame to fill its room, with corners that frame the code.

    Zero-copy: a QImage looks straight into the frame's pixels, painted in `paintEvent`.
    """

    def __init__(self, *, mirror: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mirror = mirror
        self._frame: Frame | None = None
        self._locked, self._hint = False, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 90)
        self.setAccessibleName(self.tr("What the camera sees"))

    def show_frame(self, frame: Frame | None) -> None:
        """Show this frame; None shows that there is no picture."""
        self._frame = frame
        self.update()

    @property
    def has_picture(self) -> bool:
        """Whether there is a frame to paint."""
        return self._frame is not None

    def set_locked(self, *, locked: bool) -> None:
        """Colour the corners while a code is being checked."""
        if locked != self._locked:
            self._locked = locked
            self.update()

    def set_hint(self, sentence: str) -> None:
        """Show what would help; empty shows nothing."""
        if sentence != self._hint:
            self._hint = sentence
            self.setAccessibleDescription(sentence)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = QRectF(self.rect())
        radius = min(room.width(), room.height()) * 0.04
        path = QPainterPath()
        path.addRoundedRect(room, radius, radius)
        painter.setClipPath(path)
        if self._frame is None:
            self._paint_nothing(painter, room)
        else:
            self._paint_frame(painter, room, self._frame)
            self._paint_corners(painter, room)
            if self._hint:
                paint_pill(painter, room, self._hint)
        painter.end()

    def _paint_frame(self, painter: QPainter, room: QRectF, frame: Frame) -> None:
        image = QImage(
            frame.pixels, frame.width, frame.height, frame.width * 3, QImage.Format.Format_BGR888
        )
        scale = max(room.width() / frame.width, room.height() / frame.height)
        shown_w, shown_h = room.width() / scale, room.height() / scale
        source = QRectF((frame.width - shown_w) / 2, (frame.height - shown_h) / 2, shown_w, shown_h)
        painter.save()
        if self._mirror:
            painter.translate(room.width(), 0)
            painter.scale(-1, 1)
        painter.drawImage(room, image, source)
        painter.restore()

    def _paint_corners(self, painter: QPainter, room: QRectF) -> None:
        side = min(room.width(), room.height()) * GUIDE_SHARE
        box = QRectF(0, 0, side, side)
        box.moveCenter(room.center())
        reach = side * 0.16
        colour = QColor("#5BE08A") if self._locked else QColor(255, 255, 255, 230)
        pen = QPen(colour, max(3.0, side * 0.014))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for corner, dx, dy in (
            (box.topLeft(), 1, 1),
            (box.topRight(), -1, 1),
            (box.bottomLeft(), 1, -1),
            (box.bottomRight(), -1, -1),
        ):
            painter.drawLine(corner, corner + QPointF(dx * reach, 0))
            painter.drawLine(corner, corner + QPointF(0, dy * reach))

    def _paint_nothing(self, painter: QPainter, room: QRectF) -> None:
        painter.fillRect(room, QColor(DARK))
        side = min(room.width(), room.height()) * 0.42
        box = QRectF(0, 0, side, side)
        box.moveCenter(room.center())
        draw_sign(painter, Sign.CAMERA_OFF, box, DARK_TEXT)
