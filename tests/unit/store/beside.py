"""What a second process does to a facts.db; run as `python -m tests.unit.store.beside`."""

import os
import resource
import sys
from pathlib import Path
from uuid import UUID

from kiosk.devices.clocks import ComputerClock
from kiosk.domain.journal import CheckedIn
from kiosk.services.trouble import Misconfigured, Unavailable
from kiosk.store.journal import FactsFile
from tests.given import DAYS

CAME = CheckedIn(UUID(int=1), "registration", "vip", DAYS[0])
NOBODY = 65534


def say(*words: object) -> None:
    """One line for the test that started this process."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def record(path: Path, count: str) -> None:
    """So many facts, each in its own transaction."""
    journal = FactsFile(path, "any", ComputerClock())
    say("ready")
    sys.stdin.readline()
    for _ in range(int(count)):
        with journal.transaction() as tx:
            tx.record(CAME)
    journal.close()


def fill(path: Path, _: str) -> None:
    """Facts until the disk takes no more; then room is made, and one more."""
    journal = FactsFile(path, "any", ComputerClock())
    room = path.with_name(path.name + "-wal").stat().st_size + 1_000_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    saved = 0
    try:
        for _unused in range(10_000):
            with journal.transaction() as tx:
                tx.record(CAME)
            saved += 1
    except Unavailable as trouble:
        say("full", saved, trouble.title.en)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    with journal.transaction() as tx:
        say("then", tx.record(CAME).number)
    journal.close()


def read_only(path: Path, _: str) -> None:
    """Open as somebody who may not write there."""
    if os.getuid() == 0:
        os.setuid(NOBODY)
    try:
        FactsFile(path, "any", ComputerClock())
    except Misconfigured as trouble:
        say(trouble.title.en)


if __name__ == "__main__":
    globals()[sys.argv[1]](Path(sys.argv[2]), sys.argv[3])
