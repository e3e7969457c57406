"""Finding people for the front desk, with what happened to them so far."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.journal import CheckedIn, JobState, TurnedAway, Voided
from kiosk.services.ports import Guest
from kiosk.services.records import Records


@dataclass(frozen=True, slots=True)
class Found:
    """A guest, and when they arrived at the checkpoint (None: not yet)."""

    guest: Guest
    arrived_at: datetime | None


@dataclass(frozen=True, slots=True)
class Visited:
    """A line of the recent list: a decision, newest first; `undone` once voided."""

    what: CheckedIn | TurnedAway
    fact: UUID
    at: datetime
    guest: Guest | None
    undone: bool


@dataclass(frozen=True, slots=True)
class CheckedInRow:
    """One attendee in an export: what happened to them, without what they told us."""

    guest: Guest
    arrived_at: datetime | None
    station: str
    badges: int


@dataclass(frozen=True, slots=True)
class Lookup:
    """Reads roster and journal together."""

    records: Records

    def search(self, query: str, checkpoint: str, limit: int = 20) -> tuple[Found, ...]:
        """Guests whom a clerk could mean, best first."""
        guests = self.records.roster.search(query, limit) if query.strip() else ()
        with self.records.journal.transaction() as tx:
            found = []
            for guest in guests:
                facts = tx.facts_of(guest.ticket.id)
                arrivals = ledger.arrivals(facts, guest.ticket.id, checkpoint)
                found.append(Found(guest, arrivals[0].at if arrivals else None))
        return tuple(found)

    def recent(self, limit: int = 12) -> tuple[Visited, ...]:
        """The latest decisions at this station, newest first."""
        facts = self.records.journal.recent(limit * 6)
        void = {f.what.fact for f in facts if isinstance(f.what, Voided)}
        visits = []
        for fact in facts:
            if isinstance(fact.what, CheckedIn | TurnedAway):
                ticket = fact.what.ticket
                guest = self.records.roster.by_ticket(ticket) if ticket else None
                visits.append(Visited(fact.what, fact.id, fact.at, guest, fact.id in void))
        return tuple(visits[:limit])

    def export(self) -> tuple[CheckedInRow, ...]:
        """One row for each attendee of the roster: arrival, station, badges printed."""
        facts = self.records.journal.facts()
        void = {f.what.fact for f in facts if isinstance(f.what, Voided)}
        first: dict[UUID, tuple[datetime, str]] = {}
        for fact in sorted(facts, key=ledger.order):
            if isinstance(fact.what, CheckedIn) and fact.id not in void:
                first.setdefault(fact.what.ticket, (fact.at, fact.station))
        badges: dict[UUID, int] = {}
        for job in ledger.print_jobs(facts).values():
            if job.state is JobState.CONFIRMED:
                badges[job.ticket] = badges.get(job.ticket, 0) + 1
        rows = []
        for guest in self.records.roster.guests():
            at, station = first.get(guest.ticket.id, (None, ""))
            rows.append(CheckedInRow(guest, at, station, badges.get(guest.ticket.id, 0)))
        return tuple(rows)
