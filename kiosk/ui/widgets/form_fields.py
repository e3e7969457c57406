"""The fields of a form: what each asks, and the widget that it is filled in with."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

LONGEST = 120
"""Characters of a field; nobody's name or company is longer, and a badge has no room for more."""


class FieldKind(Enum):
    """How a field is filled in."""

    TEXT = auto()
    CHOICE = auto()
    TICK = auto()
    LINE = auto()


@dataclass(frozen=True, slots=True)
class FormField:
    """One line of a form.

    `value` is what stands in it at first: a text, the key of a choice, or `"yes"` for a tick.
    A `LINE` is only read: `value` says something. `choices` are (key, words).
    """

    key: str
    label: str
    value: str = ""
    kind: FieldKind = FieldKind.TEXT
    choices: tuple[tuple[str, str], ...] = ()


def widget_of(field: FormField) -> QWidget:
    """What a field is filled in with."""
    match field.kind:
        case FieldKind.CHOICE:
            choice = QComboBox()
            for key, words in field.choices:
                choice.addItem(words, key)
            choice.setCurrentIndex(max(0, choice.findData(field.value)))
            return choice
        case FieldKind.TICK:
            tick = QCheckBox()  # a label beside it can wrap; its own words cannot
            tick.setChecked(field.value == "yes")
            return tick
        case _:
            text = QLineEdit(field.value)
            text.setMaxLength(LONGEST)
            text.setProperty("role", "form")
            text.setCursorPosition(0)
            return text


def when_edited(widget: QWidget, then: Callable[[], None]) -> None:
    """Call `then` after every change."""
    match widget:
        case QComboBox():
            widget.currentIndexChanged.connect(lambda _: then())
        case QCheckBox():
            widget.toggled.connect(lambda _: then())
        case _:
            assert isinstance(widget, QLineEdit)
            widget.textChanged.connect(lambda _: then())


def said_in(widget: QWidget) -> str:
    """What stands in it now."""
    match widget:
        case QComboBox():
            return str(widget.currentData())
        case QCheckBox():
            return "yes" if widget.isChecked() else ""
        case _:
            assert isinstance(widget, QLineEdit)
            return widget.text()
