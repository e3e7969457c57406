"""In-memory twins of the real journal, roster and clock (printer and drawer: fake_paper).

tests/contracts holds the journal and the roster to the same promises as the files.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.attendee import CodeKind, Ticket, TicketStatus
from kiosk.domain.event import Checkpoint, Event
from kiosk.domain.identity import fact_id
from kiosk.domain.journal import (
    Amending,
    CheckedIn,
    ClockQuality,
    Fact,
    Happened,
    TurnedAway,
    Voided,
    clock_quality,
)
from kiosk.domain.ledger import PrinterStanding, PrintJob
from kiosk.domain.words import Words
from kiosk.names.asking import asked
from kiosk.names.ranking import Ranking
from kiosk.services.ports import Guest, Hit, ImportRecord, Overlay, Put, RosterEntry
from kiosk.services.records import Records
from kiosk.services.searching import sought
from kiosk.services.trouble import Misconfigured, Trouble

T = TypeVar("T")


class HandClock:
    """A clock whose hands the test moves, back as well as forth."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.believed = ClockQuality.GOOD
        self._passed = 0.0

    def step(self, seconds: float) -> None:
        """Let this much time pass."""
        self.at += timedelta(seconds=seconds)
        self._passed += seconds

    def now(self) -> datetime:
        return self.at

    def monotonic(self) -> float:
        return self._passed

    def sleep(self, seconds: float) -> None:
        self.step(seconds)

    def quality(self) -> ClockQuality:
        return self.believed


def _to_the_millisecond(at: datetime) -> datetime:
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def _believed(clock: HandClock, facts: Sequence[Fact]) -> ClockQuality:
    last = max((f.hlc for f in facts), default=0)
    return clock_quality(clock.quality(), last, int(clock.now().timestamp() * 1000))


class MemoryTransaction:
    """Implements `Transaction` on a copy of the facts."""

    def __init__(self, facts: tuple[Fact, ...], station: str, clock: HandClock, by: str) -> None:
        self.known, self._station, self._clock, self._by = list(facts), station, clock, by

    def facts_of(self, ticket: UUID) -> tuple[Fact, ...]:
        return tuple(f for f in self.known if f.what.ticket == ticket)

    def fact(self, fact: UUID) -> Fact | None:
        return next((f for f in self.known if f.id == fact), None)

    def job(self, job: UUID) -> PrintJob | None:
        return ledger.print_jobs(self.known).get(job)

    def inside(self, checkpoint: Checkpoint, day: date) -> int:
        return ledger.inside(self.known, checkpoint, day)

    def record(self, what: Happened, at: datetime | None = None) -> Fact:
        now_ms = int(self._clock.now().timestamp() * 1000)
        number = len(self.known) + 1
        last = max((f.hlc for f in self.known), default=0)
        hlc = max(last + 1, now_ms << 16)
        fact = Fact(
            id=fact_id(now_ms, number.to_bytes(10, "big")),
            station=self._station,
            incarnation=b"memory!!",
            number=number,
            hlc=hlc,
            at=_to_the_millisecond(at or self._clock.now()),
            clock=ClockQuality.BY_HAND if at else _believed(self._clock, self.known),
            what=what,
            by=self._by,
        )
        self.known.append(fact)
        return fact


