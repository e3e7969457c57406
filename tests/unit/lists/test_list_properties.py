"""What holds for every list: nothing is changed on the way, and its order means nothing."""

import csv
import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

from kiosk.lists.csv_export import write_csv
from kiosk.lists.list_file import open_list
from kiosk.services.import_report import ImportOrder, ImportReport
from kiosk.services.list_columns import Column
from kiosk.services.roster_import import RosterImport
from tests.fakes import MemoryRoster
from tests.given import KEYS, an_event
from tests.unit.services.import_given import ORIGIN, Paper

HEADER = ("票号", "姓名", "单位", "职务", "类别", "手机")
COLUMNS = (
    Column.NUMBER, Column.NAME, Column.COMPANY, Column.TITLE, Column.CATEGORY, Column.PHONE,
)  # fmt: skip
CELL = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00\ufffd\ufeff"), max_size=12
)
ROW = st.tuples(*(CELL for _ in HEADER))
ROWS = st.lists(ROW.filter(lambda row: "".join(row).strip() != ""), min_size=1, max_size=8)


def cells(path: Path) -> list[tuple[str, ...]]:
    """What comes in, cell by cell."""
    rows = open_list(path).rows()
    return [tuple(row.values.get(column, "") for column in COLUMNS) for row in rows]


@given(ROWS)
def test_what_we_write_as_csv_we_read_again(rows: list[tuple[str, ...]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        write_csv(path, HEADER, rows)
        assert cells(path) == rows


@given(ROWS, st.sampled_from([",", ";", "\t"]), st.sampled_from(["utf-8", "utf-16", "utf-8-sig"]))
def test_every_separator_and_encoding_reads_the_same(
    rows: list[tuple[str, ...]], separator: str, encoding: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        with path.open("w", encoding=encoding, newline="") as file:
            csv.writer(file, delimiter=separator).writerows([HEADER, *rows])
        expected = [tuple(c[1:] if _guarded(c) else c for c in row) for row in rows]
        assert cells(path) == expected


def _guarded(cell: str) -> bool:
    return cell[:1] == "'" and cell[1:2] in {"=", "+", "-", "@", "\t", "\r"} and len(cell) > 1


@given(ROWS)
@settings(max_examples=40)
def test_a_spreadsheet_reads_the_same_as_csv(rows: list[tuple[str, ...]]) -> None:
    clean = [
        tuple(ILLEGAL_CHARACTERS_RE.sub("", c).replace("\r", " ").replace("_x", "") for c in row)
        for row in rows
    ]
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for number, row in enumerate([HEADER, *clean], 1):
        for place, cell in enumerate(row, 1):
            sheet.cell(number, place).value = cell
            sheet.cell(number, place).data_type = "s"
    with tempfile.TemporaryDirectory() as folder:
        path, other = Path(folder) / "list.xlsx", Path(folder) / "list.csv"
        book.save(path)
        write_csv(other, HEADER, clean)
        assert [row for row in cells(path) if any(row)] == [
            tuple(c[1:] if _guarded(c) else c for c in row) for row in cells(other) if any(row)
        ]


GOOD = st.tuples(
    st.integers(1, 60).map(lambda n: f"A-{n}"),
    st.sampled_from(["林若静", "王明", "Søren Müller", "欧阳晓"]),
    st.sampled_from(["", "嘉澜电视台"]),
    st.sampled_from(["", "编辑"]),
    st.sampled_from(["vip", "代表"]),
    st.sampled_from(["", "13800000000"]),
)
LISTS = st.lists(GOOD, min_size=1, max_size=12, unique_by=lambda row: row[0])
BAD = st.sampled_from(
    [("", "无票号", "", "", "vip", ""), ("B-1", "", "", "", "vip", ""),
     ("B-2", "王明", "", "", "nobody", ""), ("1.38E+10", "王明", "", "", "vip", "")]
)  # fmt: skip


def imported(roster: MemoryRoster, rows: list[tuple[str, ...]]) -> ImportReport:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "list.csv"
        write_csv(path, HEADER, rows)
        attendees = open_list(path)
        importing = RosterImport(roster, KEYS, Paper(""))
        event = (an_event(), "event text")
        headings = attendees.headings
        return importing.run(
            attendees.rows(), headings, event, ImportOrder(), ORIGIN, lambda _: None
        )


def an_empty_roster() -> MemoryRoster:
    return MemoryRoster(lambda _: an_event())


@given(LISTS)
def test_a_list_imported_twice_changes_nothing_the_second_time(rows: list[tuple[str, ...]]) -> None:
    roster = an_empty_roster()
    first = imported(roster, rows)
    before = roster.guests()
    again = imported(roster, rows)
    assert (first.added, again.unchanged) == (len(rows), len(rows))
    assert (again.added, again.changed, again.missing) == (0, 0, 0)
    assert roster.guests() == before


@given(LISTS, st.randoms(use_true_random=False))
def test_the_order_of_rows_means_nothing(
    rows: list[tuple[str, ...]], shuffled: random.Random
) -> None:
    one, other = an_empty_roster(), an_empty_roster()
    imported(one, rows)
    imported(other, shuffled.sample(rows, len(rows)))
    assert one.guests() == other.guests()


@given(LISTS, st.lists(BAD, max_size=5), st.randoms(use_true_random=False))
def test_bad_rows_wherever_they_stand_leave_the_good_ones(
    rows: list[tuple[str, ...]], bad: list[tuple[str, ...]], shuffled: random.Random
) -> None:
    one, other = an_empty_roster(), an_empty_roster()
    imported(one, rows)
    mixed = [*rows, *bad]
    report = imported(other, shuffled.sample(mixed, len(mixed)))
    assert one.guests() == other.guests()
    assert len({r.row for r in report.rejected}) == len(bad)


@given(LISTS, LISTS)
def test_what_was_taken_back_never_was(
    first: list[tuple[str, ...]], second: list[tuple[str, ...]]
) -> None:
    roster = an_empty_roster()
    imported(roster, first)
    before = roster.guests()
    imported(roster, second)
    assert roster.take_back(ORIGIN.at) is not None
    assert roster.guests() == before
