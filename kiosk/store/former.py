"""One step back: the rows of the roster as they were before the newest import touched them.

Rows that it added need no copy: they are those above the last one before it.
"""

import json
import sqlite3
from datetime import UTC, datetime
from typing import Final

from kiosk.services.ports import ImportRecord
from kiosk.store.roster_rows import ATTENDEE_COLUMNS, TICKET_COLUMNS
from kiosk.store.search_index import SearchIndex

_COLUMNS: Final = {
    "attendee": ", ".join(ATTENDEE_COLUMNS),
    "ticket": ", ".join(("row", *TICKET_COLUMNS)),
    "code": "digest, ticket, kind",
}


def start(sql: sqlite3.Connection) -> None:
    """Forget the step before: only one is kept."""
    for table in _COLUMNS:
        sql.execute(f"DELETE FROM former_{table}")  # noqa: S608  our own three


def keep(sql: sqlite3.Connection, ticket: bytes) -> None:
    """Keep a ticket as it is, with its person and codes, unless that was done before."""
    _copy(sql, "ticket", "WHERE id = ?", ticket)
    _copy(sql, "attendee", "WHERE id = (SELECT attendee FROM ticket WHERE id = ?)", ticket)
    _copy(sql, "code", "WHERE ticket = ?", ticket)


def keep_everybody(sql: sqlite3.Connection) -> None:
    """Keep the whole roster."""
    for table in _COLUMNS:
        _copy(sql, table, "")


def _copy(sql: sqlite3.Connection, table: str, where: str, *values: bytes) -> None:
    columns = _COLUMNS[table]
    sql.execute(
        f"INSERT OR IGNORE INTO former_{table} ({columns}) SELECT {columns} FROM {table} {where}",  # noqa: S608
        values,
    )


def imports(sql: sqlite3.Connection) -> tuple[ImportRecord, ...]:
    """Every import that is remembered, newest first."""
    rows = sql.execute(
        "SELECT number, at_ms, name, digest, who, counts, undone_ms FROM import "
        "ORDER BY number DESC"
    ).fetchall()
    return tuple(
        ImportRecord(
            number=number,
            at=_moment(at_ms),
            name=name,
            digest=digest,
            by=who,
            counts=json.loads(counts),
            undone_at=None if undone_ms is None else _moment(undone_ms),
            can_undo=place == 0 and undone_ms is None,
        )
        for place, (number, at_ms, name, digest, who, counts, undone_ms) in enumerate(rows)
    )


def take_back(sql: sqlite3.Connection, at: datetime) -> ImportRecord | None:
    """Undo the newest import, inside the transaction that is open."""
    newest = next(iter(imports(sql)), None)
    if newest is None or not newest.can_undo:
        return None
    last, event = sql.execute(
        "SELECT last_row, event_before FROM import WHERE number = ?", (newest.number,)
    ).fetchone()
    _drop_added(sql, last)
    _drop_changed(sql)
    for table, columns in _COLUMNS.items():
        sql.execute(f"INSERT INTO {table} ({columns}) SELECT {columns} FROM former_{table}")  # noqa: S608
    SearchIndex(sql).rebuild()  # it cannot forget the words of rows that are gone
    start(sql)
    sql.execute("DELETE FROM note WHERE key = 'event'")
    if event:
        sql.execute("INSERT INTO note (key, value) VALUES ('event', ?)", (event,))
    undone = int(at.timestamp() * 1000)
    sql.execute("UPDATE import SET undone_ms = ? WHERE number = ?", (undone, newest.number))
    return next(iter(imports(sql)))


def _drop_added(sql: sqlite3.Connection, last: int) -> None:
    if last == 0:  # nobody was there before
        for table in _COLUMNS:
            sql.execute(f"DELETE FROM {table}")  # noqa: S608  our own three
        return
    added = "SELECT id FROM ticket WHERE row > ?"
    sql.execute(f"DELETE FROM code WHERE ticket IN ({added})", (last,))  # noqa: S608
    sql.execute(
        "DELETE FROM attendee WHERE id IN (SELECT attendee FROM ticket WHERE row > ?)", (last,)
    )
    sql.execute("DELETE FROM ticket WHERE row > ?", (last,))


def _drop_changed(sql: sqlite3.Connection) -> None:
    """Rows of which there is a former version."""
    sql.execute("DELETE FROM code WHERE ticket IN (SELECT id FROM former_ticket)")
    sql.execute("DELETE FROM code WHERE digest IN (SELECT digest FROM former_code)")
    sql.execute("DELETE FROM attendee WHERE id IN (SELECT id FROM former_attendee)")
    sql.execute("DELETE FROM ticket WHERE id IN (SELECT id FROM former_ticket)")


def _moment(ms: int) -> datetime:
    return datetime.fromtimestamp(ms / 1000, UTC)
