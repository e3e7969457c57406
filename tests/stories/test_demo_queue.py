"""The story of the demo queue: every guest, from camera frame to badge, with exact counts."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2
import zxingcpp

from kiosk.composition.assets import DEMO, ROOT


def demo(out: Path, *more: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "main.py", "demo", "--headless", "--out", str(out), "--json", *more],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    summary: dict[str, Any] = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    said = json.loads(done.stdout)
    assert all(summary[key] == value for key, value in said.items())
    return summary


def expected() -> tuple[int, Counter[str]]:
    """Admitted guests (one of them after a question) and refusals, as the film was made."""
    guests = json.loads((DEMO / "queue.json").read_text(encoding="utf-8"))["guests"]
    refused = Counter(g["reason"] for g in guests if g["expected"] == "refused")
    return len(guests) - refused.total(), refused


def test_the_whole_queue_is_worked_with_exact_counts(tmp_path: Path) -> None:
    mine = tmp_path / "notes.txt"
    mine.write_text("not the demo's", encoding="utf-8")
    summary = demo(tmp_path)
    admitted, refused = expected()
    assert summary["scanned"] == admitted + refused.total() == 28
    assert summary["admitted"] == admitted
    assert summary["refused"] == dict(refused)
    assert summary["badges"] == admitted
    assert summary["badges_not_printed"] == 0
    assert_badges_carry_codes(tmp_path / "badges", admitted)
    screens = {path.stem.split("-", 1)[1] for path in (tmp_path / "screens").glob("*.png")}
    assert {f"turnedaway-{reason}" for reason in refused} <= screens
    assert {"waiting", "asked", "welcomed-confirmed"} <= screens
    assert mine.read_text(encoding="utf-8") == "not the demo's"


def assert_badges_carry_codes(folder: Path, count: int) -> None:
    codes = set()
    for path in folder.glob("*.pdf"):
        picture = pypdfium2.PdfDocument(path)[0].render(scale=300 / 72).to_numpy()
        found = zxingcpp.read_barcodes(picture)
        assert len(found) == 1, path
        codes.add(found[0].text)
    assert len(codes) == count


def test_a_second_demo_in_the_same_folder_starts_afresh(tmp_path: Path) -> None:
    assert demo(tmp_path, "--guests", "3")["admitted"] == 3
    again = demo(tmp_path, "--guests", "2")
    assert (again["admitted"], again["refused"], again["badges"]) == (2, {}, 2)
    assert len(list((tmp_path / "badges").glob("*.pdf"))) == 2


def test_what_others_left_in_the_folder_stays(tmp_path: Path) -> None:
    mine = {
        "summary.json": '{"files": ["keep.txt", "../outside.txt"]}',
        "keep.txt": "mine",
        "badges/mine.pdf": "mine too",
    }
    (tmp_path / "out" / "badges").mkdir(parents=True)
    (tmp_path / "outside.txt").write_text("theirs", encoding="utf-8")
    for name, said in mine.items():
        (tmp_path / "out" / name).write_text(said, encoding="utf-8")
    for guests in ("2", "1"):
        demo(tmp_path / "out", "--guests", guests)
    mine["summary.json.before"] = mine.pop("summary.json")
    for name, said in mine.items():
        assert (tmp_path / "out" / name).read_text(encoding="utf-8") == said
    assert (tmp_path / "outside.txt").read_text(encoding="utf-8") == "theirs"
    assert len(list((tmp_path / "out" / "badges").glob("*.pdf"))) == 2


def test_a_station_that_is_no_demo_or_runs_is_left_alone(tmp_path: Path) -> None:
    station = tmp_path / "station"
    station.mkdir()
    (station / "facts.db").write_bytes(b"somebody's journal")
    done = subprocess.run(
        [sys.executable, "main.py", "demo", "--headless", "--out", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert (station / "facts.db").read_bytes() == b"somebody's journal"


def test_the_front_desk_works_the_same_queue(tmp_path: Path) -> None:
    summary = demo(tmp_path, "--face", "desk", "--guests", "12")
    guests = json.loads((DEMO / "queue.json").read_text(encoding="utf-8"))["guests"][:12]
    refused = Counter(g["reason"] for g in guests if g["expected"] == "refused")
    assert summary["admitted"] == 12 - refused.total()
    assert summary["refused"] == dict(refused)
