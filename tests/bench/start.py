"""From the start of the process to the first paint of the window, and to a live picture."""

import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

from kiosk.composition.assets import DEMO, FONTS, ROOT
from kiosk.settings import Face
from tests.bench.demo_station import copy_of, settings_file
from tests.bench.report import TIMING, Room, Sample, timing

ABOUT = """`main.py bench first-paint`, which begins as `main.py run` does, in a fresh process:
from just before the process is made until the first paint is on the screen, files in the page
cache, byte code compiled. *Imports* is the share of it until everything that the first paint
needs is imported. The live picture is the demo film's, so OpenCV has been imported and the film
opened by then. The floor is a window with one label and the same typefaces."""
BARE = Path(__file__).with_name("bare_window.py")


def measure(station: Path, work: Path, times: int) -> Room:
    """Times for `times` starts of each."""
    folder = copy_of(station, work / "start")
    settings_file(folder, (DEMO / "queue.mp4").as_posix(), Face.DESK)
    _start(folder, picture=False)  # compiles what was not compiled
    ours, floor, shown = [], [], []
    for turn in range(times):
        ours.append(_start(folder, picture=False))
        floor.append(_bare())
        if turn % 2 == 0:
            shown.append(_start(folder, picture=True)["first_picture"])
    room = Room("Start", ABOUT, TIMING)
    bare = _sample([painted for _, painted in floor])
    paint = _sample([one["first_paint"] for one in ours])
    imports = _sample([one["imported"] for one in ours])
    bare_imports = _sample([imported for imported, _ in floor])
    room.rows.append(timing("first paint", paint, "≤ 250 ms", ("floor", bare)))
    room.rows.append(timing("imports until then", imports, "", ("floor's imports", bare_imports)))
    room.rows.append(timing("first live picture", _sample(shown)))
    room.rows.append(timing("floor: one label, same typefaces", bare))
    for name, value in _imports().items():
        room.rows.append((f"import of {name}", value, *[""] * 6))
    return room


def _sample(values: list[float]) -> Sample:
    return Sample(tuple(values))


def _environment() -> dict[str, str]:
    # a machine that forbids byte code would measure the compiler at each start
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*=false"}


def _start(folder: Path, *, picture: bool) -> dict[str, float]:
    command = [sys.executable, "main.py", "bench", "first-paint", "--data", str(folder)]
    since = ["--since", str(time.monotonic()), *(["--picture"] if picture else [])]
    shown: dict[str, float] = json.loads(_output([*command, *since]))
    return shown


def _bare() -> tuple[float, float]:
    files = [str(file) for file in sorted(FONTS.glob("NotoSans*.ttf"))]
    before = time.monotonic()
    imported, painted = map(float, _output([sys.executable, str(BARE), *files]).split())
    return (imported - before) * 1000, (painted - before) * 1000


def _imports() -> dict[str, str]:
    """What takes longest to import before the first paint, by outermost package."""
    code = "import kiosk.cli, kiosk.composition.run, kiosk.ui.screens.front_desk"
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", code],
        cwd=ROOT,
        env=_environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    took: dict[str, int] = {}
    for line in done.stderr.splitlines():
        if found := re.match(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)$", line):
            name = found[2].partition(".")[0]
            house = "PySide6, shiboken6" if name.lower().startswith(("pyside", "shibok")) else name
            group = house if house.startswith(("kiosk", "PySide")) else "the standard library"
            took[group] = took.get(group, 0) + int(found[1])
    return {name: f"{us / 1000:.0f} ms" for name, us in sorted(took.items(), key=lambda x: -x[1])}


def _output(command: list[str]) -> str:
    return subprocess.run(
        command, cwd=ROOT, env=_environment(), capture_output=True, text=True, check=True
    ).stdout
