"""A field for codes, typed by hand or by a scanner that is too slow to be told from a hand."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit


class CodeField(QLineEdit):
    """Takes no input method: nobody's ticket code is a Chinese word."""

    def set_secret(self, *, secret: bool) -> None:
        """Show dots in place of what is typed: a PIN is nobody else's to read."""
        self.setEchoMode(self.EchoMode.Password if secret else self.EchoMode.Normal)

    def inputMethodQuery(self, query: Qt.InputMethodQuery, *more: Any) -> Any:  # noqa: ANN401
        """Qt's attribute WA_InputMethodEnabled does not do it: a QLineEdit answers for itself."""
        if query == Qt.InputMethodQuery.ImEnabled:
            return False
        return super().inputMethodQuery(query, *more)
