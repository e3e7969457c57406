"""The hub under load, on SQLite and on PostgreSQL in the same run."""

import asyncio
import http.client
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from uuid import UUID

from kiosk.composition.hub_place import opened_hub
from kiosk.domain.journal import CheckedIn
from kiosk.wire.facts import Push
from kiosk.wire.hub import PairRequest, Scope
from tests.bench.report import SINGLE, TIMING, Room, Sample, busy, timing
from tests.given import DAYS
from tests.hubs.cluster import a_cluster
from tests.hubs.facts import a_fact, a_message
from tests.hubs.running import running_hub

PUSH_ABOUT = """Facts acknowledged per second: so many clients, each with so many facts in a push,
over HTTP on loopback; every acknowledgement after its COMMIT (SQLite synchronous FULL; PostgreSQL
fsync). Hub, database and clients share the processors of this machine."""
LIVE_ABOUT = """From the moment at which desk A begins to push a check-in until desk B's stream has
brought it, for every listener and every check-in; twenty check-ins a second. The listeners are
sockets of one process on the same machine."""
SHAPES = ((1, 1), (8, 1), (8, 20), (8, 100), (8, 500), (50, 1))
PER_SECOND = 20.0


@dataclass(frozen=True)
class Load:
    """Where to, and as whom."""

    address: tuple[str, int]
    tokens: list[str]

    def connection(self) -> http.client.HTTPConnection:
        made = http.client.HTTPConnection(*self.address, timeout=60)
        made.connect()
        # headers and body are two packets: the second must not wait for the first's receipt
        made.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return made


@contextmanager
def loaded(dsn: str, folder: Path, stations: int) -> Iterator[Load]:
    """A running hub with so many paired stations, without TLS: what is measured is the hub."""
    with running_hub(dsn, folder, "--no-tls") as hub:
        tokens = []
        with opened_hub(dsn, folder) as place:
            for number in range(stations):
                code = place.stations.new_code(Scope.DESK, "bench").secret
                asked = PairRequest(
                    secret=code, station=f"desk-{number}", incarnation=f"{number:016x}"
                )
                paired = place.stations.pair(asked)
                assert isinstance(paired, tuple)
                tokens.append(paired[1])
        parts = urlsplit(hub.url)
        yield Load((parts.hostname or "", parts.port or 0), tokens)


def measure(work: Path, seconds: float, listeners: tuple[int, ...], storm: int) -> tuple[Room, ...]:
    """Pushes, live streams and a reconnect storm of `storm` facts."""
    pushes = Room("Push, facts per second", PUSH_ABOUT, ("clients × facts", "SQLite", "PostgreSQL"))
    lives = Room("Desk A to desk B", LIVE_ABOUT, TIMING)
    storms = Room(
        "Reconnect storm",
        f"Eight stations that were away push {storm:,} facts in all, 500 at a time.",
        SINGLE,
    )
    with a_cluster() as cluster:
        rates: dict[str, list[float]] = {}
        for engine, dsn in (
            ("SQLite", f"sqlite:///{work / 'bench-hub.db'}"),
            ("PostgreSQL", cluster.base("bench")),
        ):
            with loaded(dsn, work / f"hub-{engine}", 60) as load:
                rates[engine] = [_rate(load, *shape, seconds) for shape in SHAPES]
                for count in listeners:
                    sample = asyncio.run(_live(load, count, seconds))
                    aim = "p99 1 s" if count == max(listeners) else ""
                    lives.rows.append(timing(f"{engine}, {count} listeners", sample, aim))
                took = _storm(load, storm)
                aim = f"{60 * storm / 500_000:.0f} s"
                storms.rows.append((engine, f"{took:.1f} s", aim, f"{storm / took:,.0f} facts/s"))
    for (clients, size), *both in zip(SHAPES, rates["SQLite"], rates["PostgreSQL"], strict=True):
        pushes.rows.append((f"{clients} × {size}", *(f"{rate:,.0f}" for rate in both)))
    for room in (pushes, lives, storms):
        room.rows.append((busy(), *[""] * (len(room.headings) - 1)))
    return pushes, lives, storms


