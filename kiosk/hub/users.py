"""Who may open the organiser's page, and the cookies that say so."""

import base64
import hashlib
import hmac
import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import Engine, delete, insert, select
from sqlalchemy.engine import URL

from kiosk.hub.database import WRITE, reachable
from kiosk.hub.tables import UserRow, table_of
from kiosk.services.ports import Clock

USERS: Final = table_of(UserRow)
SIGNED_IN_SECONDS: Final = 12 * 3600
"""A day's work; after it the password is asked for again."""
COOKIE: Final = "kiosk_hub"


class UserRole(StrEnum):
    """What somebody sees. Each sees what those before it see.

    `WALL` numbers only; `STAFF` also finds people and settles doubles; `ORGANISER` also VIPs,
    the export and who did what.
    """

    WALL = "wall"
    STAFF = "staff"
    ORGANISER = "organiser"

    def may(self, needed: "UserRole") -> bool:
        """Whether this role includes the needed one."""
        order = list(UserRole)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who is signed in; `session` is one sign-in of theirs."""

    name: str
    role: UserRole
    session: str = ""


@dataclass(frozen=True, slots=True)
class Hashing:
    """Slow hashes of passwords; `matches` takes as long for a name that is not there."""

    hashed: Callable[[str], str]
    matches: Callable[[str, str], bool]


class Users:
    """Users in the hub's database; any thread.

    Args:
        url: of the database, for complaints.
        engine: on it.
        clock: tells when a sign-in is over.
        hashing: of passwords.
        key: signs cookies; the hub's own, the same in each of its processes.
    """

    def __init__(
        self, url: URL, engine: Engine, clock: Clock, hashing: Hashing, key: Callable[[], bytes]
    ) -> None:
        self._url, self._engine, self._clock = url, engine, clock
        self._hashing, self._key = hashing, key

    def put(self, name: str, role: UserRole, password: str) -> None:
        """Add somebody, or change role and password; who is signed in must sign in again."""
        row = UserRow(name=name, role=role.value, password=self._hashing.hashed(password))
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            connection.execute(delete(USERS).where(USERS.c.name == name))
            connection.execute(insert(USERS).values(row.model_dump()))

    def remove(self, name: str) -> bool:
        """Take somebody out, at once; False where there is none of this name."""
        with reachable(self._url), self._engine.execution_options(**WRITE).begin() as connection:
            return connection.execute(delete(USERS).where(USERS.c.name == name)).rowcount > 0

    def all(self) -> tuple[User, ...]:
        """Everybody, by name."""
        with reachable(self._url), self._engine.connect() as connection:
            rows = connection.execute(select(USERS).order_by(USERS.c.name)).all()
        return tuple(User(row.name, UserRole(row.role)) for row in rows)

    def sign_in(self, name: str, password: str) -> str | None:
        """A cookie for whoever knows the password; None for everybody else."""
        known = self._row(name)
        if not self._hashing.matches(password, known.password if known else ""):
            return None
        assert known, "nobody's password matches nothing"
        said = {
            "n": name,
            "s": secrets.token_hex(8),
            "u": int(self._clock.now().timestamp()) + SIGNED_IN_SECONDS,
            "p": _mark(known.password),
        }
        body = base64.urlsafe_b64encode(json.dumps(said).encode()).decode()
        return f"{body}.{self._sign(body)}"

    def of_cookie(self, cookie: str) -> User | None:
        """Who a cookie says one is, if we signed it, it is not over, and they are still there."""
        body, _, signature = cookie.partition(".")
        if not hmac.compare_digest(signature.encode(), self._sign(body).encode()):
            return None
        said = json.loads(base64.urlsafe_b64decode(body))
        known = self._row(said["n"])
        if known is None or said["u"] < self._clock.now().timestamp():
            return None
        if said["p"] != _mark(known.password):  # changed since
            return None
        return User(known.name, UserRole(known.role), said["s"])

    def form_token(self, user: User) -> str:
        """What a form of theirs must bring back: no other page can know it."""
        return self._sign(f"form {user.name} {user.session}")

    def is_form_of(self, user: User, token: str) -> bool:
        """Whether a form came from a page that we made for them."""
        return hmac.compare_digest(token.encode(), self.form_token(user).encode())

    def _row(self, name: str) -> UserRow | None:
        with reachable(self._url), self._engine.connect() as connection:
            row = connection.execute(select(USERS).where(USERS.c.name == name)).first()
        return UserRow.model_validate(row, from_attributes=True) if row else None

    def _sign(self, text: str) -> str:
        return hmac.new(self._key(), b"page " + text.encode(), hashlib.sha256).hexdigest()


def _mark(password: str) -> str:
    return hashlib.sha256(password.encode()).hexdigest()[:12]
