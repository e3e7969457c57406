"""Sync on its own thread beside a station: live, through a hub's death, and to its revocation."""

import queue
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.hub_link import linked, pair_station, sync_once
from kiosk.composition.hub_place import HubPlace, opened_hub
from kiosk.composition.hub_record import read_record, station_clock
from kiosk.composition.list_import import import_list
from kiosk.composition.station import opened
from kiosk.composition.station_lamps import StationLamps
from kiosk.composition.sync_job import SyncStation
from kiosk.domain.journal import CheckedIn
from kiosk.domain.words import Words
from kiosk.keys.station import open_station_keys
from kiosk.services.ports import PrinterLamp
from kiosk.services.sync_status import SyncState, SyncStatus
from kiosk.services.trouble import Misconfigured, Unavailable
from kiosk.settings import Settings
from kiosk.wire.hub import Scope
from kiosk.wire.pairing import PairingCode
from kiosk.workers import Worker
from tests.given import DAYS
from tests.hubs.cluster import free_port
from tests.hubs.running import running_hub
from tests.stories.conftest import EVENT, LIST
from tests.stories.kiosk_command import a_list


class Beside:
    """A station's sync, and what it shows."""

    def __init__(self, folder: Path) -> None:
        self.folder = DataFolder(folder)
        self._shown: queue.SimpleQueue[SyncStatus] = queue.SimpleQueue()
        lamps = StationLamps()
        lamps.printer_is(PrinterLamp(ready=False, words=Words("缺纸", "Out of paper")))
        lamps.camera_is(None)
        self.job = SyncStation(
            self.folder,
            Settings(),
            station_clock(self.folder),
            open_station_keys(self.folder.code_key),
            self._shown.put,
            lamps,
        )
        expected = (Unavailable, Misconfigured)
        self.bugs: list[BaseException] = []
        self.worker = Worker("sync", self.job, expected, lambda _: None, self.bugs.append)

    def until(self, what: Callable[[SyncStatus], bool]) -> SyncStatus:
        """Wait for such a status."""
        while True:
            assert not self.bugs, self.bugs
            status = self._shown.get(timeout=60)
            if what(status):
                return status


@pytest.fixture
def place(tmp_path: Path) -> Iterator[HubPlace]:
    (tmp_path / "event.toml").write_text(EVENT, encoding="utf-8")
    a_list(tmp_path / "guests.csv", *LIST)
    with opened_hub(f"sqlite:///{tmp_path / 'hub.db'}", tmp_path / "hub") as place:
        import_list(place.own, tmp_path / "guests.csv", tmp_path / "event.toml")
        place.publish()
        yield place


def paired(place: HubPlace, folder: Path, url: str) -> Path:
    code = place.stations.new_code(Scope.DESK, "test")
    with opened(folder) as station:
        pair_station(station, url, PairingCode(code.secret, place.pin).text)
    return folder


def comes(folder: Path, *, sync: bool) -> UUID:
    with opened(folder) as station:
        guest = station.listed.by_number("G-1")
        assert guest
        with station.journal.transaction() as tx:
            fact = tx.record(CheckedIn(guest.ticket.id, "registration", "guest", DAYS[0]))
        if sync:
            record = read_record(station.folder)
            assert record
            with linked(station.folder, record) as client:
                assert sync_once(station, client).trouble is None
    return fact.id


def facts_of(folder: Path) -> set[UUID]:
    with opened(folder) as station:
        return {fact.id for fact in station.journal.facts()}


def test_sync_goes_on_beside_a_station_whatever_becomes_of_the_hub(
    place: HubPlace, tmp_path: Path
) -> None:
    dsn, port = f"sqlite:///{tmp_path / 'hub.db'}", free_port()
    with running_hub(dsn, tmp_path / "hub", port=port) as hub:
        other = paired(place, tmp_path / "a", hub.url)
        beside = Beside(paired(place, tmp_path / "b", hub.url))
        beside.worker.start()
        beside.until(lambda status: status.state is SyncState.ONLINE)
        theirs = comes(other, sync=True)
        ours = comes(beside.folder.path, sync=False)  # sent without anybody's asking
        status = beside.until(lambda status: status.doubles == 1 and not status.unsent)
        assert not status.calm
        assert {theirs, ours} <= facts_of(beside.folder.path)
        station = next(one for one in place.stations.all() if one.health.printer)
        assert (station.health.printer, station.health.camera) == ("Out of paper", "ok")
        hub.kill()
        beside.until(lambda status: status.state is SyncState.OFFLINE)
        meanwhile = comes(beside.folder.path, sync=False)
    with running_hub(dsn, tmp_path / "hub", port=port):
        beside.until(lambda status: status.state is SyncState.ONLINE and not status.unsent)
        assert meanwhile in {one.fact.id for one in place.journal.pull(0, 1000).facts}
        record = read_record(beside.folder)
        assert record
        place.stations.revoke(record.station, "test")
        beside.until(lambda status: status.state is SyncState.REVOKED)  # its stream has ended
        with opened(beside.folder.path) as station_files:
            assert station_files.listed.count() == 0
    beside.job.stop()
    assert beside.worker.stop()
