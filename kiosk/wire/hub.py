"""Everything but facts: greeting, pairing, roster, bootstrap."""

from enum import StrEnum
from typing import Annotated, Final
from uuid import UUID

from pydantic import Field

from kiosk.wire.facts import Name
from kiosk.wire.message import Hex, Message, Short

ROSTER_LIMIT: Final = 2000
"""Guests in one page of the roster feed, or in one hand-over."""


class Scope(StrEnum):
    """What a paired station may do.

    `SELF` a self-service kiosk: check in and print; no telephone numbers, no e-mail. `DESK`
    also searches, voids and registers walk-ins. `ADMIN` also brings lists.
    """

    SELF = "self"
    DESK = "desk"
    ADMIN = "admin"


class Hello(Message):
    """What a hub says of itself; a station speaks the highest protocol that both know."""

    protocol_oldest: int
    protocol_newest: int
    roster_schema: int
    generation: str
    head: int
    roster_head: int
    scope: Scope
    now_ms: int
    version: Short = ""
    key_tag: Hex = ""


class CodeKey(Message):
    """The event's secret under which codes are hashed, as hex."""

    key: Hex


class PairRequest(Message):
    """A station's request: the one-time code, and who it is."""

    secret: Short
    station: Name
    incarnation: Hex
    version: Short = ""
    tickets: int = 0


class Paired(Message):
    """What pairing brings: a token (shown once) and the event's key for codes, as hex."""

    station: str
    scope: Scope
    token: str
    code_key: Hex
    generation: str
    roster_head: int


class GuestMessage(Message):
    """One guest of the roster, or the word that they are gone.

    `attendee` and `ticket` are columns by name; `codes` pairs of keyed hash (hex) and kind.
    """

    rev: int
    ticket: UUID
    gone: bool = False
    fields: dict[str, str] = Field(default_factory=dict)
    codes: tuple[tuple[str, str], ...] = ()


class RosterPage(Message):
    """The changes after a revision, in its order; `event` is the event file's text.

    `edition` names the roster as it is at `head`.
    """

    generation: str
    event: str
    guests: tuple[GuestMessage, ...]
    head: int
    more: bool
    edition: Short = ""


class HandOver(Message):
    """Part of a list on its way to the hub; with `whole`, whoever is not on it is gone.

    `code_key` is the key under which its codes are hashed: an empty hub takes it for its own.
    """

    event: str
    code_key: Hex
    guests: Annotated[tuple[GuestMessage, ...], Field(max_length=ROSTER_LIMIT)]
    whole: bool = False


class BootstrapFile(Message):
    """A file to begin with: bytes as they travel (zstd) and SHA-256 of what comes out."""

    name: Short
    bytes: int
    sha256: Hex


class Bootstrap(Message):
    """What is there to begin with: the roster as it was at `rev`."""

    generation: str
    rev: int
    schema_version: int
    files: tuple[BootstrapFile, ...]
