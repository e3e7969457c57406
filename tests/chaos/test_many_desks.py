"""Eight stations, a hub and its database as real processes, and everything that kills them."""

import random
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.hub_link import linked, pair_station, sync_once
from kiosk.composition.hub_place import opened_hub
from kiosk.composition.hub_record import read_record
from kiosk.composition.station import opened
from kiosk.domain import ledger
from kiosk.domain.journal import Fact
from kiosk.wire.hub import Scope
from kiosk.wire.pairing import PairingCode
from kiosk.wire.whole_facts import fact_from
from tests.chaos.syncing_station import TICKETS, live
from tests.forked import PROCESSES
from tests.hubs.cable import Cable, a_cable
from tests.hubs.cluster import Cluster, a_cluster, free_port
from tests.hubs.running import running_hub

DESKS = 8
SECONDS = {"sample": 5.0, "full": 90.0}


@dataclass
class Desk:
    """One station's folder, and the process that lives in it now."""

    folder: Path
    process: BaseProcess | None = None
    hears: Connection | None = None

    def start(self, seed: int) -> None:
        self.hears, shows = PROCESSES.Pipe(duplex=False)
        self.process = PROCESSES.Process(target=live, args=(self.folder, seed, shows))
        self.process.start()
        shows.close()

    def kill(self) -> None:
        assert self.process
        self.process.kill()
        self.process.join()


@dataclass
class Chaos:
    """What was recorded, and how much was broken."""

    recorded: set[UUID] = field(default_factory=set)
    kills: int = 0
    hub_kills: int = 0
    cuts: int = 0

    def listen(self, desks: list[Desk], seconds: float) -> None:
        """Hear what the desks record for so long."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            open_ = [desk.hears for desk in desks if desk.hears]
            for end in wait(open_, left):
                assert isinstance(end, Connection)
                self._hear(end, desks)

    def hear_out(self, desk: Desk) -> None:
        """What it said before it was killed."""
        while desk.hears:
            self._hear(desk.hears, [desk])

    def _hear(self, end: Connection, desks: list[Desk]) -> None:
        try:
            self.recorded.add(UUID(hex=end.recv()))
        except (EOFError, OSError):
            for desk in desks:
                if desk.hears is end:
                    desk.hears = None


class Breaker:
    """Breaks one thing after the other, and mends it."""

    def __init__(
        self, chance: random.Random, stack: ExitStack, where: tuple[str, Path, int],
        cluster: Cluster | None,
    ) -> None:  # fmt: skip
        self._chance, self._stack, self._where = chance, stack, where
        self._cluster = cluster
        self._hub_stack = ExitStack()
        self._begin()
        stack.callback(self._hub_stack.close)

    def _begin(self) -> None:
        dsn, folder, port = self._where
        self.hub = self._hub_stack.enter_context(
            running_hub(dsn, folder, "--host", "127.0.0.1", port=port)
        )

    def kill_hub(self) -> None:
        self.hub.kill()
        self._hub_stack.close()
        self._hub_stack = ExitStack()
        self._begin()

    def crash_database(self) -> None:
        if self._cluster:
            self._cluster.stop_at_once()
            self._cluster.start()


@pytest.fixture(params=["sqlite", "postgresql"])
def cluster(request: pytest.FixtureRequest) -> Iterator[Cluster | None]:
    if request.param == "sqlite":
        yield None
        return
    with a_cluster() as cluster:
        yield cluster


@pytest.mark.parametrize("size", ["sample", pytest.param("full", marks=pytest.mark.slow)])
def test_whatever_is_killed_nothing_is_lost_and_all_ledgers_agree(
    tmp_path: Path, cluster: Cluster | None, size: str, fresh_seed: int
) -> None:
    chance = random.Random(fresh_seed)
    dsn = cluster.base("hub") if cluster else f"sqlite:///{tmp_path / 'hub.db'}"
    chaos = Chaos()
    with ExitStack() as stack:
        port = free_port()
        breaker = Breaker(chance, stack, (dsn, tmp_path / "hub", port), cluster)
        cable = stack.enter_context(a_cable(port))
        desks = [paired(tmp_path / f"desk{n}", dsn, tmp_path / "hub", cable) for n in range(DESKS)]
        stack.callback(kill_all, desks)
        for desk in desks:
            desk.start(chance.getrandbits(32))
        until = time.monotonic() + SECONDS[size]
        while time.monotonic() < until:
            chaos.listen(desks, chance.uniform(0.2, 0.6))
            break_something(chance, chaos, desks, breaker, cable)
        for desk in desks:
            desk.kill()
            chaos.hear_out(desk)
        heal(desks)
        check(desks, dsn, tmp_path / "hub", chaos)
    assert chaos.kills + chaos.hub_kills + chaos.cuts > 2
    assert len(chaos.recorded) > DESKS


def kill_all(desks: list[Desk]) -> None:
    for desk in desks:
        if desk.process:
            desk.kill()


def break_something(
    chance: random.Random, chaos: Chaos, desks: list[Desk], breaker: Breaker, cable: Cable
) -> None:
    what = chance.random()
    if what < 0.7:
        desk = chance.choice(desks)
        desk.kill()
        chaos.hear_out(desk)
        chaos.kills += 1
        desk.start(chance.getrandbits(32))
    elif what < 0.8:
        cable.pull()
        chaos.listen(desks, chance.uniform(0.1, 0.5))
        cable.plug()
        chaos.cuts += 1
    elif what < 0.92:
        breaker.kill_hub()
        chaos.hub_kills += 1
    else:
        breaker.crash_database()


def paired(folder: Path, dsn: str, hub: Path, cable: Cable) -> Desk:
    with opened_hub(dsn, hub) as place:
        code = place.stations.new_code(Scope.DESK, "test")
        text = PairingCode(code.secret, place.pin).text
    with opened(folder) as station:
        pair_station(station, f"https://127.0.0.1:{cable.port}", text)
    return Desk(folder)


def heal(desks: list[Desk]) -> None:
    """Everybody syncs until nobody has anything new."""
    for _ in range(2):
        for desk in desks:
            record = read_record(DataFolder(desk.folder))
            assert record
            with opened(desk.folder) as station, linked(station.folder, record) as client:
                synced = sync_once(station, client)
                assert synced.trouble is None, synced.trouble
                assert station.journal.unsent() == 0


def check(desks: list[Desk], dsn: str, hub: Path, chaos: Chaos) -> None:
    with opened_hub(dsn, hub) as place:
        pulled = place.journal.pull(0, 1_000_000).facts
    at_hub = {one.fact.id: fact_from(one.fact) for one in pulled}
    assert len(at_hub) == len(pulled), "something is there twice"
    assert [one.seq for one in pulled] == list(range(1, len(pulled) + 1))
    assert chaos.recorded <= at_hub.keys(), "what was recorded is lost"
    states = []
    for desk in desks:
        with opened(desk.folder) as station:
            facts = station.journal.facts()
            assert {fact.id for fact in facts} == at_hub.keys()
            assert station.journal.exchange.parked() == ()
            states.append(ledger_of(facts))
    assert all(state == states[0] for state in states)
    assert states[0] == ledger_of(tuple(at_hub.values()))


def ledger_of(facts: tuple[Fact, ...]) -> list[object]:
    return [ledger.arrivals(facts, ticket, "hall") for ticket in TICKETS]
