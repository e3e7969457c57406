"""A line in a list of people: the name, below it a few words and a state at the right."""

from unicodedata import east_asian_width

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.theme import INK, QUIET, Scale, Space
from kiosk.ui.widgets.fitted_label import FittedLabel

NAME_LINE, BELOW_LINE = 18, 34
"""Columns of Latin letters, of which a Han character takes two. More gets a second line."""


class PersonRow(QWidget):
    """Draws one person; the list gives it its width."""

    def __init__(self, scale: Scale, name: str, below: str, state: str, colour: str) -> None:
        super().__init__()
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        long_name, long_below = _columns(name) > NAME_LINE, _columns(below) > BELOW_LINE
        self._height = scale.px(92 + 40 * long_name + 30 * long_below)
        # a label without parent would be a window of its own
        who = FittedLabel(lines=2, align=left, parent=self)
        what = FittedLabel(lines=2, weight=QFont.Weight.Normal, align=left, parent=self)
        when = FittedLabel(align=right, parent=self)
        for label, size, tint, text in (
            (who, 34, INK, name),
            (what, 24, QUIET, below),
            (when, 24, colour, state),
        ):
            label.set_type(scale.px(size), tint)
            label.set_text(text)
        upper = QHBoxLayout()
        upper.addWidget(who, 2)
        upper.addWidget(when, 1)
        column = QVBoxLayout(self)
        edge = scale.px(Space.TIGHT)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        column.addLayout(upper)
        column.addWidget(what)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(100, self._height)


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
