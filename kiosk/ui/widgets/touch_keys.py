"""Keys on the screen: digits, or letters for initials. No input method is needed."""

from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QWidget

DELETE = "⌫"


class KeySet(Enum):
    """Rows of keys."""

    DIGITS = ("123", "456", "789", f" 0{DELETE}")
    LETTERS = ("ABCDEFG", "HIJKLMN", "OPQRSTU", f"VWXYZ{DELETE}")
    BOTH = ("1234567", f"890-AB{DELETE}", "CDEFGHI", "JKLMNOP", "QRSTUVW", "XYZ")


class TouchKeys(QWidget):
    """Tells which key was pressed by its character; `DELETE` takes one back."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._shown: KeySet | None = None

    def show_keys(self, keys: KeySet, gap: int) -> None:
        """Offer these keys, `gap` pixels apart."""
        self._grid.setSpacing(gap)
        if keys is self._shown:
            return
        self._shown = keys
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()  # it is deleted only at the next turn of the loop
                widget.deleteLater()
        for row in range(max(self._grid.rowCount(), len(keys.value))):
            self._grid.setRowStretch(row, 1 if row < len(keys.value) else 0)
        for row, characters in enumerate(keys.value):
            for column, character in enumerate(characters):
                if character != " ":
                    self._grid.addWidget(self._key(character), row, column)

    def _key(self, character: str) -> QPushButton:
        key = QPushButton(character)
        key.setProperty("role", "key")
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a scanner's Enter must not press it
        key.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        key.setAccessibleName(self.tr("Delete") if character == DELETE else character)
        key.clicked.connect(lambda: self.pressed.emit(character))
        return key
