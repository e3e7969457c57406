"""The two ends of sync: this station's books, and the hub as it is seen from here.

Not among the names of `kiosk.services.ports`: messages need pydantic, and the window is painted
before that is imported.
"""

from collections.abc import Collection, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, TypeVar
from uuid import UUID

from kiosk.domain.words import Words
from kiosk.services.ports.sync_why import Why
from kiosk.wire.facts import FactMessage, Health, Numbered, Pulled, Pushed, Refusal
from kiosk.wire.hub import Bootstrap, BootstrapFile, Hello, RosterPage

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Feed:
    """Which hub's life a station follows, and the last number that it has taken.

    `last` names all that came up to it: the chain over the facts, an edition of the roster;
    empty where that is not known.
    """

    generation: str
    cursor: int
    last: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody has seen of a hub; a hub that has something else is an old backup.

    `promised` is how far the hub had got when it last acknowledged something of ours.
    """

    facts: Feed
    promised: Feed
    roster: Feed


class Outbox(Protocol):
    """This station's facts as sync sees them. Each method is one transaction."""

    @property
    def station(self) -> str:
        """Our own name."""

    def feed(self) -> Feed:
        """How far we are."""

    def promised(self) -> Feed:
        """How far the hub had got when it last acknowledged something."""

    def waiting(self, limit: int) -> tuple[FactMessage, ...]:
        """The oldest facts that no hub has acknowledged."""

    def unsent(self) -> int:
        """How many they are."""

    def parked(self) -> tuple[Refusal, ...]:
        """Our facts that the hub turned down."""

    def acknowledged(
        self, reached: Feed, facts: Collection[UUID], refused: Sequence[Refusal], now_ms: int
    ) -> None:
        """The hub that has got so far has these on its disk, and turned those down.

        What it turned down is parked where it is ours, and forgotten where it is another's.
        """

    def new_generation(self, generation: str) -> None:
        """The hub has begun a new life: begin at 0, and offer all that we hold once more."""

    def received(self, generation: str, facts: Sequence[Numbered]) -> int:
        """Take what follows on the cursor, with the cursor; the cursor afterwards."""


class RosterTaking(Protocol):
    """Pages on their way onto the roster; nobody sees any of it before it is complete."""

    def take(self, page: RosterPage) -> None:
        """Take a page, and remember its revision."""

    def give_up(self) -> None:
        """Roll everything back at the end."""


class SyncedRoster(Protocol):
    """This station's roster as sync sees it."""

    @property
    def schema(self) -> int:
        """The version of its tables; a file of another version is not taken."""

    def feed(self) -> Feed:
        """Which hub's roster it is, and at which revision."""

    def taking(self, *, afresh: bool) -> AbstractContextManager["RosterTaking"]:
        """One transaction that takes pages; `afresh`: whoever is on none of them is gone."""

    def replace(self, file: Path, generation: str, rev: int) -> None:
        """Take a whole roster file in place of ours, while others read."""


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The hub gave no answer that can be used; `retry_after` is its own word, in seconds.

    `words` are for people.
    """

    why: Why
    words: Words
    retry_after: float | None = None


class HubLink(Protocol):
    """A hub at the other end of a wire. Whatever happens there is a value here."""

    def hello(self, seen: Seen) -> Hello | NoAnswer:
        """Who it is, and what time it has; it is told what we have seen of it."""

    def push(
        self, generation: str, facts: Sequence[FactMessage], health: Health
    ) -> Pushed | NoAnswer:
        """Hand it facts."""

    def pull(self, after: int, limit: int) -> Pulled | NoAnswer:
        """The facts after this number."""

    def roster(self, after: int) -> RosterPage | NoAnswer:
        """The changes of the roster after this revision."""

    def bootstrap(self) -> Bootstrap | NoAnswer:
        """What files there are to begin with."""

    def download(self, file: BootstrapFile, into: Path) -> NoAnswer | None:
        """Bring one of them, going on where an earlier try ended; checked against its hash."""

    def live(self) -> Iterator[Pulled]:
        """What the hub sends by itself, as it happens; ends when the stream breaks."""
