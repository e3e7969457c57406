"""Keys, tickets, and a station that has never heard of the guest."""

import csv
from pathlib import Path

from tests.stories.conftest import EVENT
from tests.stories.kiosk_command import Desk, a_list, kiosk


def issued(tmp_path: Path, event_file: Path, guest_list: Path) -> list[str]:
    """Make a key, put it in the event file, sign the list; the codes."""
    made = kiosk("tickets", "keys", "--out", tmp_path / "issuer", "--json")
    assert made.code == 0
    with_key = EVENT.replace("[event]", f'[event]\nissuers = ["{made.json["public"]}"]', 1)
    event_file.write_text(with_key, encoding="utf-8")
    done = kiosk(
        "tickets", "issue", guest_list, "--event", event_file,
        "--key", made.json["private"], "--out", tmp_path / "tickets", "--json",
    )  # fmt: skip
    assert done.json["issued"] == 2
    assert done.json["codes"] == str(tmp_path / "tickets" / "codes.csv")
    assert [(r["row"], r["column"]) for r in done.json["rejected"]] == [(4, "状态")]  # unpaid
    with (tmp_path / "tickets" / "codes.csv").open(encoding="utf-8-sig", newline="") as file:
        return [row["二维码"] for row in csv.DictReader(file)]


def test_a_station_that_never_saw_the_list_admits_its_guests_once(
    tmp_path: Path, event_file: Path, guest_list: Path
) -> None:
    codes = issued(tmp_path, event_file, guest_list)
    others = a_list(tmp_path / "others.csv", "票号,姓名,类别", "Z-1,赵敏,来宾")
    gate = Desk(tmp_path / "gate")
    assert gate("import", others, "--event", event_file).code == 0

    admitted = gate("check-in", codes[0])
    assert admitted.code == 0
    assert admitted.json["attendee"] == {"id": None, "name": None, "category": "guest"}
    assert gate("check-in", codes[0]).json["reason"] == "already_in"
    assert gate("check-in", codes[1]).code == 3  # the press are asked, stranger or not
    forged = codes[1][:60] + ("A" if codes[1][60] != "A" else "B") + codes[1][61:]
    assert gate("check-in", forged).json["reason"] == "not_signed"


def test_when_the_list_arrives_later_the_stranger_has_a_name_and_is_in(
    tmp_path: Path, event_file: Path, guest_list: Path
) -> None:
    code = issued(tmp_path, event_file, guest_list)[0]
    others = a_list(tmp_path / "others.csv", "票号,姓名,类别", "Z-1,赵敏,来宾")
    gate = Desk(tmp_path / "gate")
    gate("import", others, "--event", event_file)
    assert gate("check-in", code).code == 0
    assert gate("import", guest_list).json["added"] == 3
    again = gate("check-in", code)
    assert (again.json["reason"], again.json["attendee"]["name"]) == ("already_in", "林若静")
    assert gate("check-in", "QR-ONE").json["reason"] == "already_in"


def test_only_a_ticket_that_may_open_the_door_is_signed(tmp_path: Path, event_file: Path) -> None:
    guests = a_list(
        tmp_path / "days.csv",
        "编号,票号,姓名,类别,状态,有效日期",
        "1,G-1,林若静,来宾,有效,2027-06-08;2027-06-09",
        "2,G-2,欧阳晓,来宾,已撤销,",
        "3,G-3,王明,来宾,有效,2027-06-08;2027-06-10",
        "4,G-1,赵敏,来宾,有效,",
        "5,G-5,李娜,来宾,有效,2019-12-31",
        "6,G-6,张伟,来宾,有效,2250-01-01",
        "7,G-7,,来宾,有效,",
    )
    made = kiosk("tickets", "keys", "--out", tmp_path / "issuer", "--json").json
    named = EVENT.replace("[event]", f'[event]\nissuers = ["{made["public"]}"]', 1)
    event_file.write_text(named, encoding="utf-8")
    issue = ("--event", event_file, "--key", made["private"], "--json", "--out")
    done = kiosk("tickets", "issue", guests, *issue, tmp_path / "tickets")
    assert (done.code, done.json["issued"]) == (0, 1)
    assert [(r["row"], r["column"]) for r in done.json["rejected"]] == [
        (3, "状态"), (4, "有效日期"), (5, "票号"), (6, "有效日期"), (7, "有效日期"), (8, "姓名"),
    ]  # fmt: skip
    assert all(r["problem"]["zh"] and r["remedy"]["en"] for r in done.json["rejected"])

    a_list(guests, "票号,姓名,类别,状态", "G-1,林若静,来宾,已取消")
    none = kiosk("tickets", "issue", guests, *issue, tmp_path / "none")
    assert (none.code, none.json["issued"], none.json["codes"]) == (2, 0, None)
    assert not (tmp_path / "none" / "codes.csv").exists()


def test_keys_are_never_overwritten_nor_put_on_a_station(
    tmp_path: Path, ready: Desk, event_file: Path, guest_list: Path
) -> None:
    assert kiosk("tickets", "keys", "--out", tmp_path / "issuer").code == 0
    seed = (tmp_path / "issuer" / "issuer.key").read_bytes()
    assert kiosk("tickets", "keys", "--out", tmp_path / "issuer").code == 2
    assert (tmp_path / "issuer" / "issuer.key").read_bytes() == seed
    assert (tmp_path / "issuer" / "issuer.key").stat().st_mode & 0o077 == 0
    assert kiosk("tickets", "keys", "--out", ready.data).code == 2
    unnamed = kiosk(
        "tickets", "issue", guest_list, "--event", event_file,
        "--key", tmp_path / "issuer" / "issuer.key", "--out", tmp_path / "tickets",
    )  # fmt: skip
    assert unnamed.code == 2
    assert "issuers = [" in unnamed.err
