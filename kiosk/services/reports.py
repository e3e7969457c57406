"""What an organiser asks: who came, who is missing, what happened to whom."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.attendance import Arrivals, attendance
from kiosk.domain.attendee import TicketStatus
from kiosk.domain.journal import CheckedIn
from kiosk.services.ports import Guest
from kiosk.services.records import Records
from kiosk.services.trail import Step, trail


@dataclass(frozen=True, slots=True)
class Expected:
    """A guest with a valid ticket, and whether they have come to a checkpoint."""

    guest: Guest
    came: bool


@dataclass(frozen=True, slots=True)
class Turnout:
    """How many of a category came, of how many who have a valid ticket."""

    category: str
    came: int
    expected: int


@dataclass(frozen=True, slots=True)
class Reports:
    """Reads roster and journal together; changes nothing."""

    records: Records

    def attendance(self) -> tuple[Arrivals, ...]:
        """Arrivals by day, hour, checkpoint, session and category."""
        return attendance(self.records.journal.facts(), self.records.roster.event())

    def expected(self, checkpoint: str) -> tuple[Expected, ...]:
        """Everybody with a valid ticket, by ticket number.

        Args:
            checkpoint: an arrival counts only there; anywhere, where empty.
        """
        facts = self.records.journal.facts()
        void = ledger.voided(facts)
        came = {
            f.what.ticket
            for f in sorted(facts, key=ledger.order)
            if isinstance(f.what, CheckedIn)
            and f.id not in void
            and checkpoint in {"", f.what.checkpoint}
        }
        return tuple(
            Expected(guest, guest.ticket.id in came)
            for guest in self.records.roster.guests()
            if guest.ticket.status is TicketStatus.VALID
        )

    def turnout(self, checkpoint: str) -> tuple[Turnout, ...]:
        """Each category that is expected, in the event's order.

        Args:
            checkpoint: an arrival counts only there; anywhere, where empty.
        """
        expected = self.expected(checkpoint)
        all_of = Counter(one.guest.ticket.category for one in expected)
        came = Counter(one.guest.ticket.category for one in expected if one.came)
        categories = (category.id for category in self.records.roster.event().categories)
        return tuple(Turnout(c, came[c], all_of[c]) for c in categories if all_of[c])

    def trail(self, ticket: UUID) -> tuple[Step, ...]:
        """Everything that happened to a ticket, oldest first."""
        with self.records.journal.transaction() as tx:
            return trail(tx.facts_of(ticket), self.records.roster.event())
