"""Reading lists as people save them: any encoding, any separator, and honest complaints."""

import codecs
from pathlib import Path

import pytest

from kiosk.lists.attendee_list import AttendeeList
from kiosk.lists.csv_list import CsvTable
from kiosk.lists.list_file import open_list
from kiosk.services.list_columns import Column
from kiosk.services.trouble import Misconfigured

TEXT = "票号,姓名,单位\nA-1,林若静,嘉澜电视台\nA-2,王㐂,\n"


def written(folder: Path, data: bytes | str) -> Path:
    path = folder / "list.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def encoding_found(attendees: AttendeeList) -> str:
    assert isinstance(attendees.table, CsvTable)
    return attendees.table.encoding


def names(attendees: AttendeeList) -> list[str]:
    return [row.values[Column.NAME] for row in attendees.rows()]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8-sig"),
        (TEXT.encode("utf-8-sig"), "utf-8-sig"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8-sig"),
        (TEXT.replace("\n", "\r").encode(), "utf-8-sig"),
        (TEXT.replace(",", ";").encode("gb18030"), "gb18030"),
        (TEXT.replace(",", "\t").encode("utf-16"), "utf-16"),
        (TEXT.replace("票号,姓名", "number,name").encode("gb18030"), "gb18030"),
    ],
)
def test_encodings_and_separators_are_found_out(tmp_path: Path, data: bytes, encoding: str) -> None:
    attendees = open_list(written(tmp_path, data))
    assert encoding_found(attendees) == encoding
    assert names(attendees) == ["林若静", "王㐂"]


def test_a_cell_may_hold_separators_quotes_and_lines(tmp_path: Path) -> None:
    text = '票号,姓名,单位\nA-1,"Smith, ""Al""","two\nlines"\n\nA-2,李娜,x\n'
    rows = list(open_list(written(tmp_path, text)).rows())
    assert [row.values[Column.NAME] for row in rows] == ['Smith, "Al"', "李娜"]
    assert rows[0].values[Column.COMPANY] == "two\nlines"
    # rows are counted as a spreadsheet shows them: header 1, then 2, an empty 3, then 4
    assert [row.row for row in rows] == [2, 4]


def test_a_heading_may_hold_a_line_break(tmp_path: Path) -> None:
    assert names(open_list(written(tmp_path, '"票号","姓名","备\n注"\nA-1,李娜,x\n'))) == ["李娜"]


def test_headings_are_taken_in_either_language_and_case(tmp_path: Path) -> None:
    attendees = open_list(written(tmp_path, "Ticket Number , FULL NAME,Phone,whatever\n1,Li,2,3\n"))
    assert attendees.headings == {
        Column.NUMBER: "Ticket Number",
        Column.NAME: "FULL NAME",
        Column.PHONE: "Phone",
    }
    (row,) = attendees.rows()
    assert row.values == {Column.NUMBER: "1", Column.NAME: "Li", Column.PHONE: "2"}


def test_a_short_row_has_only_what_it_has(tmp_path: Path) -> None:
    (row,) = open_list(written(tmp_path, "票号,姓名,单位\nA-1,李娜\n")).rows()
    assert Column.COMPANY not in row.values


def test_categories_are_told_once_in_order(tmp_path: Path) -> None:
    text = "票号,姓名,类别\n1,a, 媒体 \n2,b,VIP\n3,c,\n4,d,媒\u200b体\n"
    assert open_list(written(tmp_path, text)).categories() == ("媒体", "VIP")


def test_the_same_file_has_the_same_digest(tmp_path: Path) -> None:
    one = open_list(written(tmp_path, TEXT)).digest
    assert open_list(written(tmp_path, TEXT)).digest == one
    assert open_list(written(tmp_path, TEXT + "\n")).digest != one


