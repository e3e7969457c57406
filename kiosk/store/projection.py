"""What follows from facts, kept in step with them: who is inside where, this station's jobs."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session as Transacting
from sqlmodel import col, select

from kiosk.domain import ledger
from kiosk.domain.journal import CheckedIn, CheckedOut, Fact, Happened, PrintJobMoved, Voided
from kiosk.domain.ledger import PrintJob
from kiosk.store.fact_rows import fact_of, foreign_fact_of
from kiosk.store.job_rows import project_job
from kiosk.store.tables import FactRow, JobRow, PersonalRow, PresenceRow
from kiosk.wire.bodies import PASSAGES

WHOLE = select(FactRow, PersonalRow).join(
    PersonalRow, col(PersonalRow.fact) == col(FactRow.id), isouter=True
)
"""A fact with what was said in words, or with None."""


def fact_in(station: str, pair: Sequence[object]) -> Fact:
    """The fact of a `WHOLE` row as this station reads it.

    Raises:
        DamagedRow: it holds none.
    """
    row, person = pair
    assert isinstance(row, FactRow)
    assert person is None or isinstance(person, PersonalRow)
    return fact_of(row, person) if row.station == station else foreign_fact_of(row, person)


class Projection:
    """Inside the transaction that wrote the facts; `station` and `incarnation` are our own."""

    def __init__(self, rows: Transacting, station: str, incarnation: bytes) -> None:
        self._rows, self._station, self._incarnation = rows, station, incarnation

    def follow(self, what: Happened, hlc: int) -> None:
        """What a fact of our own changes; it stands in the journal already."""
        match what:
            case PrintJobMoved():
                self._move(what, hlc)
            case CheckedIn() | CheckedOut() | Voided():
                self.count({what.ticket})
            case _:
                pass

    def follow_foreign(self, what: Collection[Happened]) -> None:
        """What facts of others change, many at once. Their badges are theirs to print."""
        self.count({w.ticket for w in what if isinstance(w, CheckedIn | CheckedOut | Voided)})
        for moved in what:
            if isinstance(moved, PrintJobMoved):
                self._heard_of(moved)

    def count(self, tickets: Collection[UUID]) -> None:
        """Say anew where these tickets are."""
        if not tickets:
            return
        query = select(FactRow).where(
            col(FactRow.ticket).in_([t.bytes for t in tickets]), col(FactRow.kind).in_(PASSAGES)
        )
        facts: dict[UUID | None, list[Fact]] = defaultdict(list)
        for row in self._rows.exec(query):
            fact = fact_in(self._station, (row, None))
            facts[fact.what.ticket].append(fact)
        values = [value for ticket in tickets for value in _presence(ticket, facts.get(ticket, []))]
        if values:
            adding = insert(PresenceRow)
            changed = {c: adding.excluded[c] for c in ("inside", "day", "arrivals")}
            key = ["checkpoint", "ticket"]
            self._rows.connection().execute(
                adding.on_conflict_do_update(index_elements=key, set_=changed), values
            )

    def _move(self, moved: PrintJobMoved, hlc: int) -> None:
        if self._rows.get(JobRow, moved.job.bytes) or not self._is_foreign(moved):
            project_job(self._rows, moved, hlc)

    def _heard_of(self, moved: PrintJobMoved) -> None:
        """Another desk moved a job: of ours only, and only if nothing happened to it here since."""
        row = self._rows.get(JobRow, moved.job.bytes)
        if row is None:
            return
        now = self._jobs_of(moved.ticket).get(moved.job)
        if now is not None and row.state == "queued":
            row.state, row.cause, row.moved_hlc = now.state.value, now.cause, now.moved_hlc
            self._rows.add(row)

    def _is_foreign(self, moved: PrintJobMoved) -> bool:
        """Whether another station queued the job."""
        query = select(FactRow).where(
            FactRow.ticket == moved.ticket.bytes, FactRow.kind == "print_job"
        )
        others = [
            fact
            for fact in (fact_in(self._station, (row, None)) for row in self._rows.exec(query))
            if isinstance(fact.what, PrintJobMoved) and fact.what.job == moved.job
        ]
        first = min(others, key=ledger.order, default=None)
        return first is not None and first.station != self._station

    def _jobs_of(self, ticket: UUID) -> dict[UUID, PrintJob]:
        query = select(FactRow).where(FactRow.ticket == ticket.bytes, FactRow.kind == "print_job")
        facts = [fact_in(self._station, (row, None)) for row in self._rows.exec(query)]
        return ledger.print_jobs(facts)


def _presence(ticket: UUID, facts: list[Fact]) -> list[dict[str, object]]:
    places = {f.what.checkpoint for f in facts if isinstance(f.what, CheckedIn | CheckedOut)}
    values: list[dict[str, object]] = []
    for place in places:
        arrived = ledger.arrivals(facts, ticket, place)
        last = arrived[-1] if arrived else None
        values.append(
            {
                "checkpoint": place,
                "ticket": ticket.bytes,
                "inside": last.inside if last else False,
                "day": last.day.isoformat() if last else "",
                "arrivals": len(arrived),
            }
        )
    return values
