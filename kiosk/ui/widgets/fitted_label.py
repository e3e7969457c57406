"""Text that is as large as it may be and never cut off."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme import FAMILY, INK, LATIN_FAMILY

_STEP = 0.94
_SMALLEST = 9


class FittedLabel(QWidget):
    """Draws its text at the largest size that fits, wrapping where lines allow.

    `fits` says whether the text fits at its least size; a test asks it in every state.
    """

    def __init__(
        self,
        lines: int = 1,
        weight: QFont.Weight = QFont.Weight.Bold,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignHCenter,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines, self._weight, self._align = lines, weight, align
        self._largest, self._colour, self._text = 24, INK, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_type(self, largest_px: int, colour: str = INK) -> None:
        """The size to begin with, in pixels, and the colour."""
        self._largest, self._colour = largest_px, colour
        self.setFixedHeight(round(largest_px * 1.36 * self._lines))
        self.update()

    def set_text(self, text: str) -> None:
        """Show this; empty text takes no room."""
        self._text = text
        self.setVisible(bool(text))
        self.setAccessibleName(text)
        self.update()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    @property
    def fits(self) -> bool:
        """Whether all of the text is drawn inside the label."""
        return self._fits(self._font())

    def sizeHint(self) -> QSize:
        return QSize(self._largest * 4, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self._font())
        painter.setPen(QColor(self._colour))
        painter.drawText(self.rect(), self._flags(), self._text)
        painter.end()

    def _font(self) -> QFont:
        size = float(self._largest)
        while True:
            font = QFont([FAMILY, LATIN_FAMILY])
            font.setPixelSize(max(_SMALLEST, round(size)))
            font.setWeight(self._weight)
            if size <= _SMALLEST or self._fits(font):
                return font
            size *= _STEP

    def _fits(self, font: QFont) -> bool:
        room = self.rect()
        if room.isEmpty():
            return True
        needed = QFontMetrics(font).boundingRect(
            QRect(0, 0, room.width(), 10_000), self._flags(), self._text
        )
        return needed.width() <= room.width() and needed.height() <= room.height()

    def _flags(self) -> int:
        flags = int(self._align | Qt.AlignmentFlag.AlignVCenter)
        if self._lines > 1:
            flags |= int(Qt.TextFlag.TextWordWrap)
        return flags
