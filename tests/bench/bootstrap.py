"""A new station's beginning, and scanning while the roster syncs, among a million."""

import sqlite3
import threading
import time
from contextlib import closing
from pathlib import Path

import zstandard

from kiosk.composition.hub_begin import BeginFiles
from kiosk.devices.clocks import ComputerClock
from kiosk.domain.journal import CheckedIn
from kiosk.store.journal import FactsFile
from kiosk.store.roster_feed import GENERATION, REVISION
from kiosk.wire.hub import GuestMessage, RosterPage
from tests.bench.report import SINGLE, TIMING, Room, Sample, busy, timing
from tests.given import DAYS
from tests.studio.big_roster import fill, opened
from tests.studio.crowd import crowd

BEGIN_ABOUT = """The hub packs its roster of {size:,} attendees; a station unpacks it, compares the
hash and takes it in place of its own while others read. The way over the wire is reckoned at
100 Mbit/s from the bytes; all else is measured."""
SCAN_ABOUT = """A code is looked up among {size:,} and the check-in is committed with synchronous
FULL, while another thread takes changed guests from the roster feed, 2,000 at a time, search index
included. Beside it the same with nobody syncing."""
WIRE = 100_000_000 / 8
"""Bytes a second."""


def measure(work: Path, size: int, scans: int) -> tuple[Room, Room]:
    """With a roster of `size` people."""
    path = work / "hub-roster.db"
    fill(path, crowd(size))
    opened(path).close()  # builds the search index
    with closing(sqlite3.connect(path)) as raw:
        notes = ((GENERATION, "bench"), (REVISION, str(size)))
        raw.executemany("INSERT OR REPLACE INTO note VALUES (?, ?)", notes)
        for kind in ("ticket", "badge"):
            raw.execute("INSERT INTO code SELECT randomblob(16), id, ? FROM ticket", (kind,))
        raw.commit()
    return _begin(work, path, size), _scan(work, path, size, scans)


def _begin(work: Path, path: Path, size: int) -> Room:
    room = Room(f"Beginning with {size:,}", BEGIN_ABOUT.format(size=size), SINGLE)
    roster = opened(path)
    began = time.perf_counter()
    made = BeginFiles(roster.synced, work / "begin").make()
    packed = time.perf_counter() - began
    roster.close()
    assert made
    room.rows.append(("packed by the hub, once", f"{packed:.1f} s", "", ""))
    for file in made.files:
        plain = work / f"{file.name}.plain"
        began = time.perf_counter()
        with (work / "begin" / file.name).open("rb") as packed_file, plain.open("wb") as out:
            zstandard.ZstdDecompressor().copy_stream(packed_file, out)
        station = opened(work / f"{file.name}.station.db")
        station.synced.replace(plain, made.generation, made.rev)
        took = time.perf_counter() - began
        station.close()
        wire = file.bytes / WIRE
        aim = "3 s" if file.name.startswith("light") else "20 s"
        name = file.name.removesuffix(".zst")
        room.rows.append((f"{name}: bytes", f"{file.bytes / 1e6:.0f} MB", "", ""))
        room.rows.append(
            (f"{name}: in all", f"{wire + took:.1f} s", aim, f"{wire:.1f} s on the wire")
        )
    room.rows.append((busy(), "", "", ""))
    return room


def _scan(work: Path, path: Path, size: int, scans: int) -> Room:
    room = Room(f"Scan and commit while {size:,} sync", SCAN_ABOUT.format(size=size), TIMING)
    facts = FactsFile(work / "scan-facts.db", "desk-1", ComputerClock())
    reading = opened(path)
    with closing(sqlite3.connect(path)) as raw:
        digests = [row[0] for row in raw.execute("SELECT digest FROM code LIMIT ?", (2 * scans,))]

    def scan(digest: bytes) -> float:
        began = time.perf_counter()
        guest = reading.by_code(digest)
        assert guest
        with facts.transaction() as tx:
            tx.record(CheckedIn(guest.ticket.id, "registration", guest.ticket.category, DAYS[0]))
        return (time.perf_counter() - began) * 1000

    calm = Sample(tuple(scan(digest) for digest in digests[:scans]))
    stop = threading.Event()
    taken = [0]
    syncing = threading.Thread(target=_sync_for_ever, args=(path, stop, taken))
    syncing.start()
    beside = Sample(tuple(scan(digest) for digest in digests[scans:]))
    stop.set()
    syncing.join()
    reading.close()
    facts.close()
    room.rows.append(timing("nobody syncs", calm))
    room.rows.append(timing(f"{taken[0]:,} guests taken", beside, "p95 20 ms", ("calm", calm)))
    room.rows.append((busy(), *[""] * (len(TIMING) - 1)))
    return room


def _sync_for_ever(path: Path, stop: threading.Event, taken: list[int]) -> None:
    roster = opened(path)
    event = roster.event_text()
    everybody = roster.synced.everybody()
    rev = 10_000_000
    while not stop.is_set():
        some: list[GuestMessage] = []
        for guest in everybody:
            rev += 1
            fields = guest.fields | {"attendee.company": f"公司 {rev}"}
            some.append(guest.model_copy(update={"rev": rev, "fields": fields}))
            if len(some) == 2000:
                break
        if not some:
            break
        page = RosterPage(generation="bench", event=event, guests=tuple(some), head=rev, more=False)
        with roster.synced.taking(afresh=False) as taking:
            taking.take(page)
        taken[0] += len(some)
    roster.close()
