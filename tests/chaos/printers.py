"""A station without a window whose badges go to a pool of IPP printers, until somebody kills it."""

import random
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.station import close_records, open_records
from kiosk.devices.clocks import ComputerClock
from kiosk.devices.printer_ipp import IppPrinter
from kiosk.domain.journal import PrinterOrder, PrinterTold
from kiosk.keys.station import open_station_keys
from kiosk.services.badge_printing import BadgePrinting
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.printer_pool import Stand
from kiosk.services.reception import Reception
from kiosk.services.records import Records
from kiosk.services.trouble import Misconfigured, Unavailable
from kiosk.settings import Settings
from kiosk.workers import SingleThread
from tests.fake_paper import PaperDrawer
from tests.given import signed_code

HURRY = 40
"""How much faster than life the station's patience runs out."""
AT_ONCE = 12


class HurriedClock(ComputerClock):
    """A clock for which seconds are short."""

    def monotonic(self) -> float:
        return time.monotonic() * HURRY


@dataclass(frozen=True)
class Life:
    """What a station is to do until it is killed; `orders`: staff meddle with the printers."""

    path: Path
    uris: tuple[str, ...]
    seed: int
    guests: int
    orders: bool


class PooledStation:
    """Records thread, reception and print queue on one folder."""

    def __init__(self, path: Path, uris: tuple[str, ...]) -> None:
        folder, clock = DataFolder(path), HurriedClock()
        keys = open_station_keys(folder.code_key)
        self.records: SingleThread[Records] = SingleThread(
            "records", lambda: open_records(folder, Settings(), clock, keys), close_records
        )
        stands = [
            Stand(IppPrinter(f"printer {n}", uri), PaperDrawer()) for n, uri in enumerate(uris, 1)
        ]
        self.printing = BadgePrinting(
            self.records, WordsOfTicket(keys), stands, clock, lambda _: None
        )
        self.reception = Reception(self.records, keys, clock, "registration", lambda: None)


def live_with_printers(life: Life, shows: Connection) -> None:
    """Admit guests and print their badges; says how many badges are open after each round."""
    chance, station = random.Random(life.seed), PooledStation(life.path, life.uris)
    every = station.records.ask(lambda r: r.journal.jobs(open_only=False)).result()
    came = len({job.ticket for job in every})
    pause = HurriedClock()
    while True:
        waiting = station.reception.print_jobs().result()
        if came < life.guests and len(waiting) < AT_ONCE:
            station.reception.present(signed_code(f"guest-{came}"), {}).result()
            came += 1
        if life.orders and chance.random() < 0.05:
            _meddle(station, chance)
        try:
            station.printing.work()
        except (Unavailable, Misconfigured):
            pause.sleep(0.005)
        shows.send((came, len(waiting)))


def _meddle(station: PooledStation, chance: random.Random) -> None:
    """What staff may do at any time."""
    waiting = station.reception.print_jobs().result()
    order = chance.choice(list(PrinterOrder))
    if waiting and chance.random() < 0.15:
        station.printing.cancel(chance.choice(waiting).job)
    elif waiting and chance.random() < 0.3:
        station.reception.print_next(chance.choice(waiting).job).result()
    else:
        # one printer at least goes on
        told = PrinterTold(f"printer {chance.choice((1, 2))}", order, 20)
        station.reception.tell_printer(told).result()
