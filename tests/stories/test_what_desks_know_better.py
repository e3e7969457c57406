"""A desk corrects, changes, registers and merges: true at once, and after the next list."""

from pathlib import Path

import pytest

from tests.stories.conftest import LIST
from tests.stories.kiosk_command import Desk, a_list


def test_a_walk_in_gets_a_ticket_a_badge_and_a_trail(ready: Desk) -> None:
    made = ready("walk-in", "--category", "press", "--name", " 贾若川 ", "--company", "山城传媒")
    assert made.code == 0
    number = made.json["number"]
    assert made.json["attendee"]["name"] == "贾若川"
    admitted = ready("check-in", number, "--answer", "photo=yes")
    assert admitted.json["outcome"] == "admitted"
    assert ready("check-in", number, "--answer", "photo=yes").json["reason"] == "already_in"
    assert ready("find", "贾若川").json[0]["name"] == "贾若川"
    said = [step["en"] for step in ready("trail", number).json]
    assert any("registered on site" in words for words in said)


def test_a_correction_survives_the_next_list(ready: Desk, tmp_path: Path) -> None:
    corrected = ready("correct", "G-1", "--name", "林若镜", "--title", "主编", "--by", "mei")
    assert corrected.json["attendee"]["name"] == "林若镜"
    newer = [line.replace("嘉澜电视台", "嘉澜卫视") for line in LIST]
    report = ready("import", a_list(tmp_path / "newer.csv", *newer)).json
    assert (report["changed"], report["unchanged"]) == (1, 2)
    hit = ready("find", "林若镜").json[0]
    assert (hit["name"], hit["company"]) == ("林若镜", "嘉澜卫视")
    assert ready("import", "--undo").code == 0
    assert ready("find", "林若镜").json[0]["company"] == "嘉澜电视台"
    assert ready("take-back", corrected.json["fact"], "--reason", "typo").code == 0
    assert ready("find", "林若静").json[0]["name"] == "林若静"
    assert ready("take-back", corrected.json["fact"], "--reason", "typo").code == 1


def test_what_is_so_already_changes_nothing(ready: Desk) -> None:
    assert ready("correct", "G-1", "--name", "林若静").json["fact"] is None
    assert ready("correct", "G-1", "--name", " ").json["fact"] is None, "nobody is without a name"


def test_a_ticket_changes_hands(ready: Desk) -> None:
    given = ready("transfer", "G-1", "--name", "贾若川", "--by", "mei")
    assert given.json["attendee"]["name"] == "贾若川"
    refused = ready("check-in", "QR-ONE")
    assert (refused.code, refused.json["reason"]) == (1, "replaced")
    found = ready("find", "贾若川").json[0]
    assert found["company"] == "", "nothing of the first person stays"


def test_the_old_code_of_a_newer_list_is_refused_with_its_own_reason(
    ready: Desk, tmp_path: Path
) -> None:
    newer = [line.replace("QR-ONE", "QR-NEW") for line in LIST]
    assert ready("import", a_list(tmp_path / "newer.csv", *newer)).code == 0
    assert ready("check-in", "QR-ONE").json["reason"] == "replaced"
    assert ready("check-in", "QR-NEW").json["outcome"] == "admitted"


def test_a_payment_at_the_desk_makes_a_ticket_valid(ready: Desk) -> None:
    assert ready("check-in", "QR-THREE").json["reason"] == "unpaid"
    paid = ready("change", "G-3", "--status", "valid", "--why", "paid", "--by", "mei")
    assert paid.json["status"] == "valid"
    assert ready("check-in", "QR-THREE").json["outcome"] == "admitted"
    promoted = ready("change", "G-3", "--category", "press", "--why", "writes", "--by", "mei")
    assert promoted.json["attendee"]["category"] == "press"


def test_one_person_with_two_tickets_is_let_in_once(ready: Desk) -> None:
    assert ready("check-in", "QR-ONE").json["outcome"] == "admitted"
    merged = ready("merge", "G-1", "G-2")
    assert merged.json["number"] == "G-1", "the one that has arrived is kept"
    assert ready("check-in", "QR-TWO", "--answer", "photo=yes").json["reason"] == "already_in"
    assert ready("merge", "G-1", "QR-ONE").code == 2


def test_a_lost_badge_opens_no_door(ready: Desk) -> None:
    assert ready("replace-codes", "G-1").code == 0
    assert ready("check-in", "QR-ONE").json["outcome"] == "admitted"
    assert ready("replace-codes", "G-1", "--ticket").code == 0
    assert ready("check-in", "QR-ONE").json["reason"] == "replaced"


def test_things_are_handed_out_once(ready: Desk) -> None:
    got = ready("hand-out", "G-1", "headset", "--remark", "12")
    assert got.code == 0
    assert ready("hand-out", "G-1", "headset").code == 1
    assert ready("take-back", got.json["fact"], "--reason", "given back").code == 0
    assert ready("hand-out", "G-1", "badge", "--remark", "司机老王").code == 0
    said = [step["zh"] for step in ready("trail", "G-1").json]
    assert any("代领：司机老王" in words for words in said)


@pytest.mark.parametrize(
    "words",
    [
        ("walk-in", "--category", "nobles", "--name", "某某"),
        ("correct", "NOBODY", "--name", "某某"),
        ("change", "G-1", "--why", "x", "--by", "y"),
        ("change", "G-1", "--why", "x", "--by", "y", "--category", "nobles"),
        ("merge", "G-1", "G-1"),
        ("hand-out", "G-1", "crown"),
    ],
)
def test_what_cannot_be_is_said(ready: Desk, words: tuple[str, ...]) -> None:
    assert ready(*words).code == 2
    assert ready("trail", "G-1").json == []
