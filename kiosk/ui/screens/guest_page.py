"""One page of the self-service face: a bold head that is read from afar, and what to do."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.screens.guest_view import GuestView
from kiosk.ui.theme import CALM, CARD, LINE, QUIET, Scale, Space, Type
from kiosk.ui.widgets.badge_icon import BadgeIcon
from kiosk.ui.widgets.chip import Chip
from kiosk.ui.widgets.choice_buttons import ChoiceButtons
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.widgets.symbol import Symbol


class GuestPage(QWidget):
    """Head: sign and headline on the outcome's colour. Body: the person and the next steps."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._tone, self._left, self._radius = CALM, 0.0, 20.0
        self._head, self._body = QWidget(), QWidget()
        self._symbol, self._headline = Symbol(), FittedLabel(lines=2)
        head = QVBoxLayout(self._head)
        head.addStretch(1)
        head.addWidget(self._symbol, 0, Qt.AlignmentFlag.AlignHCenter)
        head.addWidget(self._headline)
        head.addStretch(1)
        self._name, self._chip = FittedLabel(lines=2), Chip()
        self._advice = FittedLabel(lines=4)
        self._buttons = ChoiceButtons()
        self._buttons.pressed.connect(self.pressed)
        self._next, self._badge = NextCard(), BadgeCard()
        body = QVBoxLayout(self._body)
        body.addStretch(1)
        body.addWidget(self._name)
        body.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(self._advice)
        body.addStretch(1)
        body.addWidget(self._buttons)
        body.addStretch(1)
        body.addWidget(self._next)
        body.addWidget(self._badge)
        self._head_column, self._body_column = head, body
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(0)
        self._halves.addWidget(self._head, 36)
        self._halves.addWidget(self._body, 64)

    def show_view(self, view: GuestView, scale: Scale) -> None:
        """Show this message."""
        px, tone, upright = scale.px, view.tone, scale.portrait
        self._tone, self._radius = tone, px(28)
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.TopToBottom if upright else direction.LeftToRight)
        edge = px(Space.LARGE)
        self._head_column.setContentsMargins(edge, edge, edge, edge)
        self._head_column.setSpacing(px(Space.MEDIUM))
        self._body_column.setContentsMargins(edge, edge, edge, px(Space.HUGE))
        self._body_column.setSpacing(px(Space.MEDIUM))
        self._symbol.show_sign(view.sign, tone.accent, px(230), on_colour=True)
        for label, size, colour, text in (
            (self._headline, 92 if upright else 72, "#FFFFFF", view.headline),
            (self._name, Type.NAME if upright else 120, tone.text, view.name),
            (self._advice, 54, tone.text, view.advice),
        ):
            label.set_type(px(size), colour)
            label.set_text(text)
        self._chip.show_word(view.category, view.colour, px(42))
        self._next.show_words(view.next_label, view.next_title, view.next_place, tone.accent, scale)
        self._badge.show_words(view.badge, view.badge_progress, tone.accent, scale)
        self._buttons.show_choices(view.choices, edge)
        self.update()

    def set_time_left(self, share: float) -> None:
        """How much of the page's time is left, 1 to 0."""
        if share != self._left:
            self._left = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), self._radius, self._radius)
        painter.setClipPath(path)
        painter.fillRect(self.rect(), QColor(self._tone.ground))
        painter.fillRect(self._head.geometry(), QColor(self._tone.accent))
        if self._left > 0:
            room = QRectF(self._body.geometry())
            bar = QRectF(0, 0, room.width() * 0.4 * self._left, max(4.0, self._radius * 0.28))
            bar.moveCenter(room.center())
            bar.moveBottom(room.bottom() - self._radius)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._tone.accent))
            painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2)
        painter.end()


class _Card(QWidget):
    """A white card with a hairline."""

    def __init__(self) -> None:
        super().__init__()
        self._radius = 20.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(LINE))
        painter.setBrush(QColor(CARD))
        room = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(room, self._radius, self._radius)
        painter.end()


class NextCard(_Card):
    """Where to go now: what, when, where."""

    def __init__(self) -> None:
        super().__init__()
        left = Qt.AlignmentFlag.AlignLeft
        self._label, self._title = FittedLabel(align=left), FittedLabel(lines=2, align=left)
        self._place = FittedLabel(align=left)
        self._column = QVBoxLayout(self)
        for widget in (self._label, self._title, self._place):
            self._column.addWidget(widget)

    def show_words(self, label: str, title: str, place: str, accent: str, scale: Scale) -> None:
        """Show this; hidden where there is nothing to say."""
        px = scale.px
        self._radius = px(24)
        edge = px(Space.MEDIUM)
        self._column.setContentsMargins(px(Space.LARGE), edge, px(Space.LARGE), edge)
        self._column.setSpacing(px(Space.TIGHT))
        for widget, size, colour, text in (
            (self._label, 30, QUIET, label),
            (self._title, 46, "#1C2530", title),
            (self._place, 46, accent, place),
        ):
            widget.set_type(px(size), colour)
            widget.set_text(text)
        self.setVisible(bool(title))


class BadgeCard(_Card):
    """The badge, drawing itself as it is printed."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = BadgeIcon()
        self._words = FittedLabel(lines=2, align=Qt.AlignmentFlag.AlignLeft)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._icon)
        self._row.addWidget(self._words, 1)

    def show_words(self, words: str, progress: float, accent: str, scale: Scale) -> None:
        """Say where the badge is; `progress` from 0 to 1, below 0 for trouble."""
        px = scale.px
        self._radius = px(24)
        edge = px(Space.MEDIUM)
        self._row.setContentsMargins(px(Space.LARGE), edge, px(Space.LARGE), edge)
        self._row.setSpacing(px(Space.LARGE))
        self._icon.show_progress(progress, accent, px(120))
        self._words.set_type(px(46))
        self._words.set_text(words)
        self.setVisible(bool(words))