class MemoryJournal:
    """Implements `Journal`; `fails_at_commit` breaks the next commit."""

    def __init__(self, station: str, clock: HandClock) -> None:
        self._station, self._clock = station, clock
        self._facts: tuple[Fact, ...] = ()
        self.fails_at_commit: Trouble | None = None

    @contextmanager
    def transaction(self, by: str = "") -> Iterator[MemoryTransaction]:
        tx = MemoryTransaction(self._facts, self._station, self._clock, by)
        yield tx
        if self.fails_at_commit:
            raise self.fails_at_commit
        self._facts = tuple(tx.known)

    def jobs(self, *, open_only: bool) -> tuple[PrintJob, ...]:
        jobs = sorted(
            ledger.print_jobs(self._facts).values(), key=lambda j: (-j.rank, j.queued_hlc)
        )
        return tuple(j for j in jobs if not (open_only and j.state.settled))

    def printers(self) -> dict[str, PrinterStanding]:
        return ledger.printers(self._facts)

    def recent(self, limit: int) -> tuple[Fact, ...]:
        newest = sorted(self._facts, key=lambda f: -f.hlc)
        decided = [f for f in newest if isinstance(f.what, CheckedIn | TurnedAway)][:limit]
        return tuple(
            f
            for f in newest
            if f in decided
            or (isinstance(f.what, Voided) and f.hlc > min((d.hlc for d in decided), default=0))
        )

    def facts(self) -> tuple[Fact, ...]:
        return self._facts

    def facts_of(self, tickets: Collection[UUID]) -> tuple[Fact, ...]:
        return tuple(fact for fact in self._facts if fact.what.ticket in tickets)

    def amendments(self) -> int:
        return sum(isinstance(f.what, Amending | Voided) for f in self._facts)

    def amended(self) -> frozenset[UUID]:
        return frozenset(f.what.ticket for f in self._facts if isinstance(f.what, Amending))

    def unsent(self) -> int:
        return len(self._facts)

    def clock(self) -> ClockQuality:
        return _believed(self._clock, self._facts)


