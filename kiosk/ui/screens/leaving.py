"""Staff leave a self-service station with their PIN; nobody else does."""

from concurrent.futures import Future
from math import ceil

from PySide6.QtCore import QObject, Signal

from kiosk.services.reception import Reception
from kiosk.services.shift import Proof, SignedIn, WrongPin
from kiosk.ui.bridge import Bridge
from kiosk.ui.screens.key_page import BACK, DONE, KeyView
from kiosk.ui.timing import Idle
from kiosk.ui.widgets.touch_keys import DELETE, KeySet

LONGEST_PIN = 12


class LeavingDialogue(QObject):
    """Open or not; `left` tells that whoever asked may leave."""

    changed = Signal()
    left = Signal()
    broke = Signal(object)

    def __init__(self, reception: Reception, bridge: Bridge, idle: Idle) -> None:
        super().__init__()
        self._reception, self._bridge, self._idle = reception, bridge, idle
        self._problem, self._checking = "", False
        self.is_open, self.entered = False, ""

    def open(self) -> None:
        """Ask for a PIN; where nobody has one there is nobody to keep in."""
        shift = self._reception.shift
        if shift is None or not shift.names():
            self.left.emit()
            return
        self._idle.touch()
        self.is_open, self.entered, self._problem = True, "", ""
        self.changed.emit()

    def close(self) -> None:
        """Forget what was typed."""
        self.entered, self._problem = "", ""
        if self.is_open:
            self.is_open = False
            self.changed.emit()

    def tick(self) -> None:
        """Forget whoever went away."""
        if self.is_open and self._idle.over:
            self.close()

    def type(self, key: str) -> None:
        """A digit, or `DELETE`; anything else changes nothing."""
        self._idle.touch()
        if key == DELETE:
            self.entered = self.entered[:-1]
        elif key.isascii() and key.isdecimal() and len(self.entered) < LONGEST_PIN:
            self.entered += key
        self.changed.emit()

    def press(self, key: str) -> None:
        """Back, or done."""
        self._idle.touch()
        if key == BACK:
            self.close()
        elif key == DONE and self.entered and not self._checking:
            self._checking = True
            pin, self.entered = self.entered, ""
            self._bridge.when_done(self._reception.proven(pin), self._proven)

    def _proven(self, done: "Future[Proof]") -> None:
        self._checking = False
        error = done.exception()
        if error is not None:
            self.broke.emit(error)
            return
        match done.result():
            case SignedIn():
                self.close()
                self.left.emit()
            case WrongPin(wait=wait) if wait:
                said = self.tr("Wrong PIN. Wait %1 seconds.")
                self._problem = said.replace("%1", str(ceil(wait)))
            case _:
                self._problem = self.tr("Wrong PIN.")
        self.changed.emit()

    def view(self) -> KeyView:
        """What the page says now."""
        return KeyView(
            self.tr("For staff"),
            self.tr("Your PIN ends this station's program."),
            "●" * len(self.entered) or "_",
            done=self.tr("End it"),
            back=self.tr("Back"),
            keys=KeySet.DIGITS,
            problem=self._problem,
        )
