"""The front desk's result card: readable at two metres by guest and clerk."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kiosk.ui.screens.desk_choices import Buttons
from kiosk.ui.screens.desk_view import DeskView
from kiosk.ui.theme import ASK, CALM, CARD, INK, LINE, QUIET, Scale, Space, Type
from kiosk.ui.widgets.chip import Chip
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.widgets.line_button import LineButton
from kiosk.ui.widgets.symbol import Symbol

_LONG = 20
"""Characters of a button above which buttons stand below each other."""


class DeskCard(QWidget):
    """A coloured head with the outcome, below it the person, at the foot what to do."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        left = Qt.AlignmentFlag.AlignLeft
        self._tone, self._radius, self._head_height = CALM, 20.0, 100
        self._symbol, self._chip = Symbol(), Chip()
        self._outcome = FittedLabel(lines=2, align=left)
        self._name, self._latin = FittedLabel(lines=2, align=left), FittedLabel(align=left)
        self._company, self._title = FittedLabel(lines=2, align=left), FittedLabel(align=left)
        self._advice = FittedLabel(lines=3, align=left)
        self._details = QLabel(wordWrap=True)
        self._details.setProperty("role", "quiet")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._offered: tuple[Buttons, bool] | None = None
        self._head = QHBoxLayout()
        self._head.addWidget(self._symbol)
        self._head.addWidget(self._outcome, 1)
        chips = QHBoxLayout()
        chips.addWidget(self._chip)
        chips.addStretch(1)
        self._body = QVBoxLayout()
        for widget in (self._name, self._latin):
            self._body.addWidget(widget)
        self._body.addLayout(chips)
        for label in (self._company, self._title, self._advice, self._details):
            self._body.addWidget(label)
        self._body.addStretch(1)
        self._body.addLayout(self._buttons)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addLayout(self._body, 1)

    def show_view(self, view: DeskView, scale: Scale) -> None:
        """Show this result."""
        px, tone = scale.px, view.tone
        self._tone, self._radius = tone, px(20)
        edge = px(Space.LARGE)
        self._head.setContentsMargins(edge, px(Space.MEDIUM), edge, px(Space.MEDIUM))
        self._head.setSpacing(px(Space.MEDIUM))
        self._body.setContentsMargins(edge, px(Space.MEDIUM), edge, px(Space.MEDIUM))
        self._body.setSpacing(px(Space.SMALL))
        self._symbol.show_sign(view.sign, tone.accent, px(96))
        for label, size, colour, text in (
            (self._outcome, 56, tone.text, view.outcome),
            (self._name, 104, INK, view.name),
            (self._latin, 46, QUIET, view.latin_name),
            (self._company, 38, INK, view.company),
            (self._title, Type.BODY, QUIET, view.title),
            (self._advice, 38, tone.text, view.advice),
        ):
            label.set_type(px(size), colour)
            label.set_text(text)
        self._chip.show_word(view.category, view.colour, px(36))
        self._details.setText("    ".join(view.details))
        self._head_height = px(96) + 2 * px(Space.MEDIUM)
        self._show_buttons(view.buttons, first_is_main=view.asks)
        self.update()

    def ask(self, question: str, buttons: Buttons, scale: Scale) -> None:
        """Put this question and its choices in place of the card's advice and buttons."""
        self._advice.set_type(scale.px(44), ASK.text)
        self._advice.set_text(question)
        self._show_buttons(buttons, first_is_main=False)

    def _show_buttons(self, buttons: Buttons, *, first_is_main: bool) -> None:
        if self._offered == (buttons, first_is_main):
            return
        self._offered = buttons, first_is_main
        while (item := self._buttons.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()  # it is deleted only at the next turn of the loop
                widget.deleteLater()
        stacked = any(len(words) > _LONG for _, words in buttons)
        for place, (key, words) in enumerate(buttons):
            button = LineButton(words) if stacked else QPushButton(words)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the scan field keeps it
            button.setProperty("role", "card-main" if place == 0 and first_is_main else "card")
            button.clicked.connect(lambda _=False, key=key: self.chosen.emit(key))
            self._buttons.addWidget(button)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(down if stacked else across)
        if not stacked:
            self._buttons.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(whole, self._radius, self._radius)
        painter.fillPath(path, QColor(CARD))
        painter.setClipPath(path)
        head = max(self._head_height, self._head.geometry().height())
        painter.fillRect(QRectF(0, 0, whole.width() + 1, head), QColor(self._tone.ground))
        painter.setClipping(False)
        painter.setPen(QColor(LINE))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        painter.end()
