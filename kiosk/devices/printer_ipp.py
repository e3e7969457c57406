"""A printer that speaks IPP, straight or behind CUPS."""

import threading
from collections.abc import Mapping
from dataclasses import replace
from typing import Final
from uuid import UUID

from kiosk.devices.ipp import (
    Attribute,
    Group,
    Loss,
    NoAnswer,
    Operation,
    Request,
    Response,
    Tag,
    exchange,
)
from kiosk.devices.ipp_jobs import (
    answer_of,
    has_no_page,
    job_name,
    job_ticket,
    never_began,
    newest,
    number_in,
    text_in,
    waits,
)
from kiosk.devices.ipp_troubles import checked, no_answer, refused
from kiosk.devices.printer_signs import Signs, lamp_of, unknown_queue, unreachable
from kiosk.services.ports import Fate, Paper, PrintAnswer, PrinterLamp

_ASK_SECONDS: Final = 5.0
# One that is well answers at once; a neighbour's guests must not wait for one that is off.
_LAMP_SECONDS: Final = 1.5
# A printer may hold the line while it spools.
_PRINT_SECONDS: Final = 15.0
# A cancelled job may still be on its way to a stop.
_LOOKS: Final = 10
_LOOK_SECONDS: Final = 0.1
_SURELY_NOT_PRINTED: Final = (Fate.FAILED, Fate.CANCELLED)
_JOB_WANTED: Final = Attribute(
    Tag.KEYWORD,
    "requested-attributes",
    (
        *("job-id", "job-name", "job-state", "job-state-reasons", "job-printer-state-message"),
        "job-impressions-completed",
        "time-at-processing",
    ),
)
_PRINTER_WANTED: Final = Attribute(
    Tag.KEYWORD,
    "requested-attributes",
    (
        *("printer-state", "printer-state-reasons", "printer-state-message"),
        *("printer-is-accepting-jobs", "cups-version"),
    ),
)


