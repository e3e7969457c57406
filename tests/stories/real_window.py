"""A station's window on a real X display, driven by xdotool as a scanner and a person would."""

import csv
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.composition.assets import DEMO, ROOT

PATIENCE = 30.0
NEEDED = ("Xvfb", "xdotool", "openbox")


def wait_for(what: Callable[[], bool], why: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < deadline, f"waited in vain: {why}"
        time.sleep(0.05)


@pytest.fixture(scope="module")
def display() -> Iterator[dict[str, str]]:
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (`make test` installs them)")
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1600x900x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as said:
        number = said.readline().strip()
    env = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    manager = subprocess.Popen(["openbox"], env=env, stderr=subprocess.DEVNULL)
    yield env
    for process in (manager, server):
        process.terminate()
        process.wait(10)


def command(data: Path, *args: str) -> subprocess.CompletedProcess[str]:
    line = [sys.executable, "main.py", *args, "--data", str(data)]
    return subprocess.run(line, cwd=ROOT, capture_output=True, text=True, check=False)


def tickets() -> list[dict[str, str]]:
    with (DEMO / "attendees.csv").open(encoding="utf-8-sig", newline="") as file:
        return [
            row for row in csv.DictReader(file) if row["状态"] == "有效" and not row["有效日期"]
        ]


@pytest.fixture
def station(tmp_path: Path) -> Path:
    done = command(
        tmp_path, "import", str(DEMO / "attendees.csv"), "--event", str(DEMO / "event.toml")
    )
    assert done.returncode == 0, done.stderr
    return tmp_path


class Shown:
    """A station in a window; `env` names its display."""

    def __init__(self, data: Path, face: str, env: dict[str, str]) -> None:
        self._env, self._data = env, data
        line = [sys.executable, "main.py", "run", "--face", face, "--data", str(data)]
        self.process = subprocess.Popen(line, cwd=ROOT, env=env, stderr=subprocess.DEVNULL)
        self.window = ""

        def found() -> bool:
            said = self.xdotool("search", "--onlyvisible", "--name", "Yuelai Kiosk")
            self.window = said.split("\n", maxsplit=1)[0]
            return bool(self.window)

        wait_for(found, "the window")
        self.xdotool("windowactivate", "--sync", self.window)

    def xdotool(self, *args: str) -> str:
        done = subprocess.run(
            ["xdotool", *args], env=self._env, capture_output=True, text=True, check=False
        )
        return done.stdout.strip()

    def scan(self, text: str) -> None:
        """Type as a USB scanner does: two milliseconds a key, then Enter."""
        self.xdotool("type", "--delay", "2", text)
        self.xdotool("key", "Return")

    def scan_slowly(self, text: str, delay_ms: int, suffix: str = "\n") -> None:
        """As slower scanners do, in one burst with its Enter, or without any."""
        self.xdotool("type", "--delay", str(delay_ms), text + suffix)

    def arrived(self) -> dict[str, str]:
        """Who has arrived, by ticket number, as the command line beside the window sees it."""
        out = self._data / "arrivals.csv"
        assert command(self._data, "export", "--out", str(out)).returncode == 0
        with out.open(encoding="utf-8-sig", newline="") as file:
            return {r["code"]: r["badges"] for r in csv.DictReader(file) if r["arrived_at"]}

    def close(self) -> None:
        self.process.send_signal(signal.SIGTERM)
        assert self.process.wait(15) == 0
