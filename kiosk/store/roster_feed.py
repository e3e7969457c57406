"""roster.db as the hub's copy: taking its feed, being replaced whole, and being published."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Connection

from kiosk.services.ports import RosterEntry
from kiosk.services.ports.sync import Feed
from kiosk.store import former
from kiosk.store.complaints import translated
from kiosk.store.light_copy import light_copy
from kiosk.store.migrations import ROSTER
from kiosk.store.roster_rows import (
    ATTENDEE_COLUMNS,
    REPLACED,
    TICKET_COLUMNS,
    attendee_from,
    ticket_from,
)
from kiosk.store.roster_writing import RosterTransaction
from kiosk.wire.hub import GuestMessage, RosterPage

GENERATION, REVISION, EDITION = "hub_generation", "hub_revision", "hub_edition"
_OWN_AFFAIRS: Final = ("former_attendee", "former_ticket", "former_code", "import")
_SHARED: Final = {"id", "attendee"}
_EVERYBODY: Final = (
    f"SELECT t.row, {', '.join(f't.{c}' for c in TICKET_COLUMNS)}, "  # noqa: S608  our own words
    f"{', '.join(f'a.{c}' for c in ATTENDEE_COLUMNS)} "
    "FROM ticket AS t JOIN attendee AS a ON a.id = t.attendee "
    "WHERE t.row > ? ORDER BY t.row LIMIT 2000"
)
Writing = Callable[[], AbstractContextManager[tuple[Connection, sqlite3.Connection]]]


class RosterFeed:
    """Implements `SyncedRoster`.

    Args:
        path: the file, for complaints.
        writing: opens a write transaction on it.
    """

    def __init__(self, path: Path, writing: Writing) -> None:
        self._path, self._writing = path, writing

    @property
    def schema(self) -> int:
        return ROSTER[-1].number

    def feed(self) -> Feed:
        query = "SELECT key, value FROM note WHERE key IN (?, ?, ?)"
        with translated(self._path), closing(self._reading()) as sql:
            said = dict(sql.execute(query, (GENERATION, REVISION, EDITION)).fetchall())
        return Feed(said.get(GENERATION, ""), int(said.get(REVISION, "0")), said.get(EDITION, ""))

    @contextmanager
    def taking(self, *, afresh: bool) -> Iterator["Taking"]:
        with self._writing() as (connection, sql):
            taking = Taking(RosterTransaction(sql), sql)
            yield taking
            if taking.finish(afresh=afresh):
                connection.commit()

    def replace(self, file: Path, generation: str, rev: int) -> None:
        with translated(self._path), closing(sqlite3.connect(file)) as source:
            for key, value in ((GENERATION, generation), (REVISION, str(rev)), (EDITION, "")):
                source.execute("INSERT OR REPLACE INTO note VALUES (?, ?)", (key, value))
            source.commit()
            with closing(sqlite3.connect(self._path, timeout=60, isolation_level=None)) as ours:
                # one transaction in the log: whoever reads goes on reading the old roster
                source.backup(ours)
                ours.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        file.unlink(missing_ok=True)

    def copy_into(self, file: Path) -> None:
        """A whole, compact copy of the roster as it is now; nobody waits for it."""
        with translated(self._path), closing(self._reading()) as sql:
            sql.execute("VACUUM INTO ?", (str(file),))
        with translated(self._path), closing(sqlite3.connect(file)) as sql:
            if sql.execute("SELECT count(*) FROM former_ticket").fetchone()[0]:
                for table in _OWN_AFFAIRS:
                    sql.execute(f"DELETE FROM {table}")  # noqa: S608  our own words
                sql.commit()
                sql.execute("VACUUM")  # nobody else's business may stay in free pages

    def copy_light(self, file: Path) -> None:
        """A copy by which one can scan at once; see `light_copy`."""
        with translated(self._path):
            light_copy(self._path, file)

    def forget(self) -> None:
        """Nobody on the roster, and no hub whose roster it is: this station was put out."""
        with self._writing() as (connection, sql):
            sql.execute("PRAGMA secure_delete = ON")  # nothing may stay in free pages
            writer = RosterTransaction(sql)
            writer.clear()
            writer.finish()
            for table in _OWN_AFFAIRS:
                sql.execute(f"DELETE FROM {table}")  # noqa: S608  our own words
            ours = "DELETE FROM note WHERE key IN ('event', ?, ?, ?)"
            sql.execute(ours, (GENERATION, REVISION, EDITION))
            connection.commit()

    def everybody(self) -> Iterator[GuestMessage]:
        """Every guest as the hub publishes them."""
        with translated(self._path), closing(self._reading()) as sql:
            row = 0
            while found := sql.execute(_EVERYBODY, (row,)).fetchall():
                codes = _codes(sql, [one[1] for one in found])
                for _, *values in found:
                    yield guest_message(values, codes.get(values[0], []))
                row = found[-1][0]

    def _reading(self) -> sqlite3.Connection:
        return sqlite3.connect(f"file:{self._path}?mode=ro", uri=True, timeout=10)


class Taking:
    """Implements `RosterTaking`."""

    def __init__(self, writer: RosterTransaction, sql: sqlite3.Connection) -> None:
        self._writer, self._sql = writer, sql
        self._given_up = False
        self._seen: set[UUID] = set()

    def take(self, page: RosterPage) -> None:
        for guest in page.guests:
            if guest.ticket in self._seen:
                self._writer.meet_again()
            self._seen.add(guest.ticket)
            if guest.gone:
                self._remove(guest.ticket)
                continue
            self._writer.hear(guest.ticket)
            self._writer.put(_entry(guest))
            self._former_codes(guest)
        cursor = page.guests[-1].rev if page.more and page.guests else page.head
        self._writer.note("event", page.event)
        self._writer.note(GENERATION, page.generation)
        self._writer.note(REVISION, str(cursor))
        self._writer.note(EDITION, "" if page.more else page.edition)

    def give_up(self) -> None:
        self._given_up = True

    def finish(self, *, afresh: bool) -> bool:
        """Write what waits; whether it is to be kept."""
        if self._given_up:
            return False
        if afresh:
            for ticket in list(self._writer.unheard()):
                self._remove(ticket.id)
        self._writer.finish()
        return True

    def _former_codes(self, guest: GuestMessage) -> None:
        gone = [bytes.fromhex(digest) for digest, kind in guest.codes if kind == REPLACED]
        for digest in gone:
            values = digest, guest.ticket.bytes, REPLACED
            self._sql.execute("INSERT OR IGNORE INTO code VALUES (?, ?, ?)", values)

    def _remove(self, ticket: UUID) -> None:
        index, run, key = self._writer.meet_again(), self._sql.execute, (ticket.bytes,)
        for (attendee,) in run("SELECT attendee FROM ticket WHERE id = ?", key).fetchall():
            former.keep(self._sql, ticket.bytes)
            run("DELETE FROM code WHERE ticket = ?", key)
            run("DELETE FROM ticket WHERE id = ?", key)
            run("DELETE FROM attendee WHERE id = ?", (attendee,))
            index.moved()


def guest_message(values: list[Any], codes: list[tuple[str, str]]) -> GuestMessage:
    """A guest's row as it travels; columns by name, so that a newer version may add some."""
    names = [*(f"ticket.{c}" for c in TICKET_COLUMNS), *(f"attendee.{c}" for c in ATTENDEE_COLUMNS)]
    fields = {
        name: value.hex() if isinstance(value, bytes) else str(value)
        for name, value in zip(names, values, strict=True)
        if value not in {"", b""}
    }
    return GuestMessage(rev=0, ticket=UUID(bytes=values[0]), fields=fields, codes=tuple(codes))


def _codes(sql: sqlite3.Connection, tickets: list[bytes]) -> dict[bytes, list[tuple[str, str]]]:
    marks = ", ".join("?" * len(tickets))
    query = f"SELECT ticket, digest, kind FROM code WHERE ticket IN ({marks}) ORDER BY digest"  # noqa: S608
    found: dict[bytes, list[tuple[str, str]]] = {}
    for ticket, digest, kind in sql.execute(query, tickets):
        found.setdefault(ticket, []).append((digest.hex(), kind))
    return found


def _entry(guest: GuestMessage) -> RosterEntry:
    def column(table: str, name: str) -> bytes | str:
        said = guest.fields.get(f"{table}.{name}", "")
        return bytes.fromhex(said) if name in _SHARED else said

    codes = {kind: bytes.fromhex(digest) for digest, kind in guest.codes}
    return RosterEntry(
        attendee_from([column("attendee", c) for c in ATTENDEE_COLUMNS]),
        ticket_from([column("ticket", c) for c in TICKET_COLUMNS]),
        codes.get("ticket", b""),
        codes.get("badge", b""),
    )
