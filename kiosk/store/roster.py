"""roster.db: the event, its attendees and tickets, and the words they are found by."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final
from uuid import UUID

from sqlalchemy import Connection
from sqlmodel import Session as Transacting
from sqlmodel import col, select

from kiosk.domain.event import Event
from kiosk.domain.words import Words
from kiosk.services.ports import Guest, Hit, ImportRecord
from kiosk.services.trouble import Misconfigured
from kiosk.store import former
from kiosk.store.complaints import translated
from kiosk.store.database import READ, open_database
from kiosk.store.migrations import ROSTER
from kiosk.store.roster_feed import RosterFeed
from kiosk.store.roster_rows import REPLACED, attendee_of, ticket_of
from kiosk.store.roster_search import search
from kiosk.store.roster_writing import RosterTransaction
from kiosk.store.search_index import SearchIndex
from kiosk.store.tables import AttendeeRow, CodeRow, NoteRow, TicketRow

USUAL_CACHE_KIB: Final = 2_000
"""SQLite's own default."""
IMPORT_CACHE_KIB: Final = 128_000
"""Holds the growing indexes of a million rows; with the default every page is written ten times."""


class RosterFile:
    """Implements `Roster` on one roster.db.

    Args:
        path: the file.
        read_event: turns the event file's text into an Event.
    """

    def __init__(self, path: Path, read_event: Callable[[str], Event]) -> None:
        self._path, self._read_event = path, read_event
        self._engine = open_database(path, ROSTER, "NORMAL")
        self._event: tuple[str, Event] | None = None
        self._refresh_index()

    @property
    def synced(self) -> RosterFeed:
        """What sync does with this file."""
        return RosterFeed(self._path, self._writing)

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    def event_text(self) -> str:
        """The event file's text as imported; empty before the first import."""
        with self._reading() as rows:
            note = rows.get(NoteRow, "event")
            return note.value if note else ""

    def event(self) -> Event:
        said = self.event_text()
        if not said:
            raise Misconfigured(
                Words("本机还没有名单。", "This station has no list yet."),
                Words(
                    "请先导入名单：python main.py import 名单.csv",
                    "Import one first: python main.py import LIST.csv",
                ),
            )
        if self._event is None or self._event[0] != said:
            self._event = (said, self._read_event(said))
        return self._event[1]

    def by_code(self, digest: bytes) -> Guest | None:
        with self._reading() as rows:
            code = rows.get(CodeRow, digest)
            guest = _guest(rows, code.ticket) if code else None
            if guest is None or code is None:
                return None
            return replace(guest, replaced=code.kind == REPLACED)

    def by_ticket(self, ticket: UUID) -> Guest | None:
        with self._reading() as rows:
            return _guest(rows, ticket.bytes)

    def by_number(self, number: str) -> Guest | None:
        with self._reading() as rows:
            found = rows.exec(select(TicketRow).where(TicketRow.number == number)).first()
            return _guest(rows, found.id) if found else None

    def group(self, name: str) -> tuple[Guest, ...]:
        query = (
            select(TicketRow, AttendeeRow)
            .where(TicketRow.attendee == AttendeeRow.id, AttendeeRow.party == name)
            .order_by(col(TicketRow.number))
        )
        with self._reading() as rows:
            return tuple(Guest(attendee_of(a), ticket_of(t)) for t, a in rows.exec(query))

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        with self._reading() as rows:
            found = search(rows.connection(), query, limit)
            both = select(TicketRow, AttendeeRow).where(
                TicketRow.attendee == AttendeeRow.id,
                col(TicketRow.id).in_([ticket for ticket, _ in found]),
            )
            guests = {t.id: Guest(attendee_of(a), ticket_of(t)) for t, a in rows.exec(both)}
            return tuple(Hit(guests[ticket], why) for ticket, why in found)

    def guests(self) -> tuple[Guest, ...]:
        query = (
            select(TicketRow, AttendeeRow)
            .where(TicketRow.attendee == AttendeeRow.id)
            .order_by(col(TicketRow.number))
        )
        with self._reading() as rows:
            return tuple(Guest(attendee_of(a), ticket_of(t)) for t, a in rows.exec(query))

    def count(self) -> int:
        """How many tickets there are."""
        with self._reading() as rows:
            return int(
                rows.connection().exec_driver_sql("SELECT count(*) FROM ticket").scalar_one()
            )

    def check(self) -> str:
        """SQLite's own word on the whole file: "ok" or what is wrong."""
        with self._reading() as rows:
            return str(rows.connection().exec_driver_sql("PRAGMA integrity_check(1)").scalar())

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The driver's own connection, for one read; only for this room."""
        with self._reading() as rows:
            yield _driver(rows.connection())

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction in the driver's own words; only for this room."""
        with translated(self._path), self._engine.begin() as connection:
            yield _driver(connection)

    @contextmanager
    def rewriting(self, *, keep: bool) -> Iterator[RosterTransaction]:
        """One transaction for a whole import; scans read the old roster until COMMIT."""
        with self._writing() as (connection, sql):
            writer = RosterTransaction(sql)
            yield writer
            writer.finish()
            if keep and not writer.given_up:
                connection.commit()

    def imports(self) -> tuple[ImportRecord, ...]:
        with self._reading() as rows:
            return former.imports(_driver(rows.connection()))

    def take_back(self, at: datetime) -> ImportRecord | None:
        with self._writing() as (connection, sql):
            undone = former.take_back(sql, at)
            connection.commit()
            return undone

    @contextmanager
    def _writing(self) -> Iterator[tuple[Connection, sqlite3.Connection]]:
        with translated(self._path), self._engine.connect() as connection:
            sql = _driver(connection)
            sql.execute(f"PRAGMA cache_size = -{IMPORT_CACHE_KIB}")
            connection.begin()
            try:
                yield connection, sql
            finally:
                connection.rollback()  # nothing, where it was committed
                sql.execute(f"PRAGMA cache_size = -{USUAL_CACHE_KIB}")
                # else the log stays as large as the import for as long as the station runs
                sql.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()

    def _refresh_index(self) -> None:
        """Index everybody again where an older program did it, or an older roster had none."""
        with self._reading() as rows:
            if SearchIndex(_driver(rows.connection())).is_current():
                return
        with self._writing() as (connection, sql):
            index = SearchIndex(sql)
            if not index.is_current():  # by another process meanwhile
                index.rebuild()
            connection.commit()

    @contextmanager
    def _reading(self) -> Iterator[Transacting]:
        with (
            translated(self._path),
            self._engine.connect().execution_options(**READ) as connection,
            Transacting(connection) as rows,
        ):
            yield rows


def _guest(rows: Transacting, ticket_id: bytes) -> Guest | None:
    ticket = rows.exec(select(TicketRow).where(TicketRow.id == ticket_id)).first()
    attendee = rows.get(AttendeeRow, ticket.attendee) if ticket else None
    return Guest(attendee_of(attendee), ticket_of(ticket)) if ticket and attendee else None


def _driver(connection: Connection) -> sqlite3.Connection:
    raw = connection.connection.driver_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw
