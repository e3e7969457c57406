"""facts.db: the append-only journal, the outbox, the print jobs and the clock."""

import os
import platform
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, func
from sqlmodel import Session as Transacting
from sqlmodel import col, select

from kiosk.domain.event import Checkpoint, EntryPolicy
from kiosk.domain.hybrid_clock import next_reading, plausible_below
from kiosk.domain.identity import fact_id
from kiosk.domain.journal import ClockQuality, Fact, Happened, JobState, clock_quality
from kiosk.domain.ledger import PrinterStanding, PrintJob
from kiosk.services.ports import Clock
from kiosk.store.complaints import translated
from kiosk.store.database import READ, open_database
from kiosk.store.exchange import Exchange
from kiosk.store.fact_rows import fact_of, job_of, milliseconds
from kiosk.store.job_rows import printer_standing
from kiosk.store.migrations import FACTS
from kiosk.store.projection import WHOLE, Projection, fact_in
from kiosk.store.tables import (
    ClockRow,
    FactRow,
    JobRow,
    OutboxRow,
    PersonalRow,
    PresenceRow,
)
from kiosk.wire.bodies import (
    AMENDING,
    COUNTED,
    DECISIONS,
    PRINTERS,
    VOID,
    as_json,
    kind_and_body,
    personal,
)

_SETTLED = [state.value for state in JobState if state.settled]


def _believed(clock: Clock, last: ClockRow) -> ClockQuality:
    return clock_quality(clock.quality(), last.wall_ms << 16, milliseconds(clock.now()))


class FactsTransaction:
    """One BEGIN IMMEDIATE … COMMIT on facts.db; implements `Transaction`."""

    def __init__(self, rows: Transacting, clock: Clock, station: str, by: str) -> None:
        self._rows, self._clock, self._station, self._by = rows, clock, station, by

    def facts_of(self, ticket: UUID) -> tuple[Fact, ...]:
        found = self._rows.exec(WHOLE.where(FactRow.ticket == ticket.bytes))
        return tuple(fact_in(self._station, pair) for pair in found)

    def fact(self, fact: UUID) -> Fact | None:
        found = self._rows.exec(WHOLE.where(FactRow.id == fact.bytes)).first()
        return fact_in(self._station, found) if found else None

    def inside(self, checkpoint: Checkpoint, day: date) -> int:
        query = select(func.count()).select_from(PresenceRow)
        query = query.where(PresenceRow.checkpoint == checkpoint.id, col(PresenceRow.inside))
        if checkpoint.policy is EntryPolicy.ONCE_A_DAY:
            query = query.where(PresenceRow.day == day.isoformat())
        return self._rows.exec(query).one()

    def job(self, job: UUID) -> PrintJob | None:
        row = self._rows.get(JobRow, job.bytes)
        return job_of(row) if row else None

    def record(self, what: Happened, at: datetime | None = None) -> Fact:
        last = self._rows.get_one(ClockRow, 1)
        now_ms = milliseconds(self._clock.now())
        believed = ClockQuality.BY_HAND if at else _believed(self._clock, last)
        last.number += 1
        last.hlc = next_reading(last.hlc, self._newest_plausible(now_ms), now_ms)
        last.wall_ms = max(last.wall_ms, now_ms)
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
            body=as_json(body),
            by_staff=self._by,
        )
        self._rows.add(row)
        self._rows.add(OutboxRow(fact=row.id))
        said = personal(what)
        person = PersonalRow(fact=row.id, body=as_json(said)) if said else None
        if person:
            self._rows.add(person)
        Projection(self._rows, last.station, last.incarnation).follow(what, last.hlc)
        return fact_of(row, person)

    def _newest_plausible(self, now_ms: int) -> int:
        query = select(func.max(FactRow.hlc)).where(col(FactRow.hlc) < plausible_below(now_ms))
        return self._rows.exec(query).one() or 0


