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


def test_opaque_tickets_admit_once_their_list_is_imported(
    tmp_path: Path, desk: Desk, event_file: Path, guest_list: Path
) -> None:
    with guest_list.open("a", encoding="utf-8") as file:
        file.write("4,G-4,QR-FOUR,=王\u3000敏,,,来宾,有效\n")
    out = tmp_path / "sent" / "tickets"
    issue = ("tickets", "issue", guest_list, "--event", event_file, "--out", out, "--json")
    assert kiosk(*issue).code == 2, "signed codes need a key"
    done = kiosk(*issue, "--kind", "opaque")
    assert (done.code, done.json["issued"], done.json["framed"]) == (0, 3, [])
    names = [f"{number:05d}.{form}" for number in (1, 2, 3) for form in ("pdf", "png", "svg")]
    assert sorted(file.name for file in out.iterdir()) == [*names, "codes.csv"]
    assert list(out.parent.iterdir()) == [out]
    with (out / "codes.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0] | {"二维码": ""} == {
        "编号": "1", "票号": "G-1", "姓名": "林若静", "英文名": "Lin Ruojing",
        "单位": "嘉澜电视台", "职务": "", "类别": "来宾", "手机": "", "邮箱": "",
        "有效日期": "", "语言": "", "二维码": "",
        "png": "00001.png", "pdf": "00001.pdf", "svg": "00001.svg",
    }  # fmt: skip
    assert rows[2]["姓名"] == "'=王 敏", "a spreadsheet must not run it"
    assert all(len(row["二维码"]) == 26 for row in rows)
    seen = kiosk("scan", out / "00002.png", "--json")
    assert seen.json["texts"] == [rows[1]["二维码"]]
    assert desk("import", guest_list, "--event", event_file).code == 0
    assert desk("import", out / "codes.csv").json["changed"] == 3
    assert desk("check-in", rows[0]["二维码"]).json["attendee"]["name"] == "林若静"
    assert desk("check-in", rows[2]["二维码"]).json["attendee"]["name"] == "=王 敏"
    assert desk("check-in", "QR-FOUR").json["reason"] == "replaced"
    assert kiosk(*issue, "--kind", "opaque").code == 2, "tickets that were sent stay"


def test_only_the_chosen_forms_are_drawn(
    tmp_path: Path, event_file: Path, guest_list: Path
) -> None:
    out = tmp_path / "tickets"
    issue = ("tickets", "issue", guest_list, "--event", event_file, "--out", out)
    assert kiosk(*issue, "--kind", "neither").code == 2
    done = kiosk(*issue, "--kind", "opaque", "--svg")
    assert "import at each station" in done.out
    assert sorted(file.name for file in out.iterdir()) == ["00001.svg", "00002.svg", "codes.csv"]
