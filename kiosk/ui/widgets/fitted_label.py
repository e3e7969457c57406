"""Text that is as large as it may be and never cut off."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.ui.theme import FAMILY, INK, LATIN_FAMILY

_STEP = 0.94
_SMALLEST = 9
_LEADING = 1.36
"""Line height to type size of Noto Sans SC, with a little air."""


class FittedLabel(QWidget):
    """Draws its text at the largest size that fits, wrapping where lines allow.

    It takes as many lines as the text needs and no more than it was given. `fits` says
    whether the text fits at all; a test asks it in every state.
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
        self._found: dict[tuple[int, int], QFont] = {}
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_type(self, largest_px: int, colour: str = INK) -> None:
        """The size to begin with, in pixels, and the colour."""
        if (largest_px, colour) == (self._largest, self._colour):
            return
        self._largest, self._colour = largest_px, colour
        self._measure_again()

    def set_text(self, text: str) -> None:
        """Show this; empty text takes no room."""
        if text == self._text and self.isHidden() is not bool(text):
            return
        self._text = text
        self.setVisible(bool(text))
        self.setAccessibleName(text)
        self._measure_again()

    @property
    def text(self) -> str:
        """What is shown."""
        return self._text

    @property
    def fits(self) -> bool:
        """Whether all of the text is drawn inside the label."""
        return self._fits(self._font(self.width(), self.height()), self.width(), self.height())

    def sizeHint(self) -> QSize:
        return QSize(self._largest * 4, round(self._largest * _LEADING))

    def minimumSizeHint(self) -> QSize:
        return QSize(10, 10)

    def heightForWidth(self, width: int) -> int:
        # a layout asks for the same few widths some hundred times at each change of text
        if width not in self._heights:
            most = round(self._largest * _LEADING * self._lines)
            needed = self._room(self._font(width, most), width).height()
            self._heights[width] = max(round(self._largest * _LEADING), min(most, needed))
        return self._heights[width]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.setFont(self._font(self.width(), self.height()))
        painter.setPen(QColor(self._colour))
        painter.drawText(self.rect(), self._flags(), self._text)
        painter.end()

    def _measure_again(self) -> None:
        self._found.clear()
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _font(self, width: int, height: int) -> QFont:
        """The largest that fits; searched once, because layouts ask for it again and again."""
        room = (width, height)
        if room not in self._found:
            self._found[room] = self._search_font(width, height)
        return self._found[room]

    def _search_font(self, width: int, height: int) -> QFont:
        size = float(self._largest)
        while True:
            font = QFont([FAMILY, LATIN_FAMILY])
            font.setPixelSize(max(_SMALLEST, round(size)))
            font.setWeight(self._weight)
            if size <= _SMALLEST or self._fits(font, width, height):
                return font
            size *= _STEP

    def _fits(self, font: QFont, width: int, height: int) -> bool:
        needed = self._room(font, width)
        return needed.width() <= width and needed.height() <= height

    def _room(self, font: QFont, width: int) -> QRect:
        return QFontMetrics(font).boundingRect(
            QRect(0, 0, width, 100_000), self._flags(), self._text
        )

    def _flags(self) -> int:
        flags = int(self._align | Qt.AlignmentFlag.AlignVCenter)
        if self._lines > 1:
            flags |= int(Qt.TextFlag.TextWordWrap)
        return flags
