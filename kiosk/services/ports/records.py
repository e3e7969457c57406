"""Codes and journal as the services need them."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol
from uuid import UUID

from kiosk.domain.event import Checkpoint, Event
from kiosk.domain.journal import ClockQuality, Fact, Happened
from kiosk.domain.ledger import PrinterStanding, PrintJob


class CodeKeys(Protocol):
    """The secrets by which codes are recognised."""

    def digest(self, text: str) -> bytes:
        """16 bytes: the keyed hash under which a code's text is stored."""

    def badge_code(self, ticket: UUID, generation: int) -> str:
        """The short opaque code that a ticket's badges carry."""

    def verify(self, event: Event, claims: bytes, signature: bytes) -> bool:
        """Whether an issuer of the event signed these claims."""


class Transaction(Protocol):
    """Reading and writing facts as one: all of it is durable after the `with`, or none."""

    def facts_of(self, ticket: UUID) -> tuple[Fact, ...]:
        """Every fact about the ticket."""

    def fact(self, fact: UUID) -> Fact | None:
        """One fact by its id."""

    def job(self, job: UUID) -> PrintJob | None:
        """One print job."""

    def inside(self, checkpoint: Checkpoint, day: date) -> int:
        """How many tickets are inside; where the policy is once a day, those of this day."""

    def record(self, what: Happened, at: datetime | None = None) -> Fact:
        """Append a fact and queue it for sync; `at` only where a person gave the time."""


class Journal(Protocol):
    """This station's facts. Opened by one thread; other processes may write beside it."""

    def transaction(self, by: str = "") -> AbstractContextManager[Transaction]:
        """Lock for writing at once, commit at the end, roll back on any exception.

        Args:
            by: who is signed in at the desk; every fact recorded says so.
        """

    def jobs(self, *, open_only: bool) -> tuple[PrintJob, ...]:
        """Print jobs, highest rank and oldest first; with `open_only` those not settled."""

    def printers(self) -> dict[str, PrinterStanding]:
        """How each of this station's printers stands of which staff said anything."""

    def recent(self, limit: int) -> tuple[Fact, ...]:
        """The latest `limit` check-ins and refusals, and the voids since; newest first."""

    def facts(self) -> tuple[Fact, ...]:
        """All facts, in order of number."""

    def facts_of(self, tickets: Collection[UUID]) -> tuple[Fact, ...]:
        """Every fact about these tickets; reads only, so that no check-in waits for it."""

    def amendments(self) -> int:
        """How many facts say something else than the roster, or take such a thing back."""

    def amended(self) -> frozenset[UUID]:
        """The tickets about which there is any."""

    def unsent(self) -> int:
        """How many facts wait for sync."""

    def clock(self) -> ClockQuality:
        """What a fact recorded now would say of its wall time."""
