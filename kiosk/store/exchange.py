"""What sync does with facts.db: what must go out, and what has come in.

Every method is one transaction. A crash at any statement leaves either all of it or nothing.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

from sqlalchemy import Engine, func, text
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session as Transacting
from sqlmodel import col, delete, select, update

from kiosk.services.ports.sync import Feed
from kiosk.store.complaints import translated
from kiosk.store.database import READ
from kiosk.store.projection import Projection
from kiosk.store.tables import ClockRow, FactRow, OutboxRow, ParkedRow, PersonalRow, SyncRow
from kiosk.wire.chain import chained
from kiosk.wire.fact_columns import columns_of, message_from
from kiosk.wire.facts import FactMessage, Numbered, Refusal
from kiosk.wire.whole_facts import fact_from

CARRIED_AT_ONCE = 500
"""Facts read at once where all are wanted."""


class Exchange:
    """Implements `Outbox` on one facts.db.

    Args:
        path: the file, for complaints.
        engine: its engine.
        station: our own name.
    """

    def __init__(self, path: Path, engine: Engine, station: str) -> None:
        self._path, self._engine, self._station = path, engine, station

    @property
    def station(self) -> str:
        """Our own name."""
        return self._station

    def feed(self) -> Feed:
        with self._reading() as rows:
            return _feed(rows)

    def promised(self) -> Feed:
        with self._reading() as rows:
            row = rows.get(SyncRow, 1)
            return Feed(row.generation, row.promised, row.promise) if row else Feed("", 0)

    def incarnation(self) -> bytes:
        with self._reading() as rows:
            return rows.get_one(ClockRow, 1).incarnation

    def waiting(self, limit: int) -> tuple[FactMessage, ...]:
        waiting = (
            select(FactRow, PersonalRow.body)
            .join(OutboxRow, col(OutboxRow.fact) == col(FactRow.id))
            .join(PersonalRow, col(PersonalRow.fact) == col(FactRow.id), isouter=True)
            .where(col(OutboxRow.reached) == 0)
            .order_by(text("outbox.rowid"))
            .limit(limit)
        )
        with self._reading() as rows:
            return tuple(message_from(row, said or "") for row, said in rows.exec(waiting))

    def unsent(self) -> int:
        with self._reading() as rows:
            return rows.exec(select(func.count()).where(col(OutboxRow.reached) == 0)).one()

    def parked(self) -> tuple[Refusal, ...]:
        with self._reading() as rows:
            found = rows.exec(select(ParkedRow).order_by(col(ParkedRow.at_ms)))
            return tuple(Refusal(id=UUID(bytes=row.fact), why=row.why) for row in found)

    def acknowledged(
        self, reached: Feed, facts: Collection[UUID], refused: Sequence[Refusal], now_ms: int
    ) -> None:
        with self._writing() as rows:
            row = rows.get(SyncRow, 1)
            if row is None or row.generation != reached.generation:
                return  # word from a hub that is no more
            if reached.cursor > row.promised:
                row.promised, row.promise = reached.cursor, reached.last
            if reached.cursor > row.cursor:  # else they had come by now, were it the same life
                acknowledged = update(OutboxRow).values(reached=reached.cursor)
                ids = [fact.bytes for fact in facts]
                rows.exec(acknowledged.where(col(OutboxRow.fact).in_(ids)))
            for refusal in refused:
                fact = rows.get(FactRow, refusal.id.bytes)
                if fact and fact.station == self._station:
                    rows.merge(ParkedRow(fact=fact.id, why=refusal.why, at_ms=now_ms))
            self._strike(rows, [refusal.id.bytes for refusal in refused])

    def retry_parked(self) -> int:
        with self._writing() as rows:
            parked = rows.exec(select(ParkedRow)).all()
            for row in parked:
                rows.merge(OutboxRow(fact=row.fact))
                rows.delete(row)
            return len(parked)

    def new_generation(self, generation: str) -> None:
        with self._writing() as rows:
            row = rows.get(SyncRow, 1) or SyncRow(generation="", cursor=0)
            if row.generation == generation:
                return
            row.generation, row.cursor, row.last = generation, 0, ""
            row.promised, row.promise = 0, ""
            rows.add(row)
            rows.flush()
            rows.exec(update(OutboxRow).values(reached=0))
            # our own first: nobody else may have them; rowid keeps the order of sending
            rows.connection().exec_driver_sql(
                "INSERT OR IGNORE INTO outbox (fact) SELECT id FROM fact "
                "WHERE id NOT IN (SELECT fact FROM parked) ORDER BY station <> ?, rowid",
                (self._station,),
            )

    def received(self, generation: str, facts: Sequence[Numbered]) -> int:
        with self._writing() as rows:
            row = rows.get(SyncRow, 1)
            if row is None or row.generation != generation:
                return _feed(rows).cursor
            fresh: list[FactMessage] = []
            for numbered in facts:
                if numbered.seq <= row.cursor:
                    continue  # delivered twice
                if numbered.seq != row.cursor + 1:
                    break  # a hole: ask again, never jump
                fresh.append(numbered.fact)
                row.cursor, row.last = numbered.seq, chained(row.last, numbered.fact.id)
            self._take(rows, fresh)
            # what it had acknowledged by now and does not have: its memory is an older one's
            missed = col(OutboxRow.reached).between(1, row.cursor)
            rows.exec(update(OutboxRow).where(missed).values(reached=0))
            rows.add(row)
            return row.cursor

    def everything(self) -> Iterator[FactMessage]:
        """All facts that we hold, whoever recorded them, in the order in which they came."""
        row = 0
        while True:
            following = (
                select(FactRow, PersonalRow.body, text("fact.rowid"))
                .join(PersonalRow, col(PersonalRow.fact) == col(FactRow.id), isouter=True)
                .where(text("fact.rowid > :row").bindparams(row=row))
                .order_by(text("fact.rowid"))
                .limit(CARRIED_AT_ONCE)
            )
            with self._reading() as rows:
                found = [
                    (message_from(one, said or ""), number)
                    for one, said, number in rows.exec(following)
                ]
            if not found:
                return
            yield from (message for message, _ in found)
            row = found[-1][1]

    def brought(self, facts: Sequence[FactMessage]) -> int:
        """Take facts that came by hand; the hub is offered them too. How many were new."""
        with self._writing() as rows:
            new = self._add(rows, facts)
            if new:
                queued = [{"fact": message.id.bytes} for message in new]
                rows.connection().execute(insert(OutboxRow).on_conflict_do_nothing(), queued)
            return len(new)

    def forget_people(self) -> None:
        """Delete what facts say of persons in words; the facts stay."""
        with self._writing() as rows:
            rows.connection().exec_driver_sql("PRAGMA secure_delete = ON")
            rows.exec(delete(PersonalRow))

    def _take(self, rows: Transacting, fresh: Sequence[FactMessage]) -> None:
        self._add(rows, fresh)
        self._strike(rows, [message.id.bytes for message in fresh])  # the hub has them

    def _add(self, rows: Transacting, facts: Sequence[FactMessage]) -> list[FactMessage]:
        ids = [message.id.bytes for message in facts]
        known = set(rows.exec(select(FactRow.id).where(col(FactRow.id).in_(ids))))
        fresh = {message.id.bytes: message for message in facts if message.id.bytes not in known}
        new = list(fresh.values())
        if not new:
            return new
        connection = rows.connection()
        connection.execute(insert(FactRow).on_conflict_do_nothing(), [columns_of(m) for m in new])
        said = [{"fact": m.id.bytes, "body": m.personal} for m in new if m.personal]
        if said:
            connection.execute(insert(PersonalRow).on_conflict_do_nothing(), said)
        own = rows.get_one(ClockRow, 1)
        happened = [fact_from(message).what for message in new]
        Projection(rows, own.station, own.incarnation).follow_foreign(happened)
        return new

    def _strike(self, rows: Transacting, ids: list[bytes]) -> None:
        if ids:
            rows.exec(delete(OutboxRow).where(col(OutboxRow.fact).in_(ids)))

    @contextmanager
    def _writing(self) -> Iterator[Transacting]:
        with translated(self._path), Transacting(self._engine, expire_on_commit=False) as rows:
            yield rows
            rows.commit()

    @contextmanager
    def _reading(self) -> Iterator[Transacting]:
        with (
            translated(self._path),
            self._engine.connect().execution_options(**READ) as connection,
            Transacting(connection) as rows,
        ):
            yield rows


def _feed(rows: Transacting) -> Feed:
    row = rows.get(SyncRow, 1)
    return Feed(row.generation, row.cursor, row.last) if row else Feed("", 0)
