"""Lists from spreadsheets: what people see in the cells is what comes in."""

import zipfile
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from kiosk.lists.attendee_list import AttendeeList
from kiosk.lists.list_file import open_list
from kiosk.services.list_columns import Column
from kiosk.services.trouble import Misconfigured

MORNING = datetime(2027, 6, 8, 9, tzinfo=UTC).replace(tzinfo=None)  # spreadsheets know no zones
HEADER = ("票号", "姓名", "手机", "有效日期")


def workbook(path: Path, *sheets: Sequence[Sequence[Any]], titles: str = "ABC") -> Path:
    book = Workbook()
    book.remove(book["Sheet"])
    for title, rows in zip(titles, sheets, strict=False):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "list.xlsx"


def changed(path: Path, change: Callable[[Worksheet], None]) -> Path:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    change(sheet)
    book.save(path)
    return path


def values(attendees: AttendeeList, column: Column) -> list[str]:
    return [row.values.get(column, "") for row in attendees.rows()]


def problems(attendees: AttendeeList) -> list[tuple[Column, bool, str]]:
    return [(d.column, d.spoils, d.problem.en) for row in attendees.rows() for d in row.doubts]


def test_cells_come_in_as_people_see_them(path: Path) -> None:
    rows = (
        HEADER,
        ("A-1", "林若静", 13812345678, date(2027, 6, 8)),
        (1002, "王明", 13812345678.0, MORNING.replace(hour=0)),
        (True, None, 1.5, "2027-06-08;2027-06-09"),
        ("A-4", "Søren", time(9, 30), MORNING.replace(minute=30)),
    )
    attendees = open_list(workbook(path, rows))
    assert values(attendees, Column.NUMBER) == ["A-1", "1002", "TRUE", "A-4"]
    assert values(attendees, Column.PHONE) == ["13812345678", "13812345678", "1.5", "09:30:00"]
    assert values(attendees, Column.DAYS) == [
        "2027-06-08", "2027-06-08", "2027-06-08;2027-06-09", "2027-06-08 09:30:00",
    ]  # fmt: skip
    assert problems(attendees) == []
    assert [row.row for row in attendees.rows()] == [2, 3, 4, 5]


