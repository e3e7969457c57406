"""A printer that speaks IPP, straight or behind CUPS."""

from collections.abc import Mapping
from typing import Final
from urllib.parse import urlsplit
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
from kiosk.devices.ipp_jobs import answer_of, job_name, job_ticket, newest, number_in, text_in
from kiosk.devices.printer_signs import Signs, lamp_of, unknown_queue, unreachable
from kiosk.domain.words import Words
from kiosk.services.ports import Fate, Paper, PrintAnswer, PrinterLamp
from kiosk.services.trouble import Misconfigured, Trouble, Unavailable

_ASK_SECONDS: Final = 5.0
# A printer may hold the line while it spools.
_PRINT_SECONDS: Final = 15.0
_SURELY_NOT_PRINTED: Final = (Fate.FAILED, Fate.CANCELLED)
_JOB_WANTED: Final = Attribute(
    Tag.KEYWORD,
    "requested-attributes",
    ("job-id", "job-name", "job-state", "job-state-reasons", "job-printer-state-message"),
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
        self._uri = _checked(uri)
        # The newest job of the printer when ours was handed over and no answer came.
        self._before: dict[UUID, int] = {}

    @property
    def name(self) -> str:
        return self._name

    def send(self, paper: Paper) -> PrintAnswer:
        """Print the badge at its true size, unless the printer already has the job."""
        jobs = self._jobs()
        if isinstance(jobs, NoAnswer):
            raise self._trouble(jobs)
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
                raise self._trouble(answer)
            # One that fell silent may still print: then no list of jobs proves anything.
            if answer.loss is Loss.BROKEN and jobs:
                self._before[paper.job] = max(jobs)
            return PrintAnswer(Fate.UNTOLD, why=answer.why)
        if not answer.agreed:
            raise self._refused(answer.status)
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
            return answer_of(known)
        # What once had a number was taken, and is only forgotten.
        if not ref and self._would_remember(job, jobs):
            return PrintAnswer(Fate.ABSENT)
        return PrintAnswer(Fate.UNTOLD, ref, "not in the printer's list of jobs")

    def lamp(self) -> PrinterLamp:
        """How the printer says it is."""
        answer = self._printer()
        if isinstance(answer, NoAnswer):
            return unreachable()
        if not answer.agreed:
            return unknown_queue()
        about = answer.printer
        signs = Signs(
            state=number_in(about, "printer-state"),
            reasons=tuple(str(r) for r in about.get("printer-state-reasons", ())),
            message=text_in(about, "printer-state-message"),
            accepting=about.get("printer-is-accepting-jobs", (True,))[0] is not False,
        )
        return lamp_of(signs)

    def _printer(self) -> Response | NoAnswer:
        request = Request(Operation.GET_PRINTER_ATTRIBUTES, self._uri, (_PRINTER_WANTED,))
        return exchange(request, _ASK_SECONDS)

    def _job_numbered(self, number: int, job: UUID) -> PrintAnswer | None:
        wanted = Attribute(Tag.INTEGER, "job-id", (number,))
        request = Request(Operation.GET_JOB_ATTRIBUTES, self._uri, (wanted, _JOB_WANTED))
        answer = exchange(request, _ASK_SECONDS)
        if isinstance(answer, NoAnswer):
            return PrintAnswer(Fate.SILENT, str(number), answer.why)
        # A printer counts from 1 again after a power cut: the number may be another's now.
        found = next((j for j in answer.jobs if str(job) in text_in(j, "job-name")), None)
        return answer_of(found) if found is not None else None

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
        answer = self._printer()
        return isinstance(answer, Response) and "cups-version" in answer.printer

    def _trouble(self, answer: NoAnswer) -> Trouble:
        if answer.loss is Loss.TURNED_AWAY and 400 <= answer.http < 500:
            return _misconfigured(self._name, self._uri, answer.why)
        return Unavailable(
            Words(
                f"打印机“{self._name}”没有响应。", f"The printer “{self._name}” is not answering."
            ),
            Words(
                f"请检查电源、线缆和网络（{answer.why}）。",
                f"Check its power, cable and network ({answer.why}).",
            ),
        )

    def _refused(self, status: int) -> Trouble:
        # 0x04xx: it will never take such a job; 0x05xx: it cannot just now.
        if 0x0400 <= status < 0x0500:
            return _misconfigured(self._name, self._uri, f"IPP 0x{status:04x}")
        return Unavailable(
            Words(
                f"打印机“{self._name}”现在不接受任务。",
                f"The printer “{self._name}” takes no jobs now.",
            ),
            Words(
                f"请启用打印队列，或稍候再试（IPP 0x{status:04x}）。",
                f"Enable its queue or wait a little (IPP 0x{status:04x}).",
            ),
        )


def _checked(uri: str) -> str:
    address = urlsplit(uri)
    if address.scheme not in ("ipp", "http") or not address.hostname:
        raise Misconfigured(
            Words(f"打印机地址有误：{uri}", f"The printer address {uri} is wrong."),
            Words(
                "地址应为 ipp://主机:端口/路径，例如 ipp://192.168.1.50:631/ipp/print。",
                "Write ipp://host:port/path, for example ipp://192.168.1.50:631/ipp/print.",
            ),
        )
    return uri


def _misconfigured(name: str, uri: str, why: str) -> Misconfigured:
    return Misconfigured(
        Words(f"打印机“{name}”拒绝了胸卡任务。", f"The printer “{name}” refuses badges."),
        Words(
            f"请检查地址 {uri}、打印机的权限设置，以及它是否支持 PDF（{why}）。",
            f"Check the address {uri}, its permissions and that it prints PDF ({why}).",
        ),
    )
