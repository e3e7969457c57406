"""A button as wide as its column, whose words end in … where they do not fit."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy

_EDGES = 3.0
"""Heights of a line that frame and padding take of the width, on both sides together."""


class LineButton(QPushButton):
    """Shows `words`, shortened to its width; the whole of them is its accessible name."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self._words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        metrics = self.fontMetrics()
        room = self.width() - round(_EDGES * metrics.height())
        self.setText(metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(1, room)))
