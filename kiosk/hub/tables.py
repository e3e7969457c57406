"""SQLModel tables of the hub, the same on SQLite and PostgreSQL. They never leave this room."""

from typing import Any

from sqlalchemy import BigInteger, Index, LargeBinary, MetaData, Table, Text
from sqlmodel import Field, SQLModel


class HubTable(SQLModel):
    """Base of what stands in the hub's database."""

    metadata = MetaData()


def table_of(model: type[HubTable]) -> Table:
    """A model's table, for statements over many rows at once."""
    return HubTable.metadata.tables[str(model.__tablename__)]


def _blob(**options: Any) -> Any:  # noqa: ANN401  SQLModel's Field is typed so
    return Field(sa_type=LargeBinary, **options)


def _big(**options: Any) -> Any:  # noqa: ANN401  the same
    return Field(sa_type=BigInteger, **options)


def _text(**options: Any) -> Any:  # noqa: ANN401  the same
    return Field(sa_type=Text, **options)


class HeadRow(HubTable, table=True):
    """A feed's last number. Whoever writes to the feed locks this row first.

    So numbers follow the order of commits, without gaps, on any database. `chain` is the
    chain over all facts (see `kiosk.wire.chain`).
    """

    __tablename__ = "hub_head"
    feed: str = Field(primary_key=True)
    last: int = _big()
    generation: str
    chain: str = ""


class FactRow(HubTable, table=True):
    """A fact as it came. `place` is its body's checkpoint, `origin` who brought it."""

    __tablename__ = "hub_fact"
    __table_args__ = (Index("ix_hub_fact_came", "kind", "ticket", "place"),)
    seq: int = _big(primary_key=True)
    id: bytes = _blob(unique=True)
    station: str
    incarnation: bytes = _blob()
    number: int = _big()
    hlc: int = _big()
    at_ms: int = _big()
    clock: str
    kind: str
    ticket: bytes | None = _blob(default=None, nullable=True, index=True)
    place: str = ""
    body: str = _text()
    personal: str = _text(default="")
    by_staff: str = ""
    origin: str = ""
    chain: str = ""
    received_ms: int = _big(default=0)


class QuarantineRow(HubTable, table=True):
    """What a revoked station sent: kept, and counted by nobody until somebody lets it in."""

    __tablename__ = "hub_quarantine"
    id: bytes = _blob(primary_key=True)
    station: str = Field(index=True)
    message: str = _text()
    received_ms: int = _big()


class StationRow(HubTable, table=True):
    """A paired station. Of its token only the hash is here."""

    __tablename__ = "hub_station"
    name: str = Field(primary_key=True)
    incarnation: bytes = _blob()
    token_hash: bytes = _blob(unique=True)
    scope: str
    paired_ms: int = _big()
    revoked_ms: int | None = _big(default=None, nullable=True)
    seen_ms: int = _big(default=0)
    health: str = _text(default="{}")


class PairCodeRow(HubTable, table=True):
    """A one-time code that was shown and not used yet."""

    __tablename__ = "hub_pair_code"
    secret_hash: bytes = _blob(primary_key=True)
    scope: str
    expires_ms: int = _big()


class GuestRow(HubTable, table=True):
    """A guest of the roster, or that they are gone; `body` is the message without `rev`."""

    __tablename__ = "hub_guest"
    ticket: bytes = _blob(primary_key=True)
    rev: int = _big(index=True)
    gone: bool = False
    content: bytes = _blob()
    category: str = ""
    valid: bool = True
    body: str = _text()


class EditionRow(HubTable, table=True):
    """What the roster was called when it reached this revision."""

    __tablename__ = "hub_edition"
    rev: int = _big(primary_key=True)
    name: str


class NoteRow(HubTable, table=True):
    """What the hub knows of itself, by key."""

    __tablename__ = "hub_note"
    key: str = Field(primary_key=True)
    value: str = _text()


class AuditRow(HubTable, table=True):
    """What an administrator did."""

    __tablename__ = "hub_audit"
    number: int | None = Field(default=None, primary_key=True)
    at_ms: int = _big()
    who: str
    did: str


class UploadRow(HubTable, table=True):
    """A fact on its way to the platform: `state` is waiting, done or rejected, `said` why."""

    __tablename__ = "hub_upload"
    fact: bytes = _blob(primary_key=True)
    seq: int = _big(index=True)
    state: str = Field(index=True)
    tries: int = 0
    said: str = _text(default="")


class UserRow(HubTable, table=True):
    """Somebody who may open the organiser's page; of the password only a slow hash."""

    __tablename__ = "hub_user"
    name: str = Field(primary_key=True)
    role: str
    password: str
