"""What columns mean: by their words, by a map, and what is said where nobody knows."""

from pathlib import Path

import pytest

from kiosk.lists.column_map import read_map
from kiosk.lists.list_file import open_list, preview
from kiosk.services.list_columns import Column
from kiosk.services.trouble import Misconfigured


def written(folder: Path, text: str, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("header", "meanings"),
    [
        ("姓名,手机,单位,职务,类别,邮箱,票号", "name phone company title category email number"),
        ("Name,Mobile,Company,Title,Category,Email,Ticket number",
         "name phone company title category email number"),
        ("姓　名,手机号码,工作单位,职称,票种,电子邮件,票编号",
         "phone company title category email number"),
        ("ＮＡＭＥ,Ticket ID,Barcode,Status", "name number code status"),
    ],
)  # fmt: skip
def test_headings_in_either_language(tmp_path: Path, header: str, meanings: str) -> None:
    if " name" in f" {meanings}":
        attendees = open_list(written(tmp_path, f"{header}\n1,2,3,4,5,6,7\n"))
        assert set(attendees.headings) == {Column(word) for word in meanings.split()}
    else:
        with pytest.raises(Misconfigured, match="no column for name"):
            open_list(written(tmp_path, f"{header}\n1,2,3,4,5,6,7\n"))


def test_titles_may_stand_above_the_header(tmp_path: Path) -> None:
    text = "2027 峰会名单，会务组；保密;x,,\n\n票号\t姓名\t单位\nA-1\t林若静\t嘉澜, 电视台\n"
    attendees = open_list(written(tmp_path, text))
    (row,) = attendees.rows()
    assert (attendees.header.row, row.row) == (3, 4)
    assert row.values[Column.COMPANY] == "嘉澜, 电视台"


def test_unknown_headings_are_answered_with_a_map_to_fill_in(tmp_path: Path) -> None:
    path = written(tmp_path, '入场凭证,贵宾大名,微信 "号"\nA-1,林若静,x\n')
    with pytest.raises(Misconfigured) as caught:
        open_list(path)
    said = caught.value.advice.en
    assert "--map columns.toml" in said
    filled = said[said.index("[columns]") :].replace('凭证" = "ignore"', '凭证" = "number"')
    assert '"贵宾大名" = "name"' in filled  # suggested, by the look of it
    _, meanings = read_map(written(tmp_path, filled, "columns.toml"))
    (row,) = open_list(path, meanings).rows()
    assert row.values == {Column.NUMBER: "A-1", Column.NAME: "林若静"}


def test_a_map_outweighs_what_headings_say(tmp_path: Path) -> None:
    path = written(tmp_path, "票号,姓名,胸卡姓名,单位\nA-1,林若静,静静,x\n")
    said = {"胸卡姓名": Column.NAME, "单位": None}
    (row,) = open_list(path, said).rows()
    assert row.values == {Column.NUMBER: "A-1", Column.NAME: "静静"}
    with pytest.raises(Misconfigured, match="no column “电话”"):
        open_list(path, {"电话": Column.PHONE})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", r"no \[columns\]"),
        ("[columns]\n", r"no \[columns\]"),
        ("columns = 3\n", r"no \[columns\]"),
        ('[columns]\n"a" = "nobody knows"\n', "“a” means something unknown"),
        ('[columns]\n"a" = 3\n', "“a” means something unknown"),
        ("[columns\n", "cannot be used"),
    ],
)
def test_a_map_that_says_nothing_is_told(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(Misconfigured, match=says):
        read_map(written(tmp_path, text, "columns.toml"))
    with pytest.raises(Misconfigured, match="No such file"):
        read_map(tmp_path / "nothing.toml")


def test_a_preview_shows_columns_rows_and_guesses(tmp_path: Path) -> None:
    rows = "".join(f"A-{n},林若静,1381234567{n % 10},x\n" for n in range(30))
    seen = preview(written(tmp_path, f"名单\n\n入场凭证,姓名,怎么找您,备注\n{rows}"))
    assert (seen.header_row, seen.headings) == (3, ("入场凭证", "姓名", "怎么找您", "备注"))
    assert (seen.places, seen.suggestions) == ({1: Column.NAME}, {2: Column.PHONE})
    assert (len(seen.rows), seen.rows[0][0]) == (10, "A-0")
    assert '"怎么找您" = "phone"' in seen.map_text
    with pytest.raises(Misconfigured, match="is empty"):
        preview(written(tmp_path, "\n\n"))


def test_a_last_row_that_is_cut_off_is_told(tmp_path: Path) -> None:
    *_, last = open_list(written(tmp_path, "票号,姓名,单位\nA-1,林若静,x\nA-2,王")).rows()
    (doubt,) = last.doubts
    assert (doubt.column, doubt.spoils) == (Column.NAME, False)
    *_, last = open_list(written(tmp_path, "票号,姓名,单位\nA-1,林若静,x\nA-2,王,y")).rows()
    assert last.doubts == ()
