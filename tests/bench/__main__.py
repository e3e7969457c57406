"""Measures everything and writes the report: `python -m tests.bench --help`."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kiosk.composition.assets import ROOT
from tests.bench import (
    badge,
    bootstrap,
    camera_recovery,
    camera_to_green,
    decode,
    far_codes,
    feel,
    generated_frames,
    hub,
    idle,
    list_import,
    memory,
    photographs,
    presentations,
    reader_back,
    search,
    search_crowd,
    start,
    ticket_codes,
    transaction,
    wedge,
)
from tests.bench.demo_station import make_station
from tests.bench.report import Room, machine, markdown, renewed

PHOTOGRAPHS = ROOT.parent / "shared" / "qr"


def main() -> None:
    """Run the benches that were asked for."""
    options = argparse.ArgumentParser("python -m tests.bench", description=__doc__)
    add = options.add_argument
    add("--pictures", type=Path, default=PHOTOGRAPHS, help="folder with pos/ and neg/")
    add("--out", type=Path, default=ROOT / "docs" / "benchmarks.md")
    add("--quick", action="store_true", help="small samples, two minutes in all")
    add("--memory-minutes", type=float, default=1.0, help="30 is the full size")
    add("--pretix", metavar="PYTHON", help="an interpreter that has pretix, to measure beside")
    add("--only", nargs="*", metavar="BENCH", help="only these; the report is printed, not kept")
    add("--keep", action="store_true", help="with --only: put the figures into the report")
    asked = options.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    times = 30 if asked.quick else 200
    pictures = asked.pictures if (asked.pictures / "pos").is_dir() else None
    inputs = {
        "sample": "--quick" if asked.quick else "in full",
        "memory": f"{asked.memory_minutes:g} minutes",
        "pictures": "photographs" if pictures else "the demo film",
    }
    for name, value in (machine() | inputs).items():
        _say(f"{name:10}{value}")
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        station = work / "station"
        codes = make_station(station)
        _say(f"{'list':10}{len(codes)} codes that will be admitted")
        benches: dict[str, Callable[[], Room | tuple[Room, ...]]] = {
            "start": lambda: start.measure(station, work, max(8, times // 10)),
            "idle": lambda: idle.measure(station, work, 8 if asked.quick else 20),
            "memory": lambda: memory.measure(work, asked.memory_minutes),
            "green": lambda: camera_to_green.measure(station, codes, work, times),
            "feel": lambda: feel.measure(station, codes, work, times),
            "recovery": lambda: camera_recovery.measure(times),
            "wedge": lambda: wedge.measure(station, codes, work, times),
            "transaction": lambda: transaction.measure(station, codes, work, times * 2),
            "badge": lambda: badge.measure(times, asked.pretix),
            "search": lambda: search.measure(station, work, 1 if asked.quick else 4),
            "crowd": lambda: search_crowd.measure(
                work, *((50_000, 200) if asked.quick else (1_000_000, 2_000))
            ),
            "decode": lambda: decode.measure(pictures, 60 if asked.quick else 1000),
            "generated": lambda: generated_frames.measure(times),
            "far": lambda: far_codes.measure(times),
            "codes": lambda: ticket_codes.measure(times),
            "presentations": lambda: presentations.measure(times),
            "list": lambda: list_import.measure(work, 100_000 if asked.quick else 1_000_000),
            "hub": lambda: hub.measure(
                work, *((2.0, (50,), 20_000) if asked.quick else (5.0, (50, 500), 500_000))
            ),
            "bootstrap": lambda: bootstrap.measure(
                work, *((50_000, 300) if asked.quick else (1_000_000, 2_000))
            ),
            "back": lambda: reader_back.measure(times),
        }
        if pictures and (pictures / "manifest.jsonl").is_file():
            benches["decode"] = lambda: photographs.measure(pictures, times)
        rooms: list[Room] = []
        for name in asked.only or benches:
            began = time.monotonic()
            measured = benches[name]()
            _say(f"\n{name} ({time.monotonic() - began:.0f} s)")
            for room in (measured,) if isinstance(measured, Room) else measured:
                rooms.append(room)
                for row in (room.headings, *room.rows):
                    _say("  " + "  ".join(f"{cell:<14}" for cell in row))
    text = markdown(rooms, inputs)
    if asked.only and not asked.keep:
        return
    if asked.only and asked.out.exists():
        text = renewed(asked.out.read_text(encoding="utf-8"), rooms)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(text, encoding="utf-8")
    _say(f"\n{asked.out}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
