"""Asks on the card who somebody is, and for the PIN that shows it."""

from collections.abc import Callable
from concurrent.futures import Future

from PySide6.QtCore import QObject, Signal

from kiosk.domain.staff import Act, Staff
from kiosk.services.reception import Reception
from kiosk.services.shift import NotAllowed, Proof, SignedIn, WrongPin
from kiosk.services.trouble import Trouble
from kiosk.ui.bridge import Bridge
from kiosk.ui.screens.desk_choices import Buttons

WHO = "who:"
"""Before the name of a member of staff."""
MOST = 9
"""Names that a digit can choose."""


class PinDialogue(QObject):
    """One question after the other: a name by its number, then the PIN in the scan field.

    `asking` is the question with its choices, None while nothing is asked; `wants_pin` says
    that what is typed next is a PIN and must not be seen.
    """

    changed = Signal()
    broke = Signal(object)

    def __init__(self, reception: Reception, bridge: Bridge) -> None:
        super().__init__()
        self._reception, self._bridge = reception, bridge
        self._act: Act | None = None
        self._then: Callable[[Staff], None] | None = None
        self._name = ""
        self.asking: tuple[str, Buttons] | None = None

    @property
    def wants_pin(self) -> bool:
        """Whether a PIN is to be typed."""
        return bool(self._name)

    def begin(self, act: Act | None, then: Callable[[Staff], None]) -> None:
        """Ask who may do this; `then` is told once they have shown it.

        Args:
            act: what it is for; None to begin a shift.
            then: called with who it was.
        """
        names = self._reception.shift.names() if self._reception.shift else ()
        self._act, self._then, self._name = act, then, ""
        if names:
            numbered = enumerate(names[:MOST], 1)
            buttons = tuple((f"{WHO}{name}", f"{place} {name}") for place, name in numbered)
            question = self.tr("Who is at the desk?") if act is None else self.tr("Who allows it?")
            self._ask(question, buttons)
        else:
            self._ask(self.tr("Nobody has a PIN yet: `staff add NAME` makes one."), ())

    def choose(self, key: str) -> bool:
        """Take a button's key; whether it was one of these."""
        if not key.startswith(WHO):
            return False
        self._name = key.removeprefix(WHO)
        self._ask(self.tr("PIN of %1, then Enter.").replace("%1", self._name), ())
        return True

    def enter(self, pin: str) -> None:
        """The PIN was typed."""
        name, self._name = self._name, ""
        self._ask(self.tr("One moment …"), ())
        if self._act is None:
            self._bridge.when_done(self._reception.sign_in(name, pin), self._shown)
        else:
            self._bridge.when_done(self._reception.allow(self._act, name, pin), self._shown)

    def forget(self) -> None:
        """Ask nothing any more."""
        self.asking, self._name, self._then = None, "", None

    def _shown(self, done: "Future[Proof]") -> None:
        error = done.exception()
        if error is not None:
            self._failed(error)
            return
        match done.result():
            case SignedIn(staff=staff):
                then = self._then
                self.forget()
                self.changed.emit()
                if then:
                    then(staff)
            case WrongPin(wait=wait):
                wrong = self.tr("That is not the PIN.")
                later = self.tr("Wait %1 seconds.").replace("%1", str(round(wait)))
                self._ask(f"{wrong} {later}" if wait >= 1 else wrong, ())
            case NotAllowed(staff=staff):
                self._ask(self.tr("%1 may not do this.").replace("%1", staff.name), ())

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, Trouble):
            self._ask(f"{error.title.zh} {error.title.en}", ())
        else:
            self.forget()
            self.broke.emit(error)

    def _ask(self, question: str, buttons: Buttons) -> None:
        self.asking = question, buttons
        self.changed.emit()
