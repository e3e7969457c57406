"""Deliberate bugs, each of which some history must find: else the simulator is worth nothing."""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import text, update

from kiosk.domain.journal import PrintJobMoved
from kiosk.hub.database import WRITE
from kiosk.hub.facts import HEAD, Batch, Head, HubJournal, Taken
from kiosk.services.ports.sync import Feed, Seen
from kiosk.store.exchange import Exchange
from kiosk.store.journal import FactsFile, FactsTransaction
from kiosk.store.projection import Projection
from kiosk.store.tables import OutboxRow, SyncRow
from kiosk.wire.chain import chained
from kiosk.wire.facts import Numbered, Refusal
from kiosk.wire.whole_facts import fact_from
from tests.simulation.parts import Desk
from tests.simulation.world import Parts


def facts_with(exchange: type[Exchange]) -> type[FactsFile]:
    """A facts file whose sync does this instead."""

    class Bugged(FactsFile):
        @property
        def exchange(self) -> Exchange:
            return exchange(self._path, self._engine, self._station)

    return Bugged


class CursorFirst(Exchange):
    def received(self, generation: str, facts: Sequence[Numbered]) -> int:
        with self._writing() as rows:
            row = rows.get(SyncRow, 1)
            if row is None or row.generation != generation or not facts:
                return row.cursor if row else 0
            fresh = [f for f in facts if f.seq > row.cursor]
            expected = range(row.cursor + 1, row.cursor + 1 + len(fresh))
            if [f.seq for f in fresh] != list(expected):
                return row.cursor
            for one in fresh:
                row.cursor, row.last = one.seq, chained(row.last, one.fact.id)
        with self._writing() as rows:
            self._take(rows, [f.fact for f in fresh])
        return row.cursor


class NoContiguity(Exchange):
    def received(self, generation: str, facts: Sequence[Numbered]) -> int:
        with self._writing() as rows:
            row = rows.get(SyncRow, 1)
            if row is None or row.generation != generation:
                return 0
            fresh = [one for one in facts if one.seq > row.cursor]
            self._take(rows, [one.fact for one in fresh])
            # without the chain: it would not be the hub's, and a new life would mend it all
            row.cursor, row.last = max([row.cursor, *(one.seq for one in fresh)]), ""
            return row.cursor


class BelievesAtOnce(Exchange):
    """What is acknowledged is forgotten, whether or not it ever comes back."""

    def acknowledged(
        self, reached: Feed, facts: Collection[UUID], refused: Sequence[Refusal], now_ms: int
    ) -> None:
        super().acknowledged(reached, facts, refused, now_ms)
        with self._writing() as rows:
            self._strike(rows, [fact.bytes for fact in facts])


class NoReOffer(Exchange):
    def new_generation(self, generation: str) -> None:
        with self._writing() as rows:
            row = rows.get(SyncRow, 1) or SyncRow(generation="", cursor=0)
            if row.generation != generation:
                row.generation, row.cursor = generation, 0
                rows.add(row)


class CursorKeptInNewLife(Exchange):
    def new_generation(self, generation: str) -> None:
        cursor = self.feed().cursor
        super().new_generation(generation)
        with self._writing() as rows:
            row = rows.get_one(SyncRow, 1)
            row.cursor = cursor


class RefusedStaysFirst(Exchange):
    def acknowledged(
        self, reached: Feed, facts: Collection[UUID], refused: Sequence[Refusal], now_ms: int
    ) -> None:
        super().acknowledged(reached, facts, (), now_ms)


class RefusedIsDropped(Exchange):
    def acknowledged(
        self, reached: Feed, facts: Collection[UUID], refused: Sequence[Refusal], now_ms: int
    ) -> None:
        super().acknowledged(reached, [*facts, *(r.id for r in refused)], (), now_ms)


class PrintsOthersJobs(FactsFile):
    """Every job in sight is ours."""

    @property
    def exchange(self) -> Exchange:
        class Taking(Exchange):
            def _take(self, rows: Any, fresh: Any) -> None:
                super()._take(rows, fresh)
                for fact in map(fact_from, fresh):
                    if isinstance(fact.what, PrintJobMoved):
                        Projection(rows, fact.station, b"").follow(fact.what, fact.hlc)

        return Taking(self._path, self._engine, self._station)


