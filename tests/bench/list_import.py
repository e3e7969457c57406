"""A million rows of CSV into an empty data folder, beside raw sqlite3 with the same rows."""

import json
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from kiosk.composition.list_import import import_list
from kiosk.composition.station import opened
from kiosk.lists.event_file import parse_event
from kiosk.lists.list_file import open_list
from kiosk.lists.plain_event import plain_event
from kiosk.names.keys import index_text
from kiosk.services.list_rows import Listed, RowReader
from kiosk.services.ports import RosterEntry
from kiosk.services.roster_import import RosterImport
from kiosk.services.searching import sought
from kiosk.store import roster_writing
from kiosk.store.migrations import ROSTER
from kiosk.store.roster import IMPORT_CACHE_KIB
from kiosk.store.roster_rows import attendee_values, ticket_values
from tests.bench.report import TIMING, Room, Sample, timing

ABOUT = """A CSV list with ticket numbers, codes, Chinese names, companies, telephones and e-mail,
imported into an empty data folder with its search index, each in a process of its own that tells
its own peak of memory. Raw sqlite3 inserts the same tuples and makes the same indexes in the same
order, with the same cache; only its statements are timed, not the making of the tuples. Then
check-ins in a data folder in which a list is being imported, beside the same while nothing else
happens."""
IMPORT = ("figure", "seconds", "MB on disk", "peak MB", "aim", "beside")
SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉萍红玲芬燕彬建国志文博宇浩然子轩梓涵欣怡"
FIRMS = ("嘉澜", "极速", "远航", "星河", "云端", "山海", "长风", "凌云", "启明", "天枢")
TITLES = ("编辑", "工程师", "总经理", "市场总监", "记者", "产品经理", "教授", "采购主管")
KINDS = ("参会代表", "贵宾", "媒体", "演讲嘉宾")
SMALL = 500
"""Tickets that are checked in while the list comes."""


def measure(work: Path, rows: int) -> tuple[Room, Room]:
    """Imports so many rows, and checks in meanwhile."""
    made = work / "crowd.csv"
    write_crowd(made, rows)
    ours = _child("ours", made, work / "million")
    raw = _child("raw", made, work / "raw")
    room = Room(f"A list of {rows:,} rows", ABOUT, IMPORT)
    disk = (work / "million" / "roster.db").stat().st_size / 1e6
    ratio = f"{ours['seconds'] / raw['seconds']:.2f} × raw sqlite3"
    room.rows.append(
        ("import", f"{ours['seconds']:.1f}", f"{disk:.0f}", f"{ours['peak_mb']:.0f}",
         "2 × raw, 600 MB", ratio)
    )  # fmt: skip
    room.rows.append(
        ("raw sqlite3, same rows and indexes", f"{raw['seconds']:.1f}", f"{raw['disk_mb']:.0f}",
         f"{raw['peak_mb']:.0f}", "", "")
    )  # fmt: skip
    parts = (("of it: reading, checking, hashing", "reading"), ("of it: search words", "words"))
    for what, part in parts:
        share = f"{raw[part] / ours['seconds']:.0%} of the import"
        room.rows.append((what, f"{raw[part]:.1f}", "", "", "", share))
    few = work / "few.csv"
    write_crowd(few, min(rows, 100_000))
    return room, _beside(work, few)


def write_crowd(path: Path, rows: int) -> None:
    """An invented crowd; the same for the same number."""
    dice = random.Random(rows)
    with path.open("w", encoding="utf-8-sig") as file:
        file.write("票号,二维码,姓名,单位,职务,类别,手机,邮箱\n")
        for row in range(rows):
            given = "".join(dice.choices(GIVEN, k=dice.choice((1, 2, 2))))
            firm = f"{dice.choice(FIRMS)}科技{dice.randrange(300)}公司"
            phone = f"1{dice.randrange(3, 10)}{dice.randrange(10**9):09d}"
            file.write(
                f"T{row:07d},{dice.getrandbits(128):032x},{dice.choice(SURNAMES)}{given},{firm},"
                f"{dice.choice(TITLES)},{dice.choice(KINDS)},{phone},guest{row}@example.com\n"
            )


def _beside(work: Path, crowd: Path) -> Room:
    """Check-ins while nothing happens, and while a list comes in."""
    folder, small = work / "busy", work / "small.csv"
    with crowd.open(encoding="utf-8-sig") as file:
        head = [next(file) for _ in range(SMALL + 1)]
    small.write_text("".join(head), encoding="utf-8-sig")
    codes = [line.split(",")[1] for line in head[1:]]
    with opened(folder) as station:
        import_list(station, small, None)
        check_in = station.check_in
        check_in.present(codes[0], "registration")
        half = SMALL // 2
        idle = [_timed(check_in, code) for code in codes[1:half]]
        busy: list[float] = []
        importing = subprocess.Popen(_words("ours", crowd, folder), stdout=subprocess.PIPE)
        wait = folder / "lists"
        while not list(wait.glob("*.part")):
            time.sleep(0.01)
        turn = half
        while importing.poll() is None:
            busy.append(_timed(check_in, codes[turn % SMALL]))
            turn += 1
            time.sleep(0.05)
        importing.communicate()
    calm = Sample(tuple(idle))
    about = "`CheckIn.present` in another process than the import, twenty a second."
    room = Room("A check-in while a list comes in", about, TIMING)
    room.rows.append(timing("during the import", Sample(tuple(busy)), "", ("idle", calm)))
    room.rows.append(timing("idle", calm))
    return room


