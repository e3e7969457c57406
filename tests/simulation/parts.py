"""The real parts that a simulated world is made of, with a trap under each of their statements."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from kiosk.hub.database import hub_url, open_hub_database
from kiosk.hub.facts import HubJournal
from kiosk.hub.marker import Marker
from kiosk.hub.roster import HubRoster
from kiosk.store.journal import FactsFile
from kiosk.store.roster import RosterFile
from kiosk.wire.hub import Scope
from tests.fakes import HandClock


class Crash(Exception):
    """The power went. Never meant to be survived by whoever it meets."""


class Trap:
    """Counts statements down, and lets the power go at zero; commits count too."""

    def __init__(self) -> None:
        self._left: int | None = None

    def arm(self, statements: int) -> None:
        self._left = statements

    def disarm(self) -> None:
        self._left = None

    def under(self, engine: Engine) -> None:
        """Wait under every statement of this engine."""

        @event.listens_for(engine, "before_cursor_execute")
        def _execute(*_: Any) -> None:
            self._step()

        @event.listens_for(engine, "commit")
        def _commit(_connection: Any) -> None:
            self._step()

    def _step(self) -> None:
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                self._left = None
                raise Crash


_SHARED: dict[bool, Engine] = {}


def sharing(engine: Engine, hub: bool) -> Engine:
    """The engine, with every statement that an earlier one of its kind has compiled already."""
    first = _SHARED.setdefault(hub, engine)
    engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
    return engine


MakeFacts = Callable[[Path, str, HandClock], FactsFile]


class Desk:
    """One station: its files, its clock, which is wrong by `skew` milliseconds."""

    def __init__(self, folder: Path, name: str, scope: Scope, make: MakeFacts) -> None:
        self.folder, self.name, self.scope, self._make = folder, name, scope, make
        self.trap = Trap()
        self.skew = 0
        self.clock: HandClock
        self.facts: FactsFile
        self.roster: RosterFile | None = None

    def open(self, clock: HandClock) -> None:
        self.clock = clock
        self.trap.disarm()
        self.facts = self._make(self.folder / f"{self.name}.db", self.name, clock)
        self.trap.under(sharing(self.facts._engine, hub=False))

    def reopen(self) -> None:
        """After a crash: whatever was not committed is gone."""
        self.facts.close()
        self.open(self.clock)

    def ask(self, question: str, *values: Any) -> list[Any]:
        """Of the file itself, without the product's help."""
        with closing(sqlite3.connect(self.folder / f"{self.name}.db")) as raw:
            return raw.execute(question, values).fetchall()

    def with_roster(self, read_event: Any) -> None:
        self.roster = RosterFile(self.folder / f"{self.name}-roster.db", read_event)

    def close(self) -> None:
        self.facts.close()
        if self.roster:
            self.roster.close()


MakeHub = Callable[[Any, Engine, HandClock, Marker], HubJournal]


class Hub:
    """The hub: its database, which may be put back from an old copy."""

    def __init__(self, folder: Path, clock: HandClock, make: MakeHub) -> None:
        self.path, self._clock, self._make = folder / "hub.db", clock, make
        self._marker = Marker(folder / "head")
        self.trap = Trap()
        self.open()

    def open(self) -> None:
        url = hub_url(f"sqlite:///{self.path}")
        self.engine = sharing(open_hub_database(url), hub=True)
        self.journal = self._make(url, self.engine, self._clock, self._marker)
        self.roster = HubRoster(url, self.engine)
        self.trap.disarm()
        self.trap.under(self.engine)

    def reopen(self) -> None:
        self.engine.dispose()
        self.open()

    def copy(self) -> bytes:
        """A backup."""
        with self.engine.connect() as connection:
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
            connection.exec_driver_sql("BEGIN")
        return self.path.read_bytes()

    def put_back(self, backup: bytes, *, folder_too: bool) -> None:
        """An older life of the database in place of this one; of the folder beside it, too."""
        self.engine.dispose()
        if folder_too:
            (self.path.parent / "head").unlink(missing_ok=True)
        for ending in ("-wal", "-shm"):
            self.path.with_name(self.path.name + ending).unlink(missing_ok=True)
        self.path.write_bytes(backup)
        self.open()

    def close(self) -> None:
        self.engine.dispose()


def chosen(chance: random.Random, weighted: dict[Any, float]) -> Any:
    """One of these, by weight."""
    return chance.choices(list(weighted), list(weighted.values()))[0]
