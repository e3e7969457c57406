"""Searching among a million: each keystroke warm and cold, beside LIKE and FTS5 trigram."""

import os
import random
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from tests.bench.report import SINGLE, TIMING, Room, Sample, timing
from tests.studio.big_roster import Accuracy, fill, judge, opened, questions
from tests.studio.crowd import crowd

ABOUT = """Invented attendees in one roster.db, asked for in twenty ways and with three kinds of
slips, typed key by key; each keystroke is one search for the twelve best. Warm: the file has been
read before. Cold: a new connection, and the system was told to forget the file. LIKE ('%…%' over
name, Latin name, company, e-mail, phone and number) and FTS5 trigram (on the same columns) run on
the same rows in the same run, on a part of the keystrokes."""
FOUND = """Whole queries that mean one person only: how often that person stood first, and
among the first three; and, for the peers, among their twelve."""
COLUMNS = ["name", "latin_name", "company", "email", "phone", "number"]
WARM, COLD, PEERS = 4000, 300, 200


def measure(work: Path, size: int, sample: int) -> tuple[Room, Room]:
    """Fills a roster of `size` people and asks for `sample` of them."""
    path = work / "crowd.db"
    fill(path, crowd(size))
    rows_mb = _megabytes(path)
    began = time.perf_counter()
    roster = opened(path)
    built = time.perf_counter() - began
    roster.close()
    index_mb = _megabytes(path) - rows_mb

    asked = questions(size, sample)
    dice = random.Random(1)
    strokes = [text[:end] for _, text, _ in asked for end in range(1, len(text) + 1)]
    dice.shuffle(strokes)
    cold = Sample(tuple(_cold(path, text) for text in strokes[:COLD]))
    roster = opened(path)
    warm = Sample(tuple(_timed(lambda t: roster.search(t, 12), strokes[:WARM])))
    accuracy = judge(lambda t: [hit.guest.ticket.number for hit in roster.search(t, 12)], asked)
    roster.close()
    part = dice.sample(asked, min(PEERS, len(asked)))
    times = Room(f"Search among {size:,}", ABOUT, TIMING)
    found = Room(f"Found among {size:,}", FOUND, SINGLE)
    with closing(sqlite3.connect(path)) as raw:
        trigram_s, trigram_mb = _make_trigram(raw, path)
        peers = {"LIKE": _like(raw), "FTS5 trigram": _trigram(raw)}
        times.rows.append(timing("keystroke, warm", warm, "p95 20 ms, p99 50 ms"))
        times.rows.append(timing("keystroke, cold", cold))
        for name, search in peers.items():
            sample_of_it = Sample(tuple(_timed(search, strokes[:PEERS])))
            times.rows.append(timing(f"{name}, warm", sample_of_it, "", ("ours", warm)))
        found.rows.extend(_accuracy_rows(accuracy))
        for name, search in peers.items():
            hits = sum(person.number in search(text) for _, text, person in part)
            found.rows.append((f"{name}: among twelve", f"{hits / len(part):.1%}", "", ""))
    found.rows.append(("index", f"{index_mb:.0f} MB", "", f"trigram {trigram_mb:.0f} MB"))
    found.rows.append(("index built in", f"{built:.0f} s", "", f"trigram {trigram_s:.0f} s"))
    found.rows.append(("attendees and tickets", f"{rows_mb:.0f} MB", "", ""))
    return times, found


def _accuracy_rows(accuracy: Accuracy) -> Iterator[tuple[str, str, str, str]]:
    yield "stood first", f"{accuracy.top_1:.2%}", "99 %", f"{accuracy.asked.total()} queries"
    yield "among the first three", f"{accuracy.top_3:.2%}", "99.9 %", ""
    for way, count in accuracy.asked.items():
        first, third = accuracy.first[way] / count, accuracy.third[way] / count
        yield f"· {way}", f"{first:.2%}", "", f"first three {third:.2%}, {count} queries"


def _timed(search: Callable[[str], object], texts: list[str]) -> Iterator[float]:
    for text in texts[:20]:
        search(text)
    for text in texts:
        began = time.perf_counter()
        search(text)
        yield (time.perf_counter() - began) * 1000


def _cold(path: Path, text: str) -> float:
    """A search on a connection of its own, on a file that must come from the disk."""
    roster = opened(path)
    with path.open("rb") as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
    began = time.perf_counter()
    roster.search(text, 12)
    taken = (time.perf_counter() - began) * 1000
    roster.close()
    return taken


def _like(raw: sqlite3.Connection) -> Callable[[str], list[str]]:
    anywhere = " OR ".join(f"{column} LIKE ?1" for column in COLUMNS)
    query = f"""SELECT number FROM ticket JOIN attendee ON attendee.id = ticket.attendee
        WHERE {anywhere} LIMIT 12"""
    return lambda text: [row[0] for row in raw.execute(query, (f"%{text}%",))]


def _trigram(raw: sqlite3.Connection) -> Callable[[str], list[str]]:
    query = "SELECT number FROM trigram WHERE trigram MATCH ? LIMIT 12"

    def search(text: str) -> list[str]:
        quoted = '"' + text.replace('"', '""') + '"'
        return [row[0] for row in raw.execute(query, (quoted,))]

    return search


def _make_trigram(raw: sqlite3.Connection, path: Path) -> tuple[float, float]:
    before, began = _megabytes(path), time.perf_counter()
    columns = ", ".join(COLUMNS)
    raw.execute(f"CREATE VIRTUAL TABLE trigram USING fts5({columns}, tokenize = 'trigram')")
    raw.execute(
        f"""INSERT INTO trigram ({columns}) SELECT {columns}
        FROM ticket JOIN attendee ON attendee.id = ticket.attendee"""
    )
    raw.commit()
    return time.perf_counter() - began, _megabytes(path) - before


def _megabytes(path: Path) -> float:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return path.stat().st_size / 1e6
