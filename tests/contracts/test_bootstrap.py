"""A new station begins with files: it scans by the light one, and ends with the hub's roster."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.composition.hub_link import linked, pair_station, sync_once
from kiosk.composition.hub_place import HubPlace, opened_hub
from kiosk.composition.hub_record import read_record
from kiosk.composition.list_import import import_list
from kiosk.composition.station import opened
from kiosk.store.light_copy import light_copy
from kiosk.store.roster import RosterFile
from kiosk.wire.hub import Scope
from kiosk.wire.pairing import PairingCode
from tests.given import an_event
from tests.hubs.running import running_hub
from tests.stories.conftest import EVENT
from tests.stories.kiosk_command import a_list

GUESTS = 6000


@pytest.fixture
def place(tmp_path: Path) -> Iterator[HubPlace]:
    lines = [f"{n},G-{n},QR-{n},王伟{n},来宾,138{n:08d}" for n in range(1, GUESTS + 1)]
    a_list(tmp_path / "guests.csv", "编号,票号,二维码,姓名,类别,手机", *lines)
    (tmp_path / "event.toml").write_text(EVENT, encoding="utf-8")
    with opened_hub(f"sqlite:///{tmp_path / 'hub.db'}", tmp_path / "hub") as place:
        import_list(place.own, tmp_path / "guests.csv", tmp_path / "event.toml")
        place.publish()
        place.follow()
        yield place


def test_a_station_begins_with_files_and_goes_on_with_the_feed(
    place: HubPlace, tmp_path: Path
) -> None:
    def pair(name: str, scope: Scope, url: str) -> None:
        code = place.stations.new_code(scope, "test")
        with opened(tmp_path / name) as station:
            paired = pair_station(station, url, PairingCode(code.secret, place.pin).text)
            assert paired.synced.trouble is None
            assert station.listed.count() == GUESTS
            guest = station.listed.by_number("G-77")
            assert guest
            assert guest.attendee.name == "王伟77"
            found = station.roster.search("wangwei77", 5)
            assert found or scope is Scope.SELF
            assert station.listed.by_code(station.keys.digest("QR-77")) == guest
            assert station.listed.check() == "ok"

    with running_hub(f"sqlite:///{tmp_path / 'hub.db'}", tmp_path / "hub") as hub:
        pair("desk", Scope.DESK, hub.url)
        begun = {path.name for path in (tmp_path / "hub" / "begin").iterdir()}
        assert begun == {"light.zst", "full.zst"}
        pair("kiosk", Scope.SELF, hub.url)  # by the feed: the files hold telephone numbers
        a_list(tmp_path / "more.csv", "编号,票号,二维码,姓名,类别", "x,G-x,QR-x,赵六,来宾")
        import_list(place.own, tmp_path / "more.csv", None)
        place.publish()
        with opened(tmp_path / "desk") as station:
            record = read_record(station.folder)
            assert record
            with linked(station.folder, record) as client:
                assert sync_once(station, client).roster == 1
            assert station.listed.count() == GUESTS + 1


def test_one_scans_by_the_light_file_and_it_is_light(place: HubPlace, tmp_path: Path) -> None:
    whole = tmp_path / "whole.db"
    place.own.listed.synced.copy_into(whole)
    light_copy(whole, tmp_path / "light.db")
    assert (tmp_path / "light.db").stat().st_size < whole.stat().st_size
    assert b"13800000077" not in (tmp_path / "light.db").read_bytes()
    light = RosterFile(tmp_path / "light.db", lambda _: an_event())
    guest = light.by_code(place.own.keys.digest("QR-77"))
    assert guest
    assert (guest.attendee.name, guest.ticket.number) == ("王伟77", "G-77")
    assert light.synced.feed().cursor == 0
    light.close()
