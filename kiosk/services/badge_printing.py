"""Exactly one badge per request: queue → printer → certainty, across faults and restarts.

A job is marked *sent* before the printer gets it. After a crash the printer is asked by the
job's own id; only a printer that surely never got the job, or that has given it back
unprinted, makes it free for another one. What nobody can know becomes *unknown* and waits for
a person.
"""

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.badge import BadgeWords
from kiosk.domain.journal import Fact, JobState, PrinterOrder, PrintJobMoved, Voided
from kiosk.domain.ledger import PrintJob
from kiosk.domain.visit import BadgeMoved
from kiosk.domain.words import Words
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.ports import Clock, DrawnBadge, Fate, Paper, PrintAnswer, PrinterLamp
from kiosk.services.printer_pool import PrinterPool, Stand, StandLamp, one_lamp
from kiosk.services.records import Records, RecordsThread
from kiosk.services.reprinting import SAID
from kiosk.services.trouble import Misconfigured, Trouble, Unavailable

PATIENCE = 6.0
"""Seconds a badge waits in a printer that is not well before a neighbour may have it."""
SILENCE = 30.0
"""Seconds after which a badge in a printer that does not answer is asked about."""
TAKING, TAKEN = "is being taken back", "was taken back"
"""Why a sent job is being withdrawn, and that it was."""
_AFTER = {
    Fate.PRINTED: JobState.CONFIRMED,
    Fate.FAILED: JobState.FAILED,
    Fate.CANCELLED: JobState.CANCELLED,
    Fate.ABSENT: JobState.QUEUED,
    Fate.UNTOLD: JobState.UNKNOWN,
}


