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
    assert done.json == {"issued": 3, "codes": str(tmp_path / "tickets" / "codes.csv")}
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
    forged = codes[2][:60] + ("A" if codes[2][60] != "A" else "B") + codes[2][61:]
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
