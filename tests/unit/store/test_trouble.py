"""What SQLite and the disk say, in words for people; anything else stays a bug."""

import sqlite3
from pathlib import Path
from uuid import UUID

import pytest

from kiosk.domain.journal import ClockQuality
from kiosk.domain.rarer_facts import Unfamiliar
from kiosk.services.trouble import Misconfigured, Trouble, Unavailable
from kiosk.store.complaints import DamagedRow, translated
from kiosk.store.fact_rows import fact_of, foreign_fact_of
from kiosk.store.tables import FactRow
from kiosk.wire.bodies import kind_and_body


@pytest.mark.parametrize(
    ("error", "kind", "says"),
    [
        (sqlite3.OperationalError("database or disk is full"), Unavailable, "full"),
        (OSError(28, "No space left on device"), Unavailable, "full"),
        (sqlite3.OperationalError("disk I/O error"), Unavailable, "did not answer"),
        (sqlite3.OperationalError("database is locked"), Unavailable, "another program"),
        (
            sqlite3.OperationalError("attempt to write a readonly database"),
            Misconfigured,
            "written",
        ),
        (sqlite3.OperationalError("unable to open database file"), Misconfigured, "written"),
        (PermissionError(13, "Permission denied"), Misconfigured, "written"),
        (sqlite3.OperationalError("no such table: fact"), Misconfigured, "damaged"),
        (sqlite3.OperationalError("no such column: fact.body"), Misconfigured, "damaged"),
        (sqlite3.OperationalError("Could not decode to UTF-8 column"), Misconfigured, "damaged"),
        (DamagedRow("badly formed hexadecimal UUID string"), Misconfigured, "damaged"),
        (sqlite3.DatabaseError("file is not a database"), Misconfigured, "damaged"),
        (sqlite3.DatabaseError("database disk image is malformed"), Misconfigured, "damaged"),
    ],
    ids=str,
)
def test_each_trouble_has_a_title_and_advice_in_both_languages(
    tmp_path: Path, error: Exception, kind: type[Trouble], says: str
) -> None:
    with pytest.raises(kind) as caught, translated(tmp_path / "facts.db"):
        raise error
    assert says in caught.value.title.en
    assert all((caught.value.title.zh, caught.value.advice.zh, caught.value.advice.en))
    assert caught.value.__cause__ is error


@pytest.mark.parametrize("bug", [sqlite3.OperationalError("near x: syntax error"), KeyError("x")])
def test_a_bug_stays_a_bug(tmp_path: Path, bug: Exception) -> None:
    with pytest.raises(type(bug)), translated(tmp_path / "facts.db"):
        raise bug


def test_an_error_of_a_disk_without_room_is_a_full_disk() -> None:
    nowhere = Path("/proc/facts.db")  # a file system without a free byte
    if not nowhere.parent.is_dir():
        pytest.skip("needs /proc")
    with pytest.raises(Unavailable, match="disk is full"), translated(nowhere):
        raise sqlite3.OperationalError("disk I/O error")


@pytest.mark.parametrize("body", ["", "{", "[]", "{}", '{"fact": 1, "reason": ""}'])
def test_a_fact_whose_body_is_damaged_is_no_bug(body: str) -> None:
    row = FactRow(
        id=UUID(int=1).bytes, station="desk-1", incarnation=b"", number=7, hlc=1, at_ms=0,
        clock=ClockQuality.GOOD.value, kind="voided", ticket=UUID(int=2).bytes, body=body,
    )  # fmt: skip
    with pytest.raises(DamagedRow):
        fact_of(row)


def a_row(kind: str, body: str, ticket: bytes | None = None) -> FactRow:
    return FactRow(
        id=UUID(int=1).bytes, station="desk-1", incarnation=b"", number=7, hlc=1, at_ms=0,
        clock=ClockQuality.GOOD.value, kind=kind, ticket=ticket, body=body,
    )  # fmt: skip


def test_a_fact_of_a_kind_that_nobody_knows_is_kept_as_it_is() -> None:
    fact = fact_of(a_row("flew_in", '{"gate": 7}'))
    assert fact.what == Unfamiliar("flew_in", None, '{"gate": 7}')
    assert kind_and_body(fact.what) == ("flew_in", None, {"gate": 7})


def test_another_stations_fact_that_cannot_be_read_may_be_a_newer_versions() -> None:
    ticket = UUID(int=2)
    row = a_row("turned_away", '{"reason": "not_vaccinated"}', ticket.bytes)
    with pytest.raises(DamagedRow):
        fact_of(row)
    assert foreign_fact_of(row).what == Unfamiliar("turned_away", ticket, row.body)
