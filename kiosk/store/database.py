"""Opening a SQLite file: whose it is, and how far it is."""

import os
import sqlite3
from contextlib import closing
from functools import lru_cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import StaticPool

from kiosk.store.complaints import emptied, foreign, left_behind, newer, not_this_file, translated
from kiosk.store.migrations import Migration

APPLICATION_ID = 0x59_4C_4B_31  # "YLK1"
BUSY_SECONDS = 10.0
SMALLEST = 512
"""Bytes of a database with one page; what is smaller has been cut off or emptied."""
READ = {"begin": "BEGIN"}
"""Execution options of a connection that only reads; all others lock for writing at once."""


def open_database(path: Path, migrations: tuple[Migration, ...], synchronous: str) -> Engine:
    """An engine on the file, made or migrated as needed; one connection, one thread.

    Args:
        path: the file; its folder exists.
        migrations: every step, in order.
        synchronous: FULL (each commit reaches the disk) or NORMAL (may lose the last ones
            at a power cut, never the file).

    Raises:
        Misconfigured: damaged, foreign, of a newer program, or not writable.
        Unavailable: locked for longer than `BUSY_SECONDS`, or the disk is full.
    """
    with translated(path):
        _prepare(path, migrations)
        engine = create_engine(
            f"sqlite:///{path}",
            poolclass=StaticPool,
            connect_args={"timeout": BUSY_SECONDS, "isolation_level": None},
        )

        @event.listens_for(engine, "connect")
        def _settle(raw: Any, _record: Any) -> None:  # noqa: ANN401  the driver's own types
            raw.execute("PRAGMA journal_mode = WAL")
            raw.execute(f"PRAGMA synchronous = {synchronous}")
            raw.execute("PRAGMA foreign_keys = ON")
            # else REPLACE would get past the triggers that keep the journal append-only
            raw.execute("PRAGMA recursive_triggers = ON")

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            # a deferred BEGIN that writes later fails at once where another writes meanwhile
            options = connection.get_execution_options()
            connection.exec_driver_sql(options.get("begin", "BEGIN IMMEDIATE"))

        with engine.connect():
            return engine


def _prepare(path: Path, migrations: tuple[Migration, ...]) -> None:
    # looked for before the file: another process makes the file first, and the log after it
    log = path.with_name(f"{path.name}-wal")
    orphan = log.exists()
    if not path.exists():
        if orphan:
            raise left_behind(path, log)
        _make(path, migrations)
    elif path.is_file() and path.stat().st_size < SMALLEST:
        raise emptied(path)  # not opened first: SQLite would throw its log away
    with closing(_connected(path)) as raw:
        owner = raw.execute("PRAGMA application_id").fetchone()[0]
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        if not raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise emptied(path)
        if owner != APPLICATION_ID:
            raise foreign(path)
        if version > migrations[-1].number:
            raise newer(path)
        if not _shape_after(migrations[:version]) <= _shape(raw):
            raise not_this_file(path)
        todo = [step for step in migrations if step.number > version]
        if todo:
            _set_aside(raw, path, version)
        for step in todo:
            _migrate(raw, step)


def _shape(raw: sqlite3.Connection) -> set[tuple[str, str | None]]:
    """Every table with its columns, every index and trigger."""
    columns = "sqlite_master AS m LEFT JOIN pragma_table_info(m.name) AS p"
    return set(raw.execute(f"SELECT m.name, p.name FROM {columns}"))  # noqa: S608  our own words


@lru_cache(8)
def _shape_after(steps: tuple[Migration, ...]) -> frozenset[tuple[str, str | None]]:
    """What a file must hold that says it has come so far: a swapped or cut one does not."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as raw:
        for step in steps:
            _migrate(raw, step)
        return frozenset(_shape(raw))


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)


def _make(path: Path, migrations: tuple[Migration, ...]) -> None:
    """A new file, put in place whole: one without tables has lost them, whoever was killed."""
    part = path.with_name(f"{path.name}.{os.urandom(8).hex()}.part")
    try:
        with closing(_connected(part)) as raw:
            for step in migrations:
                _migrate(raw, step)
        _put_in_place(part, path)
    except FileExistsError:  # another process made it meanwhile
        return
    finally:
        part.unlink(missing_ok=True)


def _put_in_place(part: Path, path: Path) -> None:
    try:
        os.link(part, path)  # unlike a rename it never replaces a file made meanwhile
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(path) from None
        part.replace(path)


def _migrate(raw: sqlite3.Connection, step: Migration) -> None:
    raw.execute("BEGIN IMMEDIATE")
    try:
        if raw.execute("PRAGMA user_version").fetchone()[0] < step.number:  # not by another
            for statement in step.statements:
                raw.execute(statement)
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version = {step.number}")
        raw.execute("COMMIT")
    except BaseException:
        raw.execute("ROLLBACK")
        raise


def _set_aside(raw: sqlite3.Connection, path: Path, version: int) -> None:
    """Keep a whole copy of the file as it was, WAL included."""
    copy = path.with_name(f"{path.name}.v{version}")
    part = copy.with_name(f"{copy.name}.part")
    part.unlink(missing_ok=True)
    target = sqlite3.connect(part)
    try:
        raw.backup(target)
    finally:
        target.close()
    part.replace(copy)
