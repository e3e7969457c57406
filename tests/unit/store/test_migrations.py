"""Files grow with the program, and a file that is not ours stays as it is."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import MetaData, create_engine, inspect

from kiosk.services.trouble import Misconfigured
from kiosk.store.database import APPLICATION_ID, open_database
from kiosk.store.migrations import FACTS, ROSTER, Migration
from kiosk.store.roster import RosterFile
from kiosk.store.tables import FactsTable, RosterTable
from tests.given import an_event

NOTE = Migration(1, ("CREATE TABLE note (key TEXT PRIMARY KEY)", "INSERT INTO note VALUES ('one')"))
MORE = Migration(2, ("ALTER TABLE note ADD COLUMN more TEXT", "INSERT INTO note VALUES ('two', 2)"))
BROKEN = Migration(2, ("CREATE TABLE other (key TEXT)", "DELETE FROM note", "NOT EVEN SQL"))


def migrate(path: Path, *steps: Migration) -> None:
    open_database(path, steps, "FULL").dispose()


def ask(path: Path, question: str) -> list[object]:
    with closing(sqlite3.connect(path)) as raw:
        return [row[0] for row in raw.execute(question)]


def shape(metadata_or_file: MetaData | Path) -> dict[str, object]:
    """Tables, columns, keys, uniqueness and indices, as SQLite sees them."""
    if isinstance(metadata_or_file, Path):
        engine = create_engine(f"sqlite:///{metadata_or_file}")
    else:
        engine = create_engine("sqlite://")
        metadata_or_file.create_all(engine)
    seen = inspect(engine)
    found: dict[str, object] = {}
    for table in seen.get_table_names():
        if table.startswith(("word", "term")):
            continue  # the search index, which SQLModel cannot say
        columns = seen.get_columns(table)
        found[table] = (
            [(c["name"], str(c["type"]), c["nullable"], c.get("primary_key")) for c in columns],
            sorted((i["name"] or "", i["column_names"]) for i in seen.get_indexes(table)),
        )
    engine.dispose()
    return found


@pytest.mark.parametrize(
    ("steps", "metadata"), [(FACTS, FactsTable.metadata), (ROSTER, RosterTable.metadata)]
)
def test_a_migrated_file_is_what_the_tables_say(
    tmp_path: Path, steps: tuple[Migration, ...], metadata: MetaData
) -> None:
    migrate(tmp_path / "file.db", *steps)
    assert shape(tmp_path / "file.db") == shape(metadata)
    assert ask(tmp_path / "file.db", "PRAGMA application_id") == [APPLICATION_ID]
    assert ask(tmp_path / "file.db", "PRAGMA user_version") == [steps[-1].number]


def test_steps_are_numbered_from_one_without_gaps() -> None:
    for steps in (FACTS, ROSTER):
        assert [step.number for step in steps] == list(range(1, len(steps) + 1))


def test_an_older_file_grows_and_a_copy_is_set_aside(tmp_path: Path) -> None:
    file, copy = tmp_path / "file.db", tmp_path / "file.db.v1"
    migrate(file, NOTE)
    assert not copy.exists()
    migrate(file, NOTE, MORE)
    assert ask(file, "SELECT key FROM note") == ["one", "two"]
    assert ask(copy, "SELECT key FROM note") == ["one"]
    assert ask(copy, "PRAGMA user_version") == [1]
    before = copy.stat().st_mtime_ns
    migrate(file, NOTE, MORE)
    assert copy.stat().st_mtime_ns == before


def test_a_step_that_breaks_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "file.db"
    migrate(file, NOTE)
    with pytest.raises(sqlite3.OperationalError):
        migrate(file, NOTE, BROKEN)
    assert ask(file, "SELECT key FROM note") == ["one"]
    assert ask(file, "SELECT name FROM sqlite_master WHERE type = 'table'") == ["note"]
    assert ask(file, "PRAGMA user_version") == [1]
    migrate(file, NOTE, MORE)
    assert ask(file, "PRAGMA user_version") == [2]


def newer(path: Path) -> None:
    migrate(path, NOTE, MORE)


def foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE photo (id INTEGER)")


def garbage(path: Path) -> None:
    path.write_bytes(b"no database at all\n" * 500)


def truncated(path: Path) -> None:
    migrate(path, NOTE)
    path.write_bytes(path.read_bytes()[:5000])


def half_a_header(path: Path) -> None:
    migrate(path, NOTE)
    path.write_bytes(path.read_bytes()[:50])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def one_byte(path: Path) -> None:
    path.write_bytes(b"\0")


def without_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("VACUUM")
        raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (newer, "newer version"),
        (foreign, "another program"),
        (garbage, "damaged"),
        (truncated, "damaged"),
        (half_a_header, "damaged"),
        (emptied, "emptied"),
        (one_byte, "emptied"),
        (without_tables, "emptied"),
    ],
)
def test_a_file_that_cannot_be_used_is_named_and_untouched(
    tmp_path: Path, make: object, says: str
) -> None:
    file = tmp_path / "file.db"
    assert callable(make)
    make(file)
    before = file.read_bytes()
    with pytest.raises(Misconfigured) as caught:
        migrate(file, NOTE)
    assert says in caught.value.title.en
    assert str(file) in caught.value.title.zh
    assert caught.value.advice.zh
    assert file.read_bytes() == before
    assert [f.name for f in tmp_path.iterdir()] == ["file.db"]


def test_a_folder_where_a_file_should_be(tmp_path: Path) -> None:
    (tmp_path / "file.db").mkdir()
    with pytest.raises(Misconfigured, match="cannot be written"):
        migrate(tmp_path / "file.db", NOTE)


def test_a_log_without_its_database_is_not_applied_to_a_new_one(tmp_path: Path) -> None:
    log = tmp_path / "file.db-wal"
    log.write_bytes(b"check-ins that only stand here")
    with pytest.raises(Misconfigured, match=r"only file\.db-wal is left"):
        migrate(tmp_path / "file.db", NOTE)
    assert list(tmp_path.iterdir()) == [log]


def test_a_roster_of_the_first_version_is_searched_with_todays_words(tmp_path: Path) -> None:
    path = tmp_path / "roster.db"
    migrate(path, *ROSTER[:1])
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("INSERT INTO attendee VALUES (x'01', '7', '曾小贤', '', '', '', '', '', '')")
        ticket = "INSERT INTO ticket VALUES (3, ?, x'01', 'A-1', 'vip', 'valid', '')"
        raw.execute(ticket, (bytes(16),))
        raw.execute("UPDATE attendee SET id = ?", (bytes(16),))
        raw.execute("UPDATE ticket SET attendee = ?", (bytes(16),))
        raw.execute("INSERT INTO word (rowid, name, other) VALUES (3, 'zeng', 'a-1')")
        raw.commit()
    roster = RosterFile(path, lambda _: an_event())
    assert [hit.guest.ticket.number for hit in roster.search("xiaoxian zeng", 5)] == ["A-1"]
    assert roster.check() == "ok"
    roster.close()
