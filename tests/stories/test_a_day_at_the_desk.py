"""Import, find, check in, again, undo, again, export: through the command line."""

import csv
from pathlib import Path
from uuid import UUID

from tests.stories.kiosk_command import Desk, a_list, kiosk


def test_a_list_comes_in_and_says_what_it_did(
    desk: Desk, guest_list: Path, event_file: Path
) -> None:
    dry = desk("import", guest_list, "--event", event_file, "--dry-run")
    assert (dry.code, dry.json["added"], dry.json["dry_run"]) == (0, 3, True)
    assert desk("find", "林").json == []
    done = desk("import", guest_list, "--event", event_file)
    assert done.json == {
        "read": 3, "added": 3, "changed": 0, "unchanged": 0, "missing": 0,
        "cancelled": 0, "missing_numbers": [], "rejected": [], "warnings": [], "dry_run": False,
    }  # fmt: skip
    assert desk("import", guest_list).json["unchanged"] == 3


def test_a_guest_is_found_admitted_once_undone_and_admitted_again(
    ready: Desk, tmp_path: Path
) -> None:
    (found,) = ready("find", "linruojing").json
    person = {"id": found["id"], "name": "林若静", "category": "guest"}
    rest = {"company": "嘉澜电视台", "number": "G-1", "arrived_at": None, "why": "pinyin"}
    assert found == person | rest

    admitted = ready("check-in", "QR-ONE")
    assert admitted.code == 0
    fact = admitted.json["fact"]
    assert UUID(fact).version == 7
    assert admitted.json == {
        "outcome": "admitted", "reason": None, "fact": fact, "attendee": person,
    }  # fmt: skip
    assert ready("find", "林若静").json[0]["arrived_at"].endswith("+00:00")

    again = ready("check-in", "QR-ONE")
    assert (again.code, again.json["outcome"], again.json["reason"]) == (1, "refused", "already_in")
    assert again.json["fact"] not in {fact, None}

    undone = ready("undo", fact, "--reason", "wrong person")
    assert (undone.code, undone.json["outcome"]) == (0, "undone")
    twice = ready("undo", fact, "--reason", "wrong person")
    assert (twice.code, twice.json) == (1, {"outcome": "nothing_to_undo", "fact": None})

    assert ready("check-in", "QR-ONE").code == 0
    exported = ready("export", "--out", tmp_path / "out.csv")
    assert exported.json == {"out": str(tmp_path / "out.csv"), "rows": 3, "arrived": 1}
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == ["code", "name", "category", "arrived_at", "station", "badges"]
    assert [row["code"] for row in rows] == ["G-1", "G-2", "G-3"]
    assert rows[0]["arrived_at"].endswith("+08:00")
    assert [row["arrived_at"] for row in rows[1:]] == ["", ""]


def test_refusals_and_questions_have_their_own_exit_codes(ready: Desk) -> None:
    unpaid = ready("check-in", "QR-THREE")
    assert (unpaid.code, unpaid.json["reason"]) == (1, "unpaid")
    unknown = ready("check-in", "NOBODY")
    assert (unknown.code, unknown.json["reason"], unknown.json["attendee"]) == (1, "unknown", None)
    asked = ready("check-in", "QR-TWO")
    assert (asked.code, asked.json["outcome"], asked.json["fact"]) == (3, "needs_answer", None)
    assert asked.json["questions"] == [
        {"id": "photo", "zh": "可以拍照吗？", "en": "May we take your picture?", "kind": "yes_no"}
    ]
    assert ready("check-in", "QR-TWO", "--answer", "photo=perhaps").code == 2
    assert ready("check-in", "QR-TWO", "--answer", "photo=no").code == 0


def test_a_time_by_hand_is_the_events_own(ready: Desk) -> None:
    ready("check-in", "QR-ONE", "--at", "2027-06-08T08:30:00")
    (found,) = ready("find", "G-1").json
    assert found["arrived_at"] == "2027-06-08T00:30:00+00:00"
    for at in ("yesterday", "0001-01-01T00:00:00+14:00", "1999-12-31", "2200-01-01"):
        assert ready("check-in", "QR-ONE", "--at", at).code == 2


def test_wrong_usage_ends_with_two_and_says_what_to_do(ready: Desk, tmp_path: Path) -> None:
    nowhere = ready("check-in", "QR-ONE", "--checkpoint", "nowhere")
    assert nowhere.code == 2
    assert "registration" in nowhere.json["advice"]["en"]
    assert "nowhere" in nowhere.json["error"]["zh"]
    empty = Desk(tmp_path / "empty")("check-in", "X")
    assert empty.code == 2
    assert "import" in empty.json["advice"]["zh"]
    assert kiosk("check-in").code == 2
    assert kiosk("no-such-command").code == 2


def test_people_read_both_languages(ready: Desk) -> None:
    said = kiosk("check-in", "QR-ONE", "--data", ready.data)
    assert said.out.strip() == "已签到 Admitted 林若静"
    assert "already_in" in kiosk("check-in", "QR-ONE", "--data", ready.data).out
    assert "没有找到" in kiosk("find", "nobody", "--data", ready.data).out


