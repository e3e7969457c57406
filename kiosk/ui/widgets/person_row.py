"""A line in a list of people: name, what stands below it, and a state at the right."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.theme import INK, QUIET, Scale, Space
from kiosk.ui.widgets.fitted_label import FittedLabel


class PersonRow(QWidget):
    """Draws one person; the list gives it its width."""

    def __init__(self, scale: Scale, name: str, below: str, state: str, colour: str) -> None:
        super().__init__()
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        self._height = scale.px(88)
        who, what = FittedLabel(align=left), FittedLabel(align=left)
        when = FittedLabel(align=right)
        who.set_type(scale.px(34), INK)
        what.set_type(scale.px(24), QUIET)
        when.set_type(scale.px(24), colour)
        for label, text in ((who, name), (what, below), (when, state)):
            label.set_text(text)
        when.setFixedWidth(scale.px(190))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(who)
        column.addWidget(what)
        row = QHBoxLayout(self)
        edge = scale.px(Space.TIGHT)
        row.setContentsMargins(edge, 0, edge, 0)
        row.addLayout(column, 1)
        row.addWidget(when)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(100, self._height)
