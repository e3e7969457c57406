"""The search index in roster.db: written here, read by `roster_search`.

It holds words only and cannot forget any. A person whose words change gets a new row number
instead, and the old number leads nowhere; once most numbers lead nowhere, all is written again.
"""

import sqlite3

from kiosk.names.keys import Sought, index_text

VERSION = "1"
"""Of the words that `kiosk.names` makes; raise it with them, and old indexes are rewritten."""
BATCH = 2000
"""People whose words are handed to SQLite at once."""
TIDY = 10_000
"""People from which on it pays to merge the parts that an index grows in."""
_PERSON = ["name", "latin_name", "company", "title", "email", "phone"]
_EVERYBODY = f"""SELECT t.row, {", ".join(f"a.{column}" for column in _PERSON)},
    t.number, a.external_id FROM ticket AS t JOIN attendee AS a ON a.id = t.attendee"""  # noqa: S608  our own words


class SearchIndex:
    """Takes people in; one transaction's."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        self._waiting: list[tuple[int, str]] = []
        self._added = self._left = 0

    def add(self, row: int, person: Sought) -> None:
        """Index a person under a row number that was never used."""
        self._waiting.append((row, index_text(person)))
        if len(self._waiting) >= BATCH:
            self._write()

    def moved(self) -> None:
        """Somebody got a new row number; what stands under the old one is waste."""
        self._left += 1

    def clear(self) -> None:
        """Forget everybody."""
        self._waiting.clear()
        self._sql.execute("INSERT INTO word (word) VALUES ('delete-all')")
        self._note(0)

    def settle(self) -> None:
        """Write what waits; call before COMMIT."""
        self._write()
        if self._left:
            waste, self._left = self._waste() + self._left, 0
            self._note(waste)
            if (
                waste > TIDY
                and waste > self._sql.execute("SELECT count(*) FROM ticket").fetchone()[0]
            ):
                self.rebuild()
                return
        if self._added > TIDY:
            self._sql.execute("INSERT INTO word (word) VALUES ('optimize')")

    def rebuild(self) -> None:
        """Index everybody on the roster afresh."""
        self.clear()
        for row, *person in self._sql.execute(_EVERYBODY):
            self.add(row, Sought(*person))
        self.settle()

    def is_current(self) -> bool:
        """Whether the index was written with today's words."""
        noted = self._noted()
        return bool(noted) and noted.split()[0] == VERSION

    def _write(self) -> None:
        if self._waiting:
            self._sql.executemany("INSERT INTO word (rowid, words) VALUES (?, ?)", self._waiting)
            self._added += len(self._waiting)
            self._waiting = []

    def _waste(self) -> int:
        return int(self._noted().split()[1])

    def _noted(self) -> str:
        found = self._sql.execute("SELECT value FROM note WHERE key = 'search'").fetchone()
        return str(found[0]) if found else ""

    def _note(self, waste: int) -> None:
        values = ("search", f"{VERSION} {waste}")
        self._sql.execute("INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)", values)