class MergedAtReceipt(FactsFile):
    """The clock follows what was plausible when it came, not when it is asked."""

    heard = 0

    @property
    def exchange(self) -> Exchange:
        journal = self

        class Noting(Exchange):
            def _take(self, rows: Any, fresh: Any) -> None:
                super()._take(rows, fresh)
                now_ms = int(journal._clock.now().timestamp() * 1000)
                seen = [m.hlc for m in fresh if m.hlc < now_ms + 300_000 << 16]
                journal.heard = max([journal.heard, *seen])

        return Noting(self._path, self._engine, self._station)

    @contextmanager
    def transaction(self, by: str = "") -> Iterator[FactsTransaction]:
        with super().transaction(by) as tx:
            heard = self.heard

            class Merging(FactsTransaction):
                def _newest_plausible(self, now_ms: int) -> int:
                    return heard

            yield Merging(tx._rows, tx._clock, tx._station, by)


class OutboxApart(FactsFile):
    """The fact is committed first, its place in the outbox afterwards."""

    @contextmanager
    def transaction(self, by: str = "") -> Iterator[FactsTransaction]:
        with super().transaction(by) as tx:
            yield tx
            tx._rows.flush()
            queued = [row[0] for row in tx._rows.execute(text("SELECT fact FROM outbox"))]
            tx._rows.execute(text("DELETE FROM outbox"))
        with self.exchange._writing() as rows:
            for fact in queued:
                rows.merge(OutboxRow(fact=fact))


class NotIdempotent(HubJournal):
    def push(self, batches: Sequence[Batch]) -> tuple[list[Taken], Head]:
        known = {n.fact.id for n in self.pull(0, 1_000_000).facts}
        again = [
            replace(b, facts=[
                f.model_copy(update={"id": UUID(bytes=os.urandom(16))}) if f.id in known else f
                for f in b.facts
            ])
            for b in batches
        ]  # fmt: skip
        _, head = super().push(again)
        return [Taken(tuple(f.id for f in b.facts), ()) for b in batches], head


class NumberBeforeCommit(HubJournal):
    """The counter is moved in a transaction of its own."""

    def push(self, batches: Sequence[Batch]) -> tuple[list[Taken], Head]:
        with self._engine.execution_options(**WRITE).begin() as connection:
            connection.execute(
                update(HEAD).where(HEAD.c.feed == "fact").values(last=HEAD.c.last + 1)
            )
        with self._engine.execution_options(**WRITE).begin() as connection:
            connection.execute(
                update(HEAD).where(HEAD.c.feed == "fact").values(last=HEAD.c.last - 1)
            )
        return super().push(batches)


class OnlyComparesNumbers(HubJournal):
    """A station further than the hub is noticed; one that saw other facts is not."""

    def greeted(self, seen: Seen) -> Head:
        head = self.head()
        beyond = seen.facts.generation == head.generation and seen.facts.cursor > head.last
        return self.begin_again() if beyond else head


class SameLifeAfterRestore(HubJournal):
    def begin_again(self) -> Head:
        return self.head()


def forget_clock(desk: Desk) -> None:
    """The clock was only in memory."""
    with desk.facts._engine.begin() as connection:
        connection.exec_driver_sql("UPDATE clock SET hlc = 0, wall_ms = 0")


def one_incarnation(path: Path, station: str, clock: Any) -> FactsFile:
    """Whatever disk it is copied to, a file goes on as it was."""
    return FactsFile(path, station, clock, home=lambda _: "anywhere")


BUGS: dict[str, Callable[[], Parts]] = {
    "acknowledged before commit": lambda: Parts(facts=facts_with(BelievesAtOnce), acks_early=True),
    "cursor in its own transaction": lambda: Parts(facts=facts_with(CursorFirst)),
    "no contiguity check": lambda: Parts(facts=facts_with(NoContiguity)),
    "hub not idempotent": lambda: Parts(hub=NotIdempotent),
    "volatile clock": lambda: Parts(after_crash=forget_clock),
    "clock merged at receipt": lambda: Parts(facts=MergedAtReceipt),
    "no re-offer": lambda: Parts(facts=facts_with(NoReOffer)),
    "cursor kept in a new life": lambda: Parts(facts=facts_with(CursorKeptInNewLife)),
    "a refused fact blocks the queue": lambda: Parts(facts=facts_with(RefusedStaysFirst)),
    "a refused fact is dropped": lambda: Parts(facts=facts_with(RefusedIsDropped)),
    "two stations one incarnation": lambda: Parts(facts=one_incarnation),
    "another station's print job": lambda: Parts(facts=PrintsOthersJobs),
    "outbox apart from its fact": lambda: Parts(facts=OutboxApart),
    "counter apart from its facts": lambda: Parts(hub=NumberBeforeCommit),
    "same life after a restore": lambda: Parts(hub=SameLifeAfterRestore),
    "an old backup known by its numbers only": lambda: Parts(hub=OnlyComparesNumbers),
    "lost tombstone": lambda: Parts(keeps_the_gone=True),
}
