"""SQLModel tables. They never leave this room: rows become domain values at its edge."""

from typing import Any

from sqlalchemy import Index, LargeBinary, MetaData
from sqlmodel import Field, SQLModel


class FactsTable(SQLModel):
    """Base of what stands in facts.db."""

    metadata = MetaData()


class RosterTable(SQLModel):
    """Base of what stands in roster.db."""

    metadata = MetaData()


def _blob(**options: Any) -> Any:  # noqa: ANN401  SQLModel's Field is typed so
    return Field(sa_type=LargeBinary, **options)


class FactRow(FactsTable, table=True):
    """One fact; `body` is the rest of it as JSON. Guarded by triggers: append only."""

    __tablename__ = "fact"
    __table_args__ = (
        Index("ix_fact_kind", "kind", "ticket"),
        Index("ix_fact_number", "station", "incarnation", "number"),
    )
    id: bytes = _blob(primary_key=True)
    station: str
    incarnation: bytes = _blob()
    number: int
    hlc: int = Field(index=True)
    at_ms: int
    clock: str
    kind: str
    ticket: bytes | None = _blob(default=None, nullable=True, index=True)
    body: str
    by_staff: str = ""


class PersonalRow(FactsTable, table=True):
    """What a fact says of a person in words, as JSON: may be forgotten, unlike the fact."""

    __tablename__ = "personal"
    fact: bytes = _blob(primary_key=True)
    body: str


class PresenceRow(FactsTable, table=True):
    """Whether a ticket is inside a checkpoint: projection of its facts, rebuildable.

    `arrivals` counts its check-ins there that were not undone.
    """

    __tablename__ = "presence"
    checkpoint: str = Field(primary_key=True)
    ticket: bytes = _blob(primary_key=True)
    inside: bool
    day: str
    arrivals: int = Field(default=0, index=True)


class OutboxRow(FactsTable, table=True):
    """A fact that has not come back from the hub.

    `reached` is how far the hub had got when it acknowledged the fact; 0 until it does. Once we
    have followed the hub so far and the fact was not among what came, that was another life.
    """

    __tablename__ = "outbox"
    fact: bytes = _blob(primary_key=True)
    reached: int = Field(default=0, index=True)


class ParkedRow(FactsTable, table=True):
    """A fact that the hub turned down, and why: shown, and in nobody's way."""

    __tablename__ = "parked"
    fact: bytes = _blob(primary_key=True)
    why: str
    at_ms: int


class SyncRow(FactsTable, table=True):
    """One row: which hub's life we follow, how far we have got, and what we were promised."""

    __tablename__ = "sync"
    row: int = Field(default=1, primary_key=True)
    generation: str
    cursor: int
    last: str = ""
    promised: int = 0
    promise: str = ""


class JobRow(FactsTable, table=True):
    """A print job of this station: projection of its facts, kept with them, rebuildable."""

    __tablename__ = "job"
    id: bytes = _blob(primary_key=True)
    ticket: bytes = _blob()
    state: str = Field(index=True)
    copy_number: int
    printer: str
    printer_ref: str
    cause: str
    queued_hlc: int = Field(index=True)
    moved_hlc: int = 0
    rank: int = 0


class ClockRow(FactsTable, table=True):
    """One row: who writes here, the last fact's number and the last clock reading.

    `wall_ms` is the latest wall time told; `home` the computer and file that it was written to.
    """

    __tablename__ = "clock"
    row: int = Field(default=1, primary_key=True)
    station: str
    incarnation: bytes = _blob()
    number: int
    hlc: int
    wall_ms: int = 0
    home: str = ""


class _Attendee(RosterTable):
    id: bytes = _blob(primary_key=True)
    external_id: str
    name: str
    latin_name: str
    company: str
    title: str
    phone: str
    email: str
    language: str
    note: str = ""


class _Ticket(RosterTable):
    row: int | None = Field(default=None, primary_key=True)
    id: bytes = _blob(unique=True)


class AttendeeRow(_Attendee, table=True):
    """A person; `party` is the group that arrives together."""

    __tablename__ = "attendee"
    party: str = Field(default="", index=True)


class TicketRow(_Ticket, table=True):
    """A ticket; `row` is what the search index points at, `days` ISO dates with spaces."""

    __tablename__ = "ticket"
    attendee: bytes = _blob(index=True)
    number: str = Field(index=True)
    category: str
    status: str
    days: str
    sessions: str = ""
    invitations: str = ""
    valid_from: str = ""
    valid_until: str = ""


class CodeRow(RosterTable, table=True):
    """The keyed hash of a ticket's or badge's code."""

    __tablename__ = "code"
    digest: bytes = _blob(primary_key=True)
    ticket: bytes = _blob(index=True)
    kind: str


class FormerAttendeeRow(_Attendee, table=True):
    """A person before the newest import touched the row."""

    __tablename__ = "former_attendee"
    party: str = ""


class FormerTicketRow(_Ticket, table=True):
    """A ticket before the newest import touched the row."""

    __tablename__ = "former_ticket"
    attendee: bytes = _blob()
    number: str
    category: str
    status: str
    days: str
    sessions: str = ""
    invitations: str = ""
    valid_from: str = ""
    valid_until: str = ""


class FormerCodeRow(RosterTable, table=True):
    """A code of such a ticket."""

    __tablename__ = "former_code"
    digest: bytes = _blob(primary_key=True)
    ticket: bytes = _blob()
    kind: str


class ImportRow(RosterTable, table=True):
    """An import: what, when, by whom. Tickets above `last_row` are those that it added."""

    __tablename__ = "import"
    number: int | None = Field(default=None, primary_key=True)
    at_ms: int
    name: str
    digest: str
    who: str
    counts: str
    undone_ms: int | None
    last_row: int
    event_before: str


class NoteRow(RosterTable, table=True):
    """What the roster knows of itself: the event file's text."""

    __tablename__ = "note"
    key: str = Field(primary_key=True)
    value: str
