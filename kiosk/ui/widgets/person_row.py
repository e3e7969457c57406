"""A line in a list of people: the name, below it a few words and a state at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.theme import INK, QUIET, Scale, Space
from kiosk.ui.widgets.fitted_label import FittedLabel

ONE_LINE = 24
"""Characters. A longer name gets a second line."""


class PersonRow(QWidget):
    """Draws one person; the list gives it its width."""

    def __init__(self, scale: Scale, name: str, below: str, state: str, colour: str) -> None:
        super().__init__()
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        self._height = scale.px(92 if len(name) <= ONE_LINE else 128)
        # a label without parent would be a window of its own
        who = FittedLabel(lines=2, align=left, parent=self)
        what = FittedLabel(weight=QFont.Weight.Normal, align=left, parent=self)
        when = FittedLabel(align=right, parent=self)
        for label, size, tint, text in (
            (who, 34, INK, name),
            (what, 24, QUIET, below),
            (when, 24, colour, state),
        ):
            label.set_type(scale.px(size), tint)
            label.set_text(text)
        lower = QHBoxLayout()
        lower.addWidget(what, 3)
        lower.addWidget(when, 2)
        column = QVBoxLayout(self)
        edge = scale.px(Space.TIGHT)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(0)
        column.addWidget(who)
        column.addLayout(lower)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(100, self._height)
