"""Writing the roster: one import, one transaction."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Table, delete, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from kiosk.domain.attendee import Ticket
from kiosk.names import query_words, search_keys
from kiosk.services.ports import RosterEntry
from kiosk.store.roster_rows import ticket_of
from kiosk.store.tables import RosterTable, TicketRow

_TABLES = RosterTable.metadata.tables
ATTENDEE, TICKET = _TABLES["attendee"], _TABLES["ticket"]
CODE, NOTE = _TABLES["code"], _TABLES["note"]


class RosterTransaction:
    """Implements `RosterWriter` with Core statements: a row of an import has no ORM identity."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.given_up = False

    def give_up(self) -> None:
        self.given_up = True

    def clear(self) -> None:
        for table in (CODE, TICKET, ATTENDEE):
            self._connection.execute(delete(table))
        self._connection.execute(text("DELETE FROM word"))

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
        if self._same(ticket, attendee, codes):
            return False
        self._put_row(ATTENDEE, "id", attendee)
        self._put_row(TICKET, "id", ticket)
        run = self._connection.execute
        run(delete(CODE).where(CODE.c.ticket == ticket["id"]))
        for digest, kind in codes.items():
            # where two of one list change codes, the first of them takes it from the other
            self._put_row(CODE, "digest", {"digest": digest, "ticket": ticket["id"], "kind": kind})
        row = run(select(TICKET.c.row).where(TICKET.c.id == ticket["id"])).scalar_one()
        self._index(row, entry)
        return True

    def _same(
        self, ticket: dict[str, Any], attendee: dict[str, Any], codes: dict[bytes, str]
    ) -> bool:
        run = self._connection.execute
        old = run(select(TICKET).where(TICKET.c.id == ticket["id"])).mappings().one_or_none()
        if old is None or any(old[key] != value for key, value in ticket.items()):
            return False
        person = run(select(ATTENDEE).where(ATTENDEE.c.id == attendee["id"])).mappings().one()
        known = run(select(CODE.c.digest, CODE.c.kind).where(CODE.c.ticket == ticket["id"]))
        return dict(person) == attendee and {row[0]: row[1] for row in known} == codes

    def _put_row(self, table: Table, key: str, values: dict[str, Any]) -> None:
        statement = upsert(table)
        fresh = {name: statement.excluded[name] for name in values if name != key}
        self._connection.execute(
            statement.on_conflict_do_update(index_elements=[key], set_=fresh), values
        )

    def _index(self, row: int, entry: RosterEntry) -> None:
        a = entry.attendee
        name = f"{search_keys(a.name)} {search_keys(a.latin_name)}"
        words = query_words(f"{a.company} {a.title} {a.email} {entry.ticket.number}")
        other = " ".join([*words, a.phone, a.phone[-4:], entry.ticket.number.casefold()])
        run = self._connection.execute
        run(text("DELETE FROM word WHERE rowid = :row"), {"row": row})
        run(
            text("INSERT INTO word (rowid, name, other) VALUES (:row, :name, :other)"),
            {"row": row, "name": name, "other": other},
        )


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
