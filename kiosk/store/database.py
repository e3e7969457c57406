"""Opening a SQLite file: whose it is, how far it is, and what its errors mean to people."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured, Trouble, Unavailable
from kiosk.store.migrations import Migration

APPLICATION_ID = 0x59_4C_4B_31  # "YLK1"
BUSY_SECONDS = 10.0
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
    raw = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        owner = raw.execute("PRAGMA application_id").fetchone()[0]
        version = raw.execute("PRAGMA user_version").fetchone()[0]
        tables = raw.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables and owner != APPLICATION_ID:
            raise _foreign(path)
        if version > migrations[-1].number:
            raise _newer(path)
        todo = [step for step in migrations if step.number > version]
        if todo and tables:
            _set_aside(raw, path, version)
        for step in todo:
            _migrate(raw, step)
    finally:
        raw.close()


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


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns what SQLite and the disk say about `path` into words for people."""
    try:
        yield
    except DBAPIError as error:
        raise _trouble(path, error.orig or error) from error
    except (sqlite3.Error, OSError) as error:
        raise _trouble(path, error) from error


def _trouble(path: Path, error: BaseException) -> Trouble:
    said = str(error).lower()
    if "full" in said or "no space" in said:
        free = shutil.disk_usage(path.parent).free // 2**20
        return Unavailable(
            Words("磁盘已满，无法保存。", "The disk is full; nothing could be saved."),
            Words(
                f"请在 {path.parent} 所在磁盘腾出空间（剩余 {free} MB）。已保存的签到都还在。",
                f"Free some space on the disk of {path.parent} ({free} MB left). "
                "Every check-in saved so far is safe.",
            ),
        )
    if "readonly" in said or "read-only" in said or "unable to open" in said or "denied" in said:
        return Misconfigured(
            Words(f"无法写入 {path}。", f"{path} cannot be written."),
            Words(
                "请检查文件夹的权限，或用 --data 选择另一个文件夹。",
                "Check the folder's permissions, or choose another folder with --data.",
            ),
        )
    if "disk i/o" in said:
        return Unavailable(
            Words("磁盘没有响应，无法保存。", "The disk did not answer; nothing could be saved."),
            Words(
                f"请检查 {path.parent} 所在磁盘及其配额。已保存的签到都还在。",
                f"Check the disk of {path.parent} and its quota. "
                "Every check-in saved so far is safe.",
            ),
        )
    if "locked" in said or "busy" in said:
        return Unavailable(
            Words(f"{path.name} 正被其他程序占用。", f"{path.name} is held by another program."),
            Words(
                "请稍候重试；关闭备份或查看工具。", "Wait a moment; close backup or viewer tools."
            ),
        )
    if isinstance(error, sqlite3.DatabaseError) and (
        "not a database" in said or "malformed" in said or "corrupt" in said
    ):
        return Misconfigured(
            Words(f"{path} 已损坏或不是本程序的文件。", f"{path} is damaged or is not ours."),
            Words(
                "它没有被改动。请从备份恢复；名单文件 roster.db 可以移走后重新导入。",
                "It was left as it is. Restore it from a backup; a roster.db can be moved "
                "away and the list imported again.",
            ),
        )
    raise error


def _foreign(path: Path) -> Misconfigured:
    return Misconfigured(
        Words(f"{path} 属于另一个程序。", f"{path} belongs to another program."),
        Words(
            "它没有被改动。请用 --data 选择另一个文件夹。",
            "It was left as it is. Choose another folder with --data.",
        ),
    )


def _newer(path: Path) -> Misconfigured:
    return Misconfigured(
        Words(f"{path} 由更新版本的程序写成。", f"{path} was written by a newer version."),
        Words(
            "请更新本机程序。文件没有被改动。", "Update this program. The file was left as it is."
        ),
    )
