"""A line in a list of people: the name, below it a few words and a state at the right."""

from unicodedata import east_asian_width

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.ui.theme import INK, QUIET, Scale, Space
from kiosk.ui.widgets.chip import Chip
from kiosk.ui.widgets.fitted_label import FittedLabel

NAME_LINE, BELOW_LINE, BESIDE_CHIP = 18, 34, 28
"""Columns of Latin letters, of which a Han character takes two. More gets a second line."""


class PersonRow(QWidget):
    """Draws one person; the list gives it its width.

    Args:
        scale: of the window.
        name: the person's.
        below: a few words under it.
        state: at the right, in `colour`.
        colour: of the state.
        category: word and colour of a chip; None: no chip.
        why: small beside the chip: what a search found the person by.
    """

    def __init__(
        self,
        scale: Scale,
        name: str,
        below: str,
        state: str,
        colour: str,
        category: tuple[str, str] | None = None,
        why: str = "",
    ) -> None:
        super().__init__()
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        long_name, long_below = (
            _columns(name) > NAME_LINE,
            _columns(below) > (BESIDE_CHIP if category else BELOW_LINE),
        )
        self._height = scale.px(92 + 12 * bool(category) + 40 * long_name + 30 * long_below)
        # a label without parent would be a window of its own
        who = FittedLabel(lines=2, align=left, parent=self)
        what = FittedLabel(lines=2, weight=QFont.Weight.Normal, align=left, parent=self)
        when = FittedLabel(align=right, parent=self)
        reason, chip = FittedLabel(weight=QFont.Weight.Normal, align=right, parent=self), Chip(self)
        for label, size, tint, text in (
            (who, 34, INK, name),
            (what, 24, QUIET, below),
            (when, 24, colour, state),
            (reason, 20, QUIET, why),
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
        lower = QHBoxLayout()
        lower.setSpacing(edge)
        lower.addWidget(what, 3)
        if category:
            chip.show_word(*category, scale.px(18))
            lower.addWidget(reason, 1)
            lower.addWidget(chip)
        else:
            chip.hide()
        column.addLayout(lower)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(100, self._height)


def _columns(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
