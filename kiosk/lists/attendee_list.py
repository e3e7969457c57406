"""An attendee list whose header was understood: rows in, whatever file they stand in."""

import hashlib
import os
import tempfile
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import Final, Protocol

from kiosk.domain.words import Words
from kiosk.lists.columns import MOST_COLUMNS, Header, too_wide
from kiosk.lists.marks import Mark, doubt_of
from kiosk.names.normalising import normalise
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import Doubt, ListRow
from kiosk.services.trouble import Misconfigured

MOST_BYTES: Final = 1 << 30
"""A million rows of CSV are a tenth of it."""
Line = tuple[int, list[str], Mapping[int, Mark]]
"""The row as a spreadsheet counts it, its cells, and what is to be said of some of them."""


class Table(Protocol):
    """A file of rows and cells."""

    def lines(self) -> Iterator[Line]:
        """Every row, the header and what stands above it included.

        Raises:
            Misconfigured: the file is broken from there on.
        """


@dataclass(frozen=True, slots=True)
class AttendeeList:
    """A list file whose header was understood.

    `name` is the file's; `path` where its bytes lie, which may be a copy; `told` what a person
    should know of the file as a whole.
    """

    name: str
    path: Path
    table: Table
    header: Header
    told: tuple[Words, ...] = ()
    held: object = field(default=None, repr=False)

    @property
    def headings(self) -> Mapping[Column, str]:
        """The list's own words for the columns."""
        return self.header.headings

    @property
    def digest(self) -> str:
        """The file's SHA-256."""
        with self.path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def rows(self) -> Iterator[ListRow]:
        """The rows below the header; empty lines are passed over.

        Raises:
            Misconfigured: a line that no reader can make sense of, or far too wide a one.
        """
        places = sorted(self.header.places.items())
        columns, last = [column for _, column in places], places[-1][0]
        chosen = itemgetter(*(place for place, _ in places))  # of two or more
        for row, cells, marks in self.table.lines():
            if row <= self.header.row or not "".join(cells).strip():
                continue
            width = len(cells)
            if width > MOST_COLUMNS:
                raise too_wide(self.name, row, width)
            if width > last:
                values = dict(zip(columns, chosen(cells), strict=True))
            else:
                values = {column: cells[place] for place, column in places if place < width}
            yield ListRow(row, values, self._doubts(cells, marks) if marks else ())

    def _doubts(self, cells: list[str], marks: Mapping[int, Mark]) -> tuple[Doubt, ...]:
        found = (
            doubt_of(mark, column, cells[place] if place < len(cells) else "")
            for place, column in self.header.places.items()
            if (mark := marks.get(place))
        )
        return tuple(doubt for doubt in found if doubt)

    def categories(self) -> tuple[str, ...]:
        """Every category word in the list, in order of appearance."""
        if Column.CATEGORY not in self.headings:
            return ()
        # one spelling, as every row is read: two that look the same are one category
        said = dict.fromkeys(row.values.get(Column.CATEGORY, "") for row in self.rows())
        return tuple(dict.fromkeys(word for text in said if (word := normalise(text))))


def copied(path: Path, target: Path) -> None:
    """Copy a list; from a pipe too, which can be read only once.

    Raises:
        Misconfigured: no such file, not to be read, or far too large.
    """
    try:
        source = path.open("rb")
    except OSError as error:
        raise _unreadable(path, error) from error
    with source, target.open("wb") as kept:
        left = MOST_BYTES
        while block := _read(path, source.read, 1 << 20):
            left -= len(block)
            if left < 0:
                raise _too_large(path)
            kept.write(block)


def _read(path: Path, read: "Reading", size: int) -> bytes:
    try:
        return read(size)
    except OSError as error:
        raise _unreadable(path, error) from error


class Reading(Protocol):
    """A file's own `read`."""

    def __call__(self, size: int, /) -> bytes: ...


def at_rest(path: Path) -> tuple[Path, object]:
    """Where the list can be read again and again, and what must be held while it is.

    Raises:
        Misconfigured: see `copied`.
    """
    if path.is_file():
        if path.stat().st_size > MOST_BYTES:
            raise _too_large(path)
        try:
            path.open("rb").close()
        except OSError as error:
            raise _unreadable(path, error) from error
        return path, None
    number, name = tempfile.mkstemp()
    os.close(number)
    copy, held = Path(name), _Held()
    weakref.finalize(held, copy.unlink, missing_ok=True)
    copied(path, copy)
    return copy, held


class _Held:
    """As long as it lives, the copy does."""


def _unreadable(path: Path, error: OSError) -> Misconfigured:
    return Misconfigured(
        Words(f"无法读取 {path}。", f"{path} cannot be read."),
        Words(
            f"请检查路径和权限（{error.strerror}）。",
            f"Check path and permissions ({error.strerror}).",
        ),
    )


def _too_large(path: Path) -> Misconfigured:
    return Misconfigured(
        Words(
            f"{path.name} 超过 {MOST_BYTES >> 20} MB。",
            f"{path.name} is larger than {MOST_BYTES >> 20} MB.",
        ),
        Words(
            "请确认选对了文件；太大的名单请分成几个。名单没有变化。",
            "See that it is the right file; divide a list that large. Nothing was changed.",
        ),
    )
