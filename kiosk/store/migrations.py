"""Numbered steps from nothing to today's tables.

`PRAGMA user_version` says how far a file is; `PRAGMA application_id` whose it is. A test
holds the result against the SQLModel tables, so the two cannot part.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: SQL statements run in one transaction."""

    number: int
    statements: tuple[str, ...]


FACTS: tuple[Migration, ...] = (
    Migration(
        1,
        (
            """CREATE TABLE fact (
                id BLOB NOT NULL PRIMARY KEY, station VARCHAR NOT NULL,
                incarnation BLOB NOT NULL, number INTEGER NOT NULL, hlc INTEGER NOT NULL,
                at_ms INTEGER NOT NULL, clock VARCHAR NOT NULL, kind VARCHAR NOT NULL,
                ticket BLOB, body VARCHAR NOT NULL,
                UNIQUE (station, incarnation, number))""",
            "CREATE INDEX ix_fact_hlc ON fact (hlc)",
            "CREATE INDEX ix_fact_ticket ON fact (ticket)",
            """CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact
                BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
            """CREATE TRIGGER fact_is_never_deleted BEFORE DELETE ON fact
                BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
            "CREATE TABLE outbox (fact BLOB NOT NULL PRIMARY KEY)",
            """CREATE TABLE job (
                id BLOB NOT NULL PRIMARY KEY, ticket BLOB NOT NULL, state VARCHAR NOT NULL,
                copy_number INTEGER NOT NULL, printer VARCHAR NOT NULL,
                printer_ref VARCHAR NOT NULL, cause VARCHAR NOT NULL,
                queued_hlc INTEGER NOT NULL)""",
            "CREATE INDEX ix_job_state ON job (state)",
            "CREATE INDEX ix_job_queued_hlc ON job (queued_hlc)",
            """CREATE TABLE clock (
                row INTEGER PRIMARY KEY NOT NULL CHECK (row = 1), station VARCHAR NOT NULL,
                incarnation BLOB NOT NULL, number INTEGER NOT NULL, hlc INTEGER NOT NULL)""",
        ),
    ),
)

ROSTER: tuple[Migration, ...] = (
    Migration(
        1,
        (
            """CREATE TABLE attendee (
                id BLOB NOT NULL PRIMARY KEY, external_id VARCHAR NOT NULL,
                name VARCHAR NOT NULL, latin_name VARCHAR NOT NULL, company VARCHAR NOT NULL,
                title VARCHAR NOT NULL, phone VARCHAR NOT NULL, email VARCHAR NOT NULL,
                language VARCHAR NOT NULL)""",
            """CREATE TABLE ticket (
                row INTEGER PRIMARY KEY NOT NULL, id BLOB NOT NULL UNIQUE,
                attendee BLOB NOT NULL, number VARCHAR NOT NULL, category VARCHAR NOT NULL,
                status VARCHAR NOT NULL, days VARCHAR NOT NULL)""",
            "CREATE INDEX ix_ticket_attendee ON ticket (attendee)",
            "CREATE INDEX ix_ticket_number ON ticket (number)",
            """CREATE TABLE code (
                digest BLOB NOT NULL PRIMARY KEY, ticket BLOB NOT NULL, kind VARCHAR NOT NULL)""",
            "CREATE INDEX ix_code_ticket ON code (ticket)",
            "CREATE TABLE note (key VARCHAR NOT NULL PRIMARY KEY, value VARCHAR NOT NULL)",
            # names and the rest apart, so that a hit in a name ranks first
            """CREATE VIRTUAL TABLE word USING fts5(
                name, other, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3')""",
        ),
    ),
    Migration(
        2,  # imports are remembered, and the newest can be taken back
        (
            """CREATE TABLE import (
                number INTEGER PRIMARY KEY NOT NULL, at_ms INTEGER NOT NULL,
                name VARCHAR NOT NULL, digest VARCHAR NOT NULL, who VARCHAR NOT NULL,
                counts VARCHAR NOT NULL, undone_ms INTEGER, last_row INTEGER NOT NULL,
                event_before VARCHAR NOT NULL)""",
            """CREATE TABLE former_attendee (
                id BLOB NOT NULL PRIMARY KEY, external_id VARCHAR NOT NULL,
                name VARCHAR NOT NULL, latin_name VARCHAR NOT NULL, company VARCHAR NOT NULL,
                title VARCHAR NOT NULL, phone VARCHAR NOT NULL, email VARCHAR NOT NULL,
                language VARCHAR NOT NULL)""",
            """CREATE TABLE former_ticket (
                row INTEGER PRIMARY KEY NOT NULL, id BLOB NOT NULL UNIQUE,
                attendee BLOB NOT NULL, number VARCHAR NOT NULL, category VARCHAR NOT NULL,
                status VARCHAR NOT NULL, days VARCHAR NOT NULL)""",
            """CREATE TABLE former_code (
                digest BLOB NOT NULL PRIMARY KEY, ticket BLOB NOT NULL, kind VARCHAR NOT NULL)""",
        ),
    ),
)
