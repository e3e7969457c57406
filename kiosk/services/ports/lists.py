"""Bringing a list in from the desk, while guests go on."""

from collections.abc import Mapping
from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from kiosk.services.import_report import ImportOrder, ImportReport
from kiosk.services.list_columns import Column
from kiosk.services.list_preview import ListPreview
from kiosk.services.ports.rosters import ImportRecord

Meanings = Mapping[str, Column | None]
"""The list's own headings with what they mean; None: nothing to us."""


class ListDesk(Protocol):
    """Imports lists without holding anybody up. Its futures fail with a `Trouble`."""

    def preview(self, path: Path) -> "Future[ListPreview]":
        """The list's columns and first rows, as far as they are understood."""

    def bring_in(
        self, path: Path, meanings: Meanings, order: ImportOrder, by: str
    ) -> "Future[ImportReport]":
        """Import the list, or say what would be; one at a time."""

    def rows_read(self) -> int:
        """How many rows the import under way has read."""

    def cancel(self) -> None:
        """End the import under way; nothing is changed then."""

    def take_back(self) -> "Future[ImportRecord]":
        """Make the roster what it was before the newest import."""
