"""A world of stations, a hub and a bad network, driven by one seed: every failure replays.

Stations and hub are the product's own on real SQLite files. Messages are lost, doubled and
reordered; power goes at any statement of any transaction; the hub dies before and after its
COMMIT and is put back from old backups; clocks jump by hours; disks are copied.
"""

import random
import shutil
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from kiosk.domain.hybrid_clock import plausible_below
from kiosk.domain.identity import HOUSE
from kiosk.domain.journal import CheckedIn, CheckedOut, Happened, JobState, PrintJobMoved, Voided
from kiosk.hub.facts import Batch, HubJournal
from kiosk.hub.local_link import LocalLink
from kiosk.services.hub_time import HubTime
from kiosk.services.ports.sync import Feed, NoAnswer
from kiosk.services.syncing import Books, Syncing
from kiosk.store.journal import FactsFile
from kiosk.wire.facts import Health, Pulled, Pushed
from kiosk.wire.hub import GuestMessage, RosterPage, Scope
from tests.fakes import HandClock
from tests.given import DAYS, NOON, an_event
from tests.simulation.parts import Crash, Desk, Hub, MakeFacts, MakeHub, chosen

TICKETS = [uuid5(HOUSE, f"simulated {n}") for n in range(8)]
SKEWS = [0, 0, 0, -50, 200, -90_000, 120_000, -7_200_000, 7_200_000]
MOODS: list[dict[str, float]] = [
    {},
    {"back_up": 5, "put_back": 5, "push": 30, "pull": 30},
    {"jump": 25, "scan": 40, "broadcast": 25, "push": 30, "deliver": 110, "print": 0},
    {"partition": 8, "crash": 6, "broadcast": 30, "push": 30, "deliver": 90, "print": 1},
]
"""What there is more of in some histories: rare things must meet each other now and then."""
JUMPS = [-500, 500, -60_000, 60_000, -7_080_000, 7_080_000, -7_200_000, 7_200_000]


@dataclass(frozen=True, slots=True)
class Parts:
    """What a world is made of; deliberate bugs put others in their place.

    `acks_early`: a station believes facts sent as soon as it sends them. `after_crash` is done
    to a station's file when it starts again; with `keeps_the_gone` no word of the gone travels.
    """

    facts: MakeFacts = FactsFile
    hub: MakeHub = HubJournal
    acks_early: bool = False
    after_crash: Callable[[Desk], None] = lambda _: None
    keeps_the_gone: bool = False


@dataclass
class Seen:
    """What was promised, to be held against what is there in the end."""

    recorded: dict[UUID, str] = field(default_factory=dict)
    clocks: list[tuple[int, int]] = field(default_factory=list)
    crashes: int = 0
    restores: int = 0
    copies: int = 0


