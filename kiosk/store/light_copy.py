"""A roster of the least: by its codes one can scan; names are there, all else comes later.

No search index, no company, no telephone: an eighth of the bytes. A station that begins with it
asks for the whole roster next, because its revision says that it has seen nothing.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from kiosk.store.database import open_database
from kiosk.store.migrations import ROSTER
from kiosk.store.search_index import VERSION

_ATTENDEES: Final = (
    "INSERT INTO light.attendee (id, external_id, name, latin_name, company, title, phone, email, "
    "language, note, party) SELECT id, '', name, '', '', '', '', '', language, note, '' "
    "FROM main.attendee"
)


def light_copy(whole: Path, light: Path) -> None:
    """Write what of a roster is needed to scan into a new file."""
    open_database(light, ROSTER, "NORMAL").dispose()
    with closing(sqlite3.connect(f"file:{whole}?mode=ro", uri=True, timeout=10)) as sql:
        sql.execute("ATTACH DATABASE ? AS light", (str(light),))
        sql.execute("BEGIN")
        sql.execute(_ATTENDEES)
        sql.execute("INSERT INTO light.ticket SELECT * FROM main.ticket")
        # badges come with the whole roster: none was printed here yet
        sql.execute("INSERT INTO light.code SELECT * FROM main.code WHERE kind <> 'badge'")
        sql.execute("INSERT INTO light.note SELECT * FROM main.note WHERE key = 'event'")
        # an index of nobody, up to date: none is to be built for a file that lives for seconds
        sql.execute("INSERT INTO light.note VALUES ('search', ?)", (f"{VERSION} 0",))
        sql.commit()
    with closing(sqlite3.connect(light)) as sql:
        sql.execute("PRAGMA journal_mode = DELETE").fetchone()
