"""The registration platform as the hub sees it; another platform needs an adapter and no more."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from kiosk.domain.journal import Fact
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import ListRow
from kiosk.services.ports.sync import NoAnswer


@dataclass(frozen=True, slots=True)
class Changes:
    """People who are new or changed there; `cursor` is where the next question begins.

    With `whole`, whoever is not among them is no longer there.
    """

    rows: tuple[ListRow, ...]
    cursor: str
    whole: bool


class Sent(StrEnum):
    """What became of a fact there.

    `REJECTED` is final until a person offers it again; `NOTHING` was not worth telling.
    """

    DONE = "done"
    REJECTED = "rejected"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Delivered:
    """A fact's fate, and the platform's own word for it."""

    state: Sent
    said: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A fact for the platform.

    `external_id` is what it calls the ticket, empty where it does not know it; `voided` the fact
    that this one takes back; `again` says that it was sent before and nobody knows how it went.
    """

    fact: Fact
    external_id: str = ""
    voided: Fact | None = None
    again: bool = False


class Upstream(Protocol):
    """A registration platform. Whatever happens there is a value here."""

    @property
    def name(self) -> str:
        """What people call it."""

    @property
    def headings(self) -> dict[Column, str]:
        """Its own words for the columns that its rows have."""

    def event_text(self) -> str | NoAnswer:
        """An event file, as the platform knows the event; for a hub that has none yet."""

    def changes(self, cursor: str, *, whole: bool) -> Changes | NoAnswer:
        """Who is new or changed since; everybody where `whole`, or where the cursor is empty."""

    def send(self, going: Outgoing) -> Delivered | NoAnswer:
        """Tell it of one fact, idempotent by the fact's id."""


@dataclass(frozen=True, slots=True)
class Upload:
    """A fact that waits to be sent; `tries` counts attempts of which nothing came back."""

    fact: Fact
    voided: Fact | None
    tries: int


class Uploads(Protocol):
    """What is to be sent, kept with the hub's facts."""

    def fill(self) -> int:
        """Queue what has come since; how many."""

    def waiting(self, limit: int) -> Sequence[Upload]:
        """The oldest that wait."""

    def trying(self, upload: Upload) -> None:
        """It is being sent now: whatever comes of it, it may have arrived."""

    def settle(self, upload: Upload, delivered: Delivered) -> None:
        """It is settled."""

    def cursor(self) -> str:
        """Where the next question for people begins."""

    def keep_cursor(self, cursor: str) -> None:
        """Ask from here next time."""
