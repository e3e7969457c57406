"""The hub's journal: facts in the one order in which they were committed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, Connection, Engine, delete, insert, select, text, update
from sqlalchemy.engine import URL

from kiosk.hub.database import FACTS, ROSTER, WRITE, new_generation, reachable
from kiosk.hub.fact_frames import frame_of, message_of
from kiosk.hub.marker import Marker
from kiosk.hub.tables import EditionRow, FactRow, HeadRow, QuarantineRow, table_of
from kiosk.services.ports import Clock
from kiosk.services.ports.sync import Feed, Seen
from kiosk.wire.chain import chained
from kiosk.wire.facts import FactMessage, Numbered, Pulled, Refusal
from kiosk.wire.hub import Scope

FACT, HEAD, QUARANTINE = table_of(FactRow), table_of(HeadRow), table_of(QuarantineRow)
EDITION = table_of(EditionRow)
SELF_SERVICE = frozenset({"checked_in", "checked_out", "turned_away", "print_job", "printer_told"})
"""The kinds that a self-service kiosk may write."""
AT_ONCE = 400
"""Ids asked for in one statement; databases limit their parameters."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Facts that one station brought."""

    station: str
    scope: Scope
    facts: Sequence[FactMessage]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a batch."""

    accepted: tuple[UUID, ...]
    refused: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A feed's last number, in which life of the hub, and the chain up to it."""

    last: int
    generation: str
    chain: str = ""


class HubJournal:
    """Facts in the hub's database; any thread.

    Args:
        url: of the database, for complaints.
        engine: on it.
        clock: tells when facts were received.
        marker: remembers outside the database how far it was.
    """

    def __init__(self, url: URL, engine: Engine, clock: Clock, marker: Marker) -> None:
        self._url, self._engine, self._clock, self._marker = url, engine, clock, marker
        was = marker.read()  # before the head: meanwhile another process may write both
        head = self.head()
        if was.generation == head.generation and was.cursor > head.last:
            self.begin_again()  # the database is an old backup

    def head(self) -> Head:
        """The last number and the hub's life."""
        with reachable(self._url), self._engine.connect() as connection:
            row = connection.execute(select(HEAD).where(HEAD.c.feed == FACTS)).one()
            return Head(row.last, row.generation, row.chain)

    def greeted(self, seen: Seen) -> Head:
        """The head, once somebody has said what they have seen of this hub.

        Where that is not what is here, this is an old backup: a new life begins.
        """
        at = [feed.cursor for feed in (seen.facts, seen.promised)]
        chains = select(FACT.c.seq, FACT.c.chain).where(FACT.c.seq.in_(at))
        edition = select(EDITION.c.rev, EDITION.c.name).where(EDITION.c.rev == seen.roster.cursor)
        with reachable(self._url), self._engine.connect() as connection:
            heads = {row.feed: row for row in connection.execute(select(HEAD))}
            there = {row.seq: str(row.chain) for row in connection.execute(chains)}
            listed = {row.rev: str(row.name) for row in connection.execute(edition)}
        head = Head(heads[FACTS].last, heads[FACTS].generation, heads[FACTS].chain)
        same = _same(seen.facts, head, there) and _same(seen.promised, head, there)
        last = Head(heads[ROSTER].last, heads[ROSTER].generation)
        return head if same and _same(seen.roster, last, listed) else self.begin_again()

    def begin_again(self) -> Head:
        """Begin a new life: every station will offer all that it holds."""
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            generation = new_generation()
            connection.execute(update(HEAD).values(generation=generation))
        return self.head()

    def push(self, batches: Sequence[Batch]) -> tuple[list[Taken], Head]:
        """Take facts, durable when this returns; what is there already is accepted again."""
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            head = _locked(connection)
            writing = _Writing(connection, head, self._now_ms())
            taken = [writing.take(batch) for batch in batches]
            now = writing.write()
        self._marker.put(now.generation, now.last)
        return taken, now

    def pull(self, after: int, limit: int) -> Pulled:
        """The facts after this number, in order."""
        query = select(FACT).where(FACT.c.seq > after).order_by(FACT.c.seq).limit(limit)
        with reachable(self._url), self._engine.connect() as connection:
            rows = connection.execute(query).all()
            row = connection.execute(select(HEAD).where(HEAD.c.feed == FACTS)).one()
        return Pulled(
            generation=row.generation,
            facts=tuple(Numbered(seq=one.seq, fact=message_of(one)) for one in rows),
            head=row.last,
            now_ms=self._now_ms(),
        )

    def set_aside(self, station: str, facts: Iterable[FactMessage]) -> int:
        """Keep what a revoked station sent where it counts for nothing; how many were new."""
        rows = {
            fact.id.bytes: {
                "id": fact.id.bytes,
                "station": station,
                "message": fact.model_dump_json(),
                "received_ms": self._now_ms(),
            }
            for fact in facts
        }
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            _locked(connection)
            for table in (QUARANTINE, FACT):
                for known in _known(connection, table.c.id, list(rows)):
                    del rows[known]
            if rows:
                connection.execute(insert(QUARANTINE), list(rows.values()))
        return len(rows)

    def forget_people(self) -> int:
        """Take out of facts what is personal; how many had some. The facts stay."""
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            _locked(connection)
            connection.execute(delete(QUARANTINE))
            forgetting = update(FACT).where(FACT.c.personal != "").values(personal="")
            return connection.execute(forgetting).rowcount

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)