class FactsFile:
    """Implements `Journal` on one facts.db.

    A new file gets a random *incarnation*, and a copied one another, so that no number is ever
    used for two facts.
    """

    def __init__(
        self,
        path: Path,
        station: str,
        clock: Clock,
        home: Callable[[Path], str] | None = None,
    ) -> None:
        self._path, self._clock, self._home = path, clock, home or home_of
        self._engine: Engine = open_database(path, FACTS, "FULL")
        self._station = self._christen(station)

    @property
    def exchange(self) -> Exchange:
        """What sync does with this file."""
        return Exchange(self._path, self._engine, self._station)

    def doubtful(self) -> tuple[Fact, ...]:
        """Every fact of tickets that came to one checkpoint more than once, undone ones not."""
        twice = select(PresenceRow.ticket).where(PresenceRow.arrivals > 1)
        query = WHOLE.where(col(FactRow.ticket).in_(twice), col(FactRow.kind).in_(COUNTED))
        with self._reading() as rows:
            return tuple(fact_in(self._station, pair) for pair in rows.exec(query))

    @property
    def station(self) -> str:
        """The name that this file's facts carry; given when the file was made."""
        return self._station

    def close(self) -> None:
        """Give the file back."""
        self._engine.dispose()

    @contextmanager
    def transaction(self, by: str = "") -> Iterator[FactsTransaction]:
        with translated(self._path), Transacting(self._engine, expire_on_commit=False) as rows:
            yield FactsTransaction(rows, self._clock, self._station, by)
            rows.commit()

    def jobs(self, *, open_only: bool) -> tuple[PrintJob, ...]:
        query = select(JobRow).order_by(col(JobRow.rank).desc(), col(JobRow.queued_hlc))
        if open_only:
            query = query.where(col(JobRow.state).not_in(_SETTLED))
        with self._reading() as rows:
            return tuple(job_of(row) for row in rows.exec(query))

    def printers(self) -> dict[str, PrinterStanding]:
        query = WHOLE.where(FactRow.kind == PRINTERS, FactRow.station == self._station)
        with self._reading() as rows:
            return printer_standing(rows, [fact_of(*pair) for pair in rows.exec(query)])

    def recent(self, limit: int) -> tuple[Fact, ...]:
        newest, kind = col(FactRow.hlc).desc(), col(FactRow.kind)
        here = WHOLE.where(FactRow.station == self._station)
        decided = here.where(kind.in_(DECISIONS)).order_by(newest).limit(limit)
        with self._reading() as rows:
            found = rows.exec(decided).all()
            since = min((row.hlc for row, _ in found), default=0)
            void = WHOLE.where(kind == VOID, col(FactRow.hlc) > since)
            both = sorted([*found, *rows.exec(void)], key=lambda pair: -pair[0].hlc)
            return tuple(fact_in(self._station, pair) for pair in both)

    def facts(self) -> tuple[Fact, ...]:
        query = WHOLE.order_by(col(FactRow.station), col(FactRow.number))
        with self._reading() as rows:
            return tuple(fact_in(self._station, pair) for pair in rows.exec(query))

    def facts_of(self, tickets: Collection[UUID]) -> tuple[Fact, ...]:
        ids = [ticket.bytes for ticket in tickets]
        with self._reading() as rows:
            found = rows.exec(WHOLE.where(col(FactRow.ticket).in_(ids)))
            return tuple(fact_in(self._station, pair) for pair in found)

    def amendments(self) -> int:
        query = select(func.count()).select_from(FactRow)
        with self._reading() as rows:
            return rows.exec(query.where(col(FactRow.kind).in_((*AMENDING, VOID)))).one()

    def amended(self) -> frozenset[UUID]:
        query = select(FactRow.ticket).where(col(FactRow.kind).in_(AMENDING)).distinct()
        with self._reading() as rows:
            return frozenset(UUID(bytes=ticket) for ticket in rows.exec(query) if ticket)

    def unsent(self) -> int:
        return self.exchange.unsent()

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
        home = self._home(self._path)
        with translated(self._path), Transacting(self._engine) as rows:
            named = rows.get(ClockRow, 1)
            if named is None:
                named = ClockRow(station=station, incarnation=os.urandom(8), number=0, hlc=0)
                rows.add(named)
            elif named.home not in {"", home}:
                # a copied disk or a backup put back: its numbers may have gone on elsewhere
                named.incarnation, named.number = os.urandom(8), 0
            named.home = home
            name = named.station
            rows.commit()
            return name


def home_of(path: Path) -> str:
    """Which computer's which file this is: another answer means that it was copied."""
    return f"{platform.node()}:{path.stat().st_ino}"
