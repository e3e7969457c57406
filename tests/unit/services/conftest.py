"""The desk that the tests of the print queue work at."""

import pytest

from kiosk.keys.station import StationKeys
from kiosk.services.check_in import CheckIn
from kiosk.services.records import Records
from tests.fake_paper import ScriptedPrinter
from tests.fakes import HandClock, MemoryJournal
from tests.unit.services.desk import Desk


@pytest.fixture
def desk(
    records: Records,
    journal: MemoryJournal,
    check_in: CheckIn,
    keys: StationKeys,
    clock: HandClock,
) -> Desk:
    return Desk(records, journal, ScriptedPrinter(), check_in, keys, [], clock)
