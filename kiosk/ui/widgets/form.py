"""What a form asks, and the widget for each kind of answer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from kiosk.ui.widgets.tick import Tick

LONGEST = 120
"""Characters of a field; nobody's name or company is longer, and a badge has no room for more."""


LEAST_SHOWN = 8
"""Characters of a choice that are always seen; the list it opens shows them all."""


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


@dataclass(frozen=True, slots=True)
class Form:
    """A form: what it is for, what is asked, what the button that does it says.

    `columns` lines that are only read stand side by side. With `pictured` a picture stands
    beside the fields, shown by `FormCard.show_picture`.
    """

    title: str
    fields: tuple[FormField, ...]
    do: str
    advice: str = ""
    columns: int = 1
    pictured: bool = False


Answers = Mapping[str, str]
"""What stands in a form, by the key of its field."""


def field_widget(field: FormField) -> QWidget:
    """An empty or filled-in widget for the field."""
    match field.kind:
        case FieldKind.CHOICE:
            choice = QComboBox()
            choice.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            choice.setMinimumContentsLength(LEAST_SHOWN)
            for key, words in field.choices:
                choice.addItem(words, key)
            choice.setCurrentIndex(max(0, choice.findData(field.value)))
            return choice
        case FieldKind.TICK:
            tick = Tick()
            tick.setChecked(field.value == "yes")
            return tick
        case _:
            text = QLineEdit(field.value)
            text.setMaxLength(LONGEST)
            text.setProperty("role", "form")
            text.setCursorPosition(0)
            return text


def when_edited(widget: QWidget, then: Callable[[], None]) -> None:
    """Call `then` after every change of a field."""
    match widget:
        case QComboBox():
            widget.currentIndexChanged.connect(lambda _: then())
        case QCheckBox():
            widget.toggled.connect(lambda _: then())
        case _:
            assert isinstance(widget, QLineEdit)
            widget.textChanged.connect(lambda _: then())


def said_in(widget: QWidget) -> str:
    """What stands in the widget of a field."""
    match widget:
        case QComboBox():
            return str(widget.currentData())
        case QCheckBox():
            return "yes" if widget.isChecked() else ""
        case _:
            assert isinstance(widget, QLineEdit)
            return widget.text()
