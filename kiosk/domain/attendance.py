"""Who came where and when, in numbers."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kiosk.domain import ledger
from kiosk.domain.event import Checkpoint, Event
from kiosk.domain.journal import CheckedIn, Fact

DOORS_OPEN = timedelta(minutes=30)
"""How long before its start an arrival counts for a session; doors open half an hour before."""


@dataclass(frozen=True, slots=True)
class Arrivals:
    """How many tickets of a category came to a checkpoint in an hour of the event's clock.

    `session` is the one they came for, where the checkpoint names sessions; empty otherwise.
    """

    checkpoint: str
    session: str
    category: str
    day: date
    hour: int
    count: int


def attendance(facts: Iterable[Fact], event: Event) -> tuple[Arrivals, ...]:
    """Check-ins that were not undone, one row for each hour with any, in order of time."""
    known = set(facts)
    void = ledger.voided(known)
    counted: Counter[tuple[date, int, str, str, str]] = Counter()
    for fact in known:
        came = fact.what
        if not isinstance(came, CheckedIn) or fact.id in void:
            continue
        session = _session_at(event, event.checkpoint(came.checkpoint), fact.at)
        hour = event.time_of(fact.at).hour
        counted[came.day, hour, came.checkpoint, session, came.category] += 1
    return tuple(
        Arrivals(checkpoint, session, category, day, hour, counted[key])
        for key in sorted(counted)
        for day, hour, checkpoint, session, category in (key,)
    )


def _session_at(event: Event, checkpoint: Checkpoint | None, at: datetime) -> str:
    """The session behind this door now; the one that began last where two overlap."""
    behind = checkpoint.sessions if checkpoint else frozenset()
    running = [s for s in event.sessions if s.id in behind and s.starts - DOORS_OPEN <= at < s.ends]
    return max(running, key=lambda s: (s.starts, s.id)).id if running else ""
