"""The journal is append-only: SQLite itself refuses anything else."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.exc import IntegrityError

from kiosk.domain.journal import CheckedIn
from kiosk.store.journal import FactsFile
from tests.contracts.station_files import a_facts_file
from tests.fakes import HandClock
from tests.given import DAYS

CAME = CheckedIn(UUID(int=1), "registration", "vip", DAYS[0])


@pytest.fixture
def journal(tmp_path: Path, clock: HandClock) -> Iterator[FactsFile]:
    yield from a_facts_file(tmp_path, clock)


@pytest.mark.parametrize("statement", ["UPDATE fact SET body = '{}'", "DELETE FROM fact"])
def test_other_programs_are_refused_too(journal: FactsFile, tmp_path: Path, statement: str) -> None:
    with journal.transaction() as tx:
        tx.record(CAME)
    refused = pytest.raises(sqlite3.IntegrityError, match="append-only")
    with closing(sqlite3.connect(tmp_path / "facts.db")) as raw, refused:
        raw.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fact SET body = '{}'",
        "UPDATE fact SET at_ms = 0 WHERE number = 1",
        "DELETE FROM fact",
        "DELETE FROM fact WHERE number = 1",
        "UPDATE OR IGNORE fact SET number = 7",
        "REPLACE INTO fact SELECT * FROM fact",
    ],
)
def test_no_fact_is_changed_or_deleted(journal: FactsFile, statement: str) -> None:
    with journal.transaction() as tx:
        fact = tx.record(CAME)
    refused = pytest.raises(IntegrityError, match="append-only")
    with journal._engine.connect() as connection, refused:
        connection.exec_driver_sql(statement)
    assert journal.facts() == (fact,)


def test_the_station_keeps_the_name_it_was_given_first(tmp_path: Path, clock: HandClock) -> None:
    first = FactsFile(tmp_path / "facts.db", "desk-1", clock)
    first.close()
    again = FactsFile(tmp_path / "facts.db", "renamed", clock)
    assert again.station == "desk-1"
    assert again.check() == "ok"
    again.close()


def test_each_new_file_is_another_incarnation(tmp_path: Path, clock: HandClock) -> None:
    seen = set()
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        for journal in a_facts_file(tmp_path / name, clock):
            with journal.transaction() as tx:
                seen.add(tx.record(CAME).incarnation)
    assert len(seen) == 2


def test_every_commit_reaches_the_disk(journal: FactsFile) -> None:
    with journal._engine.connect() as connection:
        settings = {
            pragma: connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            for pragma in ("journal_mode", "synchronous", "foreign_keys")
        }
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
