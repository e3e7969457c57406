"""The command line as a person or a script runs it: another process, its output, its exit code."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


@dataclass(frozen=True)
class Desk:
    """A station's data folder, and commands on it."""

    data: Path

    def __call__(self, command: str, *words: str | Path) -> Said:
        """A command on this folder, answering in JSON."""
        return kiosk(command, *words, "--data", self.data, "--json")


def a_list(path: Path, *lines: str) -> Path:
    """A CSV file as a spreadsheet saves it."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path
