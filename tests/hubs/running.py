"""A hub as a person starts it: another process, found by what it prints."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MAIN = Path(__file__).parents[2] / "main.py"


@dataclass
class RunningHub:
    """`url` is where it answers."""

    dsn: str
    folder: Path
    url: str
    process: "subprocess.Popen[str]"

    def kill(self) -> None:
        """As if somebody pulled the plug."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(10)


@contextmanager
def running_hub(dsn: str, folder: Path, *more: str, port: int = 0) -> Iterator[RunningHub]:
    """`hub --db …`, until the block ends."""
    words = ["hub", "--db", dsn, "--folder", str(folder), "--port", str(port), "--json", *more]
    complaints = folder.with_name(f"{folder.name}.stderr")
    with complaints.open("a", encoding="utf-8") as errors:
        process = subprocess.Popen(
            [sys.executable, MAIN, *words],
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
    assert process.stdout
    try:
        line = process.stdout.readline()
        assert line, complaints.read_text(encoding="utf-8")
        yield RunningHub(dsn, folder, json.loads(line)["url"], process)
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(20)
        process.stdout.close()
        said = complaints.read_text(encoding="utf-8")
        assert "Traceback" not in said, said[-6000:]
