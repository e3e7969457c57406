"""Exactly one badge per request: queue → printer → certainty, across faults and restarts.

A job is marked *sent* before the printer gets it. After a crash the printer is asked by the
job's own id; only a printer that surely never got the job is sent it again, and what
nobody can know becomes *unknown* and waits for a person.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID, uuid4

from kiosk.domain import ledger
from kiosk.domain.amendments import badge_generation
from kiosk.domain.badge import BadgeWords, badge_words
from kiosk.domain.journal import CheckedIn, Fact, JobState, PrintJobMoved, Voided
from kiosk.domain.ledger import PrintJob
from kiosk.domain.visit import BadgeMoved
from kiosk.services.ports import (
    BadgeDrawer,
    CodeKeys,
    Fate,
    Paper,
    PrintAnswer,
    Printer,
    PrinterLamp,
)
from kiosk.services.records import Records, RecordsThread
from kiosk.services.trouble import Misconfigured, Unavailable

_AFTER = {
    Fate.PRINTED: JobState.CONFIRMED,
    Fate.FAILED: JobState.FAILED,
    Fate.CANCELLED: JobState.CANCELLED,
    Fate.ABSENT: JobState.QUEUED,
    Fate.UNTOLD: JobState.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class WordsOfTicket:
    """Finds the words for a ticket's badge: from the roster, or from its check-in alone."""

    keys: CodeKeys

    def find(self, records: Records, ticket: UUID) -> BadgeWords | None:
        """The words, or None where nobody knows the ticket's category any more."""
        event = records.roster.event()
        guest = records.roster.by_ticket(ticket)
        facts = records.journal.facts_of([ticket])
        category_id = guest.ticket.category if guest else _category_of(facts)
        category = event.category(category_id)
        if category is None:
            return None
        code = self.keys.badge_code(ticket, badge_generation(facts))
        if guest is None:
            return badge_words(event, category, None, ticket, "", code)
        return badge_words(event, category, guest.attendee, ticket, guest.ticket.number, code)


def _category_of(facts: tuple[Fact, ...]) -> str:
    ordered = sorted(facts, key=ledger.order)
    return next((f.what.category for f in ordered if isinstance(f.what, CheckedIn)), "")


def request_reprint(records: Records, ticket: UUID, cause: str) -> UUID | None:
    """Queue one more badge; the job's id, or None for a ticket that is not checked in."""
    with records.journal.transaction() as tx:
        facts = tx.facts_of(ticket)
        if not ledger.is_admitted(facts):
            return None
        jobs = ledger.print_jobs(facts).values()
        copy = 1 + max((job.copy for job in jobs), default=0)
        job = uuid4()
        tx.record(PrintJobMoved(job, ticket, JobState.QUEUED, copy, cause=cause))
        return job


class BadgePrinting:
    """Takes print jobs from the journal to one printer."""

    def __init__(
        self,
        records: RecordsThread,
        words: WordsOfTicket,
        drawer: BadgeDrawer,
        printer: Printer,
        on_moved: Callable[[BadgeMoved], None],
    ) -> None:
        self._records, self._words = records, words
        self._drawer, self._printer = drawer, printer
        self._on_moved = on_moved

    def work(self) -> tuple[PrintJob, ...]:
        """Move every open job as far as it goes now; the jobs still open afterwards.

        Unavailable and Misconfigured pass through; no job is lost or doubled by them.
        """
        for job in self._open():
            if job.state is JobState.SENT:
                self._settle(job, self._printer.ask(job.job, job.printer_ref))
        for job in self._open():
            if job.state is JobState.QUEUED and self._printer.lamp().ready:
                self._print(job)
        return self._open()

    def lamp(self) -> PrinterLamp:
        """How the printer is."""
        return self._printer.lamp()

    def _open(self) -> tuple[PrintJob, ...]:
        return self._records.ask(lambda r: r.journal.jobs(open_only=True)).result()

    def _print(self, job: PrintJob) -> None:
        words = self._records.ask(lambda r: self._words.find(r, job.ticket)).result()
        if words is None:
            self._move(job, JobState.FAILED, cause="category no longer in the event")
            return
        drawn = self._drawer.draw(words)
        if drawn.missing:
            points = " ".join(f"U+{ord(character):04X}" for character in drawn.missing)
            self._move(job, JobState.FAILED, cause=f"no glyph for {points}")
            return
        if drawn.overflowing:
            self._move(job, JobState.FAILED, cause=f"too long: {', '.join(drawn.overflowing)}")
            return
        paper = Paper(job.job, f"badge {job.copy}", drawn.pdf, drawn.width_mm, drawn.height_mm)
        if not self._move(job, JobState.SENT):
            return
        try:
            answer = self._printer.send(paper)
        except Unavailable:
            self._move(job, JobState.QUEUED, cause="printer did not take it")
            raise
        except Misconfigured as trouble:
            self._move(job, JobState.FAILED, cause=trouble.title.en)
            raise
        self._settle(job, answer)

    def _settle(self, job: PrintJob, answer: PrintAnswer) -> None:
        if answer.fate in (Fate.WAITING, Fate.SILENT):
            if answer.ref and answer.ref != job.printer_ref:
                self._move(job, JobState.SENT, ref=answer.ref)
            return
        self._move(job, _AFTER[answer.fate], ref=answer.ref, cause=answer.why)

    def _move(self, job: PrintJob, to: JobState, *, ref: str = "", cause: str = "") -> bool:
        """Record the step unless the job was settled meanwhile, as by an undo.

        A job that would go back to the queue although its check-in was undone is cancelled.
        """
        name = self._printer.name

        def record(records: Records) -> JobState | None:
            with records.journal.transaction() as tx:
                now = tx.job(job.job)
                if now is None or now.state.settled:
                    return None
                undone = to is JobState.QUEUED and _undone_since(tx.facts_of(job.ticket), job)
                went = JobState.CANCELLED if undone else to
                tx.record(PrintJobMoved(job.job, job.ticket, went, job.copy, name, ref, cause))
                return went

        went = self._records.ask(record).result()
        if went:
            self._on_moved(BadgeMoved(job.job, went))
        return went is to


def _undone_since(facts: tuple[Fact, ...], job: PrintJob) -> bool:
    voided = any(isinstance(f.what, Voided) and f.hlc > job.queued_hlc for f in facts)
    return voided and not ledger.is_admitted(facts)


def resolve_unknown(records: Records, job_id: UUID, *, came_out: bool) -> bool:
    """A person's word on an unknown job: printed, or to be printed again."""
    with records.journal.transaction() as tx:
        job = tx.job(job_id)
        if job is None or job.state is not JobState.UNKNOWN:
            return False
        to = JobState.CONFIRMED if came_out else JobState.QUEUED
        tx.record(PrintJobMoved(job.job, job.ticket, to, job.copy, cause="said by staff"))
        return True