def _timed(check_in: object, code: str) -> float:
    before = time.perf_counter()
    check_in.present(code, "registration")  # type: ignore[attr-defined]
    return (time.perf_counter() - before) * 1000


def _words(mode: str, crowd: Path, folder: Path) -> list[str]:
    return [sys.executable, "-m", "tests.bench.list_import", mode, str(crowd), str(folder)]


def _child(mode: str, crowd: Path, folder: Path) -> dict[str, float]:
    words = _words(mode, crowd, folder)
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    return dict(json.loads(done.stdout))


def _ours(crowd: Path, folder: Path) -> dict[str, float]:
    with opened(folder) as station:
        began = time.perf_counter()
        import_list(station, crowd, None)
        return {"seconds": time.perf_counter() - began}


def _raw(crowd: Path, folder: Path) -> dict[str, float]:
    """Only statements count; tuples are made in between."""
    folder.mkdir()
    path = folder / "raw.db"
    sql = sqlite3.connect(path, isolation_level=None)
    sql.execute("PRAGMA journal_mode = WAL")
    sql.execute("PRAGMA synchronous = NORMAL")
    sql.execute(f"PRAGMA cache_size = -{IMPORT_CACHE_KIB}")
    for step in ROSTER:
        for statement in step.statements:
            sql.execute(statement)
    late = roster_writing.LATE_INDEXES
    spent = words_spent = 0.0
    began = time.perf_counter()
    sql.execute("BEGIN IMMEDIATE")
    for name in late:
        sql.execute(f"DROP INDEX {name}")
    row = 1
    for batch in _batches(_entries(crowd)):
        attendees = [attendee_values(e.attendee) for e in batch]
        tickets = [(*ticket_values(e.ticket), n) for n, e in enumerate(batch, row)]
        codes = [(e.ticket.id.bytes, e.code, "ticket") for e in batch]
        codes += [(e.ticket.id.bytes, e.badge_code, "badge") for e in batch]
        before = time.perf_counter()
        words = [(n, index_text(sought(e.attendee, e.ticket))) for n, e in enumerate(batch, row)]
        words_spent += time.perf_counter() - before
        row += len(batch)
        before = time.perf_counter()
        sql.executemany(roster_writing.ADD_ATTENDEE, attendees)
        sql.executemany(roster_writing.ADD_TICKET, tickets)
        sql.executemany("INSERT INTO code (ticket, digest, kind) VALUES (?, ?, ?)", codes)
        sql.executemany("INSERT INTO word (rowid, words) VALUES (?, ?)", words)
        spent += time.perf_counter() - before
    before = time.perf_counter()
    for name, where in late.items():
        sql.execute(f"CREATE INDEX {name} ON {where}")
    sql.execute("COMMIT")
    sql.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    spent += time.perf_counter() - before
    whole = time.perf_counter() - began
    sql.close()
    return {
        "seconds": spent,
        "words": words_spent,
        "reading": whole - spent - words_spent,
        "disk_mb": path.stat().st_size / 1e6,
    }


def _entries(crowd: Path) -> Iterator[RosterEntry]:
    from kiosk.keys.station import StationKeys  # noqa: PLC0415

    attendees = open_list(crowd)
    event = parse_event(plain_event(attendees.categories()), "event.toml")
    reader, importing = RowReader(event, attendees.headings), None
    importing = RosterImport(None, StationKeys(bytes(32)), None)  # type: ignore[arg-type]
    for row in attendees.rows():
        listed = reader.read(row)
        assert isinstance(listed, Listed)
        yield importing.entry(listed, event)


def _batches(entries: Iterator[RosterEntry]) -> Iterator[list[RosterEntry]]:
    batch: list[RosterEntry] = []
    for entry in entries:
        batch.append(entry)
        if len(batch) == roster_writing.AT_ONCE:
            yield batch
            batch = []
    if batch:
        yield batch


def _peak_mb() -> float:
    try:
        status = Path("/proc/self/status").read_text(encoding="ascii")
    except OSError:  # not Linux
        return float("nan")
    return next(int(line.split()[1]) / 1024 for line in status.splitlines() if "VmHWM" in line)


if __name__ == "__main__":
    asked, crowd_file, data_folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    found = (_ours if asked == "ours" else _raw)(crowd_file, data_folder)
    sys.stdout.write(json.dumps(found | {"peak_mb": _peak_mb()}))
