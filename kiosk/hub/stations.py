"""Who may talk to the hub: one-time codes, tokens (of which only hashes are kept), revocation."""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Final

from sqlalchemy import Engine, delete, insert, select, update
from sqlalchemy.engine import URL

from kiosk.hub.database import WRITE, reachable
from kiosk.hub.tables import AuditRow, PairCodeRow, QuarantineRow, StationRow, table_of
from kiosk.services.ports import Clock
from kiosk.wire.facts import Health
from kiosk.wire.hub import PairRequest, Scope
from kiosk.wire.pairing import SECRET_LENGTH

PAIRING_SECONDS: Final = 600
"""How long a one-time code can be used."""
CODES: Final = table_of(PairCodeRow)
STATIONS: Final = table_of(StationRow)
_LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """What is shown for pairing, and until when (milliseconds since 1970)."""

    secret: str
    expires_ms: int


@dataclass(frozen=True, slots=True)
class Known:
    """A paired station."""

    name: str
    scope: Scope
    incarnation: bytes
    paired_ms: int
    revoked_ms: int | None
    seen_ms: int
    health: Health

    @property
    def revoked(self) -> bool:
        """Whether it was put out."""
        return self.revoked_ms is not None


@dataclass(frozen=True, slots=True)
class NameTaken:
    """Another computer is paired under this name."""


class Stations:
    """Paired stations in the hub's database; any thread."""

    def __init__(self, url: URL, engine: Engine, clock: Clock) -> None:
        self._url, self._engine, self._clock = url, engine, clock

    def new_code(self, scope: Scope, who: str) -> OneTimeCode:
        """A code for one pairing with this scope."""
        secret = "".join(secrets.choice(_LETTERS) for _ in range(SECRET_LENGTH))
        now = self._now_ms()
        code = OneTimeCode(secret, now + PAIRING_SECONDS * 1000)
        row = PairCodeRow(
            secret_hash=_hashed(secret), scope=scope.value, expires_ms=code.expires_ms
        )
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            connection.execute(delete(CODES).where(CODES.c.expires_ms < now))
            connection.execute(insert(CODES).values(row.model_dump()))
        self.note(who, f"pairing code for {scope.value}")
        return code

    def pair(self, asked: PairRequest) -> tuple[Scope, str] | NameTaken | None:
        """The scope and a token of its own, for whoever knows a code that still counts.

        None where the code does not. A station that is paired already gets another token.
        """
        now, token = self._now_ms(), secrets.token_urlsafe(32)
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            using = delete(CODES).where(
                CODES.c.secret_hash == _hashed(asked.secret), CODES.c.expires_ms >= now
            )
            used = connection.execute(using.returning(CODES.c.scope)).first()
            if used is None:
                return None
            incarnation = bytes.fromhex(asked.incarnation)
            there = connection.execute(select(STATIONS).where(STATIONS.c.name == asked.station))
            row = there.first()
            if row and row.incarnation != incarnation and row.revoked_ms is None:
                connection.rollback()  # the code was not at fault: it can be used again
                return NameTaken()
            connection.execute(delete(STATIONS).where(STATIONS.c.name == asked.station))
            station = StationRow(
                name=asked.station,
                incarnation=incarnation,
                token_hash=_hashed(token),
                scope=used.scope,
                paired_ms=now,
                seen_ms=now,
            )
            connection.execute(insert(STATIONS).values(station.model_dump()))
        self.note(asked.station, f"paired as {used.scope}")
        return Scope(used.scope), token

    def of_token(self, token: str) -> Known | None:
        """The station whose token this is, revoked or not."""
        query = select(STATIONS).where(STATIONS.c.token_hash == _hashed(token))
        with reachable(self._url), self._engine.connect() as connection:
            row = connection.execute(query).first()
        return _known(row) if row else None

    def all(self) -> tuple[Known, ...]:
        """Every station that was ever paired, by name."""
        with reachable(self._url), self._engine.connect() as connection:
            rows = connection.execute(select(STATIONS).order_by(STATIONS.c.name)).all()
        return tuple(_known(row) for row in rows)

    def seen(self, name: str, health: Health | None) -> None:
        """A station was heard of."""
        values: dict[str, object] = {"seen_ms": self._now_ms()}
        if health:
            values["health"] = health.model_dump_json()
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            connection.execute(update(STATIONS).where(STATIONS.c.name == name).values(**values))

    def revoke(self, name: str, who: str) -> bool:
        """Put a station out; False where there is none of this name, or it is out already."""
        revoking = update(STATIONS).where(STATIONS.c.name == name, STATIONS.c.revoked_ms.is_(None))
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            changed = connection.execute(revoking.values(revoked_ms=self._now_ms())).rowcount
        if changed:
            self.note(who, f"revoked {name}")
        return bool(changed)

    def quarantined(self) -> dict[str, int]:
        """How many facts of revoked stations wait for somebody's word, by station."""
        with reachable(self._url), self._engine.connect() as connection:
            rows = connection.execute(select(table_of(QuarantineRow).c.station))
            names = [row.station for row in rows]
        return {name: names.count(name) for name in sorted(set(names))}

    def note(self, who: str, did: str) -> None:
        """Keep word of what an administrator did."""
        row = AuditRow(at_ms=self._now_ms(), who=who, did=did)
        values = row.model_dump(exclude={"number"})
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            connection.execute(insert(table_of(AuditRow)).values(values))

    def _now_ms(self) -> int:
        return int(self._clock.now().timestamp() * 1000)


def _hashed(secret: str) -> bytes:
    """Of 256 random bits, or of a code that lives ten minutes, a plain hash is enough."""
    return hashlib.sha256(secret.encode()).digest()


def _known(row: object) -> Known:
    station = StationRow.model_validate(row, from_attributes=True)
    return Known(
        name=station.name,
        scope=Scope(station.scope),
        incarnation=station.incarnation,
        paired_ms=station.paired_ms,
        revoked_ms=station.revoked_ms,
        seen_ms=station.seen_ms,
        health=Health.model_validate_json(station.health),
    )
