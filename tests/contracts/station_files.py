"""Journals and rosters, in memory and on disk, behind one face."""

from collections.abc import Callable, Iterator
from pathlib import Path

from kiosk.services.ports import Clock, Journal, Put, WritableRoster
from kiosk.store.journal import FactsFile
from kiosk.store.roster import RosterFile
from tests.fakes import HandClock, MemoryJournal, MemoryRoster
from tests.given import an_event, everybody


def journal_maker(kind: str, folder: Path, clock: HandClock) -> tuple[Journal, Callable[[], None]]:
    """A new journal of the kind, and what closes it."""
    if kind == "memory":
        return MemoryJournal("desk-1", clock), lambda: None
    file = FactsFile(folder / "facts.db", "desk-1", clock)
    return file, file.close


def roster_of(kind: str, folder: Path) -> tuple[WritableRoster, Callable[[], None]]:
    """A new roster of the kind, and what closes it."""
    if kind == "memory":
        return MemoryRoster(lambda _: an_event()), lambda: None
    file = RosterFile(folder / "roster.db", lambda _: an_event())
    return file, file.close


def filled(roster: WritableRoster) -> WritableRoster:
    """The roster with everybody on it."""
    with roster.rewriting(keep=True) as writer:
        writer.note("event", "the event of these tests")
        for entry in everybody():
            assert writer.put(entry) is Put.ADDED
    return roster


def a_facts_file(folder: Path, clock: Clock) -> Iterator[FactsFile]:
    """A facts.db, closed at the end."""
    file = FactsFile(folder / "facts.db", "desk-1", clock)
    yield file
    file.close()
