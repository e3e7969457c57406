"""The staff file of a station, read only when somebody is asked for."""

from pathlib import Path

from kiosk.domain.staff import Staff
from kiosk.services.ports import StaffBook


class LateStaff:
    """The staff file, opened when somebody is asked for: its hashing takes time to import."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def staff(self) -> tuple[Staff, ...]:
        return self._file().staff()

    def proven(self, name: str, pin: str) -> Staff | None:
        return self._file().proven(name, pin)

    def _file(self) -> StaffBook:
        from kiosk.keys.staff_file import StaffFile  # noqa: PLC0415

        return StaffFile(self._path)