class World:
    """One history; `run` it, then `check` what is left."""

    def __init__(self, seed: int, folder: Path, parts: Parts) -> None:
        self.chance = random.Random(seed)
        self.folder, self.parts = folder, parts
        self.time = HandClock(NOON)
        self.hub = Hub(folder, self.time, parts.hub)
        self.desks: dict[str, Desk] = {}
        self.seen = Seen()
        self.cut: set[str] = set()
        self.net: list[tuple[Any, ...]] = []
        self.backup: bytes | None = None
        self.mood = self.chance.choice(MOODS)
        self.with_roster = self.chance.random() < 0.15
        for number in range(self.chance.randint(2, 4)):
            scope = Scope.SELF if number == 0 else Scope.DESK
            self._add(f"S{number}", scope)

    def _add(self, name: str, scope: Scope) -> Desk:
        desk = Desk(self.folder, name, scope, self.parts.facts)
        desk.skew = self.chance.choice(SKEWS)
        desk.open(HandClock(NOON))
        if self.with_roster:
            desk.with_roster(lambda _: an_event())
        self.desks[f"{name}/{len(self.desks)}"] = desk
        return desk

    # ------------------------------------------------------------------ what may happen

    def run(self, steps: int) -> None:
        for _ in range(steps):
            self.time.step(self.chance.randint(0, 400) / 1000)
            chosen(self.chance, self._happenings)()

    @property
    def _happenings(self) -> dict[Callable[[], None], float]:
        weights: dict[Callable[[], None], float] = {
            self.scan: 26, self.void: 4, self.print: 3, self.push: 20, self.pull: 14,
            self.deliver: 60, self.broadcast: 6, self.partition: 5, self.jump: 3, self.crash: 2,
            self.back_up: 1, self.put_back: 0.7, self.copy_disk: 0.3,
            self.publish: 5 if self.with_roster else 0,
        }  # fmt: skip
        return weights | {getattr(self, name): weight for name, weight in self.mood.items()}

    def _any(self) -> tuple[str, Desk]:
        key = self.chance.choice(list(self.desks))
        desk = self.desks[key]
        desk.clock.at = self.time.at + timedelta(milliseconds=desk.skew)
        return key, desk

    def guarded(self, desk: Desk, work: Callable[[], Any]) -> Any:
        """Do it; now and then the power goes at some statement of it."""
        if self.chance.random() < (0.4 if "crash" in self.mood else 0.1):
            desk.trap.arm(self.chance.randint(0, 14))
        try:
            return work()
        except Crash:
            self.seen.crashes += 1
            desk.reopen()
            self.parts.after_crash(desk)
        finally:
            desk.trap.disarm()

    def record(self, desk: Desk, what: Happened) -> None:
        limit = plausible_below(int(desk.clock.at.timestamp() * 1000))
        ((before,),) = desk.ask("SELECT coalesce(max(hlc), 0) FROM fact WHERE hlc < ?", limit)

        def work() -> Any:
            with desk.facts.transaction() as tx:
                return tx.record(what)

        fact = self.guarded(desk, work)
        if fact:
            self.seen.recorded[fact.id] = fact.station
            self.seen.clocks.append((before, fact.hlc))

    def scan(self) -> None:
        _, desk = self._any()
        ticket, place = self.chance.choice(TICKETS), self.chance.choice(("registration", "hall"))
        came = CheckedIn(ticket, place, "delegate", DAYS[0])
        left = CheckedOut(ticket, "hall", DAYS[0])
        self.record(desk, left if self.chance.random() < 0.1 else came)

    def void(self) -> None:
        _, desk = self._any()
        came = desk.ask("SELECT id, ticket FROM fact WHERE kind = 'checked_in' ORDER BY hlc, id")
        if came:
            fact, ticket = (UUID(bytes=one) for one in self.chance.choice(came))
            self.record(desk, Voided(fact, ticket, "wrong"))

    def print(self) -> None:
        _, desk = self._any()
        job = uuid5(HOUSE, f"job {self.chance.random()}")
        moved = PrintJobMoved(job, self.chance.choice(TICKETS), JobState.QUEUED, 1)
        self.record(desk, moved)
        known = desk.facts.jobs(open_only=False)
        if known and self.chance.random() < 0.5:
            one = self.chance.choice(known)
            to = self.chance.choice((JobState.SENT, JobState.CONFIRMED))
            self.record(desk, PrintJobMoved(one.job, one.ticket, to, one.copy))

    def push(self) -> None:
        key, desk = self._any()
        if key in self.cut:
            return
        facts = desk.facts.exchange.waiting(self.chance.choice((1, 2, 5, 50)))
        if facts:
            generation = desk.facts.exchange.feed().generation
            self.net.append(("push", key, generation, facts))
            if self.parts.acks_early:
                ids = [fact.id for fact in facts]
                desk.facts.exchange.acknowledged(Feed(generation, 0), ids, (), 0)

    def pull(self) -> None:
        key, desk = self._any()
        if key not in self.cut:
            self.net.append(("pull", key, desk.facts.exchange.feed()))

    def broadcast(self) -> None:
        head = self.hub.journal.head().last
        news = self.hub.journal.pull(max(0, head - self.chance.randint(1, 6)), 100)
        for key in self.desks:
            if key not in self.cut and news.facts:
                self.net.append(("facts", key, news))

    def deliver(self) -> None:
        if not self.net:
            return
        at = 0 if self.chance.random() < 0.6 else self.chance.randrange(len(self.net))
        message = self.net.pop(at)
        fate = self.chance.random()
        if fate < 0.12 or (message[1] in self.cut and self.chance.random() < 0.8):
            return  # lost
        if fate < 0.24:
            self.net.insert(self.chance.randrange(len(self.net) + 1), message)  # comes again
        self.handle(*message)

    def handle(self, kind: str, key: str, *said: Any) -> None:
        desk = self.desks[key]
        exchange = desk.facts.exchange
        match kind:
            case "push":
                self._take(key, desk, *said)
            case "pull":
                feed = said[0]
                limit = self.chance.choice((1, 3, 100))
                news = self.hub.journal.pull(feed.cursor, limit)
                same = news.generation == feed.generation
                self.net.append(
                    ("facts", key, news) if same else ("generation", key, news.generation)
                )
            case "ack":
                reached, accepted, refused = said
                self.guarded(desk, lambda: exchange.acknowledged(reached, accepted, refused, 0))
            case "generation":
                if said[0] == self.hub.journal.head().generation:
                    self.guarded(desk, lambda: exchange.new_generation(said[0]))
            case "facts":
                news = said[0]
                self.guarded(desk, lambda: exchange.received(news.generation, news.facts))
            case _:
                raise AssertionError(kind)

    def _take(self, key: str, desk: Desk, generation: str, facts: Any) -> None:
        if generation != self.hub.journal.head().generation:
            self.net.append(("generation", key, self.hub.journal.head().generation))
            return
        batch = Batch(desk.name, desk.scope, facts)
        if self.chance.random() < 0.06:  # the hub dies before or after its COMMIT: no reply
            self.hub.trap.arm(self.chance.randint(0, 6))
            try:
                self.hub.journal.push([batch])
            except Crash:
                self.seen.crashes += 1
            self.hub.reopen()
            return
        (taken,), head = self.hub.journal.push([batch])
        reached = Feed(head.generation, head.last, head.chain)
        self.net.append(("ack", key, reached, taken.accepted, taken.refused))

    def partition(self) -> None:
        self.cut ^= {self.chance.choice(list(self.desks))}

    def jump(self) -> None:
        _, desk = self._any()
        desk.skew += self.chance.choice(JUMPS)

    def crash(self) -> None:
        _, desk = self._any()
        self.seen.crashes += 1
        desk.reopen()
        self.parts.after_crash(desk)

    def back_up(self) -> None:
        self.backup = self.hub.copy()

    def put_back(self) -> None:
        if self.backup:
            self.seen.restores += 1
            self.hub.put_back(self.backup, folder_too=self.chance.random() < 0.5)

    def copy_disk(self) -> None:
        """Somebody sets up another computer from a station's disk."""
        if len(self.desks) >= 6:
            return
        _, desk = self._any()
        self.seen.copies += 1
        other = self.folder / f"copy{len(self.desks)}"
        other.mkdir()
        desk.facts.close()
        shutil.copy(desk.folder / f"{desk.name}.db", other)
        desk.open(desk.clock)
        twin = Desk(other, desk.name, desk.scope, self.parts.facts)
        twin.skew = self.chance.choice(SKEWS)
        twin.open(HandClock(NOON))
        if self.with_roster:
            twin.with_roster(lambda _: an_event())
        self.desks[f"{desk.name}/{len(self.desks)}"] = twin

    def publish(self) -> None:
        """Another list at the hub: some are new, some are gone; a station may fetch it."""
        guests = [
            a_guest(t, self.chance.choice(("王伟", "李娜")))
            for t in TICKETS if self.chance.random() < 0.7
        ]  # fmt: skip
        self.hub.roster.publish("the event", guests, whole=True)
        _, desk = self._any()
        assert desk.roster
        self._turn(desk)

    # ------------------------------------------------------------------ and then all is well

    def _turn(self, desk: Desk) -> bool:
        """One whole turn of the product's own sync; whether anything happened."""
        link = _Scoped(self.hub, self.time, desk)
        link.keeps_the_gone = self.parts.keeps_the_gone
        roster = desk.roster.synced if desk.roster else _NoRoster()
        books = Books(desk.facts.exchange, roster, self.folder)
        syncing = Syncing(books, link, desk.clock, HubTime(desk.clock, ""), Health)
        done = syncing.once()
        assert done.trouble is None or isinstance(done.trouble, NoAnswer)
        return bool(done.sent or done.received or done.roster)

    def heal(self) -> None:
        """No more faults: everybody talks until nobody has anything new to say."""
        self.cut.clear()
        self.net.clear()
        for _ in range(40):
            busy = [self._turn(desk) for desk in self.desks.values()]
            if not any(busy):
                return
        raise AssertionError("they never come to rest")

    def close(self) -> None:
        self.hub.close()
        for desk in self.desks.values():
            desk.close()


