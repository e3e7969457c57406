"""A printer behind the Windows spooler. Not tried on Windows yet; see docs/printers.md.

Many drivers tell nothing but whether a job is still in the spooler. So a badge that has left it
in order counts as printed, and one that was there before a crash and is not any more is asked
about.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntFlag
from typing import Final, Protocol
from uuid import UUID

from kiosk.devices.printer_signs import Signs, lamp_of
from kiosk.domain.words import Words
from kiosk.services.ports import Fate, Paper, PrintAnswer, PrinterLamp
from kiosk.services.trouble import Unavailable


class JobStatus(IntFlag):
    """JOB_STATUS_ of winspool.h."""

    PAUSED = 0x1
    ERROR = 0x2
    DELETING = 0x4
    SPOOLING = 0x8
    PRINTING = 0x10
    OFFLINE = 0x20
    PAPER_OUT = 0x40
    PRINTED = 0x80
    DELETED = 0x100
    USER_INTERVENTION = 0x400
    COMPLETE = 0x1000


class QueueStatus(IntFlag):
    """PRINTER_STATUS_ of winspool.h, and one of our own for "use printer offline"."""

    PAUSED = 0x1
    ERROR = 0x2
    PAPER_JAM = 0x8
    PAPER_OUT = 0x10
    OFFLINE = 0x80
    OUTPUT_BIN_FULL = 0x800
    NOT_AVAILABLE = 0x1000
    NO_TONER = 0x40000
    USER_INTERVENTION = 0x100000
    DOOR_OPEN = 0x400000
    WORK_OFFLINE = 0x80000000


@dataclass(frozen=True, slots=True)
class SpoolJob:
    """A job as the spooler has it; `pages` that it says were printed."""

    number: int
    document: str
    status: int
    pages: int = 0


class Spooler(Protocol):
    """One queue of the spooler. Any of these raises OSError where it cannot be asked."""

    def jobs(self) -> tuple[SpoolJob, ...]:
        """What is in the queue."""

    def status(self) -> int:
        """The queue's bits."""

    def delete(self, number: int) -> None:
        """Take a job out."""


Paint = Callable[[Paper, str], None]
"""Hands a paper to the queue under a document's name; OSError where it takes none."""
_OVER: Final = JobStatus.PRINTED | JobStatus.COMPLETE
_GONE: Final = JobStatus.DELETING | JobStatus.DELETED
_BEGUN: Final = JobStatus.PRINTING | _OVER
_AWAY: Final = QueueStatus.OFFLINE | QueueStatus.NOT_AVAILABLE | QueueStatus.WORK_OFFLINE
# In the words of IPP, so that a desk reads the same of every printer.
_REASONS: Final = (
    (QueueStatus.PAPER_OUT, "media-empty-error"),
    (QueueStatus.PAPER_JAM, "media-jam-error"),
    (QueueStatus.DOOR_OPEN, "door-open-error"),
    (QueueStatus.NO_TONER, "marker-supply-empty-error"),
    (QueueStatus.OUTPUT_BIN_FULL, "output-area-full-error"),
    (_AWAY, "offline"),
    (QueueStatus.PAUSED, "paused"),
    (QueueStatus.ERROR | QueueStatus.USER_INTERVENTION, "other-error"),
)


class SpoolerPrinter:
    """Prints through a queue of the Windows spooler."""

    def __init__(self, name: str, spooler: Spooler, paint: Paint) -> None:
        self._name, self._spooler, self._paint = name, spooler, paint
        self._seen: set[UUID] = set()

    @property
    def name(self) -> str:
        return self._name

    def send(self, paper: Paper) -> PrintAnswer:
        """Hand the badge over, unless the queue already has it."""
        try:
            known = self._found(paper.job)
            if known is None:
                self._paint(paper, f"{paper.job} {paper.title}")
                known = self._found(paper.job)
        except OSError as error:
            raise self._unavailable(error) from error
        self._seen.add(paper.job)
        return _answer(known) if known else PrintAnswer(Fate.WAITING)

    def ask(self, job: UUID, ref: str) -> PrintAnswer:
        """PRINTED once it has left the queue that we saw it in; UNTOLD after a restart."""
        try:
            known = self._found(job)
        except OSError as error:
            return PrintAnswer(Fate.SILENT, ref, str(error))
        if known:
            self._seen.add(job)
            return _answer(known)
        if job in self._seen:
            return PrintAnswer(Fate.PRINTED, ref, "it has left the spooler")
        return PrintAnswer(Fate.UNTOLD, ref, "not in the spooler")

    def withdraw(self, job: UUID, ref: str) -> PrintAnswer:
        """Take it out of the queue; ABSENT only where its printing had not begun."""
        try:
            known = self._found(job)
            if known is None:
                return self.ask(job, ref)
            answer = _answer(known)
            if answer.fate is not Fate.WAITING:
                return answer
            self._spooler.delete(known.number)
            after = self._found(job)
        except OSError as error:
            return PrintAnswer(Fate.SILENT, ref, str(error))
        self._seen.discard(job)
        begun = any(one.status & _BEGUN or one.pages for one in (known, after) if one)
        return PrintAnswer(Fate.UNTOLD if begun else Fate.ABSENT, str(known.number))

    def lamp(self) -> PrinterLamp:
        """What the queue's bits say; many drivers say nothing."""
        try:
            status = self._spooler.status()
        except OSError:
            status = QueueStatus.NOT_AVAILABLE
        reasons = tuple(reason for bits, reason in _REASONS if status & bits)
        return lamp_of(Signs(3, reasons, "", accepting=True))

    def _found(self, job: UUID) -> SpoolJob | None:
        ours = [one for one in self._spooler.jobs() if str(job) in one.document]
        return max(ours, key=lambda one: one.number) if ours else None

    def _unavailable(self, error: OSError) -> Unavailable:
        return Unavailable(
            Words(
                f"打印机“{self._name}”现在不接受任务。",
                f"The printer “{self._name}” takes no jobs now.",
            ),
            Words(
                f"请在 Windows 的打印机设置中查看（{error}）。",
                f"Look at it in the printer settings of Windows ({error}).",
            ),
        )


def _answer(job: SpoolJob) -> PrintAnswer:
    ref, status = str(job.number), JobStatus(job.status)
    if status & _OVER:
        return PrintAnswer(Fate.PRINTED, ref)
    if status & _GONE:
        fate = Fate.UNTOLD if job.pages or status & JobStatus.PRINTING else Fate.CANCELLED
        return PrintAnswer(fate, ref, "taken out of the spooler")
    return PrintAnswer(Fate.WAITING, ref, status.name or "")
