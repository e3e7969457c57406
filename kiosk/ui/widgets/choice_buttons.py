"""Large buttons for a guest's finger: two side by side, more below each other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget


class ChoiceButtons(QWidget):
    """Tells which was pressed by its key; all of them look alike."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._choices: tuple[tuple[str, str], ...] = ()

    def show_choices(self, choices: tuple[tuple[str, str], ...], gap: int) -> None:
        """Offer these keys and words, `gap` pixels apart; hidden where there are none."""
        self._row.setSpacing(gap if len(choices) == 2 else gap // 2)
        self.setVisible(bool(choices))
        if choices == self._choices:
            return
        self._choices = choices
        while (item := self._row.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()  # it is deleted only at the next turn of the loop
                widget.deleteLater()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if len(choices) == 2 else down)
        for key, words in choices:
            button = QPushButton(words)
            button.setProperty("role", "touch")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a scanner's Enter must not press it
            button.clicked.connect(lambda _=False, key=key: self.pressed.emit(key))
            self._row.addWidget(button, 1)
