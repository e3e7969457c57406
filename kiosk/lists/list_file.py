"""Opening an attendee list, whatever kind of file it is."""

from itertools import islice
from pathlib import Path
from typing import Final

from kiosk.domain.words import Words
from kiosk.lists.attendee_list import AttendeeList, Table, at_rest
from kiosk.lists.column_map import template
from kiosk.lists.columns import HEADER_WITHIN, ColumnMap, header_among, require
from kiosk.lists.csv_list import csv_table
from kiosk.services.list_preview import ROWS_SHOWN, ListPreview, suggested
from kiosk.services.trouble import Misconfigured

_ZIP: Final = b"PK\x03\x04"
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""An .xls file, or an .xlsx file under a password."""
_NOTHING_SAID: Final[ColumnMap] = {}


def open_list(
    path: Path, said: ColumnMap = _NOTHING_SAID, *, called: str | None = None
) -> AttendeeList:
    """Look at a CSV or XLSX file: how it is written and what its columns mean.

    Args:
        path: where its bytes are; a pipe is copied first.
        said: what a person has said of its columns.
        called: the file's name for people, where `path` is a copy.

    Raises:
        Misconfigured: no such file, no list, or no column for name or for number and code.
    """
    name = called or path.name
    path, held = at_rest(path)
    table, told = _table(path, name, said)
    rows = _first_rows(table)
    header = header_among(rows, said)
    if header is None:
        raise _empty(name)
    require(name, header, rows, said)
    return AttendeeList(name, path, table, header, told, held)


def preview(path: Path, said: ColumnMap = _NOTHING_SAID) -> ListPreview:
    """What a person sees before the import; also of a list whose columns are not known yet.

    Raises:
        Misconfigured: no such file, or no list.
    """
    path, held = at_rest(path)
    table, _ = _table(path, path.name, said)
    rows = _first_rows(table)
    header = header_among(rows, said)
    if header is None:
        raise _empty(path.name)
    del held
    below = [tuple(cells) for row, cells in rows if row > header.row]
    unknown = {
        place: column
        for place, column in suggested(header.cells, below).items()
        if place not in header.places and column not in header.places.values()
    }
    return ListPreview(
        header_row=header.row,
        headings=header.cells,
        places=header.places,
        suggestions=unknown,
        rows=tuple(below[:ROWS_SHOWN]),
        map_text=template(header.cells, header.places, unknown) + "\n",
    )


def _first_rows(table: Table) -> list[tuple[int, list[str]]]:
    return [(row, cells) for row, cells, _ in islice(table.lines(), HEADER_WITHIN + ROWS_SHOWN)]


def _table(path: Path, name: str, said: ColumnMap) -> tuple[Table, tuple[Words, ...]]:
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(_ZIP):
        from kiosk.lists.xlsx_list import xlsx_table  # noqa: PLC0415  openpyxl where needed

        return xlsx_table(name, path, said)
    if start == _OLD_OFFICE:
        raise _old_office(name)
    return csv_table(name, path, said), ()


def _empty(name: str) -> Misconfigured:
    return Misconfigured(
        Words(f"{name} 是空的。", f"{name} is empty."),
        Words(
            "请确认导出成功、选对了文件。名单没有变化。",
            "See that it was saved, and that it is the right file. Nothing was changed.",
        ),
    )


def _old_office(name: str) -> Misconfigured:
    return Misconfigured(
        Words(
            f"{name} 是旧版 .xls 文件，或设有密码。",
            f"{name} is an old .xls file, or has a password.",
        ),
        Words(
            "请用表格软件另存为不加密的 .xlsx 或“CSV UTF-8”。名单没有变化。",
            "Save it as .xlsx without a password, or as “CSV UTF-8”. Nothing was changed.",
        ),
    )
