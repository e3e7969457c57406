"""Knowing when something can first be seen: for benches, and for proving a bundle."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class FirstPaint(QObject):
    """Calls `then` once, when `widget` has been painted with what is wanted on it.

    Args:
        widget: what is watched; owns this.
        wanted: whether what is about to be painted counts.
        then: called at the loop's next turn, when the whole window has reached the screen.
    """

    def __init__(
        self, widget: QWidget, wanted: Callable[[], bool], then: Callable[[], None]
    ) -> None:
        super().__init__(widget)
        self._widget, self._wanted, self._then = widget, wanted, then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sees the paint event before the widget does, and lets it pass."""
        if event.type() == QEvent.Type.Paint and self._wanted():
            self._widget.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False
