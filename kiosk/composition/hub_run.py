"""A running hub: its application, and a thread that keeps its own copy in step."""

import logging
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kiosk.composition.assets import ORGANISER
from kiosk.composition.bug_report import report_bug
from kiosk.composition.hub_begin import BeginFiles
from kiosk.composition.hub_organiser import HubOrganiser
from kiosk.composition.hub_place import HubPlace, opened_hub
from kiosk.hub.app import hub_app
from kiosk.hub.limits import Buckets
from kiosk.hub.pages import Pages
from kiosk.hub.server import Begin, HubServer, Secrets
from kiosk.hub.serving import serve
from kiosk.keys.station import KEY_BYTES, StationKeys, open_station_keys, replace_station_key
from kiosk.remote.discovery import announced
from kiosk.services.trouble import Misconfigured, Trouble, Unavailable
from kiosk.workers import Worker

LOOPBACK = "127.0.0.1"
FOLLOW_SECONDS = 1.0
UPSTREAM_SECONDS = 60.0
POURING = 1000
"""Facts in `FOLLOW_SECONDS` that are a storm of stations coming back."""
LOG: Final = logging.getLogger("kiosk.hub")


@dataclass(frozen=True, slots=True)
class HubOrder:
    """How a hub is to run; `folder` None: its usual one, `tls` off behind a load balancer."""

    dsn: str
    host: str
    port: int
    folder: Path | None
    tls: bool


def run_hub(order: HubOrder, ready: Callable[[str], None]) -> None:
    """Answer stations until the process is told to end.

    Raises:
        Misconfigured, Unavailable: database, folder or port.
    """
    jobs = {"hub-copy": _Follow(order), "hub-upstream": _Exchange(order)}
    with opened_hub(order.dsn, order.folder) as place:
        workers = [_worker(name, job, place.folder.logs) for name, job in jobs.items()]
        for worker in workers:
            worker.start()
        certificate = place.certificate if order.tls else None
        organiser = HubOrganiser(order.dsn, order.folder)
        tries = Buckets(per_second=0.2, burst=20, clock=place.clock)
        pages = Pages(place.users, organiser, ORGANISER, tries)
        server = hub_server(place)
        app = hub_app(server, pages.routes)
        with ExitStack() as said:

            def begun(url: str) -> None:
                ready(url)
                if order.host != LOOPBACK:
                    port = int(url.rpartition(":")[2])
                    said.enter_context(announced(place.pin, order.host, port, tls=order.tls))

            serve(app, (order.host, order.port), certificate, begun, server.live.end)
        organiser.stop()
        for job, worker in zip(jobs.values(), workers, strict=True):
            job.stop()
            worker.stop()


def _worker(name: str, job: "_AtThePlace", logs: Path) -> Worker:
    expected = (Unavailable, Misconfigured)

    def say(bug: BaseException) -> None:
        report_bug(bug, logs)

    return Worker(name, job, expected, _note_trouble, say)


def hub_server(place: HubPlace) -> HubServer:
    """The server side of a hub."""
    key, begin = place.folder.code_key, place.folder.path / "begin"

    def keys() -> StationKeys:
        return open_station_keys(key)

    def adopt(secret: bytes) -> None:
        if len(secret) == KEY_BYTES:
            replace_station_key(key, secret)

    return HubServer(
        place.journal,
        place.roster,
        place.stations,
        place.clock,
        Secrets(lambda: keys().secret, adopt, lambda text: keys().digest(text)),
        Begin(BeginFiles(place.own.listed.synced, begin).make, begin),
    )


def _note_trouble(trouble: Exception | None) -> None:
    if isinstance(trouble, Trouble):
        LOG.warning("%s", trouble.title.en)


class _AtThePlace:
    """A job with connections of its own, one piece of work in so many seconds."""

    def __init__(self, order: HubOrder, seconds: float) -> None:
        self._order, self._seconds = order, seconds
        self._pause = threading.Event()
        self._stack = ExitStack()

    def stop(self) -> None:
        """Any thread: wait no longer."""
        self._pause.set()

    def set_up(self) -> None:
        self._stack = ExitStack()
        self._place = self._stack.enter_context(opened_hub(self._order.dsn, self._order.folder))

    def step(self) -> bool:
        self.work(self._place)
        return not self._pause.wait(self._seconds)

    def tear_down(self) -> None:
        self._stack.close()

    def work(self, place: HubPlace) -> None:
        """The piece."""
        raise NotImplementedError


class _Follow(_AtThePlace):
    """Keeps the hub's own copy in step; while many facts pour in, stations go first."""

    def __init__(self, order: HubOrder) -> None:
        super().__init__(order, FOLLOW_SECONDS)
        self._seen = 0

    def work(self, place: HubPlace) -> None:
        head = place.journal.head().last
        pouring, self._seen = head - self._seen > POURING, head
        if not pouring:
            place.follow()


class _Exchange(_AtThePlace):
    """Talks to the platform, where there is one; compares everybody once a day."""

    def __init__(self, order: HubOrder) -> None:
        super().__init__(order, UPSTREAM_SECONDS)

    def work(self, place: HubPlace) -> None:
        from kiosk.composition.hub_upstream import (  # noqa: PLC0415  httpx
            opened_upstream,
            read_upstream,
            trouble_of,
            upstream_turn,
        )

        record = read_upstream(place)
        if record is None:
            return
        whole = place.uploads.is_comparing_due(place.clock.now())
        with opened_upstream(place, record) as upstream:
            turn = upstream_turn(place, upstream, whole=whole)
        if turn.trouble:
            raise trouble_of(turn.trouble)
        if whole:
            place.uploads.compared(place.clock.now())
