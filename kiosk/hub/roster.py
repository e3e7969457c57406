"""The hub's roster: every guest with a revision, so that stations ask only for what changed."""

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from typing import Final
from uuid import UUID

from sqlalchemy import Connection, Engine, delete, func, insert, select, update
from sqlalchemy.engine import URL

from kiosk.hub.database import ROSTER, WRITE, reachable
from kiosk.hub.tables import EditionRow, GuestRow, HeadRow, NoteRow, table_of
from kiosk.wire.hub import GuestMessage, RosterPage

GUESTS: Final = table_of(GuestRow)
HEADS: Final = table_of(HeadRow)
NOTES: Final = table_of(NoteRow)
EDITIONS: Final = table_of(EditionRow)
AT_ONCE: Final = 400


class HubRoster:
    """Guests in the hub's database; any thread."""

    def __init__(self, url: URL, engine: Engine) -> None:
        self._url, self._engine = url, engine

    def event_text(self) -> str:
        """The event file's text; empty where no list has come yet."""
        with reachable(self._url), self._engine.connect() as connection:
            return _noted(connection, "event")

    def head(self) -> int:
        """The latest revision."""
        with reachable(self._url), self._engine.connect() as connection:
            return _head(connection).last

    def count(self) -> int:
        """How many guests there are."""
        counting = select(func.count()).select_from(GUESTS).where(GUESTS.c.gone.is_(False))
        with reachable(self._url), self._engine.connect() as connection:
            return int(connection.execute(counting).scalar_one())

    def page(self, after: int, limit: int) -> RosterPage:
        """The changes after a revision, and the event."""
        with reachable(self._url), self._engine.connect() as connection:
            # the head first: whatever has a number up to it is there, in any isolation
            head, event = _head(connection), _noted(connection, "event")
            edition = _edition(connection, head.last)
            between = GUESTS.c.rev.between(after + 1, head.last)
            query = select(GUESTS).where(between).order_by(GUESTS.c.rev).limit(limit + 1)
            rows = connection.execute(query).all()
        guests = tuple(
            GuestMessage.model_validate_json(row.body).model_copy(update={"rev": row.rev})
            for row in rows[:limit]
        )
        return RosterPage(
            generation=head.generation,
            event=event,
            guests=guests,
            head=head.last,
            more=len(rows) > limit,
            edition=edition,
        )

    def publish(self, event: str, guests: Iterable[GuestMessage], *, whole: bool) -> int:
        """Take guests in one transaction; the revision afterwards.

        Args:
            event: the event file's text.
            guests: those who are there, or are gone; revisions are given here.
            whole: whether whoever is not among them is gone.
        """
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            locking = update(HEADS).where(HEADS.c.feed == ROSTER).values(last=HEADS.c.last)
            before = last = connection.execute(locking.returning(HEADS.c.last)).scalar_one()
            if _noted(connection, "event") != event:
                _note(connection, "event", event)
                last += 1  # stations look for what is new; the event alone may be
            heard: set[bytes] = set()
            for some in _batches(guests):
                last = _put(connection, some, last)
                heard |= {guest.ticket.bytes for guest in some}
            if whole:
                last = _put(connection, list(_missing(connection, heard)), last)
            if last != before:
                connection.execute(update(HEADS).where(HEADS.c.feed == ROSTER).values(last=last))
                connection.execute(insert(EDITIONS).values(rev=last, name=secrets.token_hex(8)))
        return int(last)


def _put(connection: Connection, guests: list[GuestMessage], last: int) -> int:
    ids = [guest.ticket.bytes for guest in guests]
    known = {
        row.ticket: row.content
        for at in range(0, len(ids), AT_ONCE)
        for row in connection.execute(
            select(GUESTS.c.ticket, GUESTS.c.content).where(
                GUESTS.c.ticket.in_(ids[at : at + AT_ONCE])
            )
        )
    }
    rows = []
    for guest in guests:
        body = guest.model_copy(update={"rev": 0}).model_dump_json()
        content = hashlib.blake2b(body.encode(), digest_size=16).digest()
        if known.get(guest.ticket.bytes) == content:
            continue
        last += 1
        row = GuestRow(
            ticket=guest.ticket.bytes,
            rev=last,
            gone=guest.gone,
            content=content,
            category=guest.fields.get("ticket.category", ""),
            valid=guest.fields.get("ticket.status", "") == "valid",
            body=body,
        )
        rows.append(row.model_dump())
    old = [row["ticket"] for row in rows if row["ticket"] in known]
    for at in range(0, len(old), AT_ONCE):
        connection.execute(delete(GUESTS).where(GUESTS.c.ticket.in_(old[at : at + AT_ONCE])))
    if rows:
        connection.execute(insert(GUESTS), rows)
    return last


def _missing(connection: Connection, heard: set[bytes]) -> Iterator[GuestMessage]:
    there = connection.execute(select(GUESTS.c.ticket).where(GUESTS.c.gone.is_(False)))
    for row in there.all():
        if row.ticket not in heard:
            yield GuestMessage(rev=0, ticket=UUID(bytes=row.ticket), gone=True)


def _batches(guests: Iterable[GuestMessage]) -> Iterator[list[GuestMessage]]:
    some: list[GuestMessage] = []
    for guest in guests:
        some.append(guest)
        if len(some) == 2000:
            yield some
            some = []
    if some:
        yield some


def _head(connection: Connection) -> HeadRow:
    row = connection.execute(select(HEADS).where(HEADS.c.feed == ROSTER)).one()
    return HeadRow.model_validate(row, from_attributes=True)


def _edition(connection: Connection, rev: int) -> str:
    query = select(EDITIONS.c.name).where(EDITIONS.c.rev == rev)
    return str(connection.execute(query).scalar_one_or_none() or "")


def _noted(connection: Connection, key: str) -> str:
    row = connection.execute(select(NOTES.c.value).where(NOTES.c.key == key)).first()
    return str(row.value) if row else ""


def _note(connection: Connection, key: str, value: str) -> None:
    connection.execute(delete(NOTES).where(NOTES.c.key == key))
    connection.execute(insert(NOTES).values(key=key, value=value))
