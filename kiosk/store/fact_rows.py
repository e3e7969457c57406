"""Facts and print jobs as rows and back again."""

import json
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from kiosk.domain.journal import ClockQuality, Fact, JobState
from kiosk.domain.ledger import PrintJob
from kiosk.store.complaints import one_row
from kiosk.store.fact_bodies import happened
from kiosk.store.tables import FactRow, JobRow, PersonalRow


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


def _fact(row: FactRow, said: dict[str, Any]) -> Fact:
    ticket = UUID(bytes=row.ticket) if row.ticket else None
    what = happened(row.kind, ticket, json.loads(row.body), said)
    if what is None:
        raise ValueError(f"fact {row.number} of {row.station} has the unknown kind {row.kind}")
    return Fact(
        id=UUID(bytes=row.id),
        station=row.station,
        incarnation=row.incarnation,
        number=row.number,
        hlc=row.hlc,
        at=datetime.fromtimestamp(row.at_ms / 1000, UTC),
        clock=ClockQuality(row.clock),
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
