"""One durable check-in, without camera and window."""

import os
from pathlib import Path

from kiosk.composition.station import opened
from tests.bench.demo_station import EventClock, copy_of
from tests.bench.floor_commit import RawCheckIn
from tests.bench.report import TIMING, Room, timing
from tests.bench.stopwatch import in_turns

ABOUT = """`CheckIn.present`: parse, find, decide, record two facts with outbox, print job and
clock, COMMIT with synchronous FULL. Beside it the same rows in raw sqlite3, and one
`fdatasync` of 4 KiB: what the disk itself takes."""


def measure(station: Path, codes: list[str], work: Path, times: int) -> Room:
    """Times for `times` check-ins."""
    raw = RawCheckIn(copy_of(station, work / "transaction-floor"))
    ours = copy_of(station, work / "transaction")
    file = os.open(work / "synced", os.O_RDWR | os.O_CREAT)
    sync = getattr(os, "fdatasync", os.fsync)

    def synced(turn: int) -> None:
        os.pwrite(file, bytes(4096), turn * 4096)
        sync(file)

    with opened(ours, clock=EventClock()) as open_station:
        check_in = open_station.check_in
        check_in.present(codes[-1], "registration")
        samples = in_turns(
            min(times, len(codes) - 1),
            lambda turn: check_in.present(codes[turn], "registration"),
            raw.run,
            synced,
        )
    os.close(file)
    raw.close()
    room = Room("Durable check-in", ABOUT, TIMING)
    room.rows.append(timing("CheckIn.present", samples[0], "", ("raw sqlite3", samples[1])))
    room.rows.append(timing("raw sqlite3, same rows", samples[1], "", ("fdatasync", samples[2])))
    room.rows.append(timing("one fdatasync", samples[2]))
    return room
