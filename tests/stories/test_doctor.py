"""The doctor looks at each part by itself."""

import json
import sqlite3
from pathlib import Path
from typing import Any

from tests.stories.kiosk_command import Desk


def parts(desk: Desk) -> dict[str, dict[str, Any]]:
    """What the doctor finds, by part."""
    said = desk("doctor")
    assert said.code in {0, 1}
    return {found["part"]: found for found in said.json}


def health(found: dict[str, dict[str, Any]], *names: str) -> list[str]:
    return [found[name]["health"] for name in names]


def test_a_damaged_journal_hides_nothing_else(ready: Desk) -> None:
    (ready.data / "facts.db").write_bytes(b"this was a database once " * 400)
    found = parts(ready)
    assert health(found, "journal", "data", "settings", "keys") == ["bad", "good", "good", "good"]
    assert health(found, "roster", "template", "printer") == ["good", "good", "warn"]
    assert "camera" in found
    assert "facts.db" in found["journal"]["said"]["en"]


def test_what_sync_is_doing_is_explained_with_what_to_do(ready: Desk) -> None:
    assert health(parts(ready), "hub") == ["good"]
    record = {"url": "https://10.0.0.5:8470", "certificate": "", "station": "x", "scope": "desk"}
    (ready.data / "hub.json").write_text(json.dumps(record), encoding="utf-8")
    assert ready("check-in", "QR-ONE").code == 0
    with sqlite3.connect(ready.data / "facts.db") as raw:
        raw.execute("INSERT INTO parked SELECT fact, 'scope', 0 FROM outbox LIMIT 1")
    raw.close()
    found = parts(ready)
    assert health(found, "hub", "outbox", "doubles", "hub time") == ["good", "warn", "good", "good"]
    assert "2 to send, 1 turned down by the hub (scope)" in found["outbox"]["said"]["en"]
    assert "--retry-parked" in found["outbox"]["advice"]["en"]
    (ready.data / "hub.json").write_text(json.dumps(record | {"revoked": True}), encoding="utf-8")
    found = parts(ready)
    assert health(found, "hub") == ["bad"]
    assert "pair again" in found["hub"]["advice"]["en"]


def change(database: Path, statement: str) -> None:
    with sqlite3.connect(database) as raw:
        raw.execute(statement)
    raw.close()


def test_swapped_databases_are_two_findings(ready: Desk) -> None:
    facts, roster, third = (ready.data / name for name in ("facts.db", "roster.db", "third"))
    facts.rename(third)
    roster.rename(facts)
    third.rename(roster)
    found = parts(ready)
    assert health(found, "journal", "roster", "template") == ["bad", "bad", "good"]
    assert "swapped" in found["journal"]["said"]["en"]
    assert ready("find", "x").code == 2


def test_rows_that_say_nothing_are_findings(ready: Desk) -> None:
    assert ready("check-in", "QR-ONE").code == 0
    change(
        ready.data / "facts.db",
        "INSERT INTO fact SELECT x'00', station, incarnation, 99, hlc, at_ms, clock, kind, ticket, "
        "'{', by_staff FROM fact WHERE number = 1",
    )
    change(ready.data / "roster.db", "UPDATE note SET value = CAST(x'C328' AS TEXT)")
    found = parts(ready)
    assert health(found, "journal", "roster", "template") == ["bad", "bad", "good"]
    assert ready("export", "--out", ready.data.parent / "out.csv").code == 2


def test_a_table_that_lost_a_column_is_a_finding(ready: Desk) -> None:
    change(ready.data / "roster.db", "ALTER TABLE ticket RENAME COLUMN days TO nights")
    assert health(parts(ready), "roster", "journal") == ["bad", "good"]


def test_broken_settings_hide_no_records(ready: Desk) -> None:
    (ready.data / "settings.toml").write_text("[station]\nchekpoint = 'x'\n", encoding="utf-8")
    found = parts(ready)
    assert health(found, "settings", "keys", "journal", "roster") == ["bad", "good", "good", "good"]


def test_broken_settings_of_a_new_folder_name_no_station(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "new")
    desk.data.mkdir()
    (desk.data / "settings.toml").write_text("nonsense", encoding="utf-8")
    assert "journal" not in parts(desk)
    assert not (desk.data / "facts.db").exists()


def test_a_damaged_key_and_a_lost_list_are_two_findings(ready: Desk) -> None:
    (ready.data / "keys" / "code.key").write_bytes(b"short")
    for file in ready.data.glob("roster.db*"):
        file.unlink()
    assert health(parts(ready), "keys", "roster", "journal") == ["bad", "warn", "good"]


def test_suspect_times_are_counted(ready: Desk) -> None:
    assert "0 with a suspect time" in parts(ready)["journal"]["said"]["en"]
    with sqlite3.connect(ready.data / "facts.db") as facts:
        facts.execute(
            "UPDATE clock SET hlc = ?1 << 16, wall_ms = ?1", (4_000_000_000_000,)
        )  # the year 2096
    facts.close()
    assert ready("check-in", "QR-THREE").code == 1
    journal = parts(ready)["journal"]
    assert journal["health"] == "warn"
    assert "1 with a suspect time" in journal["said"]["en"]
