"""People and tickets out of their rows, and into them."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from kiosk.domain.attendee import Attendee, Ticket, TicketStatus
from kiosk.domain.words import Language
from kiosk.store.complaints import one_row
from kiosk.store.tables import AttendeeRow, TicketRow

ATTENDEE_COLUMNS: Final = (
    "id", "external_id", "name", "latin_name", "company", "title", "phone", "email", "language",
    "note", "party",
)  # fmt: skip
TICKET_COLUMNS: Final = (
    "id", "attendee", "number", "category", "status", "days",
    "sessions", "invitations", "valid_from", "valid_until",
)  # fmt: skip
REPLACED: Final = "replaced"
"""The kind of a code that has another in its place and counts no more."""
_BETWEEN: Final = "\x1f"
"""Between names of sessions or places: nobody types a unit separator (ASCII, RFC 20)."""


def attendee_of(row: AttendeeRow) -> Attendee:
    """The attendee that a row holds.

    Raises:
        DamagedRow: it holds none.
    """
    return attendee_from([getattr(row, column) for column in ATTENDEE_COLUMNS])


def ticket_of(row: TicketRow) -> Ticket:
    """The ticket that a row holds.

    Raises:
        DamagedRow: it holds none.
    """
    return ticket_from([getattr(row, column) for column in TICKET_COLUMNS])


def attendee_from(values: Sequence[Any]) -> Attendee:
    """The attendee that `ATTENDEE_COLUMNS` tell.

    Raises:
        DamagedRow: they tell none.
    """
    with one_row():
        known, external_id, name, latin_name, company, title, phone, email, language, *more = values
        return Attendee(
            id=UUID(bytes=known),
            external_id=external_id,
            name=name,
            latin_name=latin_name,
            company=company,
            title=title,
            phone=phone,
            email=email,
            language=Language(language) if language else None,
            note=more[0],
            group=more[1],
        )


def ticket_from(values: Sequence[Any]) -> Ticket:
    """The ticket that `TICKET_COLUMNS` tell.

    Raises:
        DamagedRow: they tell none.
    """
    with one_row():
        known, attendee, number, category, status, days, sessions, invitations, *span = values
        return Ticket(
            id=UUID(bytes=known),
            attendee=UUID(bytes=attendee),
            number=number,
            category=category,
            status=TicketStatus(status),
            days=frozenset(date.fromisoformat(day) for day in days.split()),
            sessions=_names(sessions),
            invitations=_names(invitations),
            valid_from=datetime.fromisoformat(span[0]) if span[0] else None,
            valid_until=datetime.fromisoformat(span[1]) if span[1] else None,
        )


def attendee_values(attendee: Attendee) -> tuple[Any, ...]:
    """The attendee as `ATTENDEE_COLUMNS`."""
    a = attendee
    language = a.language.value if a.language else ""
    return (
        a.id.bytes, a.external_id, a.name, a.latin_name, a.company, a.title, a.phone, a.email,
        language, a.note, a.group,
    )  # fmt: skip


def ticket_values(ticket: Ticket) -> tuple[Any, ...]:
    """The ticket as `TICKET_COLUMNS`."""
    t = ticket
    return (
        t.id.bytes, t.attendee.bytes, t.number, t.category, t.status.value, _days(t.days),
        _BETWEEN.join(sorted(t.sessions)), _BETWEEN.join(sorted(t.invitations)),
        t.valid_from.isoformat() if t.valid_from else "",
        t.valid_until.isoformat() if t.valid_until else "",
    )  # fmt: skip


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split(_BETWEEN)) if text else frozenset()


@lru_cache(1 << 10)
def _days(days: frozenset[date]) -> str:
    return " ".join(sorted(day.isoformat() for day in days))
