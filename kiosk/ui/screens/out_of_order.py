"""The screen for a bug: says so, names nobody, offers a restart."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.services.trouble import Trouble
from kiosk.ui.language import Languages
from kiosk.ui.theme import STOP, Scale, Space, Type, style_sheet
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.widgets.symbol import Sign, Symbol


class OutOfOrder(QWidget):
    """Shown until somebody restarts the program; every check-in so far is safe."""

    restart = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._trouble: Trouble | None = None
        self._languages: Languages | None = None
        self._symbol = Symbol()
        self._headline, self._advice = FittedLabel(lines=2), FittedLabel(lines=3)
        self._safe = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._safe.setProperty("role", "quiet")
        self._button = QPushButton()
        self._button.setProperty("role", "touch")
        self._button.clicked.connect(self.restart)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._headline)
        self._column.addWidget(self._advice)
        self._column.addWidget(self._safe)
        self._column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(3)

    def explain(self, trouble: Trouble | None, languages: Languages) -> None:
        """Say what is wrong; None for a bug, of which there is nothing to say."""
        self._trouble, self._languages = trouble, languages
        self._refresh(Scale(self.width(), self.height()))

    def resizeEvent(self, event: object) -> None:
        scale = Scale(self.width(), self.height())
        self.setStyleSheet(style_sheet(scale))
        edge = scale.px(Space.HUGE)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(scale.px(Space.MEDIUM))
        self._refresh(scale)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._refresh(Scale(self.width(), self.height()))

    def _refresh(self, scale: Scale) -> None:
        self._symbol.show_sign(Sign.TOOLS, STOP.accent, scale.px(200))
        self._headline.set_type(scale.px(84), STOP.text)
        self._advice.set_type(scale.px(Type.TITLE))
        if self._trouble and self._languages:
            self._headline.set_text(self._trouble.title.in_(self._languages.now))
            self._advice.set_text(self._trouble.advice.in_(self._languages.now))
        else:
            self._headline.set_text(self.tr("This station is out of order"))
            self._advice.set_text(self.tr("Please use the next station. Staff: restart this one."))
        self._safe.setText(self.tr("Every check-in that was shown is saved."))
        self._button.setText(self.tr("Restart"))
