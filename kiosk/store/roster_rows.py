"""People and tickets out of their rows."""

from datetime import date
from uuid import UUID

from kiosk.domain.attendee import Attendee, Ticket, TicketStatus
from kiosk.domain.words import Language
from kiosk.store.complaints import one_row
from kiosk.store.tables import AttendeeRow, TicketRow


def attendee_of(row: AttendeeRow) -> Attendee:
    """The attendee that a row holds.

    Raises:
        DamagedRow: it holds none.
    """
    with one_row():
        return Attendee(
            id=UUID(bytes=row.id),
            external_id=row.external_id,
            name=row.name,
            latin_name=row.latin_name,
            company=row.company,
            title=row.title,
            phone=row.phone,
            email=row.email,
            language=Language(row.language) if row.language else None,
        )


def ticket_of(row: TicketRow) -> Ticket:
    """The ticket that a row holds.

    Raises:
        DamagedRow: it holds none.
    """
    with one_row():
        return Ticket(
            id=UUID(bytes=row.id),
            attendee=UUID(bytes=row.attendee),
            number=row.number,
            category=row.category,
            status=TicketStatus(row.status),
            days=frozenset(date.fromisoformat(day) for day in row.days.split()),
        )
