"""Reading an attendee list from XLSX: the sheet with the header, cells as people see them."""

import warnings
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final
from xml.etree.ElementTree import ParseError  # the exception alone; openpyxl parses, defused

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from kiosk.domain.words import Words
from kiosk.lists.attendee_list import Line
from kiosk.lists.columns import HEADER_WITHIN, ColumnMap, Header, header_among
from kiosk.lists.csv_export import unguarded
from kiosk.lists.marks import Mark
from kiosk.lists.xlsx_bounds import broken, check_bounds
from kiosk.lists.xlsx_cells import cell_text
from kiosk.services.trouble import Misconfigured

MOST_SHEETS: Final = 100
LONGEST_CELL: Final = 32_767
"""Characters; Excel's own limit."""
_AT_ONCE: Final = 500
_FOREIGN: Final = (
    zipfile.BadZipFile, zlib.error, ParseError, ValueError, KeyError, TypeError, IndexError,
    AttributeError, EOFError, OSError, RuntimeError, InvalidFileException,
)  # fmt: skip
"""What openpyxl, expat and zipfile raise about a file; all of it is about the file."""


@dataclass(frozen=True, slots=True)
class XlsxTable:
    """One sheet of an XLSX file. Implements `Table`."""

    name: str
    path: Path
    sheet: str
    formulas: bool

    def lines(self) -> Iterator[Line]:
        zeros: set[int] = set()
        with ExitStack() as stack:
            values = stack.enter_context(_opened(self.name, self.path, formulas=False))
            rows: Iterator[Sequence[Any]] = _rows(values[self.sheet])
            asked: Iterator[Sequence[Any] | None] = iter(lambda: None, 1)
            if self.formulas:  # a second reading tells formulas without a value from empty cells
                other = stack.enter_context(_opened(self.name, self.path, formulas=True))
                asked = _rows(other[self.sheet])
            number = 0
            while block := _block(self.name, number, zip(rows, asked, strict=False)):
                for cells, formulas in block:
                    number += 1
                    yield self._line(number, cells, formulas, zeros)

    def _line(
        self, number: int, cells: Sequence[Any], formulas: Sequence[Any] | None, zeros: set[int]
    ) -> Line:
        texts: list[str] = []
        marks: dict[int, Mark] = {}
        for place, cell in enumerate(cells):
            text, mark = cell_text(cell)
            if len(text) > LONGEST_CELL:
                raise _cell_too_long(self.name, number, place)
            if mark is Mark.NUMBER and place in zeros:
                mark = Mark.NUMBER_AMONG_ZEROS
            elif mark is None and text[:1] == "0" and text.isdigit() and len(text) > 1:
                zeros.add(place)
            if formulas and cell.value is None and place < len(formulas):
                mark = Mark.UNCOUNTED if formulas[place].value is not None else mark
            if mark:
                marks[place] = mark
            texts.append(unguarded(text) if text[:1] == "'" else text)
        while texts and not texts[-1] and len(texts) - 1 not in marks:
            texts.pop()  # a spreadsheet keeps cells that once had a colour
        return number, texts, marks


def xlsx_table(name: str, path: Path, said: ColumnMap) -> tuple[XlsxTable, tuple[Words, ...]]:
    """Look at an XLSX file: which of its sheets is the list; what to tell of that choice.

    Raises:
        Misconfigured: it is no XLSX file, or unpacks to more than a list has.
    """
    check_bounds(name, path)
    with _opened(name, path, formulas=False) as book:
        visible = [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]
        sheets = (visible or [sheet.title for sheet in book.worksheets])[:MOST_SHEETS]
        if not sheets:
            raise broken(name, "it has no sheet")
        headers: dict[str, Header | None] = {}
        for title in sheets:
            top = _block(name, 0, islice(_rows(book[title]), HEADER_WITHIN))
            rows = [
                (row, [cell_text(cell)[0] for cell in cells]) for row, cells in enumerate(top, 1)
            ]
            headers[title] = header_among(rows, said)
    whole = [title for title, header in headers.items() if header and header.complete]
    filled = [title for title, header in headers.items() if header]
    chosen = (whole or filled or sheets)[0]
    return XlsxTable(name, path, chosen, _has_formulas(name, path)), _told(chosen, whole)


def _told(chosen: str, whole: list[str]) -> tuple[Words, ...]:
    if len(whole) < 2:
        return ()
    others = "、".join(whole[1:])
    return (
        Words(
            f"有 {len(whole)} 个工作表像名单，取用“{chosen}”；未取用：{others}。",
            f"{len(whole)} sheets look like a list; “{chosen}” was taken, not: {others}.",
        ),
    )


@contextmanager
def _opened(name: str, path: Path, *, formulas: bool) -> Iterator[Any]:
    # openpyxl warns of styles and extensions, which are nothing to a list; of a path it would
    # want to see the ending, and a kept copy has another
    with path.open("rb") as file:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                book = load_workbook(file, read_only=True, data_only=not formulas, keep_links=False)
        except _FOREIGN as error:
            raise broken(name, type(error).__name__) from error
        with closing(book):
            yield book


def _rows(sheet: Any) -> Iterator[Sequence[Any]]:  # noqa: ANN401  openpyxl's own types
    sheet.reset_dimensions()  # what a file says of its extent need not be so
    return iter(sheet.iter_rows())


def _block(name: str, done: int, rows: Iterator[Any]) -> list[Any]:
    """The next rows. Warnings are silenced for everybody, so never while others work."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return list(islice(rows, _AT_ONCE))
    except _FOREIGN as error:
        said = f"{type(error).__name__}, after row {done}"
        raise broken(name, said) from error


def _has_formulas(name: str, path: Path) -> bool:
    """Whether any sheet has one."""
    try:
        with zipfile.ZipFile(path) as parts:
            sheets = [n for n in parts.namelist() if "worksheets/" in n and n.endswith(".xml")]
            return any(_holds(parts, inside, (b"<f>", b"<f ")) for inside in sheets)
    except _FOREIGN as error:
        raise broken(name, type(error).__name__) from error


def _holds(parts: zipfile.ZipFile, inside: str, words: tuple[bytes, ...]) -> bool:
    tail = b""
    with parts.open(inside) as part:
        while block := part.read(1 << 20):
            if any(word in tail + block for word in words):
                return True
            tail = block[-2:]
    return False


def _cell_too_long(name: str, row: int, place: int) -> Misconfigured:
    return Misconfigured(
        Words(
            f"{name} 第 {row} 行第 {place + 1} 列超过 {LONGEST_CELL} 个字符。",
            f"Row {row} of {name}, column {place + 1}, has more than {LONGEST_CELL} characters.",
        ),
        Words("请缩短该单元格。名单没有变化。", "Shorten that cell. Nothing was changed."),
    )
