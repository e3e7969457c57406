"""Everything that a running hub is made of."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kiosk.hub.facts import Head, HubJournal
from kiosk.hub.limits import Buckets
from kiosk.hub.live import LiveFeed
from kiosk.hub.roster import HubRoster
from kiosk.hub.stations import Known, Stations
from kiosk.hub.writer import GroupWriter
from kiosk.services.ports import Clock
from kiosk.wire.facts import Health
from kiosk.wire.hub import Bootstrap

TOKEN_SECONDS: Final = 0.5
"""How long a token's station is believed without asking: a revocation counts after this."""
SEEN_SECONDS: Final = 5.0
"""How often a station's last sign of life is written down."""


@dataclass(frozen=True, slots=True)
class Secrets:
    """The event's code key, as the hub's folder keeps it."""

    code_key: Callable[[], bytes]
    adopt: Callable[[bytes], None]
    digest: Callable[[str], bytes]

    def tag(self) -> str:
        """A few characters by which a key is told from another."""
        return hashlib.sha256(self.code_key()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Begin:
    """The files that a new station begins with; `make` brings them up to date."""

    make: Callable[[], Bootstrap | None]
    folder: Path


@dataclass(slots=True)
class Counted:
    """What /metrics tells since the process began."""

    requests: dict[tuple[str, int], int] = field(default_factory=dict)
    facts: int = 0
    refused: int = 0


class HubServer:
    """One process's hub. Requests come on the event loop, the database is asked on threads."""

    def __init__(
        self,
        journal: HubJournal,
        roster: HubRoster,
        stations: Stations,
        clock: Clock,
        secrets: Secrets,
        begin: Begin,
    ) -> None:
        self.journal, self.roster, self.stations = journal, roster, stations
        self.clock, self.secrets, self.begin = clock, secrets, begin
        self.live = LiveFeed(journal, roster)
        self.writer = GroupWriter(journal, self._grown)
        self.requests = Buckets(per_second=100, burst=400, clock=clock)
        self.pairings = Buckets(per_second=0.5, burst=10, clock=clock)
        self.counted = Counted()
        self.downloads = 0
        self._tokens: dict[str, tuple[float, Known | None]] = {}
        self._seen: dict[str, float] = {}
        self._lamps: dict[str, tuple[str, str, str]] = {}

    def _grown(self, head: Head) -> None:
        self.live.grown(head)

    @property
    def now_ms(self) -> int:
        """The hub's time, milliseconds since 1970."""
        return int(self.clock.now().timestamp() * 1000)

    def station_of(self, token: str) -> Known | None:
        """Whose token this is; asks the database at most once in `TOKEN_SECONDS`."""
        now = self.clock.monotonic()
        until, known = self._tokens.get(token, (0.0, None))
        if until <= now:
            known = self.stations.of_token(token)
            if len(self._tokens) > 10_000:
                self._tokens.clear()  # guesses; nobody has so many stations
            self._tokens[token] = now + TOKEN_SECONDS, known
        return known

    def heard_of(self, station: str, health: Health | None) -> None:
        """Write a sign of life down, not at every request; that something changed, at once."""
        now = self.clock.monotonic()
        lamps = (health.printer, health.camera, health.clock) if health else None
        changed = lamps is not None and lamps != self._lamps.get(station)
        if lamps is not None:
            self._lamps[station] = lamps
        if changed or now >= self._seen.get(station, 0.0):
            self._seen[station] = now + SEEN_SECONDS
            self.stations.seen(station, health)
