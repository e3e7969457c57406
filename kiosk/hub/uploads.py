"""Facts on their way to the platform, in the hub's database beside the facts."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.engine import URL

from kiosk.domain.journal import CheckedIn, CheckedOut, Fact, JobState, PrintJobMoved, Voided
from kiosk.hub.database import WRITE, reachable
from kiosk.hub.fact_frames import message_of
from kiosk.hub.tables import FactRow, NoteRow, UploadRow, table_of
from kiosk.services.ports.upstream import Delivered, Sent, Upload
from kiosk.wire.whole_facts import fact_from

FACT, UPLOAD, NOTE = table_of(FactRow), table_of(UploadRow), table_of(NoteRow)
KINDS: Final = (
    "checked_in", "checked_out", "voided", "turned_away", "print_job",
    "attendee_corrected", "walked_in",
)  # fmt: skip
"""The kinds of which a platform may want to hear."""
WAITING: Final = "waiting"
AT_ONCE: Final = 2000
_SEQ, _CURSOR, _COMPARED = "upload_seq", "upstream_cursor", "upstream_compared"
COMPARE_EVERY: Final = timedelta(hours=24)


class UploadQueue:
    """Implements `Uploads`; one hub process does the sending."""

    def __init__(self, url: URL, engine: Engine) -> None:
        self._url, self._engine = url, engine

    def fill(self) -> int:
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            after = int(_noted(connection, _SEQ) or 0)
            query = select(FACT).where(FACT.c.seq > after).order_by(FACT.c.seq).limit(AT_ONCE)
            found = connection.execute(query).all()
            wanted = [row for row in found if row.kind in KINDS]
            known = set(
                connection.execute(
                    select(UPLOAD.c.fact).where(UPLOAD.c.fact.in_([row.id for row in wanted]))
                ).scalars()
            )
            new = [
                UploadRow(fact=row.id, seq=row.seq, state=WAITING).model_dump()
                for row in wanted
                if row.id not in known and _is_news(fact_from(message_of(row)))
            ]
            if new:
                connection.execute(insert(UPLOAD), new)
            if found:
                _note(connection, _SEQ, str(found[-1].seq))
        return len(new) + (self.fill() if len(found) == AT_ONCE else 0)

    def waiting(self, limit: int) -> Sequence[Upload]:
        with reachable(self._url), self._engine.connect() as connection:
            query = (
                select(FACT, UPLOAD.c.tries)
                .join(UPLOAD, UPLOAD.c.fact == FACT.c.id)
                .where(UPLOAD.c.state == WAITING)
                .order_by(UPLOAD.c.seq)
                .limit(limit)
            )
            rows = connection.execute(query).all()
            facts = [(fact_from(message_of(row)), row.tries) for row in rows]
            return [Upload(fact, _voided(connection, fact), tries) for fact, tries in facts]

    def trying(self, upload: Upload) -> None:
        self._change(upload.fact.id, tries=upload.tries + 1)

    def settle(self, upload: Upload, delivered: Delivered) -> None:
        self._change(upload.fact.id, state=delivered.state.value, said=delivered.said[:500])

    def counts(self) -> dict[str, int]:
        """How many there are in each state."""
        counting = select(UPLOAD.c.state, func.count()).group_by(UPLOAD.c.state)
        with reachable(self._url), self._engine.connect() as connection:
            return {row[0]: row[1] for row in connection.execute(counting)}

    def rejected(self, limit: int) -> list[tuple[Fact, str]]:
        """The newest that the platform turned down, and why."""
        query = (
            select(FACT, UPLOAD.c.said)
            .join(UPLOAD, UPLOAD.c.fact == FACT.c.id)
            .where(UPLOAD.c.state == Sent.REJECTED.value)
            .order_by(UPLOAD.c.seq.desc())
            .limit(limit)
        )
        with reachable(self._url), self._engine.connect() as connection:
            rows = connection.execute(query).all()
        return [(fact_from(message_of(row)), row.said) for row in rows]

    def retry_rejected(self) -> int:
        """Offer what was turned down once more; how many."""
        again = update(UPLOAD).where(UPLOAD.c.state == Sent.REJECTED.value)
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            return connection.execute(again.values(state=WAITING, said="")).rowcount

    def cursor(self) -> str:
        with reachable(self._url), self._engine.connect() as connection:
            return _noted(connection, _CURSOR)

    def keep_cursor(self, cursor: str) -> None:
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            _note(connection, _CURSOR, cursor)

    def is_comparing_due(self, now: datetime) -> bool:
        """Whether everybody should be compared: once a day."""
        with reachable(self._url), self._engine.connect() as connection:
            last = _noted(connection, _COMPARED)
        return not last or now - datetime.fromisoformat(last) >= COMPARE_EVERY

    def compared(self, now: datetime) -> None:
        """Everybody was."""
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            _note(connection, _COMPARED, now.isoformat())

    def _change(self, fact: UUID, **values: object) -> None:
        changing = update(UPLOAD).where(UPLOAD.c.fact == fact.bytes).values(**values)
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            connection.execute(changing)


def _is_news(fact: Fact) -> bool:
    """Of a print job only that a badge came out."""
    what = fact.what
    return not isinstance(what, PrintJobMoved) or what.to is JobState.CONFIRMED


def _voided(connection: Connection, fact: Fact) -> Fact | None:
    if not isinstance(fact.what, Voided):
        return None
    query = select(FACT).where(FACT.c.id == fact.what.fact.bytes)
    row = connection.execute(query).first()
    found = fact_from(message_of(row)) if row else None
    return found if found and isinstance(found.what, CheckedIn | CheckedOut) else None


def _noted(connection: Connection, key: str) -> str:
    row = connection.execute(select(NOTE.c.value).where(NOTE.c.key == key)).first()
    return str(row.value) if row else ""


def _note(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(NOTE).where(NOTE.c.key == key))
    connection.execute(insert(NOTE).values(key=key, value=value))
