"""What the organiser's page asks of the hub's own copy."""

from dataclasses import dataclass
from typing import Protocol
from uuid import UUID
from zoneinfo import ZoneInfo

from kiosk.services.board import Board
from kiosk.services.lookup import Found


@dataclass(frozen=True, slots=True)
class Settlement:
    """What somebody decided of a double: let all stand, or take one back."""

    ticket: UUID
    checkpoint: str
    arrivals: tuple[UUID, ...]
    void: UUID | None
    note: str
    by: str


class Organiser(Protocol):
    """The hub's own copy, asked from the event loop."""

    async def board(self) -> tuple[Board, ZoneInfo] | None:
        """What the page shows; None where there is no list yet."""

    async def search(self, query: str) -> tuple[tuple[Found, ...], ZoneInfo]:
        """Who a member of staff could mean."""

    async def settle(self, settlement: Settlement) -> None:
        """Write a decision down, as facts that every desk gets."""

    async def export(self, by: str) -> bytes:
        """Who came, as CSV."""
