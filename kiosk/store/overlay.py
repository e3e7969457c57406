"""amended.db: how tickets are since desks amended them.

The same tables as roster.db, with the amended tickets only. It is a projection of facts: where
it is gone or behind, it is made again. It is a file of its own so that neither an import that
writes roster.db for minutes nor another roster in its place touches what desks said.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Final
from uuid import UUID

from kiosk.domain.attendee import CodeKind
from kiosk.services.ports import Overlay
from kiosk.services.searching import sought
from kiosk.store.roster_rows import REPLACED, attendee_values, ticket_values
from kiosk.store.roster_writing import ADD_ATTENDEE, ADD_TICKET, PUT_CODE
from kiosk.store.search_index import SearchIndex

_SEEN, _ROWS, _INTO = "amendments", "rows", "into:"
_CODES: Final = "SELECT digest, kind FROM code WHERE ticket = ?"


def lay_over(sql: sqlite3.Connection, overlays: Iterable[Overlay], amendments: int) -> None:
    """Write overlays inside the transaction that is open."""
    index = SearchIndex(sql)
    row = int(_noted(sql, _ROWS) or 0)
    for overlay in overlays:
        key = overlay.ticket.bytes
        sql.execute("DELETE FROM attendee WHERE id = (SELECT attendee FROM ticket WHERE id = ?)",
                    (key,))  # fmt: skip
        if sql.execute("DELETE FROM ticket WHERE id = ?", (key,)).rowcount:
            index.moved()
        sql.execute("DELETE FROM code WHERE ticket = ?", (key,))
        sql.execute("DELETE FROM note WHERE key = ?", (_INTO + overlay.ticket.hex,))
        if overlay.into:
            _note(sql, _INTO + overlay.ticket.hex, overlay.into.hex)
        kinds = {digest: kind.value for digest, kind in overlay.codes.items()}
        kinds |= dict.fromkeys(overlay.replaced, REPLACED)
        sql.executemany(PUT_CODE, [(key, digest, kind) for digest, kind in kinds.items()])
        if overlay.guest:
            row += 1
            guest = overlay.guest
            sql.execute(ADD_ATTENDEE, attendee_values(guest.attendee))
            sql.execute(ADD_TICKET, (*ticket_values(guest.ticket), row))
            index.add(row, sought(guest.attendee, guest.ticket))
    index.settle()
    _note(sql, _ROWS, str(row))
    _note(sql, _SEEN, str(amendments))


def amendments(sql: sqlite3.Connection) -> int:
    """How many amending facts had been seen when it was written last."""
    return int(_noted(sql, _SEEN) or 0)


def into(sql: sqlite3.Connection, ticket: UUID) -> UUID | None:
    """The ticket that this one's codes lead to in the end, if any.

    Two desks that could not see each other may have merged two tickets both ways: the lesser id
    is kept then, wherever it is asked.
    """
    way = [ticket]
    while found := _noted(sql, _INTO + way[-1].hex):
        following = UUID(hex=found)
        if following in way:
            return min(way[way.index(following) :])
        way.append(following)
    return way[-1] if len(way) > 1 else None


def doubles(sql: sqlite3.Connection) -> frozenset[UUID]:
    """Every ticket whose codes lead to another one."""
    found = sql.execute(
        "SELECT key FROM note WHERE key > ? AND key < ?", (_INTO, _INTO + "g")
    ).fetchall()
    merged = [UUID(hex=key.removeprefix(_INTO)) for (key,) in found]
    return frozenset(ticket for ticket in merged if into(sql, ticket) != ticket)


def amended(sql: sqlite3.Connection, tickets: Sequence[UUID]) -> frozenset[UUID]:
    """Those of the tickets that are not as the list says."""
    marks = ", ".join("?" * len(tickets))
    changed = sql.execute(
        f"SELECT id FROM ticket WHERE id IN ({marks})",  # noqa: S608  question marks
        [ticket.bytes for ticket in tickets],
    ).fetchall()
    moved = sql.execute(
        f"SELECT key FROM note WHERE key IN ({marks})",  # noqa: S608  question marks
        [_INTO + ticket.hex for ticket in tickets],
    ).fetchall()
    ids = [UUID(bytes=key) for (key,) in changed]
    return frozenset(ids + [UUID(hex=key.removeprefix(_INTO)) for (key,) in moved])


def code(sql: sqlite3.Connection, digest: bytes) -> tuple[UUID, bool] | None:
    """Whose code this is, and whether it still counts; None for one that nobody amended."""
    found = sql.execute("SELECT ticket, kind FROM code WHERE digest = ?", (digest,)).fetchone()
    return (UUID(bytes=found[0]), found[1] != REPLACED) if found else None


def codes(sql: sqlite3.Connection, ticket: UUID) -> Mapping[bytes, CodeKind]:
    """The codes of a ticket that still count."""
    found = sql.execute(_CODES, (ticket.bytes,)).fetchall()
    return {digest: CodeKind(kind) for digest, kind in found if kind != REPLACED}


def _noted(sql: sqlite3.Connection, key: str) -> str:
    found = sql.execute("SELECT value FROM note WHERE key = ?", (key,)).fetchone()
    return str(found[0]) if found else ""


def _note(sql: sqlite3.Connection, key: str, value: str) -> None:
    sql.execute("INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)", (key, value))
