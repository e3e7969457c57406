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
    Migration(
        2,
        (
            "CREATE TABLE personal (fact BLOB NOT NULL PRIMARY KEY, body VARCHAR NOT NULL)",
            """CREATE TABLE presence (
                checkpoint VARCHAR NOT NULL, ticket BLOB NOT NULL, inside BOOLEAN NOT NULL,
                day VARCHAR NOT NULL, PRIMARY KEY (checkpoint, ticket))""",
            # until now nobody could leave, so whoever came and was not taken back is inside
            """INSERT INTO presence (checkpoint, ticket, inside, day)
                SELECT json_extract(body, '$.checkpoint'), ticket, 1,
                    max(json_extract(body, '$.day'))
                FROM fact WHERE kind = 'checked_in' AND NOT EXISTS (
                    SELECT 1 FROM fact AS void WHERE void.kind = 'voided'
                        AND void.ticket = fact.ticket
                        AND replace(json_extract(void.body, '$.fact'), '-', '')
                            = lower(hex(fact.id)))
                GROUP BY 1, 2""",
        ),
    ),
    Migration(3, ("ALTER TABLE fact ADD COLUMN by_staff VARCHAR NOT NULL DEFAULT ''",)),
    Migration(4, ("CREATE INDEX ix_fact_kind ON fact (kind, ticket)",)),
    Migration(
        5,  # which job goes first, and when each moved last
        (
            "ALTER TABLE job ADD COLUMN moved_hlc INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE job ADD COLUMN rank INTEGER NOT NULL DEFAULT 0",
            "UPDATE job SET moved_hlc = queued_hlc",
        ),
    ),
    Migration(
        6,  # sync
        (
            # made anew without UNIQUE (station, incarnation, number): where a disk was copied
            # two facts may share their number, and neither may be lost for that
            """CREATE TABLE fact_anew (
                id BLOB NOT NULL PRIMARY KEY, station VARCHAR NOT NULL,
                incarnation BLOB NOT NULL, number INTEGER NOT NULL, hlc INTEGER NOT NULL,
                at_ms INTEGER NOT NULL, clock VARCHAR NOT NULL, kind VARCHAR NOT NULL,
                ticket BLOB, body VARCHAR NOT NULL, by_staff VARCHAR NOT NULL DEFAULT '')""",
            "INSERT INTO fact_anew SELECT * FROM fact ORDER BY rowid",
            "DROP TABLE fact",
            "ALTER TABLE fact_anew RENAME TO fact",
            "CREATE INDEX ix_fact_hlc ON fact (hlc)",
            "CREATE INDEX ix_fact_ticket ON fact (ticket)",
            "CREATE INDEX ix_fact_kind ON fact (kind, ticket)",
            "CREATE INDEX ix_fact_number ON fact (station, incarnation, number)",
            """CREATE TRIGGER fact_is_never_changed BEFORE UPDATE ON fact
                BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
            """CREATE TRIGGER fact_is_never_deleted BEFORE DELETE ON fact
                BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END""",
            "ALTER TABLE clock ADD COLUMN wall_ms INTEGER NOT NULL DEFAULT 0",
            "UPDATE clock SET wall_ms = hlc >> 16",
            "ALTER TABLE clock ADD COLUMN home VARCHAR NOT NULL DEFAULT ''",
            "ALTER TABLE presence ADD COLUMN arrivals INTEGER NOT NULL DEFAULT 0",
            "CREATE INDEX ix_presence_arrivals ON presence (arrivals)",
            """CREATE TABLE parked (
                fact BLOB NOT NULL PRIMARY KEY, why VARCHAR NOT NULL, at_ms INTEGER NOT NULL)""",
            """CREATE TABLE sync (
                row INTEGER PRIMARY KEY NOT NULL CHECK (row = 1), generation VARCHAR NOT NULL,
                cursor INTEGER NOT NULL)""",
        ),
    ),
    Migration(
        7,  # by what an old backup of the hub is known
        (
            "ALTER TABLE sync ADD COLUMN last VARCHAR NOT NULL DEFAULT ''",
            "ALTER TABLE sync ADD COLUMN promised INTEGER NOT NULL DEFAULT 0",
            "ALTER TABLE sync ADD COLUMN promise VARCHAR NOT NULL DEFAULT ''",
        ),
    ),
    Migration(
        8,  # an acknowledged fact is kept in mind until it comes back
        (
            "ALTER TABLE outbox ADD COLUMN reached INTEGER NOT NULL DEFAULT 0",
            "CREATE INDEX ix_outbox_reached ON outbox (reached)",
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
        2,
        (
            "DROP TABLE word",
            # words only, cut at spaces; kiosk.names has made them what they are
            """CREATE VIRTUAL TABLE word USING fts5(
                words, content = '', columnsize = 0, detail = none,
                tokenize = "ascii tokenchars '=~^/#@._-+'")""",
            "CREATE VIRTUAL TABLE term USING fts5vocab(word, row)",
        ),
    ),
    Migration(
        3,  # imports are remembered, and the newest can be taken back
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
    Migration(
        4,  # what else the rules ask of a ticket
        (
            *(
                f"ALTER TABLE {before}{table} ADD COLUMN {column} VARCHAR NOT NULL DEFAULT ''"
                for before in ("", "former_")
                for table, columns in (
                    ("attendee", ("note", "party")),
                    ("ticket", ("sessions", "invitations", "valid_from", "valid_until")),
                )
                for column in columns
            ),
            "CREATE INDEX ix_attendee_party ON attendee (party)",
        ),
    ),
)
