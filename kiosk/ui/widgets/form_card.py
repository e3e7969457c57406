"""A form to fill in by keyboard alone: Tab goes on, Enter does it, Esc leaves it."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kiosk.ui.theme import STOP, Scale, Space
from kiosk.ui.widgets.form import (
    LONGEST,
    Answers,
    FieldKind,
    Form,
    FormField,
    field_widget,
    said_in,
    when_edited,
)
from kiosk.ui.widgets.form_picture import FormPicture


class FormCard(QWidget):
    """Shows one form; `submitted` brings what stands in it by key, `cancelled` that it was left.

    `edited` follows every change of a field.
    """

    submitted = Signal(dict)
    edited = Signal()
    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._title, self._advice = QLabel(wordWrap=True), QLabel(wordWrap=True)
        self._title.setProperty("role", "title")
        self._advice.setProperty("role", "quiet")
        self._problem = QLabel(wordWrap=True)
        self._problem.setStyleSheet(f"color: {STOP.text}; font-weight: 700;")
        self._area = QScrollArea(widgetResizable=True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._do, self._leave = QPushButton(), QPushButton()
        self._do.setProperty("role", "main")
        self._do.clicked.connect(self._submit)
        self._do.installEventFilter(self)
        self._leave.clicked.connect(self.cancelled)
        self._buttons = QHBoxLayout()
        self._buttons.addWidget(self._do)
        self._buttons.addWidget(self._leave)
        self._buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        for widget in (self._title, self._advice):
            self._column.addWidget(widget)
        self._picture = FormPicture()
        beside = QHBoxLayout()
        beside.addWidget(self._area, 3)
        beside.addWidget(self._picture, 2)
        self._column.addLayout(beside, 1)
        self._column.addWidget(self._problem)
        self._column.addLayout(self._buttons)
        self._gap = Space.SMALL.value
        self._widgets: dict[str, QWidget] = {}
        self._lines: list[QLabel] = []

    def show_form(self, form: Form, leave: str) -> None:
        """Ask this, empty of whatever was asked before.

        Args:
            form: what is asked.
            leave: what the button that leaves it says.
        """
        self._title.setText(form.title)
        self._advice.setText(form.advice)
        self._advice.setVisible(bool(form.advice))
        self._do.setText(form.do)
        self._leave.setText(leave)
        self._picture.show_png(b"")
        self._picture.setVisible(form.pictured)
        self.show_problem("")
        self._arrange_buttons()
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, self._gap, 0)
        grid.setHorizontalSpacing(self._gap)
        grid.setVerticalSpacing(self._gap // 3)
        grid.setColumnStretch(1, 1)
        self._widgets, self._lines = {}, []
        said = [field for field in form.fields if field.kind is FieldKind.LINE]
        asked = [field for field in form.fields if field.kind is not FieldKind.LINE]
        grid.addLayout(self._said(said, form.columns), 0, 0, 1, 2)
        for row, field in enumerate(asked, 1):
            self._add(grid, row, field)
        grid.setRowStretch(len(asked) + 1, 1)
        self._area.setWidget(inside)  # the area deletes the one before
        self.first.setFocus()

    @property
    def first(self) -> QWidget:
        """Where the cursor stands at first: the first field, or the button where none is."""
        return next(iter(self._widgets.values()), self._do)

    def widget(self, key: str) -> QWidget:
        """The field of this key."""
        return self._widgets[key]

    def show_problem(self, words: str) -> None:
        """Say what is wrong with what was filled in; empty takes it away."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def show_picture(self, png: bytes) -> None:
        """Show this beside the fields."""
        self._picture.show_png(png)

    def show_progress(self, words: str) -> None:
        """Say how far long work is, in the first line that is only read."""
        if self._lines:
            self._lines[0].setText(words)

    def fill(self, answers: Answers) -> None:
        """Put these into the fields of their keys."""
        for key, text in answers.items():
            widget = self._widgets.get(key)
            if isinstance(widget, QLineEdit):
                widget.setText(text[:LONGEST])

    def answers(self) -> dict[str, str]:
        """What stands in the fields, by key."""
        return {key: said_in(widget) for key, widget in self._widgets.items()}

    def resize_to(self, scale: Scale) -> None:
        """Take the distances of a screen of this size."""
        edge, above = scale.px(Space.LARGE), scale.px(Space.MEDIUM)
        self._column.setContentsMargins(edge, above, edge, above)
        self._gap = scale.px(Space.SMALL)
        self._column.setSpacing(self._gap)
        self._arrange_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons stand side by side where both have room for their words."""
        super().resizeEvent(event)
        self._arrange_buttons()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter anywhere in the form does it; the words beside a tick are part of it."""
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(watched, QLabel):
            buddy = watched.buddy()
            assert isinstance(buddy, QCheckBox), "only a tick's words are watched"
            buddy.toggle()
            return True
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._submit()
                return True
            if event.key() in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
                bar = self._area.verticalScrollBar()
                page = bar.pageStep() if event.key() == Qt.Key.Key_PageDown else -bar.pageStep()
                bar.setValue(bar.value() + page)
                return True
        return False

    def _arrange_buttons(self) -> None:
        wanted = self._do.sizeHint().width() + self._leave.sizeHint().width() + self._gap
        beside = wanted <= self.contentsRect().width() - 2 * self._column.contentsMargins().left()
        way = QHBoxLayout.Direction.LeftToRight if beside else QHBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(way)

    def _submit(self) -> None:
        self.submitted.emit(self.answers())

    def _said(self, fields: Sequence[FormField], columns: int) -> QHBoxLayout:
        """The lines that are only read, down one column and then the next."""
        beside = QHBoxLayout()
        beside.setSpacing(2 * self._gap)
        deep = max(1, math.ceil(len(fields) / columns))
        for column in range(columns):
            down = QVBoxLayout()
            down.setSpacing(self._gap // 2)
            for field in fields[column * deep : (column + 1) * deep]:
                line = QLabel(field.value, wordWrap=True)
                self._lines.append(line)
                down.addWidget(line)
            down.addStretch(1)
            beside.addLayout(down, 1)
        return beside

    def _add(self, grid: QGridLayout, row: int, field: FormField) -> None:
        widget = field_widget(field)
        widget.setAccessibleName(field.label)
        widget.installEventFilter(self)
        when_edited(widget, self.edited.emit)
        self._widgets[field.key] = widget
        label = QLabel(field.label, wordWrap=field.kind is FieldKind.TICK)
        label.setBuddy(widget)
        if field.kind is FieldKind.TICK:
            label.installEventFilter(self)
            both = QHBoxLayout()
            both.addWidget(widget)
            both.addWidget(label, 1)
            grid.addLayout(both, row, 0, 1, 2)
            return
        label.setProperty("role", "quiet")
        grid.addWidget(label, row, 0)
        grid.addWidget(widget, row, 1)
