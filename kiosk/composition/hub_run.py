"""A running hub: its application, and a thread that keeps its own copy in step."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.composition.bug_report import report_bug
from kiosk.composition.hub_place import HubPlace, opened_hub
from kiosk.hub.app import hub_app
from kiosk.hub.server import Begin, HubServer, Secrets
from kiosk.hub.serving import serve
from kiosk.keys.station import KEY_BYTES, StationKeys, open_station_keys, replace_station_key
from kiosk.services.trouble import Misconfigured, Unavailable
from kiosk.workers import Worker

FOLLOW_SECONDS = 1.0


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
    with opened_hub(order.dsn, order.folder) as place:
        following = Worker(
            "hub-copy",
            _Follow(order),
            (Unavailable, Misconfigured),
            lambda _trouble: None,  # told by /healthz, which asks the same database
            lambda bug: _say(bug, place.folder.logs),
        )
        following.start()
        certificate = place.certificate if order.tls else None
        serve(hub_app(hub_server(place)), (order.host, order.port), certificate, ready)
        following.stop()


def hub_server(place: HubPlace) -> HubServer:
    """The server side of a hub."""
    key = place.folder.code_key

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
        Begin(lambda: None, place.folder.path / "begin"),
    )


def _say(bug: BaseException, logs: Path) -> None:
    report_bug(bug, logs)


class _Follow:
    """Keeps the hub's own copy in step; with connections of its own."""

    def __init__(self, order: HubOrder) -> None:
        self._order = order
        self._pause = threading.Event()
        self._opened: HubPlace | None = None

    def set_up(self) -> None:
        self._stack = opened_hub(self._order.dsn, self._order.folder)
        self._opened = self._stack.__enter__()

    def step(self) -> bool:
        assert self._opened is not None, "set up first"
        self._opened.follow()
        self._pause.wait(FOLLOW_SECONDS)
        return True

    def tear_down(self) -> None:
        if self._opened is not None:
            self._stack.__exit__(None, None, None)
        self._opened = None
