"""A program that pushes facts into a hub's database, one acknowledgement after the other."""

import sys
from pathlib import Path
from uuid import UUID

from kiosk.domain.journal import CheckedIn
from kiosk.hub.database import hub_url, open_hub_database
from kiosk.hub.facts import Batch, HubJournal
from kiosk.hub.marker import Marker
from kiosk.wire.hub import Scope
from tests.fakes import HandClock
from tests.given import DAYS, NOON
from tests.hubs.facts import a_fact, a_message

if __name__ == "__main__":
    file, count = Path(sys.argv[1]), int(sys.argv[2])
    url = hub_url(f"sqlite:///{file}")
    journal = HubJournal(
        url, open_hub_database(url), HandClock(NOON), Marker(file.with_name("head"))
    )
    for n in range(count):
        came = a_message(a_fact(CheckedIn(UUID(int=n + 1), "hall", "vip", DAYS[0])))
        (taken,), _ = journal.push([Batch("desk-1", Scope.DESK, [came])])
        assert taken.accepted == (came.id,)
