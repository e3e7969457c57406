"""The hub's journal: facts in the one order in which they were committed."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Column, Connection, Engine, delete, insert, select, text, update
from sqlalchemy.engine import URL, Row

from kiosk.hub.database import FACTS, WRITE, new_generation, reachable
from kiosk.hub.marker import Marker
from kiosk.hub.tables import FactRow, HeadRow, QuarantineRow, table_of
from kiosk.services.ports import Clock
from kiosk.wire.facts import FactMessage, Numbered, Pulled, Refusal
from kiosk.wire.hub import Scope

FACT, HEAD, QUARANTINE = table_of(FactRow), table_of(HeadRow), table_of(QuarantineRow)
SELF_SERVICE = frozenset({"checked_in", "checked_out", "turned_away", "print_job"})
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
    """A feed's last number, in which life of the hub."""

    last: int
    generation: str


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
        head = self.head()
        if marker.is_beyond(head.generation, head.last):
            self.begin_again()  # the database is an old backup

    def head(self) -> Head:
        """The last number and the hub's life."""
        with reachable(self._url), self._engine.connect() as connection:
            row = connection.execute(select(HEAD).where(HEAD.c.feed == FACTS)).one()
            return Head(row.last, row.generation)

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
            writing = _Writing(connection, head.last, self._now_ms())
            taken = [writing.take(batch) for batch in batches]
            last = writing.write()
            if last != head.last:
                connection.execute(update(HEAD).where(HEAD.c.feed == FACTS).values(last=last))
                if connection.dialect.name == "postgresql":
                    connection.execute(text("SELECT pg_notify('hub', :n)"), {"n": str(last)})
        self._marker.put(head.generation, last)
        return taken, Head(last, head.generation)

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


class _Writing:
    """One transaction that holds the counter."""

    def __init__(self, connection: Connection, last: int, now_ms: int) -> None:
        self._connection, self._last, self._now_ms = connection, last, now_ms
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
                self._last += 1
                frame = frame_of(fact)
                self._new[fact.id.bytes] = frame | {
                    "seq": self._last,
                    "origin": batch.station,
                    "received_ms": self._now_ms,
                }
        return Taken(tuple(accepted), tuple(refused))

    def write(self) -> int:
        if self._new:
            self._connection.execute(insert(FACT), list(self._new.values()))
        return self._last


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
    row = connection.execute(locking.returning(HEAD.c.last, HEAD.c.generation)).one()
    return Head(row.last, row.generation)


def _known(connection: Connection, column: Column[bytes], ids: list[bytes]) -> set[bytes]:
    found: set[bytes] = set()
    for at in range(0, len(ids), AT_ONCE):
        query = select(column).where(column.in_(ids[at : at + AT_ONCE]))
        found |= {bytes(row[0]) for row in connection.execute(query)}
    return found


def frame_of(fact: FactMessage) -> dict[str, object]:
    """A message as columns."""
    return {
        "id": fact.id.bytes,
        "station": fact.station,
        "incarnation": bytes.fromhex(fact.incarnation),
        "number": fact.number,
        "hlc": fact.hlc,
        "at_ms": fact.at_ms,
        "clock": fact.clock,
        "kind": fact.kind,
        "ticket": fact.ticket.bytes if fact.ticket else None,
        "place": _place(fact.body),
        "body": fact.body,
        "personal": fact.personal,
        "by_staff": fact.by,
    }


def _place(body: str) -> str:
    try:
        said = json.loads(body)
    except ValueError:
        return ""
    place = said.get("checkpoint", "") if isinstance(said, dict) else ""
    return place if isinstance(place, str) else ""


def message_of(row: Row[tuple[object, ...]]) -> FactMessage:
    """Columns as a message; they were one when they were written."""
    return FactMessage.model_construct(
        id=UUID(bytes=row.id),
        station=row.station,
        incarnation=row.incarnation.hex(),
        number=row.number,
        hlc=row.hlc,
        at_ms=row.at_ms,
        clock=row.clock,
        kind=row.kind,
        ticket=UUID(bytes=row.ticket) if row.ticket else None,
        body=row.body,
        personal=row.personal,
        by=row.by_staff,
    )
