"""A tick box that shows a tick, not only a colour."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton

from kiosk.ui.theme import CARD
from kiosk.ui.widgets.symbol import Sign, draw_sign


class Tick(QCheckBox):
    """Its words stand in a label beside it, because a label can wrap."""

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_sign(painter, Sign.CHECK, QRectF(box), CARD)
        painter.end()
