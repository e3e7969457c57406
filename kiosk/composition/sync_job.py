"""Sync beside a running station: its own thread, its own connections, never a scan's wait."""

import queue
import random
import threading
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.hub_record import HubRecord, keep_hub_time, read_record, write_record
from kiosk.composition.station import Station, opened
from kiosk.composition.station_lamps import StationLamps
from kiosk.keys.station import StationKeys
from kiosk.services.back_off import BackOff
from kiosk.services.hub_time import DisciplinedClock, HubTime
from kiosk.services.ports import Clock
from kiosk.services.ports.sync_why import Why
from kiosk.services.sync_status import SyncState, SyncStatus
from kiosk.settings import Settings

if TYPE_CHECKING:
    from kiosk.remote.hub_client import HubClient
    from kiosk.services.syncing import Synced, Syncing
    from kiosk.wire.facts import Pulled

LOOK_SECONDS: Final = 0.2
"""How often the outbox is looked into: a check-in is on its way after this."""
ALONE_SECONDS: Final = 2.0
"""How often a station without a hub looks whether it has been paired."""
LOOK_AROUND_SECONDS: Final = 20.0
"""How often the network is asked where the hub is, while it does not answer."""
GREET_SECONDS: Final = 60.0
"""How often the hub is greeted: for its time, and for what a broken stream did not bring."""
POLL_SECONDS: Final = 5.0
"""The same without a live stream; a third of it is chance."""
_STATES: Final = {Why.REVOKED: SyncState.REVOKED, Why.TOO_OLD: SyncState.TOO_OLD}


class SyncStation:
    """A `Job` for a `Worker`.

    Args:
        folder: the station's.
        settings: the station's.
        clock: the station's; learns the hub's time.
        keys: the station's; learns the event's secret.
        show: told of every change.
        lamps: how printer and camera are, for the hub.
    """

    def __init__(
        self,
        folder: DataFolder,
        settings: Settings,
        clock: Clock,
        keys: StationKeys,
        show: Callable[[SyncStatus], None],
        lamps: StationLamps,
    ) -> None:
        self._folder, self._settings, self._clock, self._keys = folder, settings, clock, keys
        self._show, self._lamps = show, lamps
        self._time = clock.hub if isinstance(clock, DisciplinedClock) else HubTime(clock, "")
        self._back_off = BackOff(random.random)
        self._status = SyncStatus()
        self._news: queue.SimpleQueue[Pulled | None] = queue.SimpleQueue()
        self._stop = threading.Event()
        self._stack = ExitStack()
        self._station: Station | None = None
        self._record: HubRecord | None = None
        self._due = 0.0
        self._live = False
        self._looked = float("-inf")

    def stop(self) -> None:
        """Any thread: wait no longer."""
        self._stop.set()
        self._news.put(None)

    def set_up(self) -> None:
        self._stack = ExitStack()
        self._record = None

    def tear_down(self) -> None:
        self._stack.close()
        self._station = None

    def step(self) -> bool:
        record = read_record(self._folder)
        if record is None or record.revoked:
            state = SyncState.REVOKED if record else SyncState.ALONE
            self._tell(replace(self._status, state=state, trouble=None))
            self._stop.wait(ALONE_SECONDS)
            return not self._stop.is_set()
        if record != self._record:
            self._begin(record)
        now = self._clock.monotonic()
        if now >= self._due:
            self._settle(self._syncing.once())
        else:
            self._listen(min(LOOK_SECONDS, self._due - now))
        return not self._stop.is_set()

    def _begin(self, record: HubRecord) -> None:
        from kiosk.composition.hub_link import linked, syncing_of  # noqa: PLC0415  httpx

        self._stack.close()
        self._stack = ExitStack()
        opening = opened(self._folder.path, settings=self._settings, clock=self._clock)
        station = self._station = self._stack.enter_context(opening)
        self._keys.become(station.keys.secret)
        self._link: HubClient = self._stack.enter_context(linked(self._folder, record))
        self._syncing: Syncing = syncing_of(station, self._link, self._time, self._lamps)
        self._record, self._due, self._live = record, 0.0, False

    def _listen(self, seconds: float) -> None:
        """Wait for news or for facts of our own."""
        try:
            news = self._news.get(timeout=seconds)
        except queue.Empty:
            news = None
            if self._waiting_now() and self._status.state is SyncState.ONLINE:
                self._settle(self._syncing.send())
            return
        if news is None:  # the stream ended
            self._live = False
            self._due = min(self._due, self._clock.monotonic() + self._poll_pause())
        else:
            self._settle(self._syncing.take(news))

    def _waiting_now(self) -> int:
        assert self._station is not None, "begun"
        return self._station.journal.exchange.unsent()

    def _poll_pause(self) -> float:
        return POLL_SECONDS * (1 + random.random() / 3)  # noqa: S311  chance, not a secret

    def _settle(self, synced: "Synced") -> None:
        """Draw the consequences of a turn, and say how sync is."""
        from kiosk.composition.hub_link import follow_up, open_doubles  # noqa: PLC0415  httpx

        station = self._station
        assert station is not None, "begun"
        follow_up(station, self._link, self._syncing, synced)
        keep_hub_time(self._folder, self._time)
        now, trouble = self._clock.monotonic(), synced.trouble
        outbox, at = station.journal.exchange, self._clock.now()
        status = replace(
            self._status,
            unsent=outbox.unsent(),
            parked=len(outbox.parked()),
            behind=synced.behind,
            clock_off=round(self._time.off_seconds(), 1),
            found=self._link.url,
            trouble=trouble.words if trouble else None,
        )
        if trouble:
            state = _STATES.get(trouble.why, SyncState.OFFLINE)
            if trouble.why is Why.UNREACHABLE and self._record:
                self._look_around(self._record, now)
            self._due = now + self._back_off.failed(trouble.retry_after)
        else:
            state = SyncState.ONLINE
            self._back_off.succeeded()
            self._hear()
            self._due = now + (GREET_SECONDS if self._live else self._poll_pause())
            status = replace(status, roster_at=at)
        if synced.received or self._status.state is not SyncState.ONLINE:
            status = replace(status, doubles=open_doubles(station))
        since = self._status.since if state is self._status.state else at
        self._keys.become(station.keys.secret)
        self._tell(replace(status, state=state, since=since))

    def _look_around(self, record: HubRecord, now: float) -> None:
        """Has the hub moved? Its key tells it; this thread is nobody's scan."""
        from kiosk.composition.hub_search import moved_hub  # noqa: PLC0415  zeroconf

        if now < self._looked + LOOK_AROUND_SECONDS:
            return
        self._looked = now
        moved = moved_hub(record)
        if moved:
            write_record(self._folder, moved)  # the next step begins with it

    def _hear(self) -> None:
        """Listen to the hub's live stream, on a thread that does nothing else."""
        if self._live:
            return
        self._live = True
        threading.Thread(target=self._relay, args=(self._link,), daemon=True).start()

    def _relay(self, link: "HubClient") -> None:
        for news in link.live():
            self._news.put(news)
        self._news.put(None)

    def _tell(self, status: SyncStatus) -> None:
        if status != self._status:
            self._status = status
            self._show(status)
