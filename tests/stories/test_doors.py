"""Doors with rarer rules, from the command line: both ways, overrides, and why."""

from pathlib import Path

import pytest

from tests.stories.kiosk_command import DEMO, Desk, a_list, kiosk

LIST = (
    "编号,票号,二维码,姓名,类别,状态",
    "1,G-1,QR-ONE,林若静,参会代表,有效",
    "2,G-2,QR-TWO,王明,参会代表,未付款",
)


@pytest.fixture
def summit(desk: Desk, tmp_path: Path) -> Desk:
    guests = a_list(tmp_path / "guests.csv", *LIST)
    done = desk("import", guests, "--event", DEMO / "event.toml")
    assert done.code == 0, done.err
    return desk


def check_in(desk: Desk, *words: str) -> str:
    said = desk("check-in", *words).json
    return str(said["reason"] or said["outcome"])


def test_a_session_door_counts_both_ways(summit: Desk) -> None:
    door = ("--checkpoint", "battery-door")
    assert check_in(summit, "QR-ONE", *door) == "register_first"
    assert check_in(summit, "QR-ONE") == "admitted"
    assert check_in(summit, "QR-ONE", *door, "--out") == "not_inside"
    assert check_in(summit, "QR-ONE", *door) == "admitted"
    assert check_in(summit, "QR-ONE", *door) == "already_in"
    assert check_in(summit, "QR-ONE", *door, "--out") == "left"
    assert check_in(summit, "QR-ONE", *door) == "too_soon"


def test_every_rule_says_its_word(summit: Desk) -> None:
    rules = summit("check-in", "QR-TWO", "--explain").json["rules"]
    assert rules[0] == {"rule": "code_is_ours", "objection": None}
    assert rules[1] == {"rule": "ticket_is_good", "objection": "unpaid"}
    assert len(rules) == 14
    said = kiosk("check-in", "QR-ONE", "--explain", "--data", summit.data)
    assert "questions_are_answered: ok" in said.out


def test_a_supervisor_lets_somebody_in(summit: Desk) -> None:
    half = summit("check-in", "QR-TWO", "--force", "paid in cash")
    assert half.code == 2
    assert "--by NAME" in half.err
    nobody = summit("check-in", "WHO", "--force", "a friend", "--by", "Li Na")
    assert nobody.code == 2
    assert "unknown" in nobody.err
    assert check_in(summit, "QR-TWO") == "unpaid"
    forced = summit("check-in", "QR-TWO", "--force", "paid", "--by", "Li Na")
    assert (forced.code, forced.json["outcome"]) == (0, "admitted")


def test_the_passport_desk_keeps_four_characters(summit: Desk) -> None:
    desk = ("--checkpoint", "passport-desk")
    asked = summit("check-in", "QR-ONE", *desk)
    assert asked.code == 3
    assert asked.json["questions"][0]["kind"] == "document"
    whole = summit("check-in", "QR-ONE", *desk, "--answer", "document=passport:E1234567")
    assert whole.code == 2
    assert "last four" in whole.err
    assert check_in(summit, "QR-ONE", *desk, "--answer", "document=passport:4567") == "admitted"
    journal = (summit.data / "facts.db").read_bytes()
    assert b"E1234567" not in journal


def test_what_opens_later_says_so(summit: Desk) -> None:
    summit("check-in", "QR-ONE")
    show = ("--checkpoint", "motor-show", "--at", "2027-06-08T08:59:00+08:00")
    assert check_in(summit, "QR-ONE", *show) == "too_early"


def test_a_delegation_is_checked_in_at_once(desk: Desk, tmp_path: Path) -> None:
    guests = a_list(
        tmp_path / "group.csv",
        "编号,票号,二维码,姓名,类别,状态,团组",
        "1,G-1,QR-ONE,林若静,参会代表,有效,重庆代表团",
        "2,G-2,QR-TWO,王明,参会代表,未付款,重庆代表团",
        "3,G-3,QR-THREE,欧阳晓,参会代表,有效,",
    )
    assert desk("import", guests, "--event", DEMO / "event.toml").code == 0
    group = desk("check-in-group", "重庆代表团")
    assert group.code == 1
    assert [one["outcome"] for one in group.json] == ["admitted", "refused"]
    assert desk("check-in-group", "nobody").code == 2