def test_a_plain_list_is_enough(desk: Desk, tmp_path: Path) -> None:
    plain = a_list(tmp_path / "plain.csv", "票号,姓名,类别", "001,王明,ＶＩＰ", "002,李娜,嘉宾")
    assert desk("import", plain).json["added"] == 2
    admitted = desk("check-in", "001")
    assert (admitted.code, admitted.json["attendee"]["name"]) == (0, "王明")
    more = a_list(tmp_path / "more.csv", "票号,姓名,类别", "003,张伟,媒体")
    assert desk("import", more).json["missing"] == 2
    assert desk("check-in", "003").code == 0
    assert desk("check-in", "001").json["reason"] == "already_in"


def test_a_list_without_a_good_row_changes_nothing(ready: Desk, tmp_path: Path) -> None:
    bad = a_list(tmp_path / "bad.csv", "票号,姓名,类别", "X-1,王明,王室")
    said = ready("import", bad)
    assert said.code == 2
    (rejected,) = said.json["rejected"]
    assert (rejected["row"], rejected["column"]) == (2, "类别")
    assert set(rejected) == {"row", "column", "problem", "remedy"}
    assert len(ready("find", "G").json) == 3


def test_a_corrected_list_may_swap_two_codes(ready: Desk, tmp_path: Path) -> None:
    swapped = a_list(
        tmp_path / "swapped.csv",
        "编号,票号,二维码,姓名,类别",
        "1,G-1,QR-TWO,林若静,来宾",
        "4,G-4,QR-THREE,赵敏,来宾",
        "2,G-2,QR-ONE,欧阳晓,来宾",
        "3,G-3,QR-FOUR,王明,来宾",
    )
    assert ready("import", swapped).json["rejected"] == []
    names = [ready("check-in", f"QR-{n}").json["attendee"]["name"] for n in ("ONE", "TWO", "THREE")]
    assert names == ["欧阳晓", "林若静", "赵敏"]


def test_a_badge_is_drawn_to_a_file(ready: Desk, tmp_path: Path) -> None:
    drawn = ready("badge", "G-1", "--out", tmp_path / "badge.pdf")
    assert drawn.json == {"out": str(tmp_path / "badge.pdf"), "missing": [], "overflowing": []}
    assert (tmp_path / "badge.pdf").read_bytes().startswith(b"%PDF-")
    assert ready("badge", "NOBODY", "--out", tmp_path / "no.pdf").code == 2


def test_a_rejected_row_says_that_its_ticket_stays_as_it_was(ready: Desk, tmp_path: Path) -> None:
    wrong = a_list(
        tmp_path / "wrong.csv", "编号,票号,二维码,姓名,类别", "1,G-1,,林若静,来宾", "9,G-9,X,,来宾"
    )
    said = ready("import", wrong)
    assert said.code == 2
    assert [row.get("kept") for row in said.json["rejected"]] == [True, None]
    text = kiosk("import", wrong, "--data", ready.data).out
    assert text.count("This ticket stays as it was") == 1


def test_an_empty_list_replaces_nobody(ready: Desk, tmp_path: Path) -> None:
    empty = a_list(tmp_path / "empty.csv", "票号,姓名,类别")
    for words in ((), ("--replace",)):
        assert ready("import", empty, *words).code == 2
    assert len(ready("find", "G").json) == 3


def test_a_replaced_list_tells_how_many_were_forgotten(ready: Desk, tmp_path: Path) -> None:
    one = a_list(
        tmp_path / "one.csv", "编号,票号,姓名,类别", "1,G-1,林若静,来宾", "9,G-9,王明,来宾"
    )
    said = kiosk("import", one, "--replace", "--dry-run", "--data", ready.data)
    assert "forgotten 2" in said.out
    assert ready("import", one, "--replace").json["missing"] == 2


def test_an_event_without_the_category_of_a_kept_ticket_is_refused(
    ready: Desk, event_file: Path, tmp_path: Path
) -> None:
    text = event_file.read_text(encoding="utf-8").replace('"press"', '"media"')
    event_file.write_text(text, encoding="utf-8")
    more = a_list(tmp_path / "more.csv", "票号,姓名,类别", "N-1,赵敏,来宾")
    said = ready("import", more, "--event", event_file)
    assert said.code == 2
    assert "press" in said.json["error"]["en"]
    assert ready("find", "N-1").json == []


def test_an_admitted_stranger_is_in_the_export_even_after_a_new_list(
    ready: Desk, tmp_path: Path
) -> None:
    assert ready("check-in", "QR-ONE").code == 0
    other = a_list(tmp_path / "other.csv", "票号,姓名,类别", "N-1,赵敏,来宾")
    assert ready("import", other, "--replace").code == 0
    exported = ready("export", "--out", tmp_path / "out.csv").json
    assert (exported["rows"], exported["arrived"]) == (2, 1)
    last = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[-1]
    assert last.startswith(",,guest,20")
