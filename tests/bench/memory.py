"""Memory of a station at work, over time."""

import time
from pathlib import Path

import numpy as np

from kiosk.composition.station import opened
from kiosk.domain.journal import CheckedIn
from kiosk.settings import Face
from tests.bench.demo_station import held_up, make_station, settings_file
from tests.bench.network_camera import NetworkCamera
from tests.bench.report import SINGLE, Room
from tests.bench.running_station import running

ABOUT = """`main.py run` as its own process, front desk, live preview, one guest a second held up
to the network camera: check-in, badge drawn and saved, lists refreshed. After the roster's last
guest the same codes come again and are refused. The slope is a straight line through the second
half: a first half fills caches. `--memory-minutes 30` is the full size."""


def measure(work: Path, minutes: float) -> Room:
    """Watches for so many minutes."""
    folder = work / "memory"
    codes = make_station(folder, today=True)
    views = [held_up(code, seed) for seed, code in enumerate(codes[: max(20, int(minutes * 70))])]
    samples: list[tuple[float, float]] = []
    with NetworkCamera(views, 1.0) as camera:
        settings_file(folder, camera.url, Face.DESK)
        with running(folder) as process:
            began = time.monotonic()
            while (at := time.monotonic() - began) < minutes * 60:
                samples.append((at / 60, process.memory_info().rss / 1e6))
                time.sleep(1)
    with opened(folder) as station:
        facts = station.journal.facts()
    arrived = sum(isinstance(fact.what, CheckedIn) for fact in facts)
    if not arrived:
        raise SystemExit("memory: the station saw no guest, so its memory says nothing")
    half = np.array(samples[len(samples) // 2 :])
    slope = float(np.polyfit(half[:, 0], half[:, 1], 1)[0])
    room = Room("Memory", ABOUT, SINGLE)
    room.rows.append(("after the start", f"{samples[0][1]:.0f} MB", "", ""))
    room.rows.append((f"after {minutes:g} min", f"{samples[-1][1]:.0f} MB", "", ""))
    room.rows.append(("most", f"{max(rss for _, rss in samples):.0f} MB", "", ""))
    room.rows.append(("slope, second half", f"{slope:+.2f} MB/min", "0 in the full size", ""))
    room.rows.append(("check-ins meanwhile", str(arrived), "", f"{len(facts)} facts"))
    return room