def a_guest(ticket: UUID, name: str) -> GuestMessage:
    """A guest as the hub publishes one."""
    attendee = uuid5(ticket, "attendee")
    fields = {
        "ticket.id": ticket.hex, "ticket.attendee": attendee.hex, "ticket.number": ticket.hex[:6],
        "ticket.category": "delegate", "ticket.status": "valid",
        "attendee.id": attendee.hex, "attendee.name": name,
    }  # fmt: skip
    return GuestMessage(rev=0, ticket=ticket, fields=fields, codes=((ticket.hex, "ticket"),))


class _Scoped(LocalLink):
    """The hub for a station of some scope."""

    def __init__(self, hub: Hub, clock: HandClock, desk: Desk) -> None:
        super().__init__(hub.journal, hub.roster, clock, desk.name)
        self._scope, self._hub, self._desk = desk.scope, hub, desk

    keeps_the_gone = False

    def roster(self, after: int) -> Any:
        page = super().roster(after)
        if not self.keeps_the_gone or not isinstance(page, RosterPage):
            return page
        there = tuple(guest for guest in page.guests if not guest.gone)
        return page.model_copy(update={"guests": there})

    def push(self, generation: str, facts: Any, health: Health) -> Any:
        batch = Batch(self._desk.name, self._scope, facts)
        (taken,), head = self._hub.journal.push([batch])
        return Pushed(
            generation=head.generation, accepted=taken.accepted, refused=taken.refused,
            head=head.last, now_ms=0, chain=head.chain,
        )  # fmt: skip


class _NoRoster:
    """A history that is about facts alone."""

    schema = 0

    def feed(self) -> Any:
        return Feed("", 0)

    def taking(self, *, afresh: bool) -> Any:
        class Nothing:
            def take(self, page: Any) -> None: ...
            def give_up(self) -> None: ...

        return nullcontext(Nothing())

    def replace(self, file: Path, generation: str, rev: int) -> None: ...


def pulled(world: World) -> Pulled:
    """All that the hub holds."""
    return world.hub.journal.pull(0, 1_000_000)
