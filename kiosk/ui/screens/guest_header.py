"""Above a self-service screen: the event's name, and what a guest may wish."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kiosk.domain.words import Language
from kiosk.ui.theme import BRAND, Scale
from kiosk.ui.widgets.fitted_label import FittedLabel

RESTING_MS = 3000
"""No guest rests a finger on a title for so long."""


class GuestHeader(QWidget):
    """`rested` tells that a finger stayed on the name: it belongs to staff who want to leave."""

    easier = Signal()
    language = Signal()
    rested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._name = FittedLabel(align=Qt.AlignmentFlag.AlignLeft)
        self._easier, self._switch = QPushButton(), QPushButton()
        self._easier.clicked.connect(self.easier)
        self._switch.clicked.connect(self.language)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._name, 1)
        for button in (self._easier, self._switch):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a scanner's Enter must not press it
            row.addWidget(button)
        self._resting = QTimer(self, singleShot=True, interval=RESTING_MS)
        self._resting.timeout.connect(self.rested)

    def say(self, name: str, language: Language, scale: Scale, *, is_easier: bool) -> None:
        """Name the event, and say what the buttons do now."""
        self._name.set_type(scale.px(40), BRAND)
        self._name.set_text(name)
        self._easier.setText(self.tr("As usual") if is_easier else self.tr("Easier"))
        self._switch.setText("English" if language is Language.ZH else "中文")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._name.geometry().contains(event.position().toPoint()):
            self._resting.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._resting.stop()