class MemoryRoster:
    """Implements `WritableRoster` and `AmendableRoster`, and is its own `RosterWriter`."""

    def __init__(self, read_event: Callable[[str], Event]) -> None:
        self._read_event = read_event
        self._given_up = False
        self._notes: dict[str, str] = {}
        self._entries: dict[UUID, RosterEntry] = {}
        self._before: dict[UUID, RosterEntry] = {}
        self._heard: set[UUID] = set()
        self._imports: list[ImportRecord] = []
        self._former: tuple[dict[str, str], dict[UUID, RosterEntry]] | None = None
        self._replaced: dict[bytes, UUID] = {}
        self._over: dict[UUID, Overlay] = {}
        self._amendments = 0

    @contextmanager
    def rewriting(self, *, keep: bool) -> Iterator["MemoryRoster"]:
        writer = MemoryRoster(self._read_event)
        writer._notes, writer._entries = dict(self._notes), dict(self._entries)
        writer._before, writer._imports = dict(self._entries), list(self._imports)
        writer._replaced = dict(self._replaced)
        yield writer
        if keep and not writer._given_up:
            self._former = (self._notes, self._entries)
            self._notes, self._entries = writer._notes, writer._entries
            self._imports, self._replaced = writer._imports, writer._replaced

    def give_up(self) -> None:
        self._given_up = True

    def clear(self) -> None:
        self._entries.clear()

    def note(self, key: str, value: str) -> None:
        self._notes[key] = value

    def hear(self, ticket: UUID) -> None:
        self._heard.add(ticket)

    def unhear(self, ticket: UUID) -> None:
        self._heard.discard(ticket)

    def is_unheard(self, ticket: UUID) -> bool:
        return ticket in self._before and ticket not in self._heard

    def unheard(self) -> Iterator[Ticket]:
        found = [e.ticket for e in self._before.values() if self.is_unheard(e.ticket.id)]
        yield from found

    def cancel(self, ticket: Ticket) -> None:
        entry = self._entries[ticket.id]
        cancelled = replace(entry.ticket, status=TicketStatus.CANCELLED)
        self._entries[ticket.id] = replace(entry, ticket=cancelled)

    def remember(self, record: ImportRecord) -> None:
        self._imports.append(replace(record, number=len(self._imports) + 1))

    def imports(self) -> tuple[ImportRecord, ...]:
        newest = len(self._imports)
        return tuple(
            replace(r, can_undo=r.number == newest and not r.undone_at)
            for r in reversed(self._imports)
        )

    def take_back(self, at: datetime) -> ImportRecord | None:
        if not self._imports or self._imports[-1].undone_at or self._former is None:
            return None
        self._notes, self._entries = self._former
        self._imports[-1] = replace(self._imports[-1], undone_at=at)
        return self._imports[-1]

    def categories(self) -> set[str]:
        return {entry.ticket.category for entry in self._entries.values()}

    def holder(self, code: bytes) -> Ticket | None:
        found = (e.ticket for e in self._entries.values() if code in {e.code, e.badge_code})
        return next(found, None)

    def put(self, entry: RosterEntry) -> Put:
        known = self._entries.get(entry.ticket.id)
        if known == entry:
            return Put.UNCHANGED
        for other in list(self._entries.values()):
            if other.code == entry.code and other.ticket.id != entry.ticket.id:
                self._entries[other.ticket.id] = replace(other, code=b"")
        self._entries[entry.ticket.id] = entry
        if known and known.code != entry.code:
            self._replaced[known.code] = entry.ticket.id
        self._replaced.pop(entry.code, None)
        return Put.CHANGED if known else Put.ADDED

    def event_text(self) -> str:
        return self._notes.get("event", "")

    def event(self) -> Event:
        if not self.event_text():
            raise Misconfigured(Words("没有名单", "no list"), Words("请导入", "import one"))
        return self._read_event(self.event_text())

    def by_code(self, digest: bytes) -> Guest | None:
        for ticket, over in self._over.items():
            if digest in over.codes or digest in over.replaced:
                guest = self.by_ticket(ticket)
                return replace(guest, replaced=digest in over.replaced) if guest else None
        if digest in self._replaced:
            guest = self.by_ticket(self._replaced[digest])
            return replace(guest, replaced=True) if guest else None
        return self._first(lambda e: digest in {e.code, e.badge_code})

    def by_ticket(self, ticket: UUID) -> Guest | None:
        way = [ticket]
        while (over := self._over.get(way[-1])) and over.into:
            if over.into in way:
                way.append(min(way[way.index(over.into) :]))
                break
            way.append(over.into)
        over = self._over.get(way[-1])
        return (over.guest if over else None) or self.listed(way[-1])

    def group(self, name: str) -> tuple[Guest, ...]:
        return tuple(g for g in self.guests() if g.attendee.group == name)

    def by_number(self, number: str) -> Guest | None:
        for over in self._over.values():
            if over.guest and over.guest.ticket.number == number:
                return over.guest
        return self._first(lambda e: e.ticket.number == number)

    def _first(self, fits: Callable[[RosterEntry], bool]) -> Guest | None:
        found = (self.by_ticket(e.ticket.id) for e in self._entries.values() if fits(e))
        return next(found, None)

    def listed(self, ticket: UUID) -> Guest | None:
        entry = self._entries.get(ticket)
        return Guest(entry.attendee, entry.ticket) if entry else None

    def listed_codes(self, ticket: UUID) -> dict[bytes, CodeKind]:
        entry = self._entries.get(ticket)
        return {entry.code: CodeKind.TICKET, entry.badge_code: CodeKind.BADGE} if entry else {}

    def lay_over(self, overlays: Sequence[Overlay], amendments: int) -> None:
        self._over |= {over.ticket: over for over in overlays}
        self._amendments = amendments

    def amendments(self) -> int:
        return self._amendments

    def search(self, query: str, limit: int) -> tuple[Hit, ...]:
        ranking: Ranking[Guest] = Ranking(asked(query))
        known = (*self.guests(), *filter(None, map(self.listed, self._entries)))
        for guest in known:
            if now := self.by_ticket(guest.ticket.id):
                ranking.look_at(sought(guest.attendee, guest.ticket), now)
        hits: dict[UUID, Hit] = {}
        for guest, why in ranking.best(len(known)):
            hits.setdefault(guest.ticket.id, Hit(guest, why))
        return tuple(hits.values())[:limit]

    def guests(self) -> tuple[Guest, ...]:
        known = {t: self.listed(t) for t in self._entries}
        known |= {t: over.guest or known.get(t) for t, over in self._over.items()}
        found = [
            g for t, g in known.items() if g and (now := self.by_ticket(t)) and now.ticket.id == t
        ]
        return tuple(sorted(found, key=lambda guest: guest.ticket.number))


class Here:
    """Implements `RecordsThread` on the thread that asks."""

    def __init__(self, records: Records) -> None:
        self.records = records

    def ask(self, work: Callable[[Records], T]) -> "Future[T]":
        future: Future[T] = Future()
        try:
            future.set_result(work(self.records))
        except Trouble as trouble:
            future.set_exception(trouble)
        return future
