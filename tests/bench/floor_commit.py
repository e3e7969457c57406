"""The least that a check-in must do: the same rows in raw sqlite3, durable at COMMIT."""

import os
import sqlite3
import time
from pathlib import Path


class RawCheckIn:
    """One check-in's statements as the store writes them, without anything above SQLite.

    Args:
        folder: a station's data folder, for itself alone.
    """

    def __init__(self, folder: Path) -> None:
        self._roster = _opened(folder / "roster.db", "NORMAL")
        self._facts = _opened(folder / "facts.db", "FULL")
        self._digests = [row[0] for row in self._roster.execute("SELECT digest FROM code")]
        found = self._facts.execute("SELECT max(number) FROM fact").fetchone()
        self._number = int(found[0] or 0)

    def run(self, turn: int) -> None:
        """One guest: two facts (arrival, print job), outbox, job, clock."""
        ticket = self._find(self._digests[turn % len(self._digests)])
        execute = self._facts.execute
        execute("BEGIN IMMEDIATE")
        execute("SELECT * FROM fact WHERE ticket = ?", (ticket,)).fetchall()
        execute("SELECT * FROM clock").fetchall()
        now = time.time_ns() // 10**6
        for kind in ("checked_in", "print_job_moved"):
            self._number += 1
            row = (os.urandom(16), "raw", b"12345678", self._number, now << 16, now)
            execute(
                "INSERT INTO fact VALUES (?,?,?,?,?,?,'good',?,?,?,'')",
                (*row, kind, ticket, '{"checkpoint":"registration","day":"2027-06-08"}'),
            )
            execute("INSERT INTO outbox VALUES (?)", (row[0],))
            clock = (1, "raw", b"12345678", self._number, now << 16)
            execute("INSERT OR REPLACE INTO clock VALUES (?,?,?,?,?)", clock)
        job = (os.urandom(16), ticket, "queued", 1, "", "", "", now << 16)
        execute("INSERT INTO job VALUES (?,?,?,?,?,?,?,?)", job)
        execute("COMMIT")

    def close(self) -> None:
        """Give both files back."""
        self._facts.close()
        self._roster.close()

    def _find(self, digest: bytes) -> bytes:
        execute = self._roster.execute
        execute("SELECT value FROM note WHERE key = 'event'").fetchone()
        ticket = execute("SELECT ticket FROM code WHERE digest = ?", (digest,)).fetchone()[0]
        row = execute("SELECT * FROM ticket WHERE id = ?", (ticket,)).fetchone()
        execute("SELECT * FROM attendee WHERE id = ?", (row[2],)).fetchone()
        return bytes(ticket)


def _opened(path: Path, synchronous: str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute(f"PRAGMA synchronous = {synchronous}")
    return connection
