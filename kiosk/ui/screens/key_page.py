"""One thing asked of a guest at a time, answered with keys on the screen."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kiosk.ui.theme import BRAND, INK, QUIET, STOP, Scale, Space
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.widgets.touch_keys import KeySet, TouchKeys

BACK, OTHER, DONE = "back", "other", "done"


@dataclass(frozen=True, slots=True)
class KeyView:
    """What the page says; empty text shows nothing.

    Attributes:
        entered: what was typed so far, as it is shown.
        other: another way to be found.
        done: what the button that sends it says; empty where nothing is sent.
        keys: which keys are offered; None where there is only something to read.
        problem: what was wrong.
    """

    title: str
    how: str = ""
    entered: str = ""
    other: str = ""
    done: str = ""
    back: str = ""
    keys: KeySet | None = None
    problem: str = ""


class KeyDialogue(Protocol):
    """What is asked with keys, one thing at a time; its `changed` follows every key."""

    @property
    def is_open(self) -> bool:
        """Whether something is asked."""

    def view(self) -> KeyView:
        """What the page says now."""

    def type(self, key: str) -> None:
        """A key; what the question does not take changes nothing."""

    def press(self, key: str) -> None:
        """`BACK`, `OTHER` or `DONE`."""

    def tick(self) -> None:
        """Forget whoever went away."""

    def close(self) -> None:
        """Forget what was typed."""


class KeyPage(QWidget):
    """`typed` brings a key; `pressed` brings `BACK`, `OTHER` or `DONE`."""

    typed = Signal(str)
    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._title, self._how = FittedLabel(lines=2), FittedLabel(lines=3)
        self._entered, self._problem = FittedLabel(), FittedLabel(lines=2)
        self._entered.setObjectName("entry")
        self._keys = TouchKeys()
        self._keys.pressed.connect(self.typed)
        said = QVBoxLayout()
        said.addStretch(1)
        for widget in (self._title, self._how, self._entered, self._problem):
            said.addWidget(widget)
        said.addStretch(1)
        self._buttons = {}
        row = QHBoxLayout()
        for key in (BACK, OTHER, DONE):
            button = QPushButton()
            button.setProperty("role", "touch-main" if key == DONE else "touch-plain")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a scanner's Enter must not press it
            button.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
            self._buttons[key] = button
            row.addWidget(button, 1)
        self._below = QVBoxLayout()
        self._below.addWidget(self._keys, 1)
        self._below.addLayout(row)
        self._row, self._said = row, said
        self._halves = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.addLayout(said, 2)
        self._halves.addLayout(self._below, 3)

    def show_view(self, view: KeyView, scale: Scale) -> None:
        """Show this question."""
        px, gap = scale.px, scale.px(Space.SMALL)
        way = QBoxLayout.Direction
        self._halves.setDirection(way.TopToBottom if scale.portrait else way.LeftToRight)
        self._halves.setSpacing(px(Space.LARGE))
        for layout in (self._said, self._below):
            layout.setSpacing(px(Space.MEDIUM))
        self._row.setSpacing(gap)
        for label, size, colour, text in (
            (self._title, 70, INK, view.title),
            (self._how, 40, QUIET, view.how),
            (self._entered, 110, BRAND, view.entered),
            (self._problem, 44, STOP.text, view.problem),
        ):
            label.set_type(px(size), colour)
            label.set_text(text)
        for key, words in ((BACK, view.back), (OTHER, view.other), (DONE, view.done)):
            self._buttons[key].setText(words)
            self._buttons[key].setVisible(bool(words))
        self._keys.setVisible(view.keys is not None)
        if view.keys:
            self._keys.show_keys(view.keys, gap)
