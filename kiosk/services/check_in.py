"""From a text to a durable decision: parse, find, decide, record, all in one transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from kiosk.domain import ledger
from kiosk.domain.admission import Admitted, Presented, Refused
from kiosk.domain.event import Answer, BadgePolicy, Direction
from kiosk.domain.journal import (
    CheckedIn,
    CheckedOut,
    Fact,
    JobState,
    PrintJobMoved,
    TurnedAway,
    Voided,
)
from kiosk.services.outcomes import (
    Candidate,
    CannotForce,
    Forced,
    NothingToUndo,
    Outcome,
    SeveralTickets,
    Undone,
)
from kiosk.services.ports import Clock, CodeKeys, Guest, Transaction
from kiosk.services.records import Records
from kiosk.services.weighing import INWARDS, Asked, Terms, Weighed, Weighing


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Admits or refuses at one station's checkpoints."""

    records: Records
    keys: CodeKeys
    clock: Clock
    terms: Terms = INWARDS

    def present(
        self,
        text: str,
        checkpoint_id: str,
        answers: Mapping[str, Answer] | None = None,
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
        with self.records.journal.transaction(self.terms.by) as tx:
            return self._recorded(tx, self._weighing.code(tx, text, asked), by_hand)

    def present_one_of(self, texts: Sequence[str], checkpoint_id: str) -> Outcome | SeveralTickets:
        """Decide on codes that are in view together, the likeliest first.

        The only valid one is meant; where none is valid, the first explains itself. Two codes
        of one ticket, such as a phone and a printed badge, are one.
        """
        asked = Asked(checkpoint_id, {})
        with self.records.journal.transaction(self.terms.by) as tx:
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
        self, ticket: UUID, checkpoint_id: str, answers: Mapping[str, Answer] | None = None
    ) -> Outcome:
        """Decide on a guest whom a clerk picked from the roster, by the same rules."""
        asked = Asked(checkpoint_id, answers or {})
        with self.records.journal.transaction(self.terms.by) as tx:
            return self._recorded(tx, self._weighing.ticket(tx, ticket, asked), None)

    def present_group(self, group: str, checkpoint_id: str) -> tuple[Outcome, ...]:
        """Decide on everybody of a delegation at once."""
        tickets = [guest.ticket.id for guest in self.records.roster.group(group)]
        return self.present_together(tickets, checkpoint_id)

    def present_together(self, tickets: Sequence[UUID], checkpoint_id: str) -> tuple[Outcome, ...]:
        """Decide on several tickets at once, each by the same rules.

        Whoever is refused or must be asked something stays outside and does not hold up the
        others; each who is admitted gets a badge of their own.
        """
        asked = Asked(checkpoint_id, {})
        with self.records.journal.transaction(self.terms.by) as tx:
            return tuple(
                self._recorded(tx, self._weighing.ticket(tx, ticket, asked), None)
                for ticket in tickets
            )

    def force(self, text: str, checkpoint_id: str, why: str, by: str) -> Outcome | CannotForce:
        """Let a ticket in against the rules; the fact names who did, why, and which rule.

        Args:
            text: of the code, as scanned or typed.
            checkpoint_id: where.
            why: in a supervisor's words.
            by: the supervisor's name.
        """
        asked = Asked(checkpoint_id, {})
        with self.records.journal.transaction(self.terms.by) as tx:
            weighed = self._weighing.code(tx, text, asked)
            refused = weighed.admission
            if not isinstance(refused, Refused):
                return self._recorded(tx, weighed, None)
            if weighed.ticket is None:
                return CannotForce(refused.reason)
            forced = Forced(refused.reason, why, by)
            return self._recorded(tx, replace(weighed, admission=Admitted()), None, forced)

    def undo(self, fact_id: UUID, reason: str) -> Undone | NothingToUndo:
        """Void a check-in; a badge of it that has not gone to the printer is cancelled."""
        with self.records.journal.transaction(self.terms.by) as tx:
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
        return Weighing(self.records, self.keys, self.clock, self.terms)

    def _recorded(
        self,
        tx: Transaction,
        weighed: Weighed,
        by_hand: datetime | None,
        forced: Forced | None = None,
    ) -> Outcome:
        p, ticket = weighed.presented, weighed.ticket
        outcome = Outcome(
            p.code.text, weighed.admission, p.at, None, weighed.guest, ticket, p.category
        )
        outcome = replace(outcome, presented=p)
        day = p.event.day_of(p.at)
        match outcome.admission:
            case Admitted():
                assert ticket is not None, "the rules admit only tickets"
                if p.direction is Direction.OUT:
                    left = CheckedOut(ticket, p.checkpoint.id, day)
                    return replace(outcome, fact=tx.record(left, by_hand))
                fact = tx.record(_checked_in(p, ticket, forced), by_hand)
                first = not ledger.is_admitted(weighed.facts)
                place = ledger.pick_up_place(weighed.facts) if first else ""
                job = _queue_badge(tx, p, ticket, weighed.facts)
                return replace(outcome, fact=fact, job=job, pick_up=place)
            case Refused(reason=reason):
                digest = self.keys.digest(p.code.text)
                turned = TurnedAway(reason, p.checkpoint.id, day, outcome.ticket, digest)
                return replace(outcome, fact=tx.record(turned, by_hand))
            case _:
                return outcome


def _checked_in(p: Presented, ticket: UUID, forced: Forced | None) -> CheckedIn:
    answers = tuple(sorted(p.answers.items()))
    what = CheckedIn(ticket, p.checkpoint.id, p.category, p.event.day_of(p.at), answers)
    if forced is None:
        return what
    return replace(what, overrides=forced.reason, why=forced.why, by=forced.by)


def _queue_badge(
    tx: Transaction, p: Presented, ticket: UUID, facts: tuple[Fact, ...]
) -> UUID | None:
    """Queue the ticket's badge unless its category or an earlier badge says no.

    A badge for every day is made at the day's first arrival, wherever that is; a second
    arrival of the same day is no reprint.
    """
    category = p.event.category(p.category)
    if category is None or category.badge is BadgePolicy.ON_REQUEST:
        return None
    jobs = ledger.print_jobs(facts).values()
    if category.badge is BadgePolicy.EVERY_DAY:
        today = p.event.day_of(p.at)
        if any(f.what.day == today for f in facts if isinstance(f.what, CheckedIn)):
            return None
    elif any(job.state not in {JobState.CANCELLED, JobState.FAILED} for job in jobs):
        return None
    copy = 1 + max((job.copy for job in jobs), default=0)
    queued = PrintJobMoved(uuid4(), ticket, JobState.QUEUED, copy)
    tx.record(queued)
    return queued.job


def _cancel_queued(tx: Transaction, ticket: UUID) -> None:
    for job in ledger.print_jobs(tx.facts_of(ticket)).values():
        if job.state is JobState.QUEUED:
            tx.record(PrintJobMoved(job.job, ticket, JobState.CANCELLED, job.copy, cause="undone"))
