"""What the organiser's page shows, from roster and journal; names for those allowed."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from kiosk.domain import ledger
from kiosk.domain.attendee import TicketStatus
from kiosk.domain.doubles import Double, doubles
from kiosk.domain.event import EntryPolicy, Event
from kiosk.domain.journal import CheckedIn, Fact
from kiosk.domain.words import Words
from kiosk.services.ports import Guest
from kiosk.services.records import Records

SLOT: Final = timedelta(minutes=15)
MOST_SLOTS: Final = 96
"""A day of them."""
MOST_VIPS: Final = 20


@dataclass(frozen=True, slots=True)
class Share:
    """How many of a category came, of how many who are expected."""

    name: Words
    colour: str
    came: int
    expected: int


@dataclass(frozen=True, slots=True)
class Slot:
    """First arrivals from `begins` on, for a quarter of an hour; `all_told` up to its end."""

    begins: datetime
    came: int
    all_told: int


@dataclass(frozen=True, slots=True)
class Spot:
    """A checkpoint: arrivals, and who is inside where people go in and out."""

    name: Words
    arrivals: int
    inside: int | None
    capacity: int | None


@dataclass(frozen=True, slots=True)
class Seen:
    """Somebody's arrival."""

    guest: Guest | None
    at: datetime
    station: str


@dataclass(frozen=True, slots=True)
class Board:
    """The whole page.

    `desks` are arrivals by station, `vips` the newest of discreet categories, `guests` those
    whom a double is about, `places` what checkpoints are called.
    """

    name: Words
    at: datetime
    came: int
    expected: int
    shares: tuple[Share, ...]
    slots: tuple[Slot, ...]
    spots: tuple[Spot, ...]
    desks: tuple[tuple[str, int], ...]
    doubles: tuple[Double, ...]
    vips: tuple[Seen, ...]
    guests: Mapping[UUID, Guest]
    places: Mapping[str, Words]


class Boards:
    """Makes boards; remembers who is expected until the roster changes.

    Args:
        records: the hub's own copy.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._roster: object = None
        self._expected: Counter[str] = Counter()

    def board(self, now: datetime, roster: object) -> Board:
        """The page as of now.

        Args:
            now: aware UTC.
            roster: changes when the roster does.
        """
        event = self._records.roster.event()
        if roster != self._roster:
            valid = (
                guest.ticket.category
                for guest in self._records.roster.guests()
                if guest.ticket.status is TicketStatus.VALID
            )
            self._expected, self._roster = Counter(valid), roster
        facts = self._records.journal.facts()
        void = ledger.voided(facts)
        arrivals = [
            (fact, fact.what)
            for fact in sorted(facts, key=ledger.order)
            if isinstance(fact.what, CheckedIn) and fact.id not in void
        ]
        first: dict[UUID, tuple[Fact, CheckedIn]] = {}
        for fact, what in arrivals:
            first.setdefault(what.ticket, (fact, what))
        came = Counter(what.category for _, what in first.values())
        twice = tuple(one for one in doubles(facts, event) if not one.settled)
        return Board(
            name=event.name,
            at=now,
            came=len(first),
            expected=sum(self._expected.values()),
            shares=tuple(
                Share(c.name, c.colour, came[c.id], self._expected[c.id])
                for c in event.categories
                if came[c.id] or self._expected[c.id]
            ),
            slots=_slots([fact.at for fact, _ in first.values()]),
            spots=_spots(event, facts, arrivals, now),
            desks=tuple(Counter(fact.station for fact, _ in arrivals).most_common()),
            doubles=twice,
            vips=self._vips(event, list(first.values())),
            guests={
                one.ticket: guest
                for one in twice
                if (guest := self._records.roster.by_ticket(one.ticket))
            },
            places={place.id: place.name for place in event.checkpoints},
        )

    def _vips(self, event: Event, first: Sequence[tuple[Fact, CheckedIn]]) -> tuple[Seen, ...]:
        discreet = {category.id for category in event.categories if category.discreet}
        newest = [fact for fact, what in first if what.category in discreet][-MOST_VIPS:]
        return tuple(
            Seen(self._records.roster.by_ticket(fact.what.ticket), fact.at, fact.station)
            for fact in reversed(newest)
            if fact.what.ticket
        )


def _slots(times: list[datetime]) -> tuple[Slot, ...]:
    """Quarters of an hour, from the first arrival of the last day's worth to the last."""
    if not times:
        return ()
    seconds = SLOT.total_seconds()
    counted = Counter(int(at.timestamp() // seconds) for at in times)
    last = max(counted)
    begin = max(min(counted), last - MOST_SLOTS + 1)
    total = sum(count for slot, count in counted.items() if slot < begin)
    slots = []
    zone = times[0].tzinfo
    for slot in range(begin, last + 1):
        total += counted[slot]
        begins = datetime.fromtimestamp(slot * seconds, zone)
        slots.append(Slot(begins, counted[slot], total))
    return tuple(slots)


def _spots(
    event: Event,
    facts: Sequence[Fact],
    arrivals: Sequence[tuple[Fact, CheckedIn]],
    now: datetime,
) -> tuple[Spot, ...]:
    here = Counter(what.checkpoint for _, what in arrivals)
    day = event.day_of(now)
    return tuple(
        Spot(
            place.name,
            here[place.id],
            ledger.inside(facts, place, day) if place.policy is EntryPolicy.IN_OUT else None,
            place.capacity,
        )
        for place in event.checkpoints
    )