class BadgePrinting:
    """Takes print jobs from the journal to the printers."""

    def __init__(
        self,
        records: RecordsThread,
        words: WordsOfTicket,
        stands: Sequence[Stand],
        clock: Clock,
        on_moved: Callable[[BadgeMoved], None],
    ) -> None:
        self._records, self._words = records, words
        self._pool = PrinterPool(stands, clock)
        self._on_moved = on_moved
        self._unwanted: deque[UUID] = deque()

    def work(self) -> tuple[PrintJob, ...]:
        """Move every open job as far as it goes now; the jobs still open afterwards.

        Unavailable and Misconfigured pass through where no printer took a badge; no job is
        lost or doubled by them.
        """
        standing = self._records.ask(lambda r: r.journal.printers()).result()
        self._pool.look(self._open(), standing)
        self._cancel_unwanted()
        for job in self._open():
            if job.state is JobState.SENT:
                self._ask_after(job)
        for job in self._open():
            if job.state is JobState.SENT:
                self._relieve(job)
        trouble = self._hand_out_all()
        if trouble:
            raise trouble
        return self._open()

    def cancel(self, job: UUID) -> None:
        """Any thread: nobody wants this badge. It is taken back if it can be."""
        self._unwanted.append(job)

    def lamps(self) -> tuple[StandLamp, ...]:
        """How every printer is."""
        return self._pool.lamps()

    def lamp(self) -> PrinterLamp:
        """How the printers are, in one lamp."""
        return one_lamp(self.lamps())

    def _open(self) -> tuple[PrintJob, ...]:
        return self._records.ask(lambda r: r.journal.jobs(open_only=True)).result()

    def _ask_after(self, job: PrintJob) -> None:
        stand = self._pool.of(job.printer)
        if stand is None:
            gone = PrintAnswer(Fate.UNTOLD, why="its printer is no longer set up")
            self._settle(job, gone)
            return
        answer = stand.printer.ask(job.job, job.printer_ref)
        if answer.fate is Fate.SILENT and self._pool.dark_for(job.printer) >= SILENCE:
            answer = PrintAnswer(Fate.UNTOLD, answer.ref, "the printer does not answer")
        self._settle(job, answer)

    def _relieve(self, job: PrintJob) -> None:
        """Let a neighbour have a badge that waits in a printer that is not well."""
        drained = self._pool.order(job.printer) is PrinterOrder.DRAIN
        if not drained and self._pool.dark_for(job.printer) < PATIENCE:
            return
        words = self._find(job)
        others = self._pool.free_for(words.category_id) if words else []
        stand = self._pool.of(job.printer)
        if stand is None or all(other.name == job.printer for other in others):
            return
        # Said first: after a crash in between, a job cancelled there is nobody's decision.
        if self._move(job, JobState.SENT, by=job.printer, ref=job.printer_ref, cause=TAKING):
            answer = stand.printer.withdraw(job.job, job.printer_ref)
            self._settle(replace(job, cause=TAKING), answer)

    def _cancel_unwanted(self) -> None:
        while self._unwanted:
            wanted = self._unwanted.popleft()
            job = next((one for one in self._open() if one.job == wanted), None)
            stand = self._pool.of(job.printer) if job else None
            if job and job.state is JobState.QUEUED:
                self._move(job, JobState.CANCELLED, cause="cancelled by staff")
            elif job and job.state is JobState.SENT and stand:
                answer = stand.printer.withdraw(job.job, job.printer_ref)
                if answer.fate is Fate.ABSENT:
                    self._move(job, JobState.CANCELLED, cause="cancelled by staff")
                else:
                    self._settle(job, answer)

    def _find(self, job: PrintJob) -> BadgeWords | None:
        return self._records.ask(lambda r: self._words.find(r, job.ticket)).result()

    def _hand_out_all(self) -> Trouble | None:
        waiting = self._open()
        self._pool.count(waiting)
        troubles: list[Trouble] = []
        for job in waiting:
            if not self._pool.any_free():
                break
            if job.state is JobState.QUEUED:
                troubles += self._hand_out(job)
        return troubles[0] if troubles else None

    def _hand_out(self, job: PrintJob) -> list[Trouble]:
        """Give a waiting badge to the first printer that takes it; what went wrong if none did."""
        words = self._find(job)
        if words is None:
            self._move(job, JobState.FAILED, cause="category no longer in the event")
            return []
        troubles: list[Trouble] = []
        stands = self._pool.free_for(words.category_id)
        for number, stand in enumerate(stands, 1):
            drawn = stand.drawer.draw(words)
            flaw = _flaw(drawn)
            if flaw:
                self._move(job, JobState.FAILED, cause=flaw)
                return []
            if not self._move(job, JobState.SENT, by=stand.name):
                return []
            self._forget_elsewhere(job, stand)
            try:
                answer = stand.printer.send(_paper(job, drawn))
            except Unavailable as trouble:
                self._move(job, JobState.QUEUED, by=stand.name, cause="printer did not take it")
                troubles.append(trouble)
            except Misconfigured as trouble:
                last = number == len(stands)
                to = JobState.FAILED if last else JobState.QUEUED
                self._move(job, to, by=stand.name, cause=trouble.title.en)
                troubles.append(trouble)
            else:
                holds = answer.fate in (Fate.WAITING, Fate.SILENT)
                self._pool.took(stand.name, job.job, holds=holds)
                self._settle(job, answer, stand.name)
                return []
            self._pool.trouble(stand.name, _said(troubles[-1]))
        return troubles

    def _forget_elsewhere(self, job: PrintJob, stand: Stand) -> None:
        """A badge that staff ask for again must not come out of its former printer later."""
        former = self._pool.of(job.printer)
        if job.cause == SAID and former and former is not stand:
            former.printer.withdraw(job.job, job.printer_ref)

    def _settle(self, job: PrintJob, answer: PrintAnswer, by: str = "") -> None:
        by = by or job.printer
        if answer.fate in (Fate.WAITING, Fate.SILENT):
            if answer.ref and answer.ref != job.printer_ref:
                self._move(job, JobState.SENT, by=by, ref=answer.ref)
            return
        to = _AFTER[answer.fate]
        if to is JobState.CANCELLED and job.cause == TAKING:
            to = JobState.UNKNOWN
        why = answer.why or (TAKEN if job.cause == TAKING else "")
        self._move(job, to, by=by, ref=answer.ref, cause=why)

    def _move(
        self, job: PrintJob, to: JobState, *, by: str = "", ref: str = "", cause: str = ""
    ) -> bool:
        """Record the step unless the job was settled meanwhile, as by an undo.

        A job that would go back to the queue although its check-in was undone is cancelled.
        """

        def record(records: Records) -> JobState | None:
            with records.journal.transaction() as tx:
                now = tx.job(job.job)
                if now is None or now.state.settled:
                    return None
                undone = to is JobState.QUEUED and _undone_since(tx.facts_of(job.ticket), job)
                went = JobState.CANCELLED if undone else to
                tx.record(PrintJobMoved(job.job, job.ticket, went, job.copy, by, ref, cause))
                return went

        went = self._records.ask(record).result()
        if went:
            self._on_moved(BadgeMoved(job.job, went))
        return went is to


def _paper(job: PrintJob, drawn: DrawnBadge) -> Paper:
    size = drawn.width_mm, drawn.height_mm
    return Paper(job.job, f"badge {job.copy}", drawn.pdf, *size, pages=drawn.pages)


def _flaw(drawn: DrawnBadge) -> str:
    """Why a badge must not be printed as it is; empty where it may."""
    if drawn.missing:
        points = " ".join(f"U+{ord(character):04X}" for character in drawn.missing)
        return f"no glyph for {points}"
    return f"too long: {', '.join(drawn.overflowing)}" if drawn.overflowing else ""


def _said(trouble: Trouble) -> Words:
    return Words(
        f"{trouble.title.zh}{trouble.advice.zh}", f"{trouble.title.en} {trouble.advice.en}"
    )


def _undone_since(facts: tuple[Fact, ...], job: PrintJob) -> bool:
    voided = any(isinstance(f.what, Voided) and f.hlc > job.queued_hlc for f in facts)
    return voided and not ledger.is_admitted(facts)