def _same(feed: Feed, head: Head, there: dict[int, str]) -> bool:
    """Whether what somebody has followed is still what is here."""
    if feed.generation != head.generation or feed.cursor == 0:
        return True
    if not feed.last:
        return feed.cursor <= head.last
    return there.get(feed.cursor) == feed.last


class _Writing:
    """One transaction that holds the counter."""

    def __init__(self, connection: Connection, head: Head, now_ms: int) -> None:
        self._connection, self._head, self._now_ms = connection, head, now_ms
        self._new: dict[bytes, dict[str, object]] = {}

    def take(self, batch: Batch) -> Taken:
        ids = [fact.id.bytes for fact in batch.facts]
        known = {
            row.id: row
            for at in range(0, len(ids), AT_ONCE)
            for row in self._connection.execute(
                select(FACT).where(FACT.c.id.in_(ids[at : at + AT_ONCE]))
            )
        }
        accepted: list[UUID] = []
        refused: list[Refusal] = []
        for fact in batch.facts:
            row = known.get(fact.id.bytes)
            there = frame_of(message_of(row)) if row else self._new.get(fact.id.bytes)
            why = _objection(batch, fact, there)
            if why:
                refused.append(Refusal(id=fact.id, why=why))
                continue
            accepted.append(fact.id)
            if there is None:
                before = self._head
                self._head = Head(
                    before.last + 1, before.generation, chained(before.chain, fact.id)
                )
                frame = frame_of(fact)
                self._new[fact.id.bytes] = frame | {
                    "seq": self._head.last,
                    "chain": self._head.chain,
                    "origin": batch.station,
                    "received_ms": self._now_ms,
                }
        return Taken(tuple(accepted), tuple(refused))

    def write(self) -> Head:
        if self._new:
            run, head = self._connection.execute, self._head
            run(insert(FACT), list(self._new.values()))
            moved = update(HEAD).where(HEAD.c.feed == FACTS)
            run(moved.values(last=head.last, chain=head.chain))
            if self._connection.dialect.name == "postgresql":
                run(text("SELECT pg_notify('hub', :n)"), {"n": str(head.last)})
        return self._head


def _objection(batch: Batch, fact: FactMessage, there: dict[str, object] | None) -> str:
    if there is not None:
        frame = frame_of(fact)
        # what is personal may have been forgotten on one side
        same = all(there[key] == frame[key] for key in frame if key != "personal")
        return "" if same else "content"
    if batch.scope is Scope.SELF:
        if fact.station != batch.station:
            return "station"
        if fact.kind not in SELF_SERVICE:
            return "scope"
    return ""


def _locked(connection: Connection) -> Head:
    # until COMMIT nobody else takes a number: their order is the order of commits
    locking = update(HEAD).where(HEAD.c.feed == FACTS).values(last=HEAD.c.last)
    columns = HEAD.c.last, HEAD.c.generation, HEAD.c.chain
    row = connection.execute(locking.returning(*columns)).one()
    return Head(row.last, row.generation, row.chain)


def _known(connection: Connection, column: Column[bytes], ids: list[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for at in range(0, len(ids), AT_ONCE):
        query = select(column).where(column.in_(ids[at : at + AT_ONCE]))
        found |= {bytes(row[0]) for row in connection.execute(query)}
    return found
