"""Writing the roster: one import, one transaction.

In the driver's own words: an import brings a million rows, and each has five statements.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, Final
from uuid import UUID

from kiosk.domain.attendee import Ticket
from kiosk.services.ports import ImportRecord, Put, RosterEntry
from kiosk.services.searching import sought
from kiosk.store import former
from kiosk.store.roster_rows import (
    ATTENDEE_COLUMNS,
    REPLACED,
    TICKET_COLUMNS,
    attendee_from,
    attendee_values,
    ticket_from,
    ticket_values,
)
from kiosk.store.search_index import SearchIndex

AT_ONCE: Final = 2000
"""Rows written together."""
LATE_INDEXES: Final = {
    "ix_ticket_attendee": "ticket (attendee)",
    "ix_ticket_number": "ticket (number)",
    "ix_code_ticket": "code (ticket)",
}
"""Made after the rows where the roster was empty: sorted once instead of sought a million times."""
_A, _T = ", ".join(ATTENDEE_COLUMNS), ", ".join(TICKET_COLUMNS)
_MARKS_A, _MARKS_T = "?, " * len(ATTENDEE_COLUMNS), "?, " * len(TICKET_COLUMNS)
ADD_ATTENDEE: Final = f"INSERT INTO attendee ({_A}) VALUES ({_MARKS_A[:-2]})"  # noqa: S608
ADD_TICKET: Final = f"INSERT INTO ticket ({_T}, row) VALUES ({_MARKS_T}?)"  # noqa: S608
PUT_CODE: Final = (
    "INSERT INTO code (ticket, digest, kind) VALUES (?, ?, ?) "
    # where two of one list change codes, the first of them takes it from the other
    "ON CONFLICT (digest) DO UPDATE SET ticket = excluded.ticket, kind = excluded.kind"
)
_PRESENT: Final = (
    f"SELECT t.row, {', '.join(f't.{c}' for c in TICKET_COLUMNS)}, "  # noqa: S608
    f"{', '.join(f'a.{c}' for c in ATTENDEE_COLUMNS)} "
    "FROM ticket AS t JOIN attendee AS a ON a.id = t.attendee WHERE t.id = ?"
)
_HOLDER: Final = (
    f"SELECT {', '.join(f't.{c}' for c in TICKET_COLUMNS)} "  # noqa: S608
    "FROM code AS c JOIN ticket AS t ON t.id = c.ticket "
    f"WHERE c.digest = ? AND c.kind != '{REPLACED}'"
)
_CODES: Final = f"SELECT digest, kind FROM code WHERE ticket = ? AND kind != '{REPLACED}'"  # noqa: S608
_TICKET_OF: Final = "SELECT ticket FROM code WHERE digest = ?"
_CHANGE_ATTENDEE: Final = (
    f"UPDATE attendee SET {', '.join(f'{c} = ?' for c in ATTENDEE_COLUMNS[1:])} WHERE id = ?"  # noqa: S608
)
_CHANGE_TICKET: Final = (
    f"UPDATE ticket SET {', '.join(f'{c} = ?' for c in TICKET_COLUMNS[1:])} WHERE id = ?"  # noqa: S608
)


class RosterTransaction:
    """Implements `RosterWriter`; each ticket is put once.

    Args:
        sql: in a transaction that holds the write lock.
    """

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        self._index = SearchIndex(sql)
        self.given_up = False
        self._before: int = sql.execute("SELECT coalesce(max(row), 0) FROM ticket").fetchone()[0]
        self._next = self._before + 1
        self._known = "ticket"
        self._empty = self._before == 0
        self._late = False
        self._heard = bytearray(self._before + 1)
        self._new: list[tuple[int, RosterEntry]] = []
        self._new_codes: dict[bytes, Ticket] = {}
        self._event_before = self._noted("event")
        former.start(sql)

    def give_up(self) -> None:
        self.given_up = True

    def clear(self) -> None:
        former.keep_everybody(self._sql)
        for table in ("code", "ticket", "attendee"):
            self._sql.execute(f"DELETE FROM {table}")  # noqa: S608  our own three
        self._index.clear()
        self._known, self._empty = "former_ticket", True

    def note(self, key: str, value: str) -> None:
        self._sql.execute("INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)", (key, value))

    def _noted(self, key: str) -> str:
        found = self._sql.execute("SELECT value FROM note WHERE key = ?", (key,)).fetchone()
        return str(found[0]) if found else ""

    def hear(self, ticket: UUID) -> None:
        self._mark(ticket, 1)

    def unhear(self, ticket: UUID) -> None:
        self._mark(ticket, 0)

    def is_unheard(self, ticket: UUID) -> bool:
        row = self._row_before(ticket)
        return row is not None and not self._heard[row]

    def unheard(self) -> Iterator[Ticket]:
        columns, row = ", ".join(TICKET_COLUMNS), 0
        query = (
            f"SELECT row, {columns} FROM {self._known} "  # noqa: S608  our own words
            "WHERE row > ? AND row <= ? ORDER BY row LIMIT ?"
        )
        while rows := self._sql.execute(query, (row, self._before, AT_ONCE)).fetchall():
            for row, *values in rows:
                if not self._heard[row]:
                    yield ticket_from(values)

    def _row_before(self, ticket: UUID) -> int | None:
        if not self._before:
            return None
        query = f"SELECT row FROM {self._known} WHERE id = ?"  # noqa: S608  one of two
        found = self._sql.execute(query, (ticket.bytes,)).fetchone()
        return int(found[0]) if found and found[0] <= self._before else None

    def _mark(self, ticket: UUID, heard: int) -> None:
        row = self._row_before(ticket)
        if row is not None:
            self._heard[row] = heard

    def cancel(self, ticket: Ticket) -> None:
        former.keep(self._sql, ticket.id.bytes)
        query = "UPDATE ticket SET status = 'cancelled' WHERE id = ?"
        self._sql.execute(query, (ticket.id.bytes,))

    def meet_again(self) -> SearchIndex:
        """From here on tickets may come again; the index, to be told of who leaves."""
        self._flush()
        self._empty = False
        return self._index

    def categories(self) -> set[str]:
        self._flush()
        return {row[0] for row in self._sql.execute("SELECT DISTINCT category FROM ticket")}

    def holder(self, code: bytes) -> Ticket | None:
        if code in self._new_codes:
            return self._new_codes[code]
        if self._empty:  # whoever was put before has another code, or is among the new ones
            return None
        found = self._sql.execute(_HOLDER, (code,)).fetchone()
        return ticket_from(found) if found else None

    def put(self, entry: RosterEntry) -> Put:
        if self._empty:
            return self._add(entry)
        found = self._sql.execute(_PRESENT, (entry.ticket.id.bytes,)).fetchone()
        if not found:
            return self._add(entry)
        ticket, attendee = ticket_values(entry.ticket), attendee_values(entry.attendee)
        codes = {entry.code: "ticket", entry.badge_code: "badge"}
        known = self._sql.execute(_CODES, ticket[:1])
        if found[1:] == ticket + attendee and dict(known.fetchall()) == codes:
            return Put.UNCHANGED
        former.keep(self._sql, ticket[0])
        self._keep_holders(codes)
        run = self._sql.execute
        run(_CHANGE_ATTENDEE, (*attendee[1:], attendee[0]))
        run(_CHANGE_TICKET, (*ticket[1:], ticket[0]))
        # what was sent before is still in people's pockets: it is refused with a reason of its own
        run("UPDATE code SET kind = ? WHERE ticket = ?", (REPLACED, ticket[0]))
        for digest, kind in codes.items():
            run(PUT_CODE, (ticket[0], digest, kind))
        self._index_again(found[1:], entry)
        return Put.CHANGED

    def _index_again(self, old: tuple[Any, ...], entry: RosterEntry) -> None:
        """The index cannot forget: whoever is asked for by other words gets another row."""
        size = len(TICKET_COLUMNS)
        before = sought(attendee_from(old[size:]), ticket_from(old[:size]))
        now = sought(entry.attendee, entry.ticket)
        if now == before:
            return
        values = self._next, entry.ticket.id.bytes
        self._sql.execute("UPDATE ticket SET row = ? WHERE id = ?", values)
        self._index.add(self._next, now)
        self._index.moved()
        self._next += 1

    def _add(self, entry: RosterEntry) -> Put:
        self._new.append((self._next, entry))
        self._next += 1
        if not self._empty:
            self._new_codes[entry.code] = self._new_codes[entry.badge_code] = entry.ticket
        if len(self._new) >= AT_ONCE:
            self._flush()
        return Put.ADDED

    def _keep_holders(self, codes: Iterable[bytes]) -> None:
        """Whoever loses one of these codes can have it back."""
        for code in codes:
            for (ticket,) in self._sql.execute(_TICKET_OF, (code,)).fetchall():
                former.keep(self._sql, ticket)

    def _flush(self) -> None:
        if not self._new:
            return
        if not self._empty:
            self._keep_holders(self._new_codes)
        if self._empty and not self._late:
            self._late = True
            for name in LATE_INDEXES:
                self._sql.execute(f"DROP INDEX {name}")
        entries, many = self._new, self._sql.executemany
        many(ADD_ATTENDEE, [attendee_values(e.attendee) for _, e in entries])
        many(ADD_TICKET, [(*ticket_values(e.ticket), row) for row, e in entries])
        many(PUT_CODE, _codes(entries))
        for row, entry in entries:
            self._index.add(row, sought(entry.attendee, entry.ticket))
        self._new, self._new_codes = [], {}

    def remember(self, record: ImportRecord) -> None:
        at_ms = int(record.at.timestamp() * 1000)
        counts = json.dumps(dict(record.counts))
        self._sql.execute(
            "INSERT INTO import (at_ms, name, digest, who, counts, last_row, event_before) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (at_ms, record.name, record.digest, record.by, counts, self._before,
             self._event_before),
        )  # fmt: skip

    def finish(self) -> None:
        """Write what waits, and make the indexes that were put off."""
        self._flush()
        self._index.settle()
        if self._late:
            for name, where in LATE_INDEXES.items():
                self._sql.execute(f"CREATE INDEX {name} ON {where}")


def _codes(entries: list[tuple[int, RosterEntry]]) -> Iterator[tuple[bytes, bytes, str]]:
    for _, entry in entries:
        ticket = entry.ticket.id.bytes
        yield ticket, entry.code, "ticket"
        yield ticket, entry.badge_code, "badge"
