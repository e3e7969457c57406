"""From a text to a durable decision: parse, find, decide, record, all in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from kiosk.domain import ledger
from kiosk.domain.admission import Admission, Admitted, Presented, Refused
from kiosk.domain.event import BadgePolicy
from kiosk.domain.journal import (
    CheckedIn,
    Fact,
    JobState,
    PrintJobMoved,
    TurnedAway,
    Voided,
)
from kiosk.services.ports import Clock, CodeKeys, Guest, Transaction
from kiosk.services.records import Records
from kiosk.services.weighing import Asked, Weighed, Weighing


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one presentation, after COMMIT.

    `fact` is the CheckedIn or TurnedAway fact, None while an answer is awaited; `guest` is
    None for people whom the roster has not; `category` is empty where nobody knows it;
    `job` is the print job that this check-in made.
    """

    text: str
    admission: Admission
    at: datetime
    fact: Fact | None = None
    guest: Guest | None = None
    ticket: UUID | None = None
    category: str = ""
    job: UUID | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of several valid tickets in view; `guest` is None for one whom the roster has not."""

    text: str
    guest: Guest | None


@dataclass(frozen=True, slots=True)
class SeveralTickets:
    """More than one valid ticket is in view: nothing was recorded, a person must choose."""

    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Undone:
    """A fact was voided."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """No such check-in, or it was undone before."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Admits or refuses at one station's checkpoints."""

    records: Records
    keys: CodeKeys
    clock: Clock

    def present(
        self,
        text: str,
        checkpoint_id: str,
        answers: Mapping[str, bool] | None = None,
        by_hand: datetime | None = None,
    ) -> Outcome:
        """Decide on what was scanned or typed, and record the decision.

        Args:
            text: as scanned; never logged.
            checkpoint_id: where.
            answers: the guest's answers so far, by question id.
            by_hand: the moment a person gave, in place of the clock's.
        """
        asked = Asked(checkpoint_id, answers or {}, by_hand)
        with self.records.journal.transaction() as tx:
            return self._recorded(tx, self._weighing.code(tx, text, asked), by_hand)

    def present_one_of(self, texts: Sequence[str], checkpoint_id: str) -> Outcome | SeveralTickets:
        """Decide on codes that are in view together, the likeliest first.

        The only valid one is meant; where none is valid, the first explains itself. Two codes
        of one ticket, such as a phone and a printed badge, are one.
        """
        asked = Asked(checkpoint_id, {})
        with self.records.journal.transaction() as tx:
            weighed = {text: self._weighing.code(tx, text, asked) for text in texts}
            valid: dict[UUID | None, str] = {}
            for text, one in weighed.items():
                if not isinstance(one.admission, Refused):
                    valid.setdefault(one.ticket, text)
            if len(valid) > 1:
                candidates = (Candidate(text, weighed[text].guest) for text in valid.values())
                return SeveralTickets(tuple(candidates))
            meant = next(iter(valid.values()), texts[0])
            return self._recorded(tx, weighed[meant], None)

    def present_ticket(
        self, ticket: UUID, checkpoint_id: str, answers: Mapping[str, bool] | None = None
    ) -> Outcome:
        """Decide on a guest whom a clerk picked from the roster, by the same rules."""
        asked = Asked(checkpoint_id, answers or {})
        with self.records.journal.transaction() as tx:
            return self._recorded(tx, self._weighing.ticket(tx, ticket, asked), None)

    def undo(self, fact_id: UUID, reason: str) -> Undone | NothingToUndo:
        """Void a check-in; a badge of it that has not gone to the printer is cancelled."""
        with self.records.journal.transaction() as tx:
            fact = tx.fact(fact_id)
            if fact is None or not isinstance(fact.what, CheckedIn):
                return NothingToUndo()
            ticket = fact.what.ticket
            known = tx.facts_of(ticket)
            if any(isinstance(f.what, Voided) and f.what.fact == fact_id for f in known):
                return NothingToUndo()
            voided = tx.record(Voided(fact_id, ticket, reason))
            if not ledger.is_admitted(tx.facts_of(ticket)):
                _cancel_queued(tx, ticket)
            return Undone(voided)

    def guest_of(self, text: str) -> Guest | None:
        """The guest whose ticket or badge says this; decides and records nothing."""
        return self._weighing.guest_of(text)

    @property
    def _weighing(self) -> Weighing:
        return Weighing(self.records, self.keys, self.clock)

    def _recorded(self, tx: Transaction, weighed: Weighed, by_hand: datetime | None) -> Outcome:
        p = weighed.presented
        outcome = Outcome(
            p.code.text, weighed.admission, p.at, None, weighed.guest, weighed.ticket, p.category
        )
        day = p.event.day_of(p.at)
        match outcome.admission:
            case Admitted():
                assert outcome.ticket is not None, "the rules admit only tickets"
                answers = tuple(sorted(p.answers.items()))
                what = CheckedIn(outcome.ticket, p.checkpoint.id, p.category, day, answers)
                fact = tx.record(what, by_hand)
                job = _queue_badge(tx, p, outcome.ticket, weighed.facts)
                return replace(outcome, fact=fact, job=job)
            case Refused(reason=reason):
                digest = self.keys.digest(p.code.text)
                turned = TurnedAway(reason, p.checkpoint.id, day, outcome.ticket, digest)
                return replace(outcome, fact=tx.record(turned, by_hand))
            case _:
                return outcome


def _queue_badge(
    tx: Transaction, p: Presented, ticket: UUID, facts: tuple[Fact, ...]
) -> UUID | None:
    """Queue the ticket's badge unless its category or an earlier badge says no."""
    category = p.event.category(p.category)
    if category is None or category.badge is not BadgePolicy.ONCE:
        return None
    jobs = ledger.print_jobs(facts).values()
    if any(job.state not in {JobState.CANCELLED, JobState.FAILED} for job in jobs):
        return None
    copy = 1 + max((job.copy for job in jobs), default=0)
    queued = PrintJobMoved(uuid4(), ticket, JobState.QUEUED, copy)
    tx.record(queued)
    return queued.job


def _cancel_queued(tx: Transaction, ticket: UUID) -> None:
    for job in ledger.print_jobs(tx.facts_of(ticket)).values():
        if job.state is JobState.QUEUED:
            tx.record(PrintJobMoved(job.job, ticket, JobState.CANCELLED, job.copy, cause="undone"))
