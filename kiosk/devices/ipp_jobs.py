"""A badge's print job as IPP attributes, and what a printer says of it."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from kiosk.devices.ipp import Attribute, Group, Tag
from kiosk.services.ports import Fate, Paper, PrintAnswer

_LONGEST_NAME: Final = 120
_ABORTED: Final = frozenset(
    {"aborted-by-system", "job-completed-with-errors", "cups-filter-crashed"}
    | {"cups-backend-crashed", "document-format-error", "unsupported-document-format"}
)
_NOT_BEGUN: Final = (3, 4)
_STATES: Final = {
    3: Fate.WAITING,
    4: Fate.WAITING,
    5: Fate.WAITING,
    6: Fate.WAITING,
    7: Fate.CANCELLED,
    8: Fate.FAILED,
    9: Fate.PRINTED,
}


def job_name(paper: Paper) -> str:
    """The name in the printer's queue: our id, and a title without a person in it."""
    # The id first: printers cut long names at the end, by bytes.
    return f"{paper.job} {paper.title}".encode()[:_LONGEST_NAME].decode("utf-8", "ignore")


def job_ticket(paper: Paper) -> tuple[Attribute, ...]:
    """How to print: without these CUPS puts a badge on Letter and scales it."""
    side = {"x-dimension": paper.width_mm, "y-dimension": paper.height_mm}
    size = tuple(Attribute(Tag.INTEGER, key, (round(mm * 100),)) for key, mm in side.items())
    margins = tuple(
        Attribute(Tag.INTEGER, f"media-{edge}-margin", (0,))
        for edge in ("top", "bottom", "left", "right")
    )
    media = (Attribute(Tag.COLLECTION, "media-size", (size,)), *margins)
    return (
        Attribute(Tag.COLLECTION, "media-col", (media,)),
        Attribute(Tag.KEYWORD, "print-scaling", ("none",)),
        Attribute(Tag.KEYWORD, "print-color-mode", ("color",)),
        Attribute(Tag.INTEGER, "copies", (1,)),
        *_both_sides(paper),
    )


def _both_sides(paper: Paper) -> tuple[Attribute, ...]:
    if paper.pages < 2:
        return ()
    return (Attribute(Tag.KEYWORD, "sides", ("two-sided-long-edge",)),)


def newest(jobs: Mapping[int, Group], job: UUID) -> Group | None:
    """The latest of the printer's jobs that carries our id."""
    numbers = [n for n, group in jobs.items() if str(job) in text_in(group, "job-name")]
    return jobs[max(numbers)] if numbers else None


def answer_of(job: Group) -> PrintAnswer:
    """What the printer says became of a job."""
    reasons = [str(r) for r in job.get("job-state-reasons", ()) if r != "none"]
    fate = _STATES.get(number_in(job, "job-state"), Fate.UNTOLD)
    # A job stopped by paper goes on; one stopped or removed by a fault does not.
    if fate is not Fate.PRINTED and _ABORTED.intersection(reasons):
        fate = Fate.FAILED
    why = text_in(job, "job-printer-state-message") or ", ".join(reasons)
    return PrintAnswer(fate, str(number_in(job, "job-id")), why)


def waits(job: Group) -> bool:
    """Whether it is not the job's turn yet."""
    return number_in(job, "job-state") in _NOT_BEGUN


def never_began(ended: Group) -> bool:
    """Whether a job that was ended while it waited had indeed not got its turn."""
    told = number_in(ended, "time-at-processing"), number_in(ended, "job-impressions-completed")
    return told == (0, 0)


def has_no_page(job: Group) -> bool:
    """Whether a printer that counts its own pages says that none of the job came out."""
    return job.get("job-impressions-completed") == (0,)


def number_in(group: Group, name: str) -> int:
    """A number, or 0 where the printer does not give it."""
    value = group.get(name, (0,))[0]
    return value if isinstance(value, int) else 0


def text_in(group: Group, name: str) -> str:
    """A text, or none."""
    value = group.get(name, ("",))[0]
    return value if isinstance(value, str) else ""
