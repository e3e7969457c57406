"""Exactly one badge per request: queue → printer → certainty, across faults and restarts.

A job is marked *sent* before the printer gets it. After a crash the printer is asked by the
job's own id; only a printer that surely never got the job, or that has given it back
unprinted, makes it free for another one. What nobody can know becomes *unknown* and waits for
a person.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import UUID, uuid4

from kiosk.domain.badge import BadgeWords
from kiosk.domain.journal import JobState, PrinterOrder
from kiosk.domain.ledger import PrintJob
from kiosk.domain.visit import BadgeMoved
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.ports import Clock, Fate, Paper, PrintAnswer, PrinterLamp
from kiosk.services.print_steps import PrintSteps, flaw_of, paper_of, said_of
from kiosk.services.printer_pool import PrinterPool, Stand, StandLamp, one_lamp
from kiosk.services.records import RecordsThread
from kiosk.services.reprinting import SAID
from kiosk.services.trouble import Misconfigured, Trouble, Unavailable

PATIENCE = 6.0
"""Seconds a badge waits in a printer that is not well before a neighbour may have it."""
SILENCE = 30.0
"""Seconds after which a badge in a printer that does not answer is asked about."""
TAKING, TAKEN = "is being taken back", "was taken back"
"""Why a sent job is being withdrawn, and that it was."""
_UNWANTED = "cancelled by staff"
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
        self._steps = PrintSteps(records, words, on_moved)
        self._pool = PrinterPool(stands, clock)

    def work(self) -> tuple[PrintJob, ...]:
        """Move every open job as far as it goes now; the jobs still open afterwards.

        Unavailable and Misconfigured pass through where no printer took a badge; no job is
        lost or doubled by them.
        """
        jobs = self._steps.open()
        self._pool.look(jobs, self._steps.standing())
        if any(job.state is JobState.SENT for job in jobs):
            jobs = self._follow(jobs)
        if not self._pool.any_free():
            return jobs
        trouble = self._hand_out_all(jobs)
        if trouble:
            raise trouble
        return self._steps.open()

    def _follow(self, jobs: Sequence[PrintJob]) -> tuple[PrintJob, ...]:
        """Ask after what the printers have, and take back what waits in vain; the jobs now."""
        for job in jobs:
            if job.state is JobState.SENT:
                self._ask_after(job)
        for job in self._steps.open():
            if job.state is JobState.SENT:
                self._relieve(job)
        jobs = self._steps.open()
        self._pool.count(jobs)
        return jobs

    def cancel(self, wanted: UUID) -> None:
        """Nobody wants this badge: it is taken back if it can be."""
        job = next((one for one in self._steps.open() if one.job == wanted), None)
        stand = self._pool.of(job.printer) if job else None
        if job and job.state is JobState.QUEUED:
            self._steps.move(job, JobState.CANCELLED, cause=_UNWANTED)
        elif job and job.state is JobState.SENT and stand:
            answer = stand.printer.withdraw(job.job, job.printer_ref)
            if answer.fate is Fate.ABSENT:
                self._steps.move(job, JobState.CANCELLED, cause=_UNWANTED)
            else:
                self._settle(job, answer)

    def print_ruler(self, name: str) -> None:
        """A page to measure, from this printer; it is no badge, and nothing is noted of it."""
        stand = self._pool.of(name)
        if stand:
            page = stand.drawer.ruler()
            size = page.width_mm, page.height_mm
            stand.printer.send(Paper(uuid4(), "ruler", page.pdf, *size))

    @property
    def stands(self) -> Sequence[Stand]:
        """The printers."""
        return self._pool.stands

    def lamps(self) -> tuple[StandLamp, ...]:
        """How every printer is."""
        return self._pool.lamps()

    def lamp(self) -> PrinterLamp:
        """How the printers are, in one lamp."""
        return one_lamp(self.lamps())

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
        words = self._steps.find(job)
        others = self._pool.free_for(words.category_id, job.job) if words else []
        stand = self._pool.of(job.printer)
        if stand is None or all(other.name == job.printer for other in others):
            return
        # Said first: after a crash in between, a job cancelled there is nobody's decision.
        ref = job.printer_ref
        if self._steps.move(job, JobState.SENT, by=job.printer, ref=ref, cause=TAKING):
            answer = stand.printer.withdraw(job.job, ref)
            self._settle(replace(job, cause=TAKING), answer)

    def _hand_out_all(self, waiting: Sequence[PrintJob]) -> Trouble | None:
        troubles: list[Trouble] = []
        for job in waiting:
            if not self._pool.any_free():
                break
            if job.state is JobState.QUEUED:
                troubles += self._hand_out(job)
        return troubles[0] if troubles else None

    def _hand_out(self, job: PrintJob) -> list[Trouble]:
        """Give a waiting badge to the first printer that takes it; what went wrong if none did."""
        words = self._steps.find(job)
        if words is None:
            self._steps.move(job, JobState.FAILED, cause="category no longer in the event")
            return []
        troubles: list[Trouble] = []
        stands = self._pool.free_for(words.category_id, job.job)
        if stands and self._came_out_after_all(job):
            return []
        for stand in stands:
            trouble = self._hand_to(stand, job, words, is_last=stand is stands[-1])
            if trouble is None:
                return []
            troubles.append(trouble)
            self._pool.trouble(stand.name, said_of(trouble))
        return troubles

    def _hand_to(
        self, stand: Stand, job: PrintJob, words: BadgeWords, *, is_last: bool
    ) -> Trouble | None:
        """Why a printer did not take the badge; None where nothing is left to do now."""
        drawn = stand.drawer.draw(words)
        flaw = flaw_of(drawn)
        if flaw:
            self._steps.move(job, JobState.FAILED, cause=flaw)
            return None
        if not self._steps.move(job, JobState.SENT, by=stand.name):
            return None
        try:
            answer = stand.printer.send(paper_of(job, drawn))
        except Unavailable as trouble:
            cause = "printer did not take it"
            self._steps.move(job, JobState.QUEUED, by=stand.name, cause=cause)
            return trouble
        except Misconfigured as trouble:
            to = JobState.FAILED if is_last else JobState.QUEUED
            self._steps.move(job, to, by=stand.name, cause=trouble.title.en)
            return trouble
        self._pool.took(stand.name, job.job, holds=answer.fate in (Fate.WAITING, Fate.SILENT))
        self._settle(job, answer, stand.name)
        return None

    def _came_out_after_all(self, job: PrintJob) -> bool:
        """A badge that staff ask for again must not come out of its former printer later.

        It may have, since they looked: then it is not printed again.
        """
        former = self._pool.of(job.printer)
        if job.cause != SAID or former is None:
            return False
        answer = former.printer.withdraw(job.job, job.printer_ref)
        if answer.fate is Fate.PRINTED:
            self._settle(job, answer)
        elif answer.fate is Fate.WAITING:
            self._steps.move(job, JobState.SENT, by=job.printer, ref=answer.ref)
        return answer.fate in (Fate.PRINTED, Fate.WAITING)

    def _settle(self, job: PrintJob, answer: PrintAnswer, by: str = "") -> None:
        by = by or job.printer
        if answer.fate in (Fate.WAITING, Fate.SILENT):
            if answer.ref and answer.ref != job.printer_ref:
                self._steps.move(job, JobState.SENT, by=by, ref=answer.ref)
            return
        to = _AFTER[answer.fate]
        if to is JobState.CANCELLED and job.cause == TAKING:
            to = JobState.UNKNOWN
        if answer.is_blank and self._pool.another_for(job.job, by):
            to = JobState.QUEUED
        why = answer.why or (TAKEN if job.cause == TAKING else "")
        self._steps.move(job, to, by=by, ref=answer.ref, cause=why)
