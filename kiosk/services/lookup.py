"""Finding people for the front desk, with what happened to them so far."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.journal import CheckedIn, ClockQuality, Fact, JobState, TurnedAway
from kiosk.names.why import Why
from kiosk.services.ports import Guest, Hit
from kiosk.services.records import Records


@dataclass(frozen=True, slots=True)
class Found:
    """A guest, when they arrived at the checkpoint (None: not yet), and what they were found by."""

    guest: Guest
    arrived_at: datetime | None
    why: Why


@dataclass(frozen=True, slots=True)
class Visited:
    """A line of the recent list: a decision, newest first; `undone` once voided."""

    what: CheckedIn | TurnedAway
    fact: UUID
    at: datetime
    guest: Guest | None
    undone: bool


@dataclass(frozen=True, slots=True)
class Doubt:
    """A badge of which only a person can say whether it came out; `guest` None: not listed."""

    job: UUID
    guest: Guest | None


@dataclass(frozen=True, slots=True)
class Recent:
    """What a desk keeps in sight: latest decisions, badges in doubt, unsent facts, the clock."""

    visits: tuple[Visited, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    unsent: int = 0
    clock: ClockQuality = ClockQuality.GOOD


@dataclass(frozen=True, slots=True)
class CheckedInRow:
    """One ticket in an export: what happened to it, without what its owner told us.

    `code` and `name` are empty where the roster does not know the ticket.
    """

    code: str
    name: str
    category: str
    arrived_at: datetime | None
    station: str
    badges: int


@dataclass(frozen=True, slots=True)
class Lookup:
    """Reads roster and journal together."""

    records: Records

    def search(self, query: str, checkpoint: str, limit: int = 20) -> tuple[Found, ...]:
        """Guests whom a clerk could mean, best first."""
        hits = self.records.roster.search(query, limit) if query.strip() else ()
        return self._found(hits, checkpoint)

    def group(self, name: str, checkpoint: str) -> tuple[Found, ...]:
        """Everybody of a delegation, by ticket number."""
        guests = self.records.roster.group(name) if name else ()
        return self._found(tuple(Hit(guest, Why.NAME) for guest in guests), checkpoint)

    def _found(self, hits: tuple[Hit, ...], checkpoint: str) -> tuple[Found, ...]:
        facts: dict[UUID | None, list[Fact]] = {hit.guest.ticket.id: [] for hit in hits}
        tickets = [hit.guest.ticket.id for hit in hits]
        for fact in self.records.journal.facts_of(tickets) if hits else ():
            facts[fact.what.ticket].append(fact)
        found = []
        for hit in hits:
            ticket = hit.guest.ticket.id
            arrivals = ledger.arrivals(facts[ticket], ticket, checkpoint)
            found.append(Found(hit.guest, arrivals[0].at if arrivals else None, hit.why))
        return tuple(found)

    def recent(self, limit: int = 12) -> Recent:
        """The latest decisions at this station, newest first, and how the station is."""
        facts = self.records.journal.recent(limit)
        void = ledger.voided(facts)
        visits = []
        for fact in facts:
            if isinstance(fact.what, CheckedIn | TurnedAway):
                ticket = fact.what.ticket
                guest = self.records.roster.by_ticket(ticket) if ticket else None
                visits.append(Visited(fact.what, fact.id, fact.at, guest, fact.id in void))
        journal = self.records.journal
        doubts = tuple(
            Doubt(job.job, self.records.roster.by_ticket(job.ticket))
            for job in journal.jobs(open_only=True)
            if job.state is JobState.UNKNOWN
        )
        return Recent(tuple(visits), doubts, journal.unsent(), journal.clock())

    def export(self) -> tuple[CheckedInRow, ...]:
        """One row for each attendee of the roster, then one for each admitted stranger.

        A stranger came in with a signed code that the roster has not, or left the roster since.
        """
        facts = self.records.journal.facts()
        void = ledger.voided(facts)
        first: dict[UUID, Fact] = {}
        for fact in sorted(facts, key=ledger.order):
            if isinstance(fact.what, CheckedIn) and fact.id not in void:
                first.setdefault(fact.what.ticket, fact)
        badges: dict[UUID, int] = {}
        for job in ledger.print_jobs(facts).values():
            if job.state is JobState.CONFIRMED:
                badges[job.ticket] = badges.get(job.ticket, 0) + 1
        rows = []
        for guest in self.records.roster.guests():
            ticket, came = guest.ticket, first.pop(guest.ticket.id, None)
            at, station = (came.at, came.station) if came else (None, "")
            row = CheckedInRow(
                ticket.number,
                guest.attendee.name,
                ticket.category,
                at,
                station,
                badges.get(ticket.id, 0),
            )
            rows.append(row)
        for stranger, came in first.items():
            assert isinstance(came.what, CheckedIn), "only check-ins were put there"
            row = CheckedInRow(
                "", "", came.what.category, came.at, came.station, badges.get(stranger, 0)
            )
            rows.append(row)
        return tuple(rows)
