"""What people and pipes really hand over: it is answered, never a bug."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.stories.kiosk_command import MAIN, Desk, a_list, kiosk

HALF = os.fsdecode(b"\xff")
"""An argument that is no UTF-8, as Python hands it over."""


def test_a_picture_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    (tmp_path / "dangling.png").symlink_to(tmp_path / "nowhere")
    said = kiosk("scan", tmp_path, "--json")
    assert said.code == 0
    assert said.json["texts"] == []
    assert "cannot be read" in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="has no /dev/stdin")
def test_a_list_may_come_through_a_pipe(desk: Desk, guest_list: Path, event_file: Path) -> None:
    words = ("import", "/dev/stdin", "--event", event_file, "--data", desk.data, "--json")
    done = subprocess.run(
        [sys.executable, MAIN, *words],
        input=guest_list.read_bytes(),
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    kept = {file.suffix: file for file in (desk.data / "lists").iterdir()}
    assert kept[".csv"].read_bytes() == guest_list.read_bytes()
    assert desk("find", "林若静").json[0]["number"] == "G-1"


def test_half_bytes_are_no_bug(ready: Desk, tmp_path: Path) -> None:
    assert ready("badge", HALF, "--out", tmp_path / "b.pdf").code == 2
    assert ready("check-in", HALF).json["outcome"] == "refused"
    assert ready("check-in", "QR-ONE", "--checkpoint", HALF).code == 2
    assert ready("check-in", "QR-ONE", "--at", HALF).code == 2
    assert ready("check-in", "QR-TWO", "--answer", f"{HALF}=yes").code == 2
    assert ready("find", HALF).json == []


def test_a_moment_long_ago_names_its_key(ready: Desk, guest_list: Path, event_file: Path) -> None:
    text = event_file.read_text(encoding="utf-8")
    line = 'id = "registration"'
    event_file.write_text(text.replace(line, f"{line}\nopens = 0001-01-01T00:00:00"), "utf-8")
    said = ready("import", guest_list, "--event", event_file)
    assert said.code == 2
    assert "checkpoint.1.opens" in said.json["error"]["en"]


def test_wrong_usage_is_told_to_programs_too(ready: Desk) -> None:
    for words in (
        ("check-in", "QR-ONE", "--at", ""),
        ("check-in", "QR-TWO", "--answer", "nosuch=yes"),
        ("find",),
        ("run", "--no-such-option"),
    ):
        said = ready(*words)
        assert said.code == 2
        assert said.json["error"]["en"]
        assert said.err
    assert "photo" in ready("check-in", "QR-TWO", "--answer", "nosuch=yes").json["error"]["en"]
    assert ready("check-in", "QR-TWO", "--answer", "photo=yes").code == 0


def test_a_list_with_a_column_of_other_things_as_categories_is_told_so(
    desk: Desk, tmp_path: Path
) -> None:
    rows = [f"{n},guest {n},company {n}" for n in range(256)]
    said = desk("import", a_list(tmp_path / "wide.csv", "票号,姓名,类别", *rows))
    assert said.code == 2
    assert "256 categories" in said.json["error"]["en"]
    assert desk("import", a_list(tmp_path / "ok.csv", "票号,姓名,类别", "1,a,媒\u200b体")).code == 0
