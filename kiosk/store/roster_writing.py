"""Writing the roster: one import, one transaction."""

from uuid import UUID

from sqlalchemy import delete, text
from sqlmodel import Session as Transacting
from sqlmodel import col, select

from kiosk.names import query_words, search_keys
from kiosk.services.ports import RosterEntry
from kiosk.store.tables import AttendeeRow, CodeRow, NoteRow, TicketRow


class RosterTransaction:
    """Implements `RosterWriter`; nobody sees anything of it before its COMMIT."""

    def __init__(self, rows: Transacting) -> None:
        self._rows = rows

    def note(self, key: str, value: str) -> None:
        row = self._rows.get(NoteRow, key) or NoteRow(key=key, value=value)
        row.value = value
        self._rows.add(row)

    def tickets(self) -> set[UUID]:
        return {UUID(bytes=id_) for id_ in self._rows.exec(select(TicketRow.id))}

    def put(self, entry: RosterEntry) -> bool:
        ticket = self._rows.exec(
            select(TicketRow).where(TicketRow.id == entry.ticket.id.bytes)
        ).first()
        attendee = self._rows.get(AttendeeRow, entry.attendee.id.bytes)
        codes = {c.digest for c in self._rows.exec(
            select(CodeRow).where(CodeRow.ticket == entry.ticket.id.bytes)
        )}  # fmt: skip
        wanted = {entry.code, entry.badge_code}
        fresh_ticket, fresh_attendee = _ticket_row(entry), _attendee_row(entry)
        if ticket and attendee and wanted == codes:
            fresh_ticket.row = ticket.row
            same = ticket == fresh_ticket and attendee == fresh_attendee
            if same:
                return False
        fresh_ticket.row = ticket.row if ticket else None
        self._rows.merge(fresh_attendee)
        row = self._rows.merge(fresh_ticket)
        self._rows.flush()
        self._rows.exec(delete(CodeRow).where(col(CodeRow.ticket) == entry.ticket.id.bytes))
        # a code that belonged to another ticket goes to the one that the newest list names
        self._rows.exec(delete(CodeRow).where(col(CodeRow.digest).in_(wanted)))
        for digest, kind in ((entry.code, "ticket"), (entry.badge_code, "badge")):
            self._rows.add(CodeRow(digest=digest, ticket=entry.ticket.id.bytes, kind=kind))
        self._index(row.row, entry)
        return True

    def _index(self, row: int | None, entry: RosterEntry) -> None:
        a = entry.attendee
        name = f"{search_keys(a.name)} {search_keys(a.latin_name)}"
        words = query_words(f"{a.company} {a.title} {a.email} {entry.ticket.number}")
        other = " ".join([*words, a.phone, a.phone[-4:], entry.ticket.number.casefold()])
        connection = self._rows.connection()
        connection.execute(text("DELETE FROM word WHERE rowid = :row"), {"row": row})
        connection.execute(
            text("INSERT INTO word (rowid, name, other) VALUES (:row, :name, :other)"),
            {"row": row, "name": name, "other": other},
        )


def _attendee_row(entry: RosterEntry) -> AttendeeRow:
    a = entry.attendee
    return AttendeeRow(
        id=a.id.bytes,
        external_id=a.external_id,
        name=a.name,
        latin_name=a.latin_name,
        company=a.company,
        title=a.title,
        phone=a.phone,
        email=a.email,
        language=a.language.value if a.language else "",
    )


def _ticket_row(entry: RosterEntry) -> TicketRow:
    t = entry.ticket
    return TicketRow(
        id=t.id.bytes,
        attendee=t.attendee.bytes,
        number=t.number,
        category=t.category,
        status=t.status.value,
        days=" ".join(sorted(day.isoformat() for day in t.days)),
    )
