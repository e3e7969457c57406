"""The command line as a person or a script runs it: another process, its output, its exit code."""

import json
import os
import runpy
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.forked import PROCESSES

MAIN = Path(__file__).parents[2] / "main.py"
DEMO = MAIN.parent / "assets" / "demo"


@dataclass(frozen=True)
class Said:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


def kiosk(*words: str | Path) -> Said:
    """Run one command to its end."""
    done = subprocess.run(
        [sys.executable, MAIN, *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Said(done.returncode, done.stdout, done.stderr)


def kiosk_again(folder: Path, *words: str | Path) -> Said:
    """The same, in a process that has imported the program before: for long stories."""
    out, err = folder / ".said", folder / ".complained"
    process = PROCESSES.Process(target=_be_the_kiosk, args=([*map(str, words)], out, err))
    process.start()
    process.join(120)
    assert process.exitcode is not None, "it did not end"
    said = Said(process.exitcode, out.read_text("utf-8"), err.read_text("utf-8"))
    assert "Traceback" not in said.err, said.err
    return said


def _be_the_kiosk(words: list[str], out: Path, err: Path) -> None:
    for place, path in ((1, out), (2, err)):
        with path.open("wb") as file:
            os.dup2(file.fileno(), place)
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.argv = [str(MAIN), *words]
    runpy.run_path(str(MAIN), run_name="__main__")


@dataclass(frozen=True)
class Desk:
    """A station's data folder, and commands on it."""

    data: Path

    def __call__(self, command: str, *words: str | Path) -> Said:
        """A command on this folder, answering in JSON."""
        return kiosk_again(self.data.parent, command, *words, "--data", self.data, "--json")


def a_list(path: Path, *lines: str) -> Path:
    """A CSV file as a spreadsheet saves it."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path
