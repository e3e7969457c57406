"""facts.db: the append-only journal, the outbox, the print jobs and the clock."""

import json
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, func
from sqlmodel import Session as Transacting
from sqlmodel import col, select

from kiosk.domain.identity import fact_id
from kiosk.domain.journal import (
    ClockQuality,
    Fact,
    Happened,
    JobState,
    PrintJobMoved,
    clock_quality,
)
from kiosk.domain.ledger import PrintJob
from kiosk.services.ports import Clock
from kiosk.store.complaints import translated
from kiosk.store.database import READ, open_database
from kiosk.store.fact_rows import DECISIONS, VOID, fact_of, job_of, kind_and_body, milliseconds
from kiosk.store.migrations import FACTS
from kiosk.store.tables import ClockRow, FactRow, JobRow, OutboxRow

_SETTLED = [state.value for state in JobState if state.settled]


def _believed(clock: Clock, last: ClockRow) -> ClockQuality:
    return clock_quality(clock.quality(), last.hlc, milliseconds(clock.now()))


class FactsTransaction:
    """One BEGIN IMMEDIATE … COMMIT on facts.db; implements `Transaction`."""

    def __init__(self, rows: Transacting, clock: Clock) -> None:
        self._rows, self._clock = rows, clock

    def facts_of(self, ticket: UUID) -> tuple[Fact, ...]:
        found = self._rows.exec(select(FactRow).where(FactRow.ticket == ticket.bytes))
        return tuple(fact_of(row) for row in found)

    def fact(self, fact: UUID) -> Fact | None:
        row = self._rows.get(FactRow, fact.bytes)
        return fact_of(row) if row else None

    def job(self, job: UUID) -> PrintJob | None:
        row = self._rows.get(JobRow, job.bytes)
        return job_of(row) if row else None

    def record(self, what: Happened, at: datetime | None = None) -> Fact:
        last = self._rows.get_one(ClockRow, 1)
        now_ms = milliseconds(self._clock.now())
        believed = ClockQuality.BY_HAND if at else _believed(self._clock, last)
        last.number += 1
        # a wall clock that went back must not reorder: never below the last reading
        last.hlc = max(last.hlc + 1, now_ms << 16)
        kind, ticket, body = kind_and_body(what)
        row = FactRow(
            id=fact_id(now_ms, os.urandom(10)).bytes,
            station=last.station,
            incarnation=last.incarnation,
            number=last.number,
            hlc=last.hlc,
            at_ms=milliseconds(at) if at else now_ms,
            clock=believed.value,
            kind=kind,
            ticket=ticket.bytes if ticket else None,
            body=json.dumps(body, ensure_ascii=False, separators=(",", ":")),
        )
        self._rows.add(row)
        self._rows.add(OutboxRow(fact=row.id))
        if isinstance(what, PrintJobMoved):
            self._project(what, last.hlc)
        return fact_of(row)

    def _project(self, moved: PrintJobMoved, hlc: int) -> None:
        row = self._rows.get(JobRow, moved.job.bytes) or JobRow(
            id=moved.job.bytes,
            ticket=moved.ticket.bytes,
            state="",
            copy_number=moved.copy,
            printer="",
            printer_ref="",
            cause="",
            queued_hlc=hlc,
        )
        row.state = moved.to.value
        row.printer = moved.printer or row.printer
        row.printer_ref = moved.printer_ref or row.printer_ref
        row.cause = moved.cause or row.cause
        self._rows.add(row)


class FactsFile:
    """Implements `Journal` on one facts.db.

    A new file gets a random *incarnation*, so that a copied disk never reuses numbers.
    """

    def __init__(self, path: Path, station: str, clock: Clock) -> None:
        self._path, self._clock = path, clock
        self._engine: Engine = open_database(path, FACTS, "FULL")
        self._station = self._christen(station)

    @property
    def station(self) -> str:
        """The name that this file's facts carry; given when the file was made."""
        return self._station

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[FactsTransaction]:
        with translated(self._path), Transacting(self._engine, expire_on_commit=False) as rows:
            yield FactsTransaction(rows, self._clock)
            rows.commit()

    def jobs(self, *, open_only: bool) -> tuple[PrintJob, ...]:
        query = select(JobRow).order_by(col(JobRow.queued_hlc))
        if open_only:
            query = query.where(col(JobRow.state).not_in(_SETTLED))
        with self._reading() as rows:
            return tuple(job_of(row) for row in rows.exec(query))

    def recent(self, limit: int) -> tuple[Fact, ...]:
        newest, kind = col(FactRow.hlc).desc(), col(FactRow.kind)
        decided = select(FactRow).where(kind.in_(DECISIONS)).order_by(newest).limit(limit)
        with self._reading() as rows:
            found = rows.exec(decided).all()
            since = min((row.hlc for row in found), default=0)
            void = select(FactRow).where(kind == VOID, col(FactRow.hlc) > since)
            found = sorted([*found, *rows.exec(void)], key=lambda row: -row.hlc)
            return tuple(fact_of(row) for row in found)

    def facts(self) -> tuple[Fact, ...]:
        query = select(FactRow).order_by(col(FactRow.station), col(FactRow.number))
        with self._reading() as rows:
            return tuple(fact_of(row) for row in rows.exec(query))

    def facts_of(self, tickets: Collection[UUID]) -> tuple[Fact, ...]:
        ids = [ticket.bytes for ticket in tickets]
        with self._reading() as rows:
            found = rows.exec(select(FactRow).where(col(FactRow.ticket).in_(ids)))
            return tuple(fact_of(row) for row in found)

    def unsent(self) -> int:
        with self._reading() as rows:
            return rows.exec(select(func.count()).select_from(OutboxRow)).one()

    def clock(self) -> ClockQuality:
        with self._reading() as rows:
            return _believed(self._clock, rows.get_one(ClockRow, 1))

    def check(self) -> str:
        """SQLite's own word on the whole file: "ok" or what is wrong."""
        with self._reading() as rows:
            return str(rows.connection().exec_driver_sql("PRAGMA integrity_check(1)").scalar())

    @contextmanager
    def _reading(self) -> Iterator[Transacting]:
        with (
            translated(self._path),
            self._engine.connect().execution_options(**READ) as connection,
            Transacting(connection) as rows,
        ):
            yield rows

    def _christen(self, station: str) -> str:
        with translated(self._path), Transacting(self._engine) as rows:
            named = rows.get(ClockRow, 1)
            if named is None:
                named = ClockRow(station=station, incarnation=os.urandom(8), number=0, hlc=0)
                rows.add(named)
            name = named.station
            rows.commit()
            return name
