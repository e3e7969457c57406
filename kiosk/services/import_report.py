"""How a list is wanted on the roster, and what became of it."""

from dataclasses import dataclass, field
from datetime import datetime

from kiosk.services.list_rows import Rejected, Warned


@dataclass(frozen=True, slots=True)
class ImportOrder:
    """How a list is wanted on the roster.

    `dry_run` only says what would be. `replace` forgets everybody first, as another event wants
    it. `strict` refuses the whole list for one bad row. `cancel_missing` cancels the tickets
    that the roster has and the list has not; they stay on the roster.
    """

    dry_run: bool = False
    replace: bool = False
    strict: bool = False
    cancel_missing: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a list came from: file name, SHA-256, who imported it and when."""

    name: str
    digest: str
    by: str
    at: datetime


@dataclass(slots=True)
class ImportReport:
    """What an import did, or would do.

    `missing` counts tickets that the roster had and the list has not: kept, cancelled where
    that was asked (`cancelled`), forgotten where the list replaced the roster. `missing_numbers`
    are theirs. `refused`: a strict import with a bad row; nothing was changed then.
    """

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    cancelled: int = 0
    refused: bool = False
    missing_numbers: list[str] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)

    @property
    def usable(self) -> bool:
        """Whether at least one row is good, and no bad one stands in the way."""
        return self.added + self.changed + self.unchanged > 0 and not self.refused

    @property
    def counts(self) -> dict[str, int]:
        """Everything that is counted, by name."""
        return {
            "read": self.read,
            "added": self.added,
            "changed": self.changed,
            "unchanged": self.unchanged,
            "missing": self.missing,
            "cancelled": self.cancelled,
            "rejected": len(self.rejected),
        }
