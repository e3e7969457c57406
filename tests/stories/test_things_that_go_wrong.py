"""A folder in use, a damaged file, a broken list: clear words, exit code 2, nothing lost."""

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.stories.kiosk_command import MAIN, Desk, kiosk

HOLDER = """
import sys
from pathlib import Path
from kiosk.composition.data_folder import DataFolder
with DataFolder(Path(sys.argv[1])).only_run():
    print("held", flush=True)
    sys.stdin.read()
"""


def wait_for(happened: Callable[[], bool]) -> None:
    """Ask again and again, for as long as another process may take."""
    for _ in range(1000):
        if happened():
            return
        time.sleep(0.01)
    raise AssertionError("it never happened")


@pytest.fixture
def running(ready: Desk) -> Iterator[subprocess.Popen[str]]:
    """A station that runs on the folder, as far as its lock is concerned."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, ready.data],
        cwd=MAIN.parent,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        yield holder
        holder.kill()


def test_a_second_station_on_the_folder_is_refused_but_commands_work_beside_it(
    ready: Desk, running: "subprocess.Popen[str]"
) -> None:
    second = kiosk("run", "--data", ready.data)
    assert second.code == 2
    assert "already runs" in second.err
    assert "--data" in second.err
    assert ready("check-in", "QR-ONE").code == 0


def test_a_station_that_died_leaves_the_folder_free(
    ready: Desk, running: "subprocess.Popen[str]"
) -> None:
    running.kill()
    running.wait()
    done = subprocess.run(
        [sys.executable, "-c", HOLDER, ready.data],
        cwd=MAIN.parent, input="", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout == "held\n"


@pytest.mark.parametrize("name", ["roster.db", "facts.db"])
def test_a_damaged_database_is_named_and_left_as_it_is(ready: Desk, name: str) -> None:
    damaged = ready.data / name
    damaged.write_bytes(b"this was a database once " * 400)
    before = damaged.read_bytes()
    said = ready("check-in", "QR-ONE")
    assert said.code == 2
    assert name in said.json["error"]["en"]
    assert "损坏" in said.json["error"]["zh"]
    assert said.json["advice"]["en"]
    assert damaged.read_bytes() == before


def test_an_emptied_journal_does_not_admit_twice(ready: Desk) -> None:
    assert ready("check-in", "QR-ONE").code == 0
    for file in ready.data.glob("facts.db*"):
        file.unlink()
    lost = ready("check-in", "QR-ONE")
    assert lost.code == 2
    assert "facts.db is gone" in lost.json["error"]["en"]
    assert not (ready.data / "facts.db").exists()
    (ready.data / "facts.db").touch()
    said = ready("check-in", "QR-ONE")
    assert said.code == 2
    assert "emptied" in said.json["error"]["en"]


def test_a_station_that_lost_its_journal_begins_again_when_a_person_says_so(
    ready: Desk, guest_list: Path, event_file: Path
) -> None:
    for file in [*ready.data.glob("facts.db*"), *ready.data.glob("roster.db*")]:
        file.unlink()
    assert ready("import", guest_list, "--event", event_file).code == 0
    assert ready("check-in", "QR-ONE").code == 0


def test_a_lost_roster_can_be_imported_again_and_who_is_in_stays_in(
    ready: Desk, event_file: Path
) -> None:
    assert ready("check-in", "QR-ONE").code == 0
    for file in ready.data.glob("roster.db*"):
        file.unlink()
    assert ready("check-in", "QR-ONE").code == 2
    kept, event = sorted((ready.data / "lists").iterdir())
    assert event.name == f"{kept.stem}.event.toml"
    event_file.unlink()
    assert ready("import", kept, "--event", event).json["added"] == 3
    assert ready("check-in", "QR-ONE").json["reason"] == "already_in"


def test_a_damaged_key_is_not_replaced_in_silence(ready: Desk) -> None:
    key = ready.data / "keys" / "code.key"
    key.write_bytes(b"short")
    said = ready("check-in", "QR-ONE")
    assert said.code == 2
    assert str(key) in said.json["advice"]["en"]
    assert key.read_bytes() == b"short"


def test_a_wrong_setting_is_named(ready: Desk) -> None:
    (ready.data / "settings.toml").write_text("[station]\nchekpoint = 'x'\n", encoding="utf-8")
    said = ready("find", "林")
    assert said.code == 2
    assert "station.chekpoint" in said.json["error"]["en"]
    assert "station.checkpoint" in said.json["advice"]["en"]


def test_an_event_file_with_a_mistake_names_the_key_and_changes_nothing(
    ready: Desk, guest_list: Path, event_file: Path
) -> None:
    text = event_file.read_text(encoding="utf-8")
    event_file.write_text(text.replace("#1F5FA8", "blue"), encoding="utf-8")
    said = ready("import", guest_list, "--event", event_file)
    assert said.code == 2
    assert "category.1.colour" in said.json["error"]["en"]
    assert ready("check-in", "QR-ONE").code == 0


def test_no_file_no_list(desk: Desk, tmp_path: Path) -> None:
    said = desk("import", tmp_path / "nothing.csv")
    assert said.code == 2
    assert "nothing.csv" in said.json["error"]["zh"]
    assert kiosk("import", tmp_path / "nothing.csv", "--data", desk.data).err.count("\n") == 2


def test_an_import_that_was_killed_leaves_no_list_that_never_came_in(
    ready: Desk, guest_list: Path
) -> None:
    lists, before = ready.data / "lists", {f.name for f in (ready.data / "lists").iterdir()}
    with sqlite3.connect(ready.data / "roster.db", isolation_level=None) as roster:
        roster.execute("BEGIN IMMEDIATE")  # the import waits for it, with its copy written
        words = ("import", guest_list, "--data", ready.data)
        with subprocess.Popen([sys.executable, MAIN, *words]) as importing:
            wait_for(lambda: len(list(lists.iterdir())) == len(before) + 2)
            refused = ready("import", guest_list)
            importing.kill()
        roster.execute("ROLLBACK")
    roster.close()
    assert refused.code == 2
    assert "Another import is under way" in refused.json["error"]["en"]
    left = {f.name for f in lists.iterdir()} - before
    assert {Path(name).suffix for name in left} == {".part"}
    assert ready("import", guest_list).code == 0
    assert not [f for f in lists.iterdir() if f.suffix == ".part"]
    assert len(list(lists.iterdir())) == len(before) + 2
