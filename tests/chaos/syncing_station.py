"""A station that admits and syncs until somebody kills it; all of it the product's own."""

import random
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.hub_link import linked, sync_once
from kiosk.composition.hub_record import read_record
from kiosk.composition.station import Station, opened
from kiosk.domain.journal import CheckedIn, Voided
from tests.given import DAYS

TICKETS = [UUID(int=n) for n in range(1, 400)]


def live(folder: Path, seed: int, shows: Connection) -> None:
    """Record and sync for ever; every fact is told once its COMMIT is through."""
    chance = random.Random(seed)
    record = read_record(DataFolder(folder))
    assert record
    with opened(folder) as station, linked(station.folder, record) as client:
        while True:
            for _ in range(chance.randint(1, 4)):
                shows.send(one_fact(station, chance).hex)
            sync_once(station, client)


def one_fact(station: Station, chance: random.Random) -> UUID:
    """Somebody comes; now and then it is taken back."""
    what = CheckedIn(chance.choice(TICKETS), "hall", "delegate", DAYS[0])
    with station.journal.transaction() as tx:
        fact = tx.record(what)
    if chance.random() < 0.1:
        with station.journal.transaction() as tx:
            fact = tx.record(Voided(fact.id, what.ticket, "chaos"))
    return fact.id
