"""Where nothing can be written: clear words, exit code 2, and nothing half made is left."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stories.kiosk_command import MAIN, Desk, Said, kiosk

NEEDS_FULL = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a full device")


@pytest.fixture
def blocked(tmp_path: Path) -> Path:
    """A path that cannot be made, whoever asks: its parent is a file."""
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    return tmp_path / "file" / "out"


def explained(said: Said) -> bool:
    return said.code == 2 and "cannot be written" in said.err


def test_a_station_whose_lock_cannot_be_opened_says_so(ready: Desk) -> None:
    (ready.data / "station.lock").mkdir()
    said = kiosk("run", "--data", ready.data, "--json")
    assert explained(said)
    assert "station.lock" in said.json["error"]["zh"]


def test_a_station_without_room_for_its_key_says_so(desk: Desk) -> None:
    desk.data.mkdir()
    (desk.data / "keys").write_text("no folder", encoding="utf-8")
    said = desk("find", "x")
    assert said.code == 2
    assert "code.key" in said.json["error"]["en"]


def test_keys_and_tickets_that_cannot_be_written(
    blocked: Path, tmp_path: Path, guest_list: Path, event_file: Path
) -> None:
    assert explained(kiosk("tickets", "keys", "--out", blocked))
    assert explained(kiosk("tickets", "keys", "--out", blocked.parent))
    made = kiosk("tickets", "keys", "--out", tmp_path / "issuer", "--json").json
    text = event_file.read_text(encoding="utf-8")
    named = text.replace("[event]", f'[event]\nissuers = ["{made["public"]}"]', 1)
    event_file.write_text(named, encoding="utf-8")
    issue = ("tickets", "issue", guest_list, "--event", event_file, "--key", made["private"])
    assert explained(kiosk(*issue, "--out", blocked))
    taken = tmp_path / "tickets"
    taken.mkdir()
    (taken / "codes.csv").write_text("of last week", encoding="utf-8")
    said = kiosk(*issue, "--out", taken)
    assert said.code == 2
    assert "left alone" in said.err
    assert [file.name for file in taken.iterdir()] == ["codes.csv"]
    assert not list(tmp_path.glob(".tickets-*")), "nothing half made is left"


@NEEDS_FULL
def test_half_a_pair_of_keys_does_not_stay(tmp_path: Path) -> None:
    out = tmp_path / "issuer"
    out.mkdir()
    (out / "issuer.pub").symlink_to("/dev/full")
    said = kiosk("tickets", "keys", "--out", out)
    assert said.code == 2
    assert "full" in said.err
    assert [file.name for file in out.iterdir()] == ["issuer.pub"]


def test_a_badge_and_screens_that_cannot_be_written(ready: Desk, blocked: Path) -> None:
    assert explained(kiosk("badge", "G-1", "--out", blocked, "--data", ready.data))
    assert explained(kiosk("screens", "--out", blocked))


@pytest.mark.parametrize("size", ["8193x100", "1080x99999", "10x10"])
def test_screens_larger_than_any_are_not_drawn(tmp_path: Path, size: str) -> None:
    said = kiosk("screens", "--out", tmp_path / "screens", "--size", size)
    assert said.code == 2
    assert not (tmp_path / "screens").exists()


BROKEN = """
import sys
from kiosk.cli.app import QUICK, main
QUICK["fall-over"] = lambda arguments: 1 // 0
sys.argv[1:] = ["fall-over", "--data", sys.argv[1]]
main()
"""


def test_a_bug_is_kept_with_the_station_that_met_it(ready: Desk) -> None:
    said = subprocess.run(
        [sys.executable, "-c", BROKEN, ready.data],
        cwd=MAIN.parent, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert said.returncode == 70
    log = ready.data / "logs" / "kiosk-bugs.log"
    assert str(log) in said.stderr
    assert "ZeroDivisionError" in log.read_text(encoding="utf-8")


def test_a_badge_of_a_category_that_the_event_lost_is_told(ready: Desk) -> None:
    with sqlite3.connect(ready.data / "roster.db") as roster:
        roster.execute("UPDATE ticket SET category = 'ghost'")
    roster.close()
    said = ready("badge", "G-1", "--out", ready.data.parent / "badge.pdf")
    assert said.code == 2
    assert "ghost" in said.json["error"]["en"]
