"""Two processes, full disks and folders that may not be written."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.store.database import open_database
from kiosk.store.journal import FactsFile
from kiosk.store.migrations import FACTS
from tests.fakes import HandClock

ROOT = Path(__file__).parents[3]
EACH = 200


def beside(what: str, path: Path, more: str = "") -> "subprocess.Popen[str]":
    """Another process at work on the file."""
    return subprocess.Popen(
        [sys.executable, "-W", "error", "-m", "tests.unit.store.beside", what, path, more],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def said(process: "subprocess.Popen[str]") -> list[str]:
    """What it said to its end, which must be a good one."""
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return out.splitlines()


def test_two_processes_write_side_by_side_and_none_waits_in_vain(
    tmp_path: Path, clock: HandClock
) -> None:
    file = tmp_path / "facts.db"
    both = [beside("record", file, str(EACH)) for _ in range(2)]
    for one in both:
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in both:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    assert [said(one) for one in both] == [[], []]
    journal = FactsFile(file, "any", clock)
    facts = journal.facts()
    journal.close()
    assert [fact.number for fact in facts] == list(range(1, 2 * EACH + 1))
    assert len({fact.id for fact in facts}) == 2 * EACH
    clocks = [fact.hlc for fact in facts]
    assert clocks == sorted(set(clocks))
    assert len({fact.incarnation for fact in facts}) == 1


def test_two_processes_may_make_the_file_at_once(tmp_path: Path, clock: HandClock) -> None:
    file = tmp_path / "facts.db"
    for one in [beside("record", file, "1") for _ in range(3)]:
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
        assert said(one) == ["ready"]
    journal = FactsFile(file, "any", clock)
    assert [fact.number for fact in journal.facts()] == [1, 2, 3]
    journal.close()


def test_a_full_disk_loses_nothing_and_work_goes_on_once_there_is_room(
    tmp_path: Path, clock: HandClock
) -> None:
    file = tmp_path / "facts.db"
    full, then = said(beside("fill", file))
    word, saved, *_ = full.split()
    assert word == "full"
    assert int(saved) > 10
    assert then == f"then {int(saved) + 1}"
    journal = FactsFile(file, "any", clock)
    assert journal.check() == "ok"
    assert [fact.number for fact in journal.facts()] == list(range(1, int(saved) + 2))
    journal.close()


def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    open_database(folder / "facts.db", FACTS, "FULL").dispose()
    before = (folder / "facts.db").read_bytes()
    for parent in (tmp_path.parent.parent, tmp_path.parent, tmp_path):
        parent.chmod(0o755)
    folder.chmod(0o555)
    (folder / "facts.db").chmod(0o444)
    (line,) = said(beside("read_only", folder / "facts.db"))
    folder.chmod(0o755)
    assert line == f"{folder / 'facts.db'} cannot be written."
    assert (folder / "facts.db").read_bytes() == before


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_each_commit_waits_for_the_disk(tmp_path: Path) -> None:
    log = tmp_path / "strace.log"
    program = [sys.executable, "-m", "tests.unit.store.beside", "record"]
    trace = ["strace", "-f", "-y", "-e", "trace=fdatasync,fsync", "-o", str(log)]
    command = [*trace, *program, str(tmp_path / "facts.db"), "50"]
    done = subprocess.run(command, cwd=ROOT, input="go\n", text=True, capture_output=True)  # noqa: PLW1510
    if "ptrace" in done.stderr.lower():
        pytest.skip("strace may not trace here")
    assert done.returncode == 0
    synced = [line for line in log.read_text().splitlines() if "facts.db-wal>" in line]
    assert len(synced) >= 50