def complaint(folder: Path, data: bytes | str) -> Misconfigured:
    """What is said about the file; every complaint says what to do, in both languages."""
    with pytest.raises(Misconfigured) as caught:
        list(open_list(written(folder, data)).rows())
    assert caught.value.advice.zh
    assert caught.value.advice.en
    return caught.value


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("票号,单位\n1,x\n", "Row 1 of list.csv has no column for name."),
        ("姓名,单位\n1,x\n", "Row 1 of list.csv has no column for ticket number or code."),
        ("", "list.csv is empty."),
        ("\ufeff\n\n", "list.csv is empty."),
        ("票号,姓名,名字\n1,a,b\n", "two columns of one meaning: “姓名” and “名字”"),
        ('票号,姓名\n1,a\n2,"b"c\n', "Row 3 of list.csv is broken"),
        ('票号,姓名\n1,a\n2,"never closed\n', "Row 3 of list.csv is broken"),
        ("票号,姓名," + "x" * 200_000 + "\n1,a,b\n", "Row 1 of list.csv is broken"),
    ],
)
def test_a_list_that_cannot_be_used_says_where_and_why(
    tmp_path: Path, data: str, says: str
) -> None:
    assert says in complaint(tmp_path, data).title.en


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode() + b"A-3,\xff\xfe,x\n",
        TEXT.encode() + b"A-3,\xe6\x9d,x\n",  # half of a character
        TEXT.encode("gb18030") + b"A-3,\xff,x\n",
        TEXT.encode() + b"A-3,\x00,x\n",
        (TEXT + "A-3,李娜,x\n").encode("utf-16")[:-1],  # cut in the middle of a character
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be") + b"\0A\xd8\0\0,\0x\0\n",
        b"number,name\n1,\xe6\x9d\x8e\n2,\xe5\xa8\x9c\n3,\xe6\x9d\n",
    ],
)
def test_broken_bytes_are_placed_in_their_row(tmp_path: Path, data: bytes) -> None:
    assert "Row 4 of" in complaint(tmp_path, data).title.en


@pytest.mark.parametrize(
    ("text", "encoding", "row", "column"),
    [
        ("number,name\n1,Li Na\n2,François\n", "latin-1", 3, "name"),
        ("number,name\n1,FRANÇOIS\n", "latin-1", 2, "name"),
        ("number,name,city\n1,Li,Ångström\n", "latin-1", 2, "city"),
        ("number,name\n1,Jürgen Müller\n2,Björn\n", "cp1252", 2, "name"),
        ("number,name\n1,Nuñez\n", "latin-1", 2, "name"),
        ("number,name\n1,山田太郎\n2,佐藤花子\n", "shift-jis", 2, "name"),
        ("number,name\n1,鈴木一郎\n", "shift-jis", 2, "name"),
        ("number,name\n1,陳大文\n2,王小明\n", "big5", 2, "name"),
        ("number,name,company\n1,Li,中華電信股份有限公司\n", "big5", 2, "company"),
    ],
)
def test_another_encoding_never_comes_in_as_nonsense(
    tmp_path: Path, text: str, encoding: str, row: int, column: str
) -> None:
    said = complaint(tmp_path, text.encode(encoding))
    assert said.title.en.startswith(f"Row {row} of list.csv, column “{column}”, ")
    assert "UTF-8" in said.advice.en


@pytest.mark.parametrize(
    "name",
    ["王晓明A", "比亚迪Auto", "TCL科技", "vivo与oppo", "朱镕基", "王玥", "珺", "劉德華", "陳大文",
     "Anna 玥", "欧阳喆Tom", "𬭚㛃", "Łukasz", "さくら", "iPhone版pro", "玥", "A·玥"],
)  # fmt: skip
def test_a_true_gb18030_list_comes_in(tmp_path: Path, name: str) -> None:
    text = f"票号,姓名,单位\nA-1,{name},嘉澜电视台\nA-2,李娜,{name}\n"
    attendees = open_list(written(tmp_path, text.encode("gb18030")))
    assert encoding_found(attendees) == "gb18030"
    assert names(attendees) == [name, "李娜"]


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured, match="cannot be read"):
        open_list(tmp_path / "nothing.csv")
    with pytest.raises(Misconfigured, match="cannot be read"):
        open_list(tmp_path)