def bodies(count: int, size: int) -> list[bytes]:
    """Pushes of so many facts each."""
    made = []
    for _ in range(count):
        facts = [
            a_message(a_fact(CheckedIn(UUID(int=n + 1), "hall", "delegate", DAYS[0])))
            for n in range(size)
        ]
        made.append(Push(generation="", facts=tuple(facts)).model_dump_json().encode())
    return made


def _pushed(connection: http.client.HTTPConnection, token: str, body: bytes) -> bytes:
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    while True:
        connection.request("POST", "/v1/facts", body, headers)
        answer = connection.getresponse()
        said = answer.read()
        if answer.status == 200:
            return said
        assert answer.status in {429, 503}, (answer.status, said)


def _rate(load: Load, clients: int, size: int, seconds: float) -> float:
    """Facts acknowledged per second."""
    done = [0] * clients
    ready = [bodies(max(2, int(seconds * 6000 / clients / size)), size) for _ in range(clients)]
    until = time.perf_counter() + seconds

    def work(client: int) -> None:
        connection = load.connection()
        # several names for each: nobody may ask more than a hundred times a second
        mine = load.tokens[client::clients] if clients < 10 else [load.tokens[client]]
        for turn, body in enumerate(ready[client]):
            if time.perf_counter() > until:
                break
            _pushed(connection, mine[turn % len(mine)], body)
            done[client] += size
        connection.close()

    began = time.perf_counter()
    _together(clients, work)
    return sum(done) / (time.perf_counter() - began)


def _storm(load: Load, facts: int) -> float:
    each = [bodies(facts // 8 // 500, 500) for _ in range(8)]

    def work(client: int) -> None:
        connection = load.connection()
        for body in each[client]:
            _pushed(connection, load.tokens[client], body)
        connection.close()

    began = time.perf_counter()
    _together(8, work)
    return time.perf_counter() - began


def _together(count: int, work: Callable[[int], None]) -> None:
    threads = [threading.Thread(target=work, args=(n,)) for n in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


async def _live(load: Load, count: int, seconds: float) -> Sample:
    """Milliseconds for every check-in at every listener."""
    pushed: dict[int, float] = {}
    latencies: list[float] = []
    opens = [asyncio.Event() for _ in range(count)]
    tasks = [
        asyncio.create_task(_listen(load, n, opens[n], pushed, latencies)) for n in range(count)
    ]
    for one in opens:
        await one.wait()
    await asyncio.to_thread(_push_steadily, load, pushed, seconds)
    await asyncio.sleep(2)  # what is still on its way
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return Sample(tuple(latencies))


async def _listen(
    load: Load, n: int, opened: asyncio.Event, pushed: dict[int, float], latencies: list[float]
) -> None:
    reader, writer = await asyncio.open_connection(*load.address, limit=1 << 22)
    token = load.tokens[n % len(load.tokens)]
    asked = f"GET /v1/feed HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n\r\n"
    writer.write(asked.encode())
    await writer.drain()
    while line := await reader.readline():
        now = time.perf_counter()
        if line.startswith(b"data: "):
            opened.set()
        for found in re.findall(rb'"seq":(\d+)', line):
            began = pushed.get(int(found))
            if began is not None:
                latencies.append((now - began) * 1000)


def _push_steadily(load: Load, pushed: dict[int, float], seconds: float) -> None:
    connection = load.connection()
    ready = bodies(int(seconds * PER_SECOND), 1)
    probe = bodies(1, 1)[0]
    head = int(re.findall(rb'"head":(\d+)', _pushed(connection, load.tokens[0], probe))[0])
    for body in ready:
        head += 1
        began = pushed[head] = time.perf_counter()
        _pushed(connection, load.tokens[0], body)
        time.sleep(max(0.0, began + 1 / PER_SECOND - time.perf_counter()))
    connection.close()
