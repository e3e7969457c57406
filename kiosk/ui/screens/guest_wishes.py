"""What one guest wishes of a self-service station; forgotten with them."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from kiosk.domain.visit import State, Waiting
from kiosk.ui.language import Languages

FORGOTTEN_SECONDS = 60.0
"""How long a wish without a visit stays."""
PATIENCE = 3.0
"""WCAG 2.2, 2.2.1: whoever needs more time gets at least three times as much here."""
LARGER = 1.2


class GuestWishes(QObject):
    """The language, and whether everything is larger, lower and slower.

    Args:
        languages: the station's own language is the one it begins with.
        seconds: monotonic.
    """

    changed = Signal()

    def __init__(self, languages: Languages, seconds: Callable[[], float]) -> None:
        super().__init__()
        self._languages, self._seconds = languages, seconds
        self._home, self._wished, self._visit = languages.now, 0.0, 0
        self.easier = False

    @property
    def larger(self) -> float:
        """How much larger than usual everything is."""
        return LARGER if self.easier else 1.0

    @property
    def patience(self) -> float:
        """How much longer than usual everything stays."""
        return PATIENCE if self.easier else 1.0

    def switch_language(self) -> None:
        """Speak the other language."""
        self._wished = self._seconds()
        self._languages.toggle()

    def toggle_easier(self) -> None:
        """Larger, lower and slower, or as usual."""
        self._wished = self._seconds()
        self.easier = not self.easier
        self.changed.emit()

    def tick(self, state: State) -> None:
        """Be the station's own self again once the guest who wished is gone."""
        if not isinstance(state, Waiting):
            return
        gone = state.visit != self._visit
        self._visit = state.visit
        if not gone and self._seconds() - self._wished <= FORGOTTEN_SECONDS:
            return
        if self._languages.now is not self._home:
            self._languages.switch(self._home)
        if self.easier:
            self.easier = False
            self.changed.emit()
