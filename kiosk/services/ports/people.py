"""Who works here, as the services need it."""

from typing import Protocol

from kiosk.domain.staff import Staff


class StaffBook(Protocol):
    """The staff of a station and their PINs."""

    def staff(self) -> tuple[Staff, ...]:
        """Everybody, by name; nobody where a station asks for no names."""

    def proven(self, name: str, pin: str) -> Staff | None:
        """The member of staff with this name, if the PIN is theirs. Takes a moment on purpose."""
