"""A station without a window that admits a stream of guests until somebody kills it.

Everything is the product's own (records thread, reception, print worker) but the drawer,
which is quick, and in one of two cases the printer.
"""

import os
import random
import sys
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.station import close_records, open_records
from kiosk.composition.threads import PrintBadges
from kiosk.devices.clocks import ComputerClock
from kiosk.devices.printer_folder import FolderPrinter
from kiosk.domain.admission import Admitted
from kiosk.domain.words import Words
from kiosk.keys.station import open_station_keys
from kiosk.services.badge_printing import BadgePrinting
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.ports import Fate, Paper, PrintAnswer, Printer, PrinterLamp
from kiosk.services.printer_pool import Stand
from kiosk.services.reception import Reception
from kiosk.services.records import Records
from kiosk.services.trouble import Unavailable
from kiosk.settings import Settings
from kiosk.store.roster import RosterFile
from kiosk.workers import SingleThread, Worker
from tests.fake_paper import PaperDrawer
from tests.given import an_issuer, signed_code

GUESTS = 4000
TICKETS = f"""
[event]
slug = "summit"
zh = "峰会"
issuers = ["{an_issuer().public_text}"]
[[category]]
id = "delegate"
number = 1
zh = "代表"
colour = "#1F5FA8"
[[checkpoint]]
id = "registration"
zh = "签到处"
"""


class TrayPrinter:
    """A printer that prints whatever it is handed, the same job twice if it is asked twice."""

    def __init__(self, tray: Path) -> None:
        self._tray = tray

    @property
    def name(self) -> str:
        return "tray"

    def send(self, paper: Paper) -> PrintAnswer:
        file = os.open(self._tray, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        try:
            os.write(file, f"{paper.job}\n".encode())
        finally:
            os.close(file)
        return PrintAnswer(Fate.PRINTED)

    def ask(self, job: UUID, ref: str) -> PrintAnswer:
        return PrintAnswer(Fate.PRINTED if str(job) in self.papers() else Fate.ABSENT)

    def withdraw(self, job: UUID, ref: str) -> PrintAnswer:
        return self.ask(job, ref)

    def papers(self) -> list[str]:
        """The jobs that came out, in order."""
        return self._tray.read_text().splitlines() if self._tray.exists() else []

    def lamp(self) -> PrinterLamp:
        return PrinterLamp(ready=True, words=Words("就绪", "Ready"))


def printer_in(folder: Path, kind: str) -> Printer:
    """The folder printer, or the tray that forgives nothing."""
    return (
        FolderPrinter("folder", folder / "badges")
        if kind == "folder"
        else TrayPrinter(folder / "tray")
    )


def prepare(folder: Path) -> None:
    """A data folder with an event and no attendees: every guest is a signed stranger."""
    DataFolder(folder).prepare()
    roster = RosterFile(folder / "roster.db", lambda _: NotImplemented)
    with roster.rewriting(keep=True) as writer:
        writer.note("event", TICKETS)
    roster.close()


def _die(bug: BaseException) -> None:
    print(repr(bug), file=sys.stderr)  # noqa: T201  the test that killed it shows this
    os.abort()


class Station:
    """Records thread, reception and print worker on one folder."""

    def __init__(self, path: Path, kind: str) -> None:
        folder, clock = DataFolder(path), ComputerClock()
        keys = open_station_keys(folder.code_key)
        self.records: SingleThread[Records] = SingleThread(
            "records", lambda: open_records(folder, Settings(), clock, keys), close_records
        )
        self.printing = BadgePrinting(
            self.records,
            WordsOfTicket(keys),
            [Stand(printer_in(path, kind), PaperDrawer())],
            clock,
            lambda _: None,
        )
        self.badges = PrintBadges(lambda: self.printing, lambda _: None)
        self.worker = Worker("printing", self.badges, (Unavailable,), print, _die)
        self.reception = Reception(self.records, keys, clock, "registration", self.badges.wake)


def live(path: Path, kind: str, seed: int, shows: Connection) -> None:
    """Admit guests for ever; say who comes before, and what is on the screen after COMMIT."""
    chance = random.Random(seed)
    station = Station(path, kind)
    station.worker.start()
    while True:
        guest = f"guest-{chance.randrange(GUESTS)}"
        shows.send(("comes", guest, ""))
        outcome = station.reception.present(signed_code(guest), {}).result()
        if isinstance(outcome.admission, Admitted):
            assert outcome.fact is not None
            shows.send(("welcome", guest, str(outcome.fact.id)))
