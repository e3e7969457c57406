"""Drawing a badge to PDF: warm, cold, many in one file, and for a long time."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
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
WARM, BURST = 2, 10
"""Badges that warm the processor's caches up, and those that count, at each turn."""
FEW = {"fpdf2": 1, "pretix": 3}
"""So many at each turn, for these are slow."""


def measure(times: int, pretix: str | None) -> tuple[Room, Room]:
    """Times for `times` badges of ours, fewer for the slow peers, all in turns."""
    found = {name: _Found(*_start(name)) for name in ENGINES}
    with ExitStack() as stack:
        running = {name: stack.enter_context(_running(name)) for name in ENGINES}
        if pretix:
            running["pretix"] = stack.enter_context(_pretix(pretix))
            first = _drawn(running["pretix"], 0)
            found["pretix"] = _Found(first[2], int(first[1]))
        for turn in range(0, times, BURST):
            for name, engine in running.items():
                told = [_drawn(engine, turn + n)[0] for n in range(WARM + FEW.get(name, BURST))]
                found[name].warm += told[WARM:]
    samples = {name: Sample(tuple(one.warm)) for name, one in found.items()}
    room = Room("Badge PDF", ABOUT, TIMING)
    for name, sample in samples.items():
        aim = "p50 ≤ 2.5 ms, p95 ≤ 5 ms" if name == OURS else ""
        room.rows.append(timing(name, sample, aim, (NAIVE, samples[NAIVE])))
    if not pretix:
        room.rows.append(("pretix", *["not installed"] * 4, "", "", ""))
    return room, _more(found, full=times > 100)


@dataclass(slots=True)
class _Found:
    """An engine's first badge from nothing in milliseconds, bytes of a badge, warm times."""

    first: float
    size: int
    warm: list[float] = field(default_factory=list)


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


Engine = subprocess.Popen[str]


def _start(engine: str) -> tuple[float, int]:
    """Milliseconds to the first badge, the least of three starts, and bytes of a badge."""
    told = []
    for _ in range(4):
        with _running(engine) as process:
            told.append(process.said)
    first = min(said[0] for said in told[1:])  # the first start may write bytecode
    return first, int(told[0][1])


@dataclass(frozen=True, slots=True)
class _Process:
    """An engine at work, and what it said of its start."""

    engine: Engine
    said: list[float]


@contextmanager
def _running(engine: str) -> Iterator[_Process]:
    words = [sys.executable, "-m", "tests.bench.badge_peers", engine]
    began = {**os.environ, BEGAN: str(time.monotonic())}
    with _opened(words, began) as process:
        yield _Process(process, _heard(process))


@contextmanager
def _pretix(python: str) -> Iterator[_Process]:
    script = str(Path(__file__).with_name("pretix_badge.py"))
    with tempfile.TemporaryDirectory() as folder:
        place = {**os.environ, "PRETIX_DATA_DIR": folder, "DATA_DIR": folder}
        with _opened([python, script, str(REGULAR), str(BOLD)], place) as process:
            yield _Process(process, [])


@contextmanager
def _opened(words: list[str], env: dict[str, str]) -> Iterator[Engine]:
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdin=pipe, stdout=pipe, text=True, env=env) as process:
        yield process
        assert process.stdin
        process.stdin.close()


def _drawn(process: _Process, turn: int) -> list[float]:
    """One badge; its milliseconds first."""
    words = words_of(turn)
    texts = [[text, font == "Bold", size, top] for text, font, size, top in lines_of(words)]
    assert process.engine.stdin
    process.engine.stdin.write(json.dumps([[texts, words.code]]) + "\n")
    process.engine.stdin.flush()
    return _heard(process.engine)


def _heard(process: Engine) -> list[float]:
    assert process.stdout
    while line := process.stdout.readline():
        if line[:1] in "[0123456789":
            told = json.loads(line)
            return told if isinstance(told, list) else [told]
    raise SystemExit("an engine ended before its badge was drawn")
