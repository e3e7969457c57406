"""Double check-ins: one ticket admitted twice by desks that did not know of each other.

Like everything of the ledger a fold over a *set* of facts: every station and the hub find the
same doubles and the same winner, in whatever order the facts came.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.admission import Reason
from kiosk.domain.event import EntryPolicy, Event
from kiosk.domain.journal import CheckedIn, CheckedOut, Fact
from kiosk.domain.rarer_facts import DoubleSettled


@dataclass(frozen=True, slots=True)
class Double:
    """Arrivals of one ticket at one checkpoint of which only one could be right.

    `arrivals` begins with the winner. `settled` says that a person has seen exactly these.
    """

    ticket: UUID
    checkpoint: str
    arrivals: tuple[Fact, ...]
    settled: bool

    @property
    def winner(self) -> Fact:
        """The arrival that counts: the least by hybrid clock, station and id."""
        return self.arrivals[0]


def doubles(facts: Iterable[Fact], event: Event) -> tuple[Double, ...]:
    """Every double check-in that was not undone, in order of its latest arrival."""
    ordered = sorted(set(facts), key=ledger.order)
    void = ledger.voided(ordered)
    runs: dict[tuple[UUID, str, date | None], list[list[Fact]]] = defaultdict(list)
    for fact in ordered:
        what = fact.what
        if fact.id in void or not isinstance(what, CheckedIn | CheckedOut):
            continue
        policy = _policy(event, what.checkpoint)
        day = what.day if policy is EntryPolicy.ONCE_A_DAY else None
        run = runs[what.ticket, what.checkpoint, day]
        if isinstance(what, CheckedOut):
            if policy is EntryPolicy.IN_OUT:
                run.append([])  # whoever left may come again
        elif what.overrides is not Reason.ALREADY_IN:  # a supervisor knew, and let them in
            run[-1:] = [[*(run[-1] if run else ()), fact]]
    settled = _settled(ordered)
    found = [
        Double(ticket, place, tuple(run), frozenset(f.id for f in run) in settled)
        for (ticket, place, _), several in runs.items()
        for run in several
        if len({(f.station, f.incarnation) for f in run}) > 1
    ]
    return tuple(sorted(found, key=lambda d: ledger.order(d.arrivals[-1])))


def _policy(event: Event, checkpoint_id: str) -> EntryPolicy:
    checkpoint = event.checkpoint(checkpoint_id)
    return checkpoint.policy if checkpoint else EntryPolicy.ONCE


def _settled(facts: Iterable[Fact]) -> set[frozenset[UUID]]:
    return {frozenset(f.what.arrivals) for f in facts if isinstance(f.what, DoubleSettled)}
