"""Whatever breaks, each badge comes out exactly once, and what nobody can know is asked about."""

import random
import re
import signal
import time
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kiosk.domain import ledger
from kiosk.domain.journal import CheckedIn, JobState, PrinterOrder, PrinterTold
from kiosk.domain.ledger import PrintJob
from kiosk.services.reprinting import resolve_unknown
from tests.chaos.printers import Life, PooledStation, live_with_printers
from tests.chaos.station import prepare
from tests.forked import PROCESSES
from tests.paper.press import FAULTS, Press

SAMPLE, FULL = 300, 5000
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
S = JobState


@dataclass
class Storm:
    """Three printers, a station that is killed now and then, and a person who looks."""

    folder: Path
    presses: tuple[Press, ...]
    chance: random.Random
    guests: int
    kills: int = 0
    asked: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    came: int = 0
    open: int = 0

    def life(self, seconds: float, *, orders: bool) -> None:
        """One life of the station, with faults, till it is killed."""
        hears, shows = PROCESSES.Pipe(duplex=False)
        uris = tuple(press.uri for press in self.presses)
        life = Life(self.folder, uris, self.chance.getrandbits(32), self.guests, orders)
        station = PROCESSES.Process(target=live_with_printers, args=(life, shows))
        station.start()
        shows.close()
        assert hears.poll(30), "the station did not start"
        until = time.monotonic() + seconds
        try:
            while time.monotonic() < until:
                if hears.poll(0.01):
                    self.came, self.open = hears.recv()
                self.meddle()
        finally:
            station.kill()
            station.join()
            hears.close()
        assert station.exitcode == -signal.SIGKILL, "the station ended before it was killed"
        self.kills += 1

    def meddle(self) -> None:
        """Now and then a fault comes, or all is mended."""
        if self.chance.random() < 0.15:
            fault = self.chance.choice(FAULTS)
            self.faults[fault] += 1
            self.chance.choice(self.presses).fault(fault)
        if self.chance.random() < 0.12:
            self.chance.choice(self.presses).heal()

    def calm(self) -> None:
        """Mend everything; let the queue run dry, with a person who answers what is asked."""
        for press in self.presses:
            press.heal()
        station = PooledStation(self.folder, tuple(press.uri for press in self.presses))
        try:
            for number in range(1, len(self.presses) + 1):
                run = PrinterTold(f"printer {number}", PrinterOrder.RUN)
                station.reception.tell_printer(run).result()
            until = time.monotonic() + 60
            while jobs := station.printing.work():
                assert time.monotonic() < until, f"still open: {jobs}"
                for job in jobs:
                    if job.state is S.UNKNOWN:
                        self.answer(station, job)
        finally:
            station.records.stop()

    def answer(self, station: PooledStation, job: PrintJob) -> None:
        """Say whether a badge came out, once its printer has nothing of it any more."""
        if not any(press.has(str(job.job)) for press in self.presses):
            came_out = self.papers()[str(job.job)] > 0
            self.asked += 1
            station.records.ask(lambda r: resolve_unknown(r, job.job, came_out=came_out)).result()

    def papers(self) -> Counter[str]:
        """How often each badge truly came out."""
        names = [_ID.findall(name) for press in self.presses for name in press.tray]
        return Counter(found[0] for found in names)


@pytest.mark.parametrize("guests", [SAMPLE, pytest.param(FULL, marks=pytest.mark.slow)])
def test_no_fault_kill_or_failover_loses_or_doubles_a_badge(
    tmp_path: Path, guests: int, fresh_seed: int
) -> None:
    prepare(tmp_path)
    chance = random.Random(fresh_seed)
    with ExitStack() as stack:
        presses = tuple(stack.enter_context(Press(chance.getrandbits(32))) for _ in range(3))
        storm = Storm(tmp_path, presses, chance, guests)
        while storm.came < guests:
            storm.life(chance.uniform(0.2, 2.0), orders=True)
            if storm.open > 8:
                storm.calm()
        storm.calm()
        check(storm)


def check(storm: Storm) -> None:
    """Compare what is in the journal with what lies in the trays."""
    station = PooledStation(storm.folder, ())
    try:
        facts = station.records.ask(lambda r: r.journal.facts()).result()
        projected = station.records.ask(lambda r: r.journal.jobs(open_only=False)).result()
    finally:
        station.records.stop()
    jobs = {str(job.job): job for job in projected}
    assert {job.job: job for job in projected} == ledger.print_jobs(facts)
    tickets = {fact.what.ticket for fact in facts if isinstance(fact.what, CheckedIn)}
    assert {job.ticket for job in projected} == tickets
    assert len(tickets) == len(jobs) == storm.guests
    papers, states = storm.papers(), Counter(job.state for job in projected)
    told = f"{states} kills {storm.kills} asked {storm.asked} {storm.faults}"
    assert papers.keys() <= jobs.keys()
    assert max(papers.values()) == 1, f"a badge came out twice; {told}"
    assert all(state.settled for state in states), told
    printed = {name for name, job in jobs.items() if job.state is S.CONFIRMED}
    wrong = [(jobs[name].state, jobs[name].cause) for name in printed ^ set(papers)]
    assert wrong == [], f"a badge is lost or unaccounted for; {told}"
    assert len({job.printer for job in projected if job.state is S.CONFIRMED}) == 3, told
    print(told)  # noqa: T201  how rough the storm was
