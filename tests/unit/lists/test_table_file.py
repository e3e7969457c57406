"""Tables go out as CSV or as a spreadsheet, and nothing of them is ever run."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kiosk.lists.table_file import write_table
from kiosk.services.trouble import Misconfigured

EVIL = '=HYPERLINK("http://example.com")'


def test_a_spreadsheet_holds_text_and_no_formulas(tmp_path: Path) -> None:
    path = tmp_path / "out.xlsx"
    write_table(path, ("姓名", "note"), [("林若静", EVIL), ("a\x07b", "00123")])
    sheet = load_workbook(path).worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows == [["姓名", "note"], ["林若静", EVIL], ["ab", "00123"]]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
    assert [file.name for file in tmp_path.iterdir()] == ["out.xlsx"]


def test_any_other_name_is_csv(tmp_path: Path) -> None:
    write_table(tmp_path / "out.csv", ("name",), [(EVIL,)])
    assert "'=HYPERLINK" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")


def test_a_spreadsheet_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(Misconfigured):
        write_table(tmp_path / "no folder" / "out.xlsx", ("name",), [])
    assert list(tmp_path.iterdir()) == []
