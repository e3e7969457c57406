"""One more badge: why, how many already, who may, and whether the old one still opens doors."""

from dataclasses import dataclass
from uuid import UUID, uuid4

from kiosk.domain import ledger
from kiosk.domain.attendee import CodeKind
from kiosk.domain.journal import CodesReplaced, JobState, PrintJobMoved
from kiosk.services.records import Records

WITHOUT_LIMIT = 1_000_000
FREE_REPRINTS = 2
"""How many further badges a ticket gets before a supervisor must agree."""
IN_PINYIN, BY_HAND = "in pinyin", "by hand"
"""Causes for a badge whose name no font draws: another script, or a line to write it on."""
SAID = "said by staff"
"""Why a job moved that a person decided on."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """What a desk asks for.

    `cause` says why; with `revokes` the codes of all earlier badges count no more; `agreed` is
    the supervisor who has shown their PIN, empty where nobody has; `free` is how many further
    badges need nobody's consent.
    """

    ticket: UUID
    cause: str
    revokes: bool = False
    agreed: str = ""
    free: int = FREE_REPRINTS


@dataclass(frozen=True, slots=True)
class Queued:
    """It will be printed; `copy` counts the ticket's badges from 1."""

    job: UUID
    copy: int


@dataclass(frozen=True, slots=True)
class NeedsSupervisor:
    """The ticket has had so many badges that somebody must agree to another."""

    printed: int


@dataclass(frozen=True, slots=True)
class NotThere:
    """The ticket is not checked in: there is nobody to give a badge to."""


Reprinted = Queued | NeedsSupervisor | NotThere


def reprint(records: Records, wanted: Reprint, by: str = "") -> Reprinted:
    """Queue one more badge; `by` is who is signed in."""
    with records.journal.transaction(by) as tx:
        facts = tx.facts_of(wanted.ticket)
        if not ledger.is_admitted(facts):
            return NotThere()
        jobs = ledger.print_jobs(facts).values()
        printed = sum(job.state not in ledger.NEVER_PRINTED for job in jobs)
        if printed > wanted.free and not wanted.agreed:
            return NeedsSupervisor(printed)
        if wanted.revokes:
            tx.record(CodesReplaced(wanted.ticket, frozenset({CodeKind.BADGE})))
        copy = 1 + max((job.copy for job in jobs), default=0)
        cause = f"{wanted.cause} ({wanted.agreed})" if wanted.agreed else wanted.cause
        job = uuid4()
        tx.record(PrintJobMoved(job, wanted.ticket, JobState.QUEUED, copy, cause=cause))
        return Queued(job, copy)


def resolve_unknown(records: Records, job_id: UUID, *, came_out: bool) -> bool:
    """A person's word on an unknown job: printed, or to be printed again."""
    with records.journal.transaction() as tx:
        job = tx.job(job_id)
        if job is None or job.state is not JobState.UNKNOWN:
            return False
        to = JobState.CONFIRMED if came_out else JobState.QUEUED
        tx.record(PrintJobMoved(job.job, job.ticket, to, job.copy, cause=SAID))
        return True


def print_next(records: Records, job_id: UUID) -> bool:
    """Let a waiting job go before all others; False where it does not wait."""
    first = max((job.rank for job in records.journal.jobs(open_only=True)), default=0) + 1
    with records.journal.transaction() as tx:
        job = tx.job(job_id)
        if job is None or job.state is not JobState.QUEUED:
            return False
        tx.record(PrintJobMoved(job.job, job.ticket, JobState.QUEUED, job.copy, rank=first))
        return True
