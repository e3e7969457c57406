"""The words under which a roster's people are found: made, replaced and forgotten in batches."""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache

from kiosk.names import query_words, search_keys
from kiosk.services.ports import RosterEntry


def index(sql: sqlite3.Connection, entries: Iterable[tuple[int, RosterEntry]]) -> None:
    """Make people findable who are not in the index yet.

    Args:
        sql: with the import's transaction open.
        entries: each with the `row` of its ticket.
    """
    sql.executemany(
        "INSERT INTO word (rowid, name, other) VALUES (?, ?, ?)",
        [(row, *words_of(entry)) for row, entry in entries],
    )


def forget(sql: sqlite3.Connection, rows: Sequence[int]) -> None:
    """Take tickets out of the index, by their `row`."""
    sql.executemany("DELETE FROM word WHERE rowid = ?", [(row,) for row in rows])


def forget_all(sql: sqlite3.Connection) -> None:
    """Empty the index."""
    sql.execute("DELETE FROM word")


def words_of(entry: RosterEntry) -> tuple[str, str]:
    """The words of the name, and all others."""
    a = entry.attendee
    name = f"{search_keys(a.name)} {search_keys(a.latin_name)}"
    number = entry.ticket.number
    words = [*_common(a.company), *_common(a.title), *query_words(a.email), *query_words(number)]
    return name, " ".join([*words, a.phone, a.phone[-4:], number.casefold()])


_common = lru_cache(1 << 15)(query_words)
"""The words of a company or title, which come again and again."""
