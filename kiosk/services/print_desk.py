"""What a desk asks about printing beside the visit: how a badge will look, which stock, a try."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.attendee import Detail
from kiosk.domain.ledger import PrintJob
from kiosk.services.ports import Guest
from kiosk.services.records import Records


@dataclass(frozen=True, slots=True)
class BadgeLook:
    """A badge as it would be printed: a PNG, and what a person must see to first."""

    png: bytes
    missing: tuple[str, ...] = ()
    overflowing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueuedBadge:
    """A badge that is not settled yet; `guest` None: not listed."""

    job: PrintJob
    guest: Guest | None


@dataclass(frozen=True, slots=True)
class BadgesSoFar:
    """How many badges a ticket has had, and why the newest was made."""

    count: int
    cause: str


class PrintDesk(Protocol):
    """The station's printing, as a desk's pages ask for it. Any thread."""

    def templates(self) -> tuple[str, ...]:
        """The templates to choose from, by name."""

    def template_of(self, printer: str) -> str:
        """Which template a printer prints by."""

    def look(
        self, ticket: UUID | None, said: Mapping[Detail, str], template: str
    ) -> "Future[BadgeLook | None]":
        """A ticket's badge with details as somebody is typing them; of a sample where None.

        An empty template is that of the first printer. None where the category is unknown.
        """

    def choose(self, printer: str, template: str) -> None:
        """From now on, and after a restart, this printer prints by this template."""

    def cancel(self, job: UUID) -> None:
        """Nobody wants this badge."""

    def print_ruler(self, printer: str) -> None:
        """A page to measure, from this printer."""


def queued_badges(records: Records, most: int) -> tuple[QueuedBadge, ...]:
    """The first open badges, as they will be printed."""
    jobs = records.journal.jobs(open_only=True)[:most]
    return tuple(QueuedBadge(job, records.roster.by_ticket(job.ticket)) for job in jobs)


def badges_so_far(records: Records, ticket: UUID) -> BadgesSoFar:
    """What is known of a ticket's badges."""
    jobs = ledger.print_jobs(records.journal.facts_of([ticket])).values()
    printed = [job for job in jobs if job.state not in ledger.NEVER_PRINTED]
    newest = max(printed, key=lambda job: job.queued_hlc, default=None)
    return BadgesSoFar(len(printed), newest.cause if newest else "")
