"""What the screens ask of the station; each request answers with a future."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from typing import TypeVar
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.event import Answer, Event
from kiosk.domain.journal import Fact, PrinterTold
from kiosk.domain.ledger import PrintJob
from kiosk.domain.staff import Act, Staff
from kiosk.services.amending import Amend
from kiosk.services.badge_proof import BadgeProof, prove_badge
from kiosk.services.check_in import CheckIn
from kiosk.services.lookup import Found, Lookup, Recent
from kiosk.services.outcomes import CannotForce, NothingToUndo, Outcome, SeveralTickets, Undone
from kiosk.services.ports import Clock, CodeKeys, Roster
from kiosk.services.print_desk import BadgesSoFar, QueuedBadge, badges_so_far, queued_badges
from kiosk.services.printer_orders import tell
from kiosk.services.records import Records, RecordsThread
from kiosk.services.reports import Reports
from kiosk.services.reprinting import (
    FREE_REPRINTS,
    WITHOUT_LIMIT,
    Reprint,
    Reprinted,
    print_next,
    reprint,
    resolve_unknown,
)
from kiosk.services.shift import Proof, Shift
from kiosk.services.trail import Step
from kiosk.services.weighing import INWARDS, Terms

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reception:
    """One station's check-in, search, undo and reprint, on the records' own thread.

    `on_print_job` is called (on that thread) whenever a badge was queued.
    """

    records: RecordsThread
    keys: CodeKeys
    clock: Clock
    checkpoint: str
    on_print_job: Callable[[], None]
    terms: Terms = INWARDS
    shift: Shift | None = None
    free_reprints: int = FREE_REPRINTS

    def event(self) -> "Future[Event]":
        """The event on the roster."""
        return self.records.ask(lambda records: records.roster.event())

    def present(self, text: str, answers: Mapping[str, Answer]) -> "Future[Outcome]":
        """Decide on a code and record the decision."""
        return self._check_in(lambda c: c.present(text, self.checkpoint, answers))

    def present_one_of(self, texts: Sequence[str]) -> "Future[Outcome | SeveralTickets]":
        """Decide on codes that are in view together: the valid one, or which it may be."""
        return self._check_in(lambda c: c.present_one_of(texts, self.checkpoint))

    def admit(self, ticket: UUID, answers: Mapping[str, Answer]) -> "Future[Outcome]":
        """Check in a guest whom a clerk found by search, by the same rules."""
        return self._check_in(lambda c: c.present_ticket(ticket, self.checkpoint, answers))

    def _check_in(self, decide: Callable[[CheckIn], T]) -> "Future[T]":
        terms = self._terms()

        def work(records: Records) -> T:
            outcome = decide(CheckIn(records, self.keys, self.clock, terms))
            if isinstance(outcome, Outcome) and outcome.job:
                self.on_print_job()
            return outcome

        return self.records.ask(work)

    def undo(self, fact: UUID, reason: str) -> "Future[Undone | NothingToUndo]":
        """Void a check-in."""
        terms = self._terms()
        return self.records.ask(
            lambda r: CheckIn(r, self.keys, self.clock, terms).undo(fact, reason)
        )

    def sign_in(self, name: str, pin: str) -> "Future[Proof]":
        """Begin a shift; only where the station has staff."""
        shift = self._staffed()
        return self.records.ask(lambda _: shift.sign_in(name, pin))

    def allow(self, act: Act, name: str, pin: str) -> "Future[Proof]":
        """Whether somebody may do this; only where the station has staff."""
        shift = self._staffed()
        return self.records.ask(lambda _: shift.allow(act, name, pin))

    def proven(self, pin: str) -> "Future[Proof]":
        """Whose PIN this is; only where the station has staff."""
        shift = self._staffed()
        return self.records.ask(lambda _: shift.anybody(pin))

    @property
    def at_the_desk(self) -> str:
        """Who is signed in; empty where nobody is."""
        return self.shift.name if self.shift else ""

    def _staffed(self) -> Shift:
        assert self.shift is not None, "only names of the shift are offered"
        return self.shift

    def force(self, text: str, why: str, by: Staff) -> "Future[Outcome | CannotForce]":
        """Let a ticket in against the rules; `by` has shown that they may."""
        return self._check_in(lambda c: c.force(text, self.checkpoint, why, by.name))

    def _terms(self) -> Terms:
        return replace(self.terms, by=self.shift.name) if self.shift else self.terms

    def amending(self, work: Callable[[Amend], T]) -> "Future[T]":
        """Change something about people or tickets, in the name of whoever is signed in."""
        by = self.at_the_desk
        return self.records.ask(lambda r: work(Amend(r.roster, r.journal, self.keys, by)))

    def looking(self, work: Callable[[Roster], T]) -> "Future[T]":
        """Ask the roster something."""
        return self.records.ask(lambda r: work(r.roster))

    def inside(self) -> "Future[int | None]":
        """How many are inside this station's checkpoint today; None where the event lacks it."""

        def work(records: Records) -> int | None:
            event = records.roster.event()
            checkpoint = event.checkpoint(self.checkpoint)
            if checkpoint is None:
                return None
            with records.journal.transaction() as tx:
                return tx.inside(checkpoint, event.day_of(self.clock.now()))

        return self.records.ask(work)

    def group(self, name: str) -> "Future[tuple[Found, ...]]":
        """Everybody of a delegation, and who of them has arrived."""
        return self.records.ask(lambda r: Lookup(r).group(name, self.checkpoint))

    def present_together(self, tickets: Sequence[UUID]) -> "Future[tuple[Outcome, ...]]":
        """Decide on several tickets at once, each by the same rules."""
        terms = self._terms()

        def work(records: Records) -> tuple[Outcome, ...]:
            check_in = CheckIn(records, self.keys, self.clock, terms)
            outcomes = check_in.present_together(tickets, self.checkpoint)
            if any(outcome.job for outcome in outcomes):
                self.on_print_job()
            return outcomes

        return self.records.ask(work)

    def handed_out(self, ticket: UUID) -> "Future[dict[str, Fact]]":
        """What a ticket's holder has got, by the id of the thing."""
        return self.records.ask(lambda r: ledger.handed_out(r.journal.facts_of([ticket])))

    def trail(self, ticket: UUID) -> "Future[tuple[Step, ...]]":
        """Everything that happened to a ticket, oldest first."""
        return self.records.ask(lambda r: Reports(r).trail(ticket))

    def reprint(self, wanted: Reprint) -> "Future[Reprinted]":
        """Queue one more badge for a ticket that is checked in, or say what is needed first."""
        # nobody could agree where nobody has a PIN
        someone = self.shift and self.shift.names()
        wanted = replace(wanted, free=self.free_reprints if someone else WITHOUT_LIMIT)
        future = self.records.ask(lambda r: reprint(r, wanted, self.at_the_desk))
        future.add_done_callback(lambda _: self.on_print_job())
        return future

    def print_next(self, job: UUID) -> "Future[bool]":
        """Let a waiting badge go before all others."""
        return self.records.ask(lambda r: print_next(r, job))

    def tell_printer(self, told: PrinterTold) -> "Future[Fact]":
        """Pause, drain or resume a printer, or say how much stock was loaded."""
        future = self.records.ask(lambda r: tell(r, told, self.at_the_desk))
        future.add_done_callback(lambda _: self.on_print_job())
        return future

    def print_jobs(self) -> "Future[tuple[PrintJob, ...]]":
        """The badges that are not settled, as they will be printed."""
        return self.records.ask(lambda r: r.journal.jobs(open_only=True))

    def print_queue(self, most: int) -> "Future[tuple[QueuedBadge, ...]]":
        """The first open badges with their guests."""
        return self.records.ask(lambda r: queued_badges(r, most))

    def badges_so_far(self, ticket: UUID) -> "Future[BadgesSoFar]":
        """How many badges a ticket has had."""
        return self.records.ask(lambda r: badges_so_far(r, ticket))

    def prove_badge(self, text: str, ticket: UUID) -> "Future[BadgeProof]":
        """Whether the badge held to the camera is this ticket's, and the newest."""
        return self.records.ask(lambda r: prove_badge(r, self.keys, text, ticket))

    def came_out(self, job: UUID, *, yes: bool) -> "Future[bool]":
        """Settle a print job that nobody could know."""
        future = self.records.ask(lambda r: resolve_unknown(r, job, came_out=yes))
        future.add_done_callback(lambda _: self.on_print_job())
        return future

    def search(self, query: str, limit: int) -> "Future[tuple[Found, ...]]":
        """Whom a clerk could mean."""
        return self.records.ask(lambda r: Lookup(r).search(query, self.checkpoint, limit))

    def recent(self, limit: int) -> "Future[Recent]":
        """The latest decisions, and how the station is."""
        return self.records.ask(lambda r: Lookup(r).recent(limit))