class IppPrinter:
    """Prints by IPP at `uri`, such as ipp://desk-printer:631/ipp/print.

    A job's name carries our id for it, so that it is found again without its number.
    """

    def __init__(self, name: str, uri: str) -> None:
        self._name = name
        self._uri = checked(uri)
        # The newest job of the printer when ours was handed over and no answer came.
        self._before: dict[UUID, int] = {}
        # Whether it counts its own pages; a queue of CUPS only says what it was told.
        self._counts = False

    @property
    def name(self) -> str:
        return self._name

    def send(self, paper: Paper) -> PrintAnswer:
        """Print the badge at its true size, unless the printer already has the job."""
        jobs = self._jobs()
        if isinstance(jobs, NoAnswer):
            raise no_answer(self._name, self._uri, jobs)
        known = newest(jobs, paper.job)
        if known is not None and answer_of(known).fate not in _SURELY_NOT_PRINTED:
            return answer_of(known)
        request = Request(
            Operation.PRINT_JOB,
            self._uri,
            attributes=(
                Attribute(Tag.NAME, "job-name", (job_name(paper),)),
                Attribute(Tag.MIME, "document-format", ("application/pdf",)),
            ),
            job=job_ticket(paper),
            document=paper.pdf,
        )
        answer = exchange(request, _PRINT_SECONDS)
        if isinstance(answer, NoAnswer):
            if answer.loss in (Loss.UNREACHED, Loss.TURNED_AWAY):
                raise no_answer(self._name, self._uri, answer)
            # One that fell silent may still print: then no list of jobs proves anything.
            if answer.loss is Loss.BROKEN and jobs:
                self._before[paper.job] = max(jobs)
            return PrintAnswer(Fate.UNTOLD, why=answer.why)
        if not answer.agreed:
            raise refused(self._name, self._uri, answer.status)
        return answer_of(answer.jobs[0]) if answer.jobs else PrintAnswer(Fate.WAITING)

    def ask(self, job: UUID, ref: str) -> PrintAnswer:
        """What became of the job; UNTOLD where it may be forgotten, SILENT when off."""
        if ref.isdecimal():
            by_number = self._job_numbered(int(ref), job)
            if by_number is not None:
                return by_number
        jobs = self._jobs()
        if isinstance(jobs, NoAnswer):
            return PrintAnswer(Fate.SILENT, ref, jobs.why)
        known = newest(jobs, job)
        if known is not None:
            return self._answer(known)
        # What once had a number was taken, and is only forgotten.
        if not ref and self._would_remember(job, jobs):
            return PrintAnswer(Fate.ABSENT)
        return PrintAnswer(Fate.UNTOLD, ref, "not in the printer's list of jobs")

    def lamp(self) -> PrinterLamp:
        """How the printer says it is."""
        answer = self._printer(_LAMP_SECONDS)
        if isinstance(answer, NoAnswer):
            return unreachable()
        if not answer.agreed:
            return unknown_queue()
        about = answer.printer
        self._counts = "cups-version" not in about
        signs = Signs(
            state=number_in(about, "printer-state"),
            reasons=tuple(str(r) for r in about.get("printer-state-reasons", ())),
            message=text_in(about, "printer-state-message"),
            accepting=about.get("printer-is-accepting-jobs", (True,))[0] is not False,
        )
        return lamp_of(signs)

    def withdraw(self, job: UUID, ref: str) -> PrintAnswer:
        """Cancel the job; ABSENT only where nothing of it can be on paper."""
        found = self._found(job)
        if isinstance(found, NoAnswer):
            return PrintAnswer(Fate.SILENT, ref, found.why)
        if found is None:
            return self.ask(job, ref)
        if answer_of(found).fate is not Fate.WAITING:
            return self._answer(found)
        waited, stopped = waits(found), self._has_stopped()
        number = number_in(found, "job-id")
        wanted = Attribute(Tag.INTEGER, "job-id", (number,))
        request = Request(Operation.CANCEL_JOB, self._uri, (wanted,))
        if isinstance(exchange(request, _ASK_SECONDS), NoAnswer):
            return PrintAnswer(Fate.SILENT, str(number), "no answer to the cancelling")
        ended = self._ended(job)
        if ended is None:
            return PrintAnswer(Fate.UNTOLD, str(number), "lost while it was cancelled")
        answer = self._answer(ended)
        if answer.fate is not Fate.CANCELLED:
            return answer
        # Stock may have been loaded just before it was cancelled: then it may be out.
        blank = stopped and has_no_page(ended) and self._has_stopped()
        free = blank or (waited and never_began(ended))
        return PrintAnswer(Fate.ABSENT if free else Fate.UNTOLD, answer.ref, answer.why)

    def _ended(self, job: UUID) -> Group | None:
        """The job after its end, or as it is where that takes too long; None: nobody knows."""
        pause = threading.Event()
        for look in range(_LOOKS):
            found = self._found(job)
            if isinstance(found, NoAnswer) or found is None:
                return None
            if answer_of(found).fate is not Fate.WAITING or look == _LOOKS - 1:
                return found
            pause.wait(_LOOK_SECONDS)
        return None

    def _has_stopped(self) -> bool:
        """Whether nothing moves in it: it says so, and its word on pages is its own."""
        return not self.lamp().ready and self._counts

    def _found(self, job: UUID) -> Group | NoAnswer | None:
        jobs = self._jobs()
        if isinstance(jobs, NoAnswer):
            return jobs
        return newest(jobs, job)

    def _printer(self, seconds: float) -> Response | NoAnswer:
        request = Request(Operation.GET_PRINTER_ATTRIBUTES, self._uri, (_PRINTER_WANTED,))
        return exchange(request, seconds)

    def _job_numbered(self, number: int, job: UUID) -> PrintAnswer | None:
        wanted = Attribute(Tag.INTEGER, "job-id", (number,))
        request = Request(Operation.GET_JOB_ATTRIBUTES, self._uri, (wanted, _JOB_WANTED))
        answer = exchange(request, _ASK_SECONDS)
        if isinstance(answer, NoAnswer):
            return PrintAnswer(Fate.SILENT, str(number), answer.why)
        # A printer counts from 1 again after a power cut: the number may be another's now.
        found = next((j for j in answer.jobs if str(job) in text_in(j, "job-name")), None)
        return self._answer(found) if found is not None else None

    def _answer(self, job: Group) -> PrintAnswer:
        answer = answer_of(job)
        if answer.fate not in _SURELY_NOT_PRINTED:
            return answer
        if number_in(job, "job-impressions-completed"):
            return replace(answer, fate=Fate.UNTOLD)
        blank = answer.fate is Fate.FAILED and self._counts and has_no_page(job)
        return replace(answer, is_blank=blank)

    def _jobs(self) -> dict[int, Group] | NoAnswer:
        """Every job that the printer remembers, by its number."""
        found: dict[int, Group] = {}
        for which in ("not-completed", "completed"):
            wanted = Attribute(Tag.KEYWORD, "which-jobs", (which,))
            request = Request(Operation.GET_JOBS, self._uri, (wanted, _JOB_WANTED))
            answer = exchange(request, _ASK_SECONDS)
            if isinstance(answer, NoAnswer):
                return answer
            found |= {number_in(job, "job-id"): job for job in answer.jobs}
        return found

    def _would_remember(self, job: UUID, jobs: Mapping[int, Group]) -> bool:
        """Whether the job would surely be among `jobs` if the printer had ever had it.

        Printers forget their oldest jobs first: one that still knows the job before ours
        would know ours. After a restart of this program only CUPS can tell, which keeps
        its history on disk, and only while it remembers every job since its first.
        """
        if job in self._before:
            return self._before[job] in jobs
        if not jobs or sorted(jobs) != list(range(1, len(jobs) + 1)):
            return False
        answer = self._printer(_ASK_SECONDS)
        return isinstance(answer, Response) and "cups-version" in answer.printer
