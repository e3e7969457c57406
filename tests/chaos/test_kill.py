"""Killed at any moment, a station loses no admission that it showed and invents none."""

import random
import signal
import time
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.devices.clocks import ComputerClock
from kiosk.domain import ledger
from kiosk.domain.identity import event_id, ticket_id, ticket_tag
from kiosk.domain.journal import CheckedIn, Fact, JobState
from kiosk.store.journal import FactsFile
from tests.chaos.station import Station, TrayPrinter, live, prepare
from tests.forked import PROCESSES
from tests.given import SLUG

SAMPLE, FULL = 25, 300


@dataclass
class Told:
    """What the killed stations said, in all their lives."""

    came: set[UUID] = field(default_factory=set)
    shown: dict[UUID, UUID] = field(default_factory=dict)
    lives: int = 0

    def listen(self, station: Connection, seconds: float) -> None:
        """Hear what is said for so long, or until the station is silent for ever."""
        until = time.monotonic() + seconds
        try:
            while station.poll(max(0.0, until - time.monotonic())):
                self.hear(station)
        except (EOFError, OSError):
            return

    def listen_for_a_welcome(self, station: Connection) -> None:
        """Hear what is said until the first welcome of this life."""
        before = len(self.shown)
        while len(self.shown) == before:
            assert station.poll(30), "the station did not start"
            self.hear(station)

    def hear(self, station: Connection) -> None:
        said, guest, fact = station.recv()
        ticket = ticket_id(event_id(SLUG), ticket_tag(SLUG, guest))
        if said == "comes":
            self.came.add(ticket)
        else:
            assert ticket not in self.shown, "one ticket was welcomed twice"
            self.shown[ticket] = UUID(fact)


def one_life(folder: Path, kind: str, chance: random.Random, told: Told) -> None:
    """Start a station and kill it: one time in five while it starts, else at work."""
    hears, shows = PROCESSES.Pipe(duplex=False)
    station = PROCESSES.Process(target=live, args=(folder, kind, chance.getrandbits(32), shows))
    station.start()
    shows.close()
    told.lives += 1
    if chance.random() > 0.2:
        told.listen_for_a_welcome(hears)
    told.listen(hears, chance.uniform(0.0, 0.3))
    station.kill()
    station.join()
    assert station.exitcode == -signal.SIGKILL, "the station ended before it was killed"
    told.listen(hears, 1)  # what was said before the kill is still in the pipe
    hears.close()


@pytest.mark.parametrize("kind", ["folder", "tray"])
@pytest.mark.parametrize("kills", [SAMPLE, pytest.param(FULL, marks=pytest.mark.slow)])
def test_no_kill_loses_or_invents_an_admission_or_a_badge(
    tmp_path: Path, kind: str, kills: int, fresh_seed: int
) -> None:
    prepare(tmp_path)
    chance, told = random.Random(fresh_seed), Told()
    for _ in range(kills):
        one_life(tmp_path, kind, chance, told)
    facts = check_journal(tmp_path, told)
    settle(tmp_path, kind)
    check_badges(tmp_path, kind, len({f.what.ticket for f in facts}))
    assert len(told.shown) > told.lives, "the stations were killed before they could work"


def check_journal(folder: Path, told: Told) -> list[Fact]:
    """Compare the journal with what was shown; its check-ins."""
    journal = FactsFile(folder / "facts.db", "any", ComputerClock())
    facts = journal.facts()
    assert journal.check() == "ok"
    assert [f.number for f in facts] == list(range(1, len(facts) + 1))
    assert journal.unsent() == len(facts)
    jobs = ledger.print_jobs(facts)
    assert {job.job: job for job in journal.jobs(open_only=False)} == jobs
    journal.close()
    check_ins = [f for f in facts if isinstance(f.what, CheckedIn)]
    by_ticket = {f.what.ticket: f.id for f in facts if isinstance(f.what, CheckedIn)}
    assert len(by_ticket) == len(check_ins), "a ticket was admitted twice"
    assert told.shown.items() <= by_ticket.items(), "a shown admission is lost"
    assert by_ticket.keys() <= told.came, "somebody was admitted who never came"
    assert len(by_ticket) - len(told.shown) <= told.lives, "more than one unshown in a life"
    assert len(jobs) == len(by_ticket)
    assert {job.ticket for job in jobs.values()} == by_ticket.keys()
    return check_ins


def settle(folder: Path, kind: str) -> None:
    """Start once more and let the print queue run dry."""
    station = Station(folder, kind)
    try:
        assert station.printing.work() == ()
    finally:
        station.records.stop()


def check_badges(folder: Path, kind: str, guests: int) -> None:
    """Each job is confirmed and came out exactly once."""
    journal = FactsFile(folder / "facts.db", "any", ComputerClock())
    jobs = journal.jobs(open_only=False)
    journal.close()
    assert {job.state for job in jobs} == {JobState.CONFIRMED}
    if kind == "tray":
        papers = TrayPrinter(folder / "tray").papers()
    else:
        files = [f for f in (folder / "badges").iterdir() if f.name != ".probe"]
        assert all(f.suffix == ".pdf" for f in files), "a half-written badge was left"
        papers = [f.stem for f in files]
    assert sorted(papers) == sorted(str(job.job) for job in jobs)
    assert len(papers) == guests
