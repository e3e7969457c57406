"""What every test may count on: no display, one pace for hypothesis, a station's records."""

import os
import random

import pytest
from hypothesis import HealthCheck, settings

from kiosk.keys.issuing import Issuer
from kiosk.keys.station import StationKeys
from kiosk.services.check_in import CheckIn
from kiosk.services.records import Records
from tests.fakes import HandClock, MemoryJournal, MemoryRoster
from tests.given import KEYS, NOON, an_event, an_issuer, everybody

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "house", deadline=None, print_blob=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")


@pytest.fixture
def clock() -> HandClock:
    return HandClock(NOON)


@pytest.fixture
def issuer() -> Issuer:
    return an_issuer()


@pytest.fixture
def keys() -> StationKeys:
    return KEYS


@pytest.fixture
def journal(clock: HandClock) -> MemoryJournal:
    return MemoryJournal("desk-1", clock)


@pytest.fixture
def roster() -> MemoryRoster:
    roster = MemoryRoster(lambda _: an_event())
    with roster.rewriting(keep=True) as writer:
        writer.note("event", "the event of these tests")
        for entry in everybody():
            writer.put(entry)
    return roster


@pytest.fixture
def records(roster: MemoryRoster, journal: MemoryJournal) -> Records:
    return Records(roster, journal)


@pytest.fixture
def check_in(records: Records, keys: StationKeys, clock: HandClock) -> CheckIn:
    return CheckIn(records, keys, clock)


@pytest.fixture
def fresh_seed(request: pytest.FixtureRequest) -> int:
    """A seed of its own for each run; a failure shows it, KIOSK_SEED brings it back."""
    seed = int(os.environ.get("KIOSK_SEED") or random.SystemRandom().getrandbits(32))
    request.node.add_report_section("call", "seed", f"KIOSK_SEED={seed}")
    return seed
