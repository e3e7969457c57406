"""Facts as rows and back again."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from kiosk.domain.journal import ClockQuality, Fact, Happened, JobState
from kiosk.domain.ledger import PrintJob
from kiosk.domain.rarer_facts import Unfamiliar
from kiosk.store.complaints import DamagedRow, one_row
from kiosk.store.tables import FactRow, JobRow, PersonalRow
from kiosk.wire.whole_facts import what_of


def milliseconds(at: datetime) -> int:
    """Milliseconds since 1970 of an aware moment."""
    return int(at.timestamp() * 1000)


def fact_of(row: FactRow, person: PersonalRow | None = None) -> Fact:
    """The fact that a row holds, with what was said in words where that was not forgotten.

    Raises:
        DamagedRow: it holds none.
    """
    with one_row():
        return _fact(row, json.loads(person.body) if person else {})


def foreign_fact_of(row: FactRow, person: PersonalRow | None = None) -> Fact:
    """Another station's fact: what cannot be read of it may be a newer version's, not damage.

    Raises:
        DamagedRow: not even its frame can be read.
    """
    try:
        return fact_of(row, person)
    except DamagedRow:
        with one_row():
            ticket = UUID(bytes=row.ticket) if row.ticket else None
            known = {quality.value for quality in ClockQuality}
            clock = row.clock if row.clock in known else ClockQuality.SUSPECT.value
            return _framed(row, Unfamiliar(row.kind, ticket, row.body), clock)


def _fact(row: FactRow, said: dict[str, Any]) -> Fact:
    ticket = UUID(bytes=row.ticket) if row.ticket else None
    return _framed(row, what_of(row.kind, ticket, row.body, said), row.clock)


def _framed(row: FactRow, what: Happened, clock: str) -> Fact:
    return Fact(
        id=UUID(bytes=row.id),
        station=row.station,
        incarnation=row.incarnation,
        number=row.number,
        hlc=row.hlc,
        at=datetime.fromtimestamp(row.at_ms / 1000, UTC),
        clock=ClockQuality(clock),
        what=what,
        by=row.by_staff,
    )


def job_of(row: JobRow) -> PrintJob:
    """The print job that a row holds.

    Raises:
        DamagedRow: it holds none.
    """
    with one_row():
        return PrintJob(
            job=UUID(bytes=row.id),
            ticket=UUID(bytes=row.ticket),
            state=JobState(row.state),
            copy=row.copy_number,
            printer=row.printer,
            printer_ref=row.printer_ref,
            cause=row.cause,
            queued_hlc=row.queued_hlc,
            moved_hlc=row.moved_hlc,
            rank=row.rank,
        )
