"""What a desk reads of sync: calm while all is well, and while it is only offline."""

from dataclasses import replace

import pytest

from kiosk.services.sync_status import SyncState, SyncStatus, told

ONLINE = SyncStatus(SyncState.ONLINE)


def test_offline_is_no_alarm() -> None:
    offline = SyncStatus(SyncState.OFFLINE, unsent=3)
    assert offline.calm
    assert told(offline).en == "Offline, check-in goes on, 3 to send"


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (replace(ONLINE, parked=1), "1 turned down by hub"),
        (replace(ONLINE, doubles=2), "2 double check-ins"),
        (replace(ONLINE, clock_off=-7200.0), "clock off by -7200 s"),
        (SyncStatus(SyncState.REVOKED), "Put out by the hub"),
        (SyncStatus(SyncState.TOO_OLD), "Too old for the hub"),
    ],
)
def test_what_a_person_must_see_is_said(status: SyncStatus, says: str) -> None:
    assert not status.calm
    assert says in told(status).en
    assert told(status).zh


def test_how_far_behind_is_said() -> None:
    behind = replace(ONLINE, behind=7)
    assert behind.calm
    assert told(behind).en == "Online, 7 to come"
    assert told(SyncStatus()).en == "Works alone"
