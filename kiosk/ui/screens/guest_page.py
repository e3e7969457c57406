"""One page of the self-service face, full of one message."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.guest_view import GuestView
from kiosk.ui.theme import CALM, Scale, Space, Type
from kiosk.ui.widgets.chip import Chip
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.widgets.symbol import Symbol


class GuestPage(QWidget):
    """Sign, headline, name, category, where to go, badge; and the time that is left."""

    def __init__(self, presenter: Presenter) -> None:
        super().__init__()
        self._tone, self._left, self._radius = CALM, 0.0, 20.0
        self._symbol, self._chip = Symbol(), Chip()
        self._headline, self._name = FittedLabel(lines=2), FittedLabel(lines=2)
        self._advice = FittedLabel(lines=4)
        self._next_title, self._next_place = FittedLabel(lines=2), FittedLabel()
        self._badge = FittedLabel(lines=2)
        self._yes, self._no = QPushButton(), QPushButton()
        self._yes.setProperty("role", "touch-main")
        self._no.setProperty("role", "touch")
        self._yes.clicked.connect(lambda: presenter.answer(yes=True))
        self._no.clicked.connect(lambda: presenter.answer(yes=False))
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._headline)
        self._column.addWidget(self._name)
        self._column.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addWidget(self._advice)
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._no)
        self._buttons.addWidget(self._yes)
        self._buttons.addStretch(1)
        self._column.addLayout(self._buttons)
        self._column.addStretch(1)
        for widget in (self._next_title, self._next_place, self._badge):
            self._column.addWidget(widget)
        self._column.addStretch(1)

    def show_view(self, view: GuestView, scale: Scale) -> None:
        """Show this message."""
        px, tone = scale.px, view.tone
        self._tone, self._radius = tone, px(28)
        edge = px(Space.LARGE)
        self._column.setContentsMargins(edge, edge, edge, edge)
        self._column.setSpacing(px(Space.MEDIUM if scale.portrait else Space.SMALL))
        self._symbol.show_sign(view.sign, tone.accent, px(220 if scale.portrait else 150))
        headline = Type.TITLE if view.name else Type.HEADLINE
        for label, size, colour, text in (
            (self._headline, headline, tone.accent if view.name else tone.text, view.headline),
            (self._name, Type.NAME if scale.portrait else 108, tone.text, view.name),
            (self._advice, Type.TITLE if view.asks else 44, tone.text, view.advice),
            (self._next_title, 44, tone.text, view.next_title),
            (self._next_place, 44, tone.accent, view.next_place),
            (self._badge, 44, tone.text, view.badge),
        ):
            label.set_type(px(size), colour)
            label.set_text(text)
        self._chip.show_word(view.category, view.colour, px(42))
        self._yes.setText(self.tr("Yes"))
        self._no.setText(self.tr("No"))
        self._yes.setVisible(view.asks)
        self._no.setVisible(view.asks)
        self.update()

    def set_time_left(self, share: float) -> None:
        """How much of the page's time is left, 1 to 0."""
        if share != self._left:
            self._left = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._tone.ground))
        room = QRectF(self.rect())
        painter.drawRoundedRect(room, self._radius, self._radius)
        if self._left > 0:
            bar = QRectF(0, 0, room.width() * 0.36 * self._left, max(4.0, self._radius * 0.28))
            bar.moveCenter(room.center())
            bar.moveBottom(room.bottom() - self._radius * 0.7)
            painter.setBrush(QColor(self._tone.accent))
            painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.end()
