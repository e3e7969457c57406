"""Lists as organisers send them, the night before and after: in, looked at, and back out."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.stories.conftest import LIST
from tests.stories.kiosk_command import MAIN, Desk, a_list, kiosk

HEADER = "编号,票号,二维码,姓名,类别"


def state(desk: Desk) -> list[object]:
    """Everybody on the roster, as the commands tell it."""
    found: list[object] = desk("find", "G").json
    return found


def test_a_spreadsheet_comes_in_like_any_list(desk: Desk, tmp_path: Path, event_file: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["晚宴名单"])
    for line in LIST:
        sheet.append(line.split(","))
    book.save(tmp_path / "guests.xlsx")
    said = desk("import", tmp_path / "guests.xlsx", "--event", event_file)
    assert (said.code, said.json["added"], said.json["warnings"]) == (0, 3, [])
    assert desk("check-in", "QR-ONE").json["attendee"]["name"] == "林若静"
    again = desk("import", a_list(tmp_path / "guests.csv", *LIST))
    assert (again.json["unchanged"], again.json["missing"]) == (3, 0)
    assert len(list((desk.data / "lists").glob("*.xlsx"))) == 1


def test_a_strict_import_refuses_the_whole_list(ready: Desk, tmp_path: Path) -> None:
    before = state(ready)
    mixed = a_list(tmp_path / "m.csv", HEADER, "8,G-8,H,赵敏,来宾", "9,G-9,I,,来宾")
    said = ready("import", mixed, "--strict")
    assert (said.code, said.json["added"], len(said.json["rejected"])) == (2, 1, 1)
    assert state(ready) == before
    assert len(ready("imports").json) == 1
    assert "Strict" in kiosk("import", mixed, "--strict", "--data", ready.data).out
    assert ready("import", mixed).json["added"] == 1


def test_missing_tickets_are_told_and_cancelled_only_on_request(
    ready: Desk, tmp_path: Path
) -> None:
    shorter = a_list(tmp_path / "s.csv", HEADER, "1,G-1,QR-ONE,林若静,来宾")
    told = ready("import", shorter).json
    assert (told["missing"], told["missing_numbers"]) == (2, ["G-2", "G-3"])
    assert told["cancelled"] == 0
    assert ready("check-in", "QR-TWO", "--answer", "photo=yes").code == 0
    dry = ready("import", shorter, "--cancel-missing", "--dry-run").json
    assert (dry["cancelled"], dry["dry_run"]) == (2, True)
    done = kiosk("import", shorter, "--cancel-missing", "--data", ready.data)
    assert "now cancelled 2" in done.out
    assert "- G-3" in done.out
    assert ready("check-in", "QR-THREE").json["reason"] == "cancelled"
    assert len(state(ready)) == 3
    assert ready("import", "--undo").code == 0
    assert ready("check-in", "QR-THREE").json["reason"] == "unpaid"


def test_the_newest_import_can_be_taken_back_once(ready: Desk, tmp_path: Path) -> None:
    before = state(ready)
    assert ready("check-in", "QR-ONE").code == 0
    arrived = state(ready)
    changed = a_list(
        tmp_path / "c.csv", HEADER, "1,G-1,QR-TWO,改名,来宾", "2,G-2,QR-ONE,欧阳晓,媒体",
        "9,G-9,QR-NINE,赵敏,来宾",
    )  # fmt: skip
    assert ready("import", changed, "--by", "李娜").json["changed"] == 2
    newest, first = ready("imports").json
    assert (newest["by"], newest["file"], newest["added"]) == ("李娜", "c.csv", 1)
    assert (newest["can_undo"], first["can_undo"], len(newest["sha256"])) == (True, False, 64)
    undone = ready("import", "--undo")
    assert (undone.code, undone.json["undone"]["number"]) == (0, newest["number"])
    assert state(ready) == arrived != before  # facts are not touched
    assert ready("find", "改名").json == []
    assert ready("find", "QR-NINE").json == []
    assert ready("check-in", "QR-ONE").json["reason"] == "already_in"
    assert ready("import", "--undo").code == 2
    assert len(list((ready.data / "lists").glob("*.undone"))) == 2
    text = kiosk("imports", "--data", ready.data).out
    assert text.count("taken back") == 1
    assert ready("import", changed).json["changed"] == 2
    assert ready("doctor").json is not None


def test_a_replaced_roster_comes_back_whole(ready: Desk, tmp_path: Path, event_file: Path) -> None:
    before = state(ready)
    other = a_list(tmp_path / "o.csv", "票号,姓名,类别", "N-1,赵敏,来宾", "G-1,林,来宾")
    assert ready("import", other, "--replace").json["missing"] == 3
    assert len(ready("find", "林若静").json) == 0
    assert ready("import", "--undo").code == 0
    assert state(ready) == before
    assert ready("find", "林若静").json[0]["number"] == "G-1"
    assert ready("find", "赵敏").json == []
    assert ready("check-in", "QR-TWO", "--answer", "photo=yes").code == 0


def test_the_first_import_can_be_taken_back_too(desk: Desk, tmp_path: Path) -> None:
    assert desk("import", "--undo").code == 2
    assert desk("imports").json == []
    plain = a_list(tmp_path / "plain.csv", "票号,姓名,类别", "001,王明,VIP")
    assert desk("import", plain).code == 0
    assert desk("import", "--undo").code == 0
    assert desk("find", "001").json == []
    assert desk("import", plain).json["added"] == 1


def test_columns_that_nobody_knows_are_mapped_by_hand(desk: Desk, tmp_path: Path) -> None:
    odd = a_list(tmp_path / "odd.csv", "凭证,谁,哪里", "001,王明,星河汽车", "002,李娜,")
    said = desk("import", odd)
    assert said.code == 2
    assert "[columns]" in said.json["advice"]["en"]
    columns = tmp_path / "columns.toml"
    columns.write_text('[columns]\n"凭证" = "number"\n"谁" = "name"\n"哪里" = "company"\n', "utf-8")
    assert desk("import", odd, "--map", columns).json["added"] == 2
    assert desk("find", "星河").json[0]["number"] == "001"
    assert len(list((desk.data / "lists").glob("*.columns.toml"))) == 1


def test_an_import_needs_a_list_or_undo_and_not_both(ready: Desk, guest_list: Path) -> None:
    assert ready("import").code == 2
    assert ready("import", guest_list, "--undo").code == 2


def test_warnings_say_what_a_badge_would_make_of_a_name(ready: Desk, tmp_path: Path) -> None:
    long = "Wolfeschlegelsteinhausenbergerdorff " * 9
    odd = a_list(
        tmp_path / "odd.csv", HEADER, f"7,G-7,QR-7,{long},来宾", "8,G-8,QR-8,王\U000323b0,来宾",
        "9,G-9,QR-9,王\ue81e,来宾",
    )  # fmt: skip
    said = ready("import", odd)
    assert said.json["added"] == 3
    told = [(w["row"], w["problem"]["en"]) for w in said.json["warnings"]]
    assert [row for row, _ in told] == [2, 3, 4, 4][: len(told)]
    assert "too long" in told[0][1]
    assert "U+323B0" in told[1][1]
    assert "U+9FB4" in told[2][1]


@pytest.mark.skipif(sys.platform == "win32", reason="has no FIFOs")
@pytest.mark.parametrize("ask", [signal.SIGINT, signal.SIGTERM])
def test_an_import_that_is_cancelled_leaves_no_trace(
    ready: Desk, tmp_path: Path, ask: signal.Signals
) -> None:
    before = state(ready)
    rows = [f"{n},N-{n},C-{n},客人,来宾" for n in range(100_000)]
    long = a_list(tmp_path / "long.csv", HEADER, *rows)
    process = subprocess.Popen(
        [sys.executable, MAIN, "import", long, "--data", ready.data],
        stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, encoding="utf-8",
    )  # fmt: skip
    lists = ready.data / "lists"
    while process.poll() is None and not list(lists.glob("*.part")):
        os.sched_yield()  # until it has begun
    process.send_signal(ask)
    _, err = process.communicate()
    assert process.returncode not in {0, 70}
    assert "nothing was changed" in err
    assert "Traceback" not in err
    assert state(ready) == before
    assert len(ready("imports").json) == 1
    assert len(list((ready.data / "lists").iterdir())) == 2
