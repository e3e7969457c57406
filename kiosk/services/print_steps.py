"""The steps of print jobs, each a fact, and what a badge needs on its way to paper."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.domain import ledger
from kiosk.domain.badge import BadgeWords
from kiosk.domain.journal import Fact, JobState, PrintJobMoved, Voided
from kiosk.domain.ledger import PrinterStanding, PrintJob
from kiosk.domain.visit import BadgeMoved
from kiosk.domain.words import Words
from kiosk.names.readings import spelling
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.ports import DrawnBadge, Paper
from kiosk.services.records import Records, RecordsThread
from kiosk.services.reprinting import BY_HAND, IN_PINYIN
from kiosk.services.trouble import Trouble


@dataclass(frozen=True, slots=True)
class PrintSteps:
    """Reads and writes the print queue on the records' own thread."""

    records: RecordsThread
    words: WordsOfTicket
    on_moved: Callable[[BadgeMoved], None]

    def open(self) -> tuple[PrintJob, ...]:
        """Every job that is not settled, in the order of printing."""
        return self.records.ask(lambda r: r.journal.jobs(open_only=True)).result()

    def standing(self) -> dict[str, PrinterStanding]:
        """What staff told the printers."""
        return self.records.ask(lambda r: r.journal.printers()).result()

    def find(self, job: PrintJob) -> BadgeWords | None:
        """The words on a job's badge; None where its category is not in the event.

        A name that no font draws is spelled, or left out for a pen, where a person said so when
        the badge was asked for.
        """

        def look(records: Records) -> BadgeWords | None:
            words = self.words.find(records, job.ticket)
            facts = records.journal.facts_of([job.ticket])
            return words and _as_asked(words, ledger.asked_for(facts, job.job))

        return self.records.ask(look).result()

    def move(
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

        went = self.records.ask(record).result()
        if went:
            self.on_moved(BadgeMoved(job.job, went))
        return went is to


def paper_of(job: PrintJob, drawn: DrawnBadge) -> Paper:
    """What a printer is handed for a job."""
    size = drawn.width_mm, drawn.height_mm
    return Paper(job.job, f"badge {job.copy}", drawn.pdf, *size, pages=drawn.pages)


def flaw_of(drawn: DrawnBadge) -> str:
    """Why a badge must not be printed as it is; empty where it may."""
    if drawn.missing:
        points = " ".join(f"U+{ord(character):04X}" for character in drawn.missing)
        return f"no glyph for {points}"
    return f"too long: {', '.join(drawn.overflowing)}" if drawn.overflowing else ""


def said_of(trouble: Trouble) -> Words:
    """A trouble in one breath."""
    zh, en = trouble.title.zh + trouble.advice.zh, f"{trouble.title.en} {trouble.advice.en}"
    return Words(zh, en)


def _as_asked(words: BadgeWords, cause: str) -> BadgeWords:
    cause, _, _ = cause.partition(" (")  # and who agreed to it
    if cause == BY_HAND:
        return replace(words, name="", second_name="")
    if cause == IN_PINYIN:
        return replace(words, name=words.second_name or spelling(words.name), second_name="")
    return words


def _undone_since(facts: tuple[Fact, ...], job: PrintJob) -> bool:
    voided = any(isinstance(f.what, Voided) and f.hlc > job.queued_hlc for f in facts)
    return voided and not ledger.is_admitted(facts)
