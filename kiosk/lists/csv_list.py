"""Reading an attendee list from CSV: encoding, separator and columns found out."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from kiosk.domain.words import Words
from kiosk.lists.attendee_list import Line
from kiosk.lists.columns import HEADER_WITHIN, ColumnMap, header_among
from kiosk.lists.csv_export import unguarded
from kiosk.lists.csv_lines import LONGEST_LINE, bounded, opened_text
from kiosk.lists.encoding import SEPARATORS, encoding_of, separator_of
from kiosk.lists.marks import Mark
from kiosk.services.trouble import Misconfigured

_NOTHING: Final[Mapping[int, Mark]] = {}


@dataclass(frozen=True, slots=True)
class CsvTable:
    """A CSV file whose encoding and separator are known. Implements `Table`."""

    name: str
    path: Path
    encoding: str
    separator: str

    def lines(self) -> Iterator[Line]:
        guard = "'"
        number, width = 0, 0
        cells, before = list[str](), list[str]()  # rows as a spreadsheet counts them
        with opened_text(self.path, self.encoding) as text:
            reader = csv.reader(bounded(text), delimiter=self.separator, strict=True)
            try:
                for number, cells in enumerate(reader, 1):
                    if width:
                        yield number - 1, before, _NOTHING
                    before = [unguarded(c) for c in cells] if guard in "".join(cells) else cells
                    width = max(width, len(cells), 1)
            except csv.Error as error:
                raise broken_line(self.name, number + 1, str(error)) from error
            if number:
                cut = len(cells) < width and _ends_open(self.path)
                yield number, before, {len(cells) - 1: Mark.CUT_OFF} if cut else _NOTHING


def csv_table(name: str, path: Path, said: ColumnMap) -> CsvTable:
    """Look at a CSV file: how it is written.

    Raises:
        Misconfigured: no text, or in no encoding that we know.
    """
    encoding = encoding_of(name, path)
    with opened_text(path, encoding) as text:
        first = text.readline(LONGEST_LINE).lstrip("\ufeff")
    best = separator_of(first)
    others = [separator for separator in SEPARATORS if separator != best]
    # a title above the header may hold commas where the cells are parted by tabs
    tables = [CsvTable(name, path, encoding, separator) for separator in (best, *others)]
    return max(tables, key=lambda table: _recognised(table, said))


def _recognised(table: CsvTable, said: ColumnMap) -> int:
    try:
        rows = [(row, cells) for row, cells, _ in islice(table.lines(), HEADER_WITHIN)]
    except Misconfigured:  # told when the rows are read
        return 0
    header = header_among(rows, said)
    return len(header.places) if header else 0


def _ends_open(path: Path) -> bool:
    """Whether the file's last line was never ended."""
    with path.open("rb") as file:
        file.seek(-2, 2)
        return not set(file.read()) & {0x0A, 0x0D}


def broken_line(name: str, line: int, said: str) -> Misconfigured:
    """The complaint about a row that is no CSV."""
    return Misconfigured(
        Words(
            f"{name} 第 {line} 行格式有误（{said}）。",
            f"Row {line} of {name} is broken ({said}).",
        ),
        Words(
            "请检查该行的引号。名单没有变化。", "Check the quotes in that row. Nothing was changed."
        ),
    )
