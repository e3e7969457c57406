"""Looking after a station from its desk, while guests go on."""

from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from kiosk.services.findings import Finding


class CareDesk(Protocol):
    """Works beside the records' thread. Its futures fail with a `Trouble`."""

    def carry_out(self, path: Path) -> "Future[int]":
        """Write every fact to a file on a stick; how many."""

    def carry_in(self, path: Path) -> "Future[tuple[int, int]]":
        """Take the facts of a file; how many it has, and how many of them were new."""

    def examine(self) -> "Future[tuple[Finding, ...]]":
        """How every part of the station is, but for what its lamps show."""
