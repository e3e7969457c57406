"""From a text to a durable decision: parse, find, decide, record, all in one transaction."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID, uuid4

from kiosk.domain import ledger
from kiosk.domain.admission import Admission, Admitted, Presented, Refused, decide
from kiosk.domain.event import BadgePolicy, Checkpoint, Event
from kiosk.domain.identity import event_tag, ticket_id
from kiosk.domain.journal import (
    CheckedIn,
    Fact,
    JobState,
    PrintJobMoved,
    TurnedAway,
    Voided,
)
from kiosk.domain.ticket_code import OpaqueCode, SignedCode, TicketCode, Unreadable, parse
from kiosk.domain.words import Words
from kiosk.services.ports import Clock, CodeKeys, Guest, Transaction
from kiosk.services.records import Records
from kiosk.services.trouble import Misconfigured


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
class Undone:
    """A fact was voided."""

    fact: Fact


@dataclass(frozen=True, slots=True)
class NothingToUndo:
    """No such check-in, or it was undone before."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """Where, with which answers, and the moment a person gave in place of the clock's."""

    checkpoint: Checkpoint
    answers: Mapping[str, bool]
    by_hand: datetime | None


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
        with self.records.journal.transaction() as tx:
            event = self.records.roster.event()
            code = self._parsed(event, text)
            guest = self._guest(event, code)
            ticket = guest.ticket.id if guest else _signed_ticket(event, code)
            asked = _Asked(_checkpoint(event, checkpoint_id), answers or {}, by_hand)
            return self._decide(tx, event, asked, code, guest, ticket)

    def present_ticket(
        self, ticket: UUID, checkpoint_id: str, answers: Mapping[str, bool] | None = None
    ) -> Outcome:
        """Decide on a guest whom a clerk picked from the roster, by the same rules."""
        with self.records.journal.transaction() as tx:
            event = self.records.roster.event()
            guest = self.records.roster.by_ticket(ticket)
            code = OpaqueCode(guest.ticket.number if guest else "")
            asked = _Asked(_checkpoint(event, checkpoint_id), answers or {}, None)
            return self._decide(tx, event, asked, code, guest, ticket)

    def _decide(
        self,
        tx: Transaction,
        event: Event,
        asked: _Asked,
        code: TicketCode | Unreadable,
        guest: Guest | None,
        ticket: UUID | None,
    ) -> Outcome:
        at = asked.by_hand or self.clock.now()
        facts = tx.facts_of(ticket) if ticket else ()
        arrivals = ledger.arrivals(facts, ticket, asked.checkpoint.id) if ticket else ()
        known = guest.ticket if guest else None
        presented = Presented(event, asked.checkpoint, at, code, known, arrivals, asked.answers)
        admission = decide(presented)
        outcome = Outcome(code.text, admission, at, None, guest, ticket, presented.category)
        return self._recorded(tx, presented, outcome, facts, asked.by_hand)

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
        event = self.records.roster.event()
        return self._guest(event, self._parsed(event, text))

    def _parsed(self, event: Event, text: str) -> TicketCode | Unreadable:
        return parse(text, event, lambda claims, sig: self.keys.verify(event, claims, sig))

    def _guest(self, event: Event, code: TicketCode | Unreadable) -> Guest | None:
        guest = self.records.roster.by_code(self.keys.digest(code.text)) if code.text else None
        if guest is None and isinstance(code, SignedCode):
            ticket = _signed_ticket(event, code)
            guest = self.records.roster.by_ticket(ticket) if ticket else None
        return guest

    def _recorded(
        self,
        tx: Transaction,
        p: Presented,
        outcome: Outcome,
        facts: tuple[Fact, ...],
        by_hand: datetime | None,
    ) -> Outcome:
        day = p.event.day_of(p.at)
        match outcome.admission:
            case Admitted():
                assert outcome.ticket is not None, "the rules admit only tickets"
                answers = tuple(sorted(p.answers.items()))
                what = CheckedIn(outcome.ticket, p.checkpoint.id, p.category, day, answers)
                fact = tx.record(what, by_hand)
                job = _queue_badge(tx, p, outcome.ticket, facts)
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


def _signed_ticket(event: Event, code: TicketCode | Unreadable) -> UUID | None:
    """The ticket that a signed code of this event names; another event's tags are not ours."""
    if isinstance(code, SignedCode) and code.claims.event_tag == event_tag(event.slug):
        return ticket_id(event.id, code.claims.ticket_tag)
    return None


def _checkpoint(event: Event, checkpoint_id: str) -> Checkpoint:
    checkpoint = event.checkpoint(checkpoint_id)
    if checkpoint is None:
        known = ", ".join(c.id for c in event.checkpoints)
        raise Misconfigured(
            Words(f"没有签到点“{checkpoint_id}”。", f"There is no checkpoint “{checkpoint_id}”."),
            Words(f"可用的签到点：{known}", f"This event has: {known}"),
        )
    return checkpoint