def test_the_header_may_stand_below_titles_and_remarks(path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        sheet["A1"] = "2027 峰会参会名单"
        sheet.merge_cells("A1:D1")
        sheet["A3"] = "制表：会务组"
        for place, word in enumerate(HEADER, 1):
            sheet.cell(5, place, word)
        sheet.cell(6, 1, "A-1")
        sheet.cell(6, 2, "林若静")

    attendees = open_list(changed(path, write))
    assert (attendees.header.row, values(attendees, Column.NAME)) == (5, ["林若静"])
    assert [row.row for row in attendees.rows()] == [6]


def test_a_header_after_twenty_rows_is_none(path: Path) -> None:
    rows = [("remark",)] * 20 + [HEADER, ("A-1", "林若静")]
    with pytest.raises(Misconfigured, match=r"Row 1 of list\.xlsx has no column for name"):
        open_list(workbook(path, rows))


def test_the_sheet_with_a_header_is_taken_and_two_are_told(path: Path) -> None:
    notes = (("notes",), ("nothing here",))
    one, two = (HEADER, ("A-1", "林若静")), (HEADER, ("B-1", "王明"))
    attendees = open_list(workbook(path, notes, one))
    assert (values(attendees, Column.NUMBER), attendees.told) == (["A-1"], ())
    attendees = open_list(workbook(path, notes, one, two))
    assert values(attendees, Column.NUMBER) == ["A-1"]
    (told,) = attendees.told
    assert told.en == "2 sheets look like a list; “B” was taken, not: C."


def test_a_format_of_zeros_pads_as_on_the_screen(path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        sheet.append(HEADER)
        sheet.append([7, "林若静"])
        sheet["A2"].number_format = "00000"

    assert values(open_list(changed(path, write)), Column.NUMBER) == ["00007"]


def test_lost_zeros_and_digits_are_told(path: Path) -> None:
    rows = (
        HEADER,
        ("007", "甲", 2367891234),  # 023 is the area code of Chongqing
        (8, "乙", 13812345678),
        (500101199001011234, "丙"),
    )
    found = problems(open_list(workbook(path, rows)))
    assert [(column, spoils) for column, spoils, _ in found] == [
        (Column.PHONE, False), (Column.NUMBER, False), (Column.NUMBER, True),
    ]  # fmt: skip
    assert "zero" in found[0][2]
    assert "15 digits" in found[2][2]


def test_formulas_give_their_saved_value_or_say_that_there_is_none(path: Path) -> None:
    def write(sheet: Worksheet) -> None:
        sheet.append(HEADER)
        sheet.append(["A-1", '=CONCATENATE("林","若静")', "#REF!"])
        sheet["C2"].data_type = "e"

    attendees = open_list(changed(path, write))
    assert [(c, s) for c, s, _ in problems(attendees)] == [
        (Column.NAME, True), (Column.PHONE, True),
    ]  # fmt: skip


@pytest.mark.parametrize("cut", [10, 100, 1000, -30])
def test_a_file_that_is_cut_off_is_told(path: Path, cut: int) -> None:
    data = workbook(path, (HEADER, ("A-1", "林若静"))).read_bytes()
    path.write_bytes(data[:cut])
    with pytest.raises(Misconfigured, match="no whole XLSX file") as caught:
        open_list(path)
    assert "CSV UTF-8" in caught.value.advice.zh


def test_a_zip_file_that_is_no_spreadsheet_is_told(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as parts:
        parts.writestr("hello.txt", "hello")
    with pytest.raises(Misconfigured, match="no whole XLSX file"):
        open_list(path)


def replaced(path: Path, inside: str, text: str) -> None:
    """The same file with another text in one of its parts."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in (parts | {inside: text.encode()}).items():
            new.writestr(name, data)


NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def sheet_text(*rows: Sequence[str], rest: str = "</sheetData></worksheet>") -> str:
    """A sheet as it stands in the file."""
    text = ""
    for n, row in enumerate(rows, 1):
        named = zip("ABCD", row, strict=False)
        cells = [f'<c r="{c}{n}" t="inlineStr"><is><t>{w}</t></is></c>' for c, w in named]
        text += f'<row r="{n}">{"".join(cells)}</row>'
    return f'<worksheet {NAMESPACE}><dimension ref="A1"/><sheetData>{text}{rest}'


def test_entities_that_grow_are_not_followed(path: Path) -> None:
    workbook(path, (HEADER, ("A-1", "林若静")))
    bomb = '<!DOCTYPE s [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    replaced(path, "xl/worksheets/sheet1.xml", bomb + sheet_text(HEADER, ("A-1", "&b;")))
    with pytest.raises(Misconfigured, match="no whole XLSX file"):
        open_list(path)


def test_a_sheet_that_breaks_in_the_middle_is_told(path: Path) -> None:
    workbook(path, (HEADER, ("A-1", "林若静")))
    rows = [(str(n), "guest") for n in range(700)]
    text = sheet_text(HEADER, *rows, rest='<row r="oops">')
    replaced(path, "xl/worksheets/sheet1.xml", text)
    with pytest.raises(Misconfigured, match=r"after row \d+"):
        list(open_list(path).rows())


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ((HEADER, ("A-1", "x" * 32_767, "y")), ""),
        ((tuple(f"c{n}" for n in range(300)), ()), "has 300 columns"),
        ((HEADER, ("A-1", "林若静", *("x" for _ in range(300)))), "has 302 columns"),
        (((), ()), "is empty"),
    ],
)
def test_bounds_of_a_sheet(path: Path, rows: Sequence[Sequence[str]], says: str) -> None:
    workbook(path, rows)
    if says:
        with pytest.raises(Misconfigured, match=says):
            list(open_list(path).rows())
    else:
        assert len(list(open_list(path).rows())) == 1


def test_what_unpacks_to_far_too_much_is_not_unpacked(path: Path) -> None:
    workbook(path, (HEADER, ("A-1", "林若静")))
    for inside, megabytes in (("xl/sharedStrings.xml", 70), ("xl/styles.xml", 20)):
        workbook(path, (HEADER, ("A-1", "林若静")))
        replaced(path, inside, " " * (megabytes << 20))
        with pytest.raises(Misconfigured, match=f"{megabytes} MB"):
            open_list(path)
    with zipfile.ZipFile(path, "w") as parts:
        for number in range(2001):
            parts.writestr(f"{number}.xml", "")
    with pytest.raises(Misconfigured, match="2001 parts"):
        open_list(path)


def test_a_cell_longer_than_a_spreadsheet_allows_is_told(path: Path) -> None:
    workbook(path, (HEADER, ("A-1", "林若静")))
    text = sheet_text(HEADER, ("A-1", "x" * 40_000))
    replaced(path, "xl/worksheets/sheet1.xml", text)
    with pytest.raises(Misconfigured, match="more than 32767 characters"):
        list(open_list(path).rows())


def test_an_old_or_locked_workbook_is_told(path: Path) -> None:
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000))
    with pytest.raises(Misconfigured, match="password"):
        open_list(path)
