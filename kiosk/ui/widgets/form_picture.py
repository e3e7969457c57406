"""A picture beside a form's fields, as large as its place allows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme import LINE


class FormPicture(QWidget):
    """Empty until something is shown; then that, whole, with an edge to see white paper by."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def sizeHint(self) -> QSize:
        return QSize(0, 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is shown."""
        return self._picture.isNull()

    def show_png(self, png: bytes) -> None:
        """Show this; nothing where it is empty."""
        picture = QPixmap()
        if png:
            picture.loadFromData(png, "PNG")
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.is_empty:
            return
        size = self._picture.size().scaled(
            self.size() - QSize(4, 4), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRectF(self.width() - size.width() - 2, 2, size.width(), size.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(place, self._picture, QRectF(self._picture.rect()))
        painter.setPen(QPen(QColor(LINE), 2))
        painter.drawRect(place)
        painter.end()
