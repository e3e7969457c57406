"""What a set of facts amounts to, in whatever order they arrived.

Every function here folds a *set*: sort keys come from the facts themselves, so each
station and the hub reach the same state from the same facts.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kiosk.domain.admission import Arrival
from kiosk.domain.event import Checkpoint, EntryPolicy
from kiosk.domain.journal import (
    CheckedIn,
    CheckedOut,
    Fact,
    HandedOut,
    JobState,
    PrinterOrder,
    PrinterTold,
    PrintJobMoved,
    Voided,
)

PRE_PRINTED = "pre-printed"
"""Why a badge is there before its guest; its job's place is the sheet's, and its place on it."""
NEVER_PRINTED = frozenset({JobState.FAILED, JobState.CANCELLED})
"""Ends of a print job after which no badge of it is in the world."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """A print job as its facts tell it."""

    job: UUID
    ticket: UUID
    state: JobState
    copy: int
    printer: str
    printer_ref: str
    cause: str
    queued_hlc: int
    moved_hlc: int = 0
    rank: int = 0


def order(fact: Fact) -> tuple[int, str, UUID]:
    """The one order of facts: hybrid clock, then station, then id.

    The least CheckedIn by this order is the winner of a double check-in.
    """
    return fact.hlc, fact.station, fact.id


def voided(facts: Iterable[Fact]) -> frozenset[UUID]:
    """The ids of the facts that a later one took back."""
    return frozenset(f.what.fact for f in facts if isinstance(f.what, Voided))


def arrivals(facts: Iterable[Fact], ticket: UUID, checkpoint: str) -> tuple[Arrival, ...]:
    """The ticket's unvoided check-ins at the checkpoint; the first one is the winner."""
    ordered = sorted(set(facts), key=order)
    void = voided(ordered)
    found: list[Arrival] = []
    for fact in ordered:
        what = fact.what
        if fact.id in void:
            continue
        if isinstance(what, CheckedIn) and (what.ticket, what.checkpoint) == (ticket, checkpoint):
            found.append(Arrival(fact.id, fact.at, what.day, fact.station))
        if isinstance(what, CheckedOut) and (what.ticket, what.checkpoint) == (ticket, checkpoint):
            found = [replace(a, inside=False, left=fact.at) if a.inside else a for a in found]
    return tuple(found)


def been_at(facts: Iterable[Fact]) -> frozenset[str]:
    """The checkpoints with a check-in among a ticket's facts that was not undone."""
    known = set(facts)
    void = voided(known)
    return frozenset(
        f.what.checkpoint for f in known if isinstance(f.what, CheckedIn) and f.id not in void
    )


def inside(facts: Iterable[Fact], checkpoint: Checkpoint, day: date) -> int:
    """How many tickets are inside; where the policy is once a day, those of this day."""
    known = tuple(facts)
    tickets = {f.what.ticket for f in known if isinstance(f.what, CheckedIn)}
    count = 0
    for ticket in tickets:
        last = arrivals(known, ticket, checkpoint.id)[-1:]
        today = checkpoint.policy is not EntryPolicy.ONCE_A_DAY or (last and last[0].day == day)
        count += bool(last and last[0].inside and today)
    return count


def handed_out(facts: Iterable[Fact]) -> dict[str, Fact]:
    """What a ticket's holder has got and not given back: the latest fact for each item."""
    known = sorted(set(facts), key=order)
    void = voided(known)
    return {f.what.item: f for f in known if isinstance(f.what, HandedOut) and f.id not in void}


def is_admitted(facts: Iterable[Fact]) -> bool:
    """Whether a ticket's facts hold a check-in, at any checkpoint, that was not undone."""
    return bool(been_at(facts))


def print_jobs(facts: Iterable[Fact]) -> dict[UUID, PrintJob]:
    """Every print job by its id, in the state that its latest fact gives."""
    jobs: dict[UUID, PrintJob] = {}
    for fact in sorted(set(facts), key=order):
        what = fact.what
        if not isinstance(what, PrintJobMoved):
            continue
        earlier = jobs.get(what.job)
        jobs[what.job] = PrintJob(
            job=what.job,
            ticket=what.ticket,
            state=what.to,
            copy=what.copy,
            printer=what.printer or (earlier.printer if earlier else ""),
            printer_ref=ref_after(earlier.printer_ref if earlier else "", what),
            cause=what.cause or (earlier.cause if earlier else ""),
            queued_hlc=earlier.queued_hlc if earlier else fact.hlc,
            moved_hlc=fact.hlc,
            rank=what.rank if what.rank is not None else (earlier.rank if earlier else 0),
        )
    return jobs


def pick_up_place(facts: Iterable[Fact]) -> str:
    """Where a badge lies that was printed before its guest came; empty where none does."""
    jobs = print_jobs(facts).values()
    there = [job for job in jobs if job.cause == PRE_PRINTED and job.state is JobState.CONFIRMED]
    return there[-1].printer_ref if there else ""


def asked_for(facts: Iterable[Fact], job: UUID) -> str:
    """Why a job's badge was asked for, whatever befell it since."""
    moves = [f.what for f in sorted(facts, key=order) if isinstance(f.what, PrintJobMoved)]
    return next((move.cause for move in moves if move.job == job), "")


def ref_after(before: str, moved: PrintJobMoved) -> str:
    """A printer's own name for a job: one that is sent anew has none until the printer says."""
    return moved.printer_ref if moved.to is JobState.SENT else moved.printer_ref or before


@dataclass(frozen=True, slots=True)
class PrinterStanding:
    """What staff told a printer last, and its stock: loaded so many, used so many since.

    `loaded` is None where nobody ever said.
    """

    order: PrinterOrder = PrinterOrder.RUN
    loaded: int | None = None
    used: int = 0

    @property
    def left(self) -> int | None:
        """About how many badges the stock is still good for."""
        return None if self.loaded is None else max(0, self.loaded - self.used)


def printers(facts: Iterable[Fact]) -> dict[str, PrinterStanding]:
    """How each printer stands of which anything was said."""
    known = sorted(set(facts), key=order)
    standing: dict[str, PrinterStanding] = {}
    for fact in known:
        what = fact.what
        if not isinstance(what, PrinterTold):
            continue
        before = standing.get(what.printer, PrinterStanding())
        if what.order is PrinterOrder.LOAD:
            standing[what.printer] = replace(before, loaded=what.count)
        else:
            standing[what.printer] = replace(before, order=what.order)
    since = loadings(known)
    for job in print_jobs(known).values():
        if job.state is JobState.CONFIRMED and job.moved_hlc > since.get(
            job.printer, job.moved_hlc
        ):
            standing[job.printer] = used(standing[job.printer], standing[job.printer].used + 1)
    return standing


def loadings(facts: Iterable[Fact]) -> dict[str, int]:
    """When stock was last loaded into each printer, by the hybrid clock."""
    return {
        fact.what.printer: fact.hlc
        for fact in sorted(set(facts), key=order)
        if isinstance(fact.what, PrinterTold) and fact.what.order is PrinterOrder.LOAD
    }


def used(standing: PrinterStanding, badges: int) -> PrinterStanding:
    """The same printer after so many badges since its stock was loaded."""
    return replace(standing, used=badges)
