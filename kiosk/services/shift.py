"""Who is at the desk now, and how often a wrong PIN was tried."""

from dataclasses import dataclass

from kiosk.domain.staff import Act, Staff
from kiosk.services.ports import Clock, StaffBook
from kiosk.services.tries import Tries


@dataclass(frozen=True, slots=True)
class SignedIn:
    """The name and the PIN belong together."""

    staff: Staff


@dataclass(frozen=True, slots=True)
class WrongPin:
    """They do not; `wait` seconds before the next try is looked at."""

    wait: float


@dataclass(frozen=True, slots=True)
class NotAllowed:
    """The PIN is right, but this person may not do it."""

    staff: Staff


Proof = SignedIn | WrongPin | NotAllowed


class Shift:
    """One desk's staff: signed in for a shift, or proving themselves for a single act.

    Args:
        book: names and PINs.
        clock: for the waiting after wrong PINs.
    """

    def __init__(self, book: StaffBook, clock: Clock) -> None:
        self._book, self._tries = book, Tries(clock)
        self.staff: Staff | None = None

    @property
    def name(self) -> str:
        """What facts call whoever is signed in; empty where nobody is."""
        return self.staff.name if self.staff else ""

    def names(self) -> tuple[str, ...]:
        """Who may sign in."""
        return tuple(one.name for one in self._book.staff())

    def sign_in(self, name: str, pin: str) -> Proof:
        """Begin a shift; whoever was signed in before is signed out."""
        proven = self._proven(name, pin)
        if isinstance(proven, SignedIn):
            self.staff = proven.staff
        return proven

    def sign_out(self) -> None:
        """End the shift."""
        self.staff = None

    def allow(self, act: Act, name: str, pin: str) -> Proof:
        """Whether this person may do this; nobody's shift changes."""
        proven = self._proven(name, pin)
        if isinstance(proven, SignedIn) and not proven.staff.may(act):
            return NotAllowed(proven.staff)
        return proven

    def anybody(self, pin: str) -> Proof:
        """Whose PIN this is; nobody's shift changes. Names are not asked on a public screen."""
        if wait := self._tries.wait:
            return WrongPin(wait)
        for name in self.names():
            if staff := self._book.proven(name, pin):
                self._tries.right()
                return SignedIn(staff)
        return WrongPin(self._tries.wrong())

    def _proven(self, name: str, pin: str) -> SignedIn | WrongPin:
        if wait := self._tries.wait:
            return WrongPin(wait)
        staff = self._book.proven(name, pin)
        if staff is None:
            return WrongPin(self._tries.wrong())
        self._tries.right()
        return SignedIn(staff)
