"""Drawing a badge to PDF: warm, cold, many in one file, and for a long time."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.bench.badge_peers import BEGAN, BOLD, ENGINES, REGULAR, Draw, lines_of, words_of
from tests.bench.report import SINGLE, TIMING, Room, Sample, ms, timing

ABOUT = """A badge with Chinese and Latin name, company, title, category and QR, fonts embedded.
Peers draw the same words at the same places as their tutorials show it: fpdf2 with `add_font`
for each document, ReportLab with a registered TTFont and the QR as a picture, QPdfWriter and
typst with the fonts loaded once. pretix is its own renderer (`pretix.base.pdf.Renderer`) with
text containers that fit themselves and a PDF as background, in its own interpreter, named by
`--pretix PYTHON`. Of all of these only pretix fits long names, and none looks for missing
characters; the template drawer does both."""
ABOUT_MORE = """Each engine in an interpreter of its own. From nothing: its start, the engine's
imports, fonts, the first badge; the least of three starts. Many: one file with so many badges.
Memory: the template drawer draws badge after badge, each with another code, in one process."""
OURS, NAIVE = "TemplateDrawer", "ReportLab, naive"
MANY, LONG = 1000, 10_000


def measure(times: int, pretix: str | None) -> tuple[Room, Room]:
    """Times for `times` badges of ours, a tenth of that for the slow peers."""
    found = {name: _alone(name, times // 10 if name == "fpdf2" else times) for name in ENGINES}
    if pretix:
        found["pretix"] = _pretix(pretix, max(3, times // 4))
    room = Room("Badge PDF", ABOUT, TIMING)
    for name, one in found.items():
        aim = "p50 ≤ 2.5 ms, p95 ≤ 5 ms" if name == OURS else ""
        room.rows.append(timing(name, one.warm, aim, (NAIVE, found[NAIVE].warm)))
    if not pretix:
        room.rows.append(("pretix", *["not installed"] * 4, "", "", ""))
    return room, _more(found, full=times > 100)


@dataclass(frozen=True, slots=True)
class _Found:
    """An engine's first badge from nothing in milliseconds, bytes of a badge, warm times."""

    first: float
    size: int
    warm: Sample


def _more(found: dict[str, _Found], *, full: bool) -> Room:
    room = Room("Badge PDF: size, first badge, many", ABOUT_MORE, SINGLE)
    for name, one in found.items():
        aim = "≤ 20 KiB" if name == OURS else ""
        room.rows.append((f"one badge, {name}", f"{one.size / 1024:.1f} KiB", aim, ""))
    for name, one in found.items():
        aim = "≤ 250 ms" if name == OURS else ""
        room.rows.append((f"first badge from nothing, {name}", ms(one.first), aim, ""))
    for name in (OURS, NAIVE, "QPdfWriter", "typst"):
        draw = ENGINES[name]()
        draw([words_of(0)])
        began = time.perf_counter()
        made = draw(words_of(turn) for turn in range(MANY))
        took = (time.perf_counter() - began) * 1000
        aim = "≤ 1 s, ≤ 1.5 MB" if name == OURS else ""
        figure = f"{ms(took)}, {len(made) / 1e6:.2f} MB"
        room.rows.append((f"{MANY} in one file, {name}", figure, aim, ""))
    room.rows.append(_long(ENGINES[OURS](), LONG if full else LONG // 10))
    return room


def _long(draw: Draw, badges: int) -> tuple[str, str, str, str]:
    """How much the process grows after the first tenth."""
    process = psutil.Process()
    for turn in range(badges // 10):
        draw([words_of(turn)])
    before = process.memory_info().rss / 1e6
    for turn in range(badges // 10, badges):
        draw([words_of(turn)])
    grown = process.memory_info().rss / 1e6 - before
    return (f"memory over {badges} badges", f"{grown:+.1f} MB", "flat", f"of {before:.0f} MB")


def _alone(engine: str, times: int) -> _Found:
    """An engine in interpreters of its own."""
    told = []
    for round_ in range(4):
        words = [
            sys.executable,
            "-m",
            "tests.bench.badge_peers",
            engine,
            str(times if round_ == 3 else 1),
        ]
        began = {**os.environ, BEGAN: str(time.monotonic())}
        done = subprocess.run(
            words, capture_output=True, text=True, check=True, timeout=300, env=began
        )
        told.append(json.loads(done.stdout))
    first = min(float(one[0]) for one in told[1:])  # the first start may write bytecode
    return _Found(first, int(told[-1][1]), Sample(tuple(told[-1][2])))


def _pretix(python: str, times: int) -> _Found:
    """pretix's renderer in its own interpreter."""
    rounds = []
    for turn in range(times + 3):
        words = words_of(turn)
        texts = [[text, font == "Bold", size, top] for text, font, size, top in lines_of(words)]
        rounds.append(json.dumps([[texts, words.code]]))
    script = Path(__file__).with_name("pretix_badge.py")
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(
            [python, script, REGULAR, BOLD],
            input="\n".join(rounds), capture_output=True, text=True, check=True, timeout=600,
            env={**os.environ, "PRETIX_DATA_DIR": folder, "DATA_DIR": folder},
        )  # fmt: skip
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("[")]
    taken = tuple(float(one[0]) for one in told[3:])
    return _Found(float(told[0][2]), int(told[-1][1]), Sample(taken))
