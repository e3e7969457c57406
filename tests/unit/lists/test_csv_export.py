"""Files that spreadsheets open well, and that run nothing there."""

import csv
from pathlib import Path

import pytest

from kiosk.lists.csv_export import write_csv
from kiosk.services.trouble import Misconfigured, Unavailable


def test_excel_reads_chinese_because_of_the_mark_in_front(tmp_path: Path) -> None:
    write_csv(tmp_path / "out.csv", ("姓名", "note"), [("林若静", 'a "b", c')])
    assert (tmp_path / "out.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["姓名", "note"], ["林若静", 'a "b", c']]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(tmp_path: Path, start: str) -> None:
    write_csv(tmp_path / "out.csv", ("name",), [(f"{start}HYPERLINK(1)",), ("plain",)])
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["name"], [f"'{start}HYPERLINK(1)"], ["plain"]]


def test_a_file_that_cannot_be_written_is_named_and_the_old_one_stays(tmp_path: Path) -> None:
    write_csv(tmp_path / "out.csv", ("name",), [("old",)])
    with pytest.raises(ZeroDivisionError):
        write_csv(tmp_path / "out.csv", ("name",), ((str(1 // n),) for n in (1, 0)))
    assert "old" in (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    with pytest.raises(Misconfigured, match="cannot be written"):
        write_csv(tmp_path / "no folder" / "out.csv", ("name",), [])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")
def test_what_could_not_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "full.csv.part").symlink_to("/dev/full")
    with pytest.raises(Unavailable, match="disk is full"):
        write_csv(tmp_path / "full.csv", ("name",), [])
    (tmp_path / "folder").mkdir()
    with pytest.raises(Misconfigured, match="Is a directory"):
        write_csv(tmp_path / "folder", ("name",), [])
    assert [file.name for file in tmp_path.iterdir()] == ["folder"]
