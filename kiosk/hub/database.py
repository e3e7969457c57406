"""Opening the hub's database: SQLite in a file, or PostgreSQL, by one DSN."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from kiosk.domain.words import Words
from kiosk.hub.tables import HeadRow, HubTable, NoteRow
from kiosk.services.trouble import Misconfigured, Unavailable

SCHEMA: Final = "1"
"""The version of the tables."""
FACTS, ROSTER = "fact", "roster"
"""The feeds."""
WRITE = {"begin": "BEGIN IMMEDIATE"}
_MAKING: Final = 0x59_4C_4B_32
"""The advisory lock under which PostgreSQL's tables are made: two hubs may start at once."""


def hub_url(dsn: str) -> URL:
    """The database that a DSN names.

    Raises:
        Misconfigured: it names none that a hub can use.
    """
    try:
        url = make_url(dsn)
    except ArgumentError as error:
        raise _no_dsn(dsn) from error
    if url.drivername in {"postgresql", "postgres"}:
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database in {None, "", ":memory:"}:
        raise _no_dsn(dsn)
    if url.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise _no_dsn(dsn)
    return url


def open_hub_database(url: URL) -> Engine:
    """An engine on the database, its tables made where they are missing; any thread may use it.

    Raises:
        Unavailable: the database does not answer.
        Misconfigured: it cannot be used, or a newer hub made it.
    """
    with reachable(url):
        engine = _sqlite(url) if url.drivername == "sqlite" else _postgresql(url)
        with engine.execution_options(**WRITE).begin() as connection:
            if engine.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _MAKING})
            HubTable.metadata.create_all(connection)
            _begin_feeds(connection)
        return engine


def _begin_feeds(connection: Connection) -> None:
    notes, heads = HubTable.metadata.tables["hub_note"], HubTable.metadata.tables["hub_head"]
    found = connection.execute(notes.select().where(notes.c.key == "schema")).first()
    if found is None:
        connection.execute(notes.insert().values(NoteRow(key="schema", value=SCHEMA).model_dump()))
    elif int(found.value) > int(SCHEMA):
        raise Misconfigured(
            Words("中心数据库由更新版本写成。", "The hub's database is of a newer version."),
            Words("请更新本程序。数据没有被改动。", "Update this program. Nothing was changed."),
        )
    known = {row.feed for row in connection.execute(heads.select())}
    for feed in {FACTS, ROSTER} - known:
        head = HeadRow(feed=feed, last=0, generation=new_generation())
        connection.execute(heads.insert().values(head.model_dump()))


def new_generation() -> str:
    """A name for a life of the hub that no other life has."""
    return secrets.token_hex(8)


def _sqlite(url: URL) -> Engine:
    engine = create_engine(url, connect_args={"timeout": 30.0, "isolation_level": None})

    @event.listens_for(engine, "connect")
    def _settle(raw: Any, _record: Any) -> None:  # noqa: ANN401  the driver's own types
        raw.execute("PRAGMA journal_mode = WAL")
        raw.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("begin", "BEGIN"))

    return engine


def _postgresql(url: URL) -> Engine:
    return create_engine(
        url, pool_size=8, max_overflow=8, pool_pre_ping=True, connect_args={"connect_timeout": 5}
    )


@contextmanager
def reachable(url: URL) -> Iterator[None]:
    """Turns what the database says of itself into words for people.

    Raises:
        Unavailable: it does not answer, is full or busy.
        Misconfigured: it is damaged or not ours to use.
    """
    shown = url.render_as_string(hide_password=True)
    try:
        yield
    except (OperationalError, PoolTimeout) as error:
        raise _unavailable(shown, str(getattr(error, "orig", error))) from error
    except DBAPIError as error:
        if error.connection_invalidated:
            raise _unavailable(shown, str(error.orig)) from error
        if "not a database" in str(error.orig) or "malformed" in str(error.orig):
            raise Misconfigured(
                Words(f"{shown} 已损坏或不是数据库。", f"{shown} is damaged or no database."),
                Words("请从备份恢复，或换一个。", "Restore it from a backup, or use another."),
            ) from error
        raise


def _unavailable(shown: str, said: str) -> Unavailable:
    first = said.strip().splitlines()[0] if said.strip() else "no answer"
    return Unavailable(
        Words(f"中心数据库 {shown} 无响应。", f"The hub's database {shown} does not answer."),
        Words(
            f"{first}。请检查数据库是否运行；各签到台照常工作。",
            f"{first}. Check that it runs; the stations go on working.",
        ),
    )


def _no_dsn(dsn: str) -> Misconfigured:
    return Misconfigured(
        Words(f"“{dsn}”不是可用的数据库地址。", f"“{dsn}” names no database that a hub can use."),
        Words(
            "例如 sqlite:///hub.db 或 postgresql+psycopg://用户@主机/库",
            "Such as sqlite:///hub.db or postgresql+psycopg://user@host/database",
        ),
    )
