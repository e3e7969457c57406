"""Tables for organisers: CSV or XLSX, by the name of the file."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from kiosk.lists.csv_export import settle, write_csv
from kiosk.services.trouble import writing

XLSX: Final = ".xlsx"
WIDEST: Final = 40
"""Characters of a column; longer text wraps in the spreadsheet."""


def write_table(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write the whole file or nothing: a spreadsheet where it is called .xlsx, else CSV.

    Raises:
        Misconfigured: the file cannot be written.
        Unavailable: the disk is full.
    """
    if path.suffix.lower() != XLSX:
        write_csv(path, header, rows)
        return
    part = path.with_name(f"{path.name}.part")
    try:
        with writing(path):
            part.touch()  # else openpyxl finds out after it has made everything
            _write(part, header, rows)
            with part.open("rb") as file:
                os.fsync(file.fileno())
            settle(part, path)
    finally:
        with suppress(OSError):
            part.unlink()


def _write(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    from openpyxl import Workbook  # noqa: PLC0415  only where a spreadsheet is wanted
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet("1")
    sheet.freeze_panes = "A2"
    for column, heading in enumerate(header, 1):
        sheet.column_dimensions[get_column_letter(column)].width = max(
            12, min(WIDEST, len(heading) * 2)
        )

    def cell(text: str, *, bold: bool = False) -> Any:  # noqa: ANN401  openpyxl's own
        made = WriteOnlyCell(sheet, _printable(text))
        # whatever it begins with, it is text: nothing of it is ever run
        made.data_type = "s"
        made.font = Font(bold=bold)
        return made

    sheet.append([cell(text, bold=True) for text in header])
    for row in rows:
        sheet.append([cell(text) for text in row])
    book.save(path)


def _printable(text: str) -> str:
    """A spreadsheet's XML has no room for control characters."""
    return "".join(c for c in text if c.isprintable() or c in "\t\n")
