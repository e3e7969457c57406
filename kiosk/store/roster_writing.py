"""Writing the roster: one import, one transaction."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.domain.attendee import Ticket
from kiosk.names.keys import Sought
from kiosk.services.ports import RosterEntry
from kiosk.services.searching import sought
from kiosk.store.roster_rows import ticket_of
from kiosk.store.search_index import SearchIndex
from kiosk.store.tables import RosterTable, TicketRow

_TABLES = RosterTable.metadata.tables
ATTENDEE, TICKET = _TABLES["attendee"], _TABLES["ticket"]
CODE, NOTE = _TABLES["code"], _TABLES["note"]


class RosterTransaction:
    """Implements `RosterWriter` with Core statements: a row of an import has no ORM identity."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._index = SearchIndex(connection)
        self.given_up = False

    def give_up(self) -> None:
        self.given_up = True

    def clear(self) -> None:
        for table in (CODE, TICKET, ATTENDEE):
            self._connection.execute(delete(table))
        self._index.clear()

    def settle(self) -> None:
        """Bring the search index up to date; call before COMMIT."""
        self._index.settle()

    def note(self, key: str, value: str) -> None:
        self._put_row(NOTE, "key", {"key": key, "value": value})

    def tickets(self) -> set[UUID]:
        return {UUID(bytes=row[0]) for row in self._connection.execute(select(TICKET.c.id))}

    def categories(self) -> set[str]:
        return {row[0] for row in self._connection.execute(select(TICKET.c.category).distinct())}

    def holder(self, code: bytes) -> Ticket | None:
        known = select(TICKET).join(CODE, CODE.c.ticket == TICKET.c.id).where(CODE.c.digest == code)
        found = self._connection.execute(known).mappings().one_or_none()
        return ticket_of(TicketRow(**found)) if found else None

    def put(self, entry: RosterEntry) -> bool:
        ticket, attendee = _ticket_values(entry), _attendee_values(entry)
        codes = {entry.code: "ticket", entry.badge_code: "badge"}
        old_ticket, old_attendee = self._known(ticket["id"], attendee["id"])
        before = _sought(old_attendee, old_ticket) if old_ticket and old_attendee else None
        same = before is not None and ticket.items() <= old_ticket.items()
        if same and old_attendee == attendee and self._codes(ticket["id"]) == codes:
            return False
        self._put_row(ATTENDEE, "id", attendee)
        self._put_row(TICKET, "id", ticket)
        run = self._connection.execute
        run(delete(CODE).where(CODE.c.ticket == ticket["id"]))
        for digest, kind in codes.items():
            # where two of one list change codes, the first of them takes it from the other
            self._put_row(CODE, "digest", {"digest": digest, "ticket": ticket["id"], "kind": kind})
        now = sought(entry.attendee, entry.ticket)
        if now != before:
            self._index.add(self._fresh_row(ticket["id"], moved=before is not None), now)
        return True

    def _known(self, ticket: bytes, attendee: bytes) -> tuple[dict[str, Any], dict[str, Any]]:
        """The rows as they are; empty where there are none."""
        run = self._connection.execute
        old = run(select(TICKET).where(TICKET.c.id == ticket)).mappings().one_or_none()
        if old is None:
            return {}, {}
        person = run(select(ATTENDEE).where(ATTENDEE.c.id == attendee)).mappings().one_or_none()
        return dict(old), dict(person or {})

    def _codes(self, ticket: bytes) -> dict[bytes, str]:
        known = select(CODE.c.digest, CODE.c.kind).where(CODE.c.ticket == ticket)
        return {row[0]: row[1] for row in self._connection.execute(known)}

    def _fresh_row(self, ticket: bytes, *, moved: bool) -> int:
        """The ticket's row number; another one where the index knows it by its old words."""
        run, mine = self._connection.execute, TICKET.c.id == ticket
        if moved:
            last = select(func.max(TICKET.c.row)).scalar_subquery()
            run(update(TICKET).where(mine).values(row=last + 1))
            self._index.moved()
        return int(run(select(TICKET.c.row).where(mine)).scalar_one())

    def _put_row(self, table: Table, key: str, values: dict[str, Any]) -> None:
        statement = upsert(table)
        fresh = {name: statement.excluded[name] for name in values if name != key}
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[key], set_=fresh), values
        )


def _sought(attendee: dict[str, Any], ticket: dict[str, Any]) -> Sought:
    columns = ["name", "latin_name", "company", "title", "email", "phone", "external_id"]
    return Sought(number=ticket["number"], **{column: attendee[column] for column in columns})


def _attendee_values(entry: RosterEntry) -> dict[str, Any]:
    a = entry.attendee
    return {
        "id": a.id.bytes,
        "external_id": a.external_id,
        "name": a.name,
        "latin_name": a.latin_name,
        "company": a.company,
        "title": a.title,
        "phone": a.phone,
        "email": a.email,
        "language": a.language.value if a.language else "",
    }


def _ticket_values(entry: RosterEntry) -> dict[str, Any]:
    t = entry.ticket
    return {
        "id": t.id.bytes,
        "attendee": t.attendee.bytes,
        "number": t.number,
        "category": t.category,
        "status": t.status.value,
        "days": " ".join(sorted(day.isoformat() for day in t.days)),
    }
