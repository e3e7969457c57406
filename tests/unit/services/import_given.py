"""What an import needs besides its list."""

from kiosk.services.import_report import Origin
from tests.given import NOON

ORIGIN = Origin("guests.csv", "d" * 64, "李娜", NOON)


class Paper:
    """Implements `NameCheck`: lacks these characters, and has room for thirty."""

    def __init__(self, lacks: str) -> None:
        self._lacks = lacks

    def missing(self, text: str) -> tuple[str, ...]:
        return tuple(c for c in text if c in self._lacks)

    def fits(self, name: str) -> bool:
        return len(name) <= 30
