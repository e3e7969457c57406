"""What must hold when a world has come to rest, whatever happened in it."""

from collections import defaultdict
from itertools import pairwise
from uuid import UUID

from sqlmodel import Session, select

from kiosk.domain import ledger
from kiosk.domain.doubles import doubles
from kiosk.domain.journal import CheckedIn, CheckedOut, Fact, PrintJobMoved
from kiosk.store.tables import PresenceRow
from kiosk.wire.whole_facts import fact_from
from tests.given import an_event
from tests.simulation.parts import Desk
from tests.simulation.world import World, pulled


def check(world: World) -> None:
    """Hold everything against everything.

    Raises:
        AssertionError: something does not hold.
    """
    numbered = pulled(world).facts
    at_hub = {one.fact.id: fact_from(one.fact) for one in numbered}
    parked = {
        refusal.id for desk in world.desks.values() for refusal in desk.facts.exchange.parked()
    }
    recorded = set(world.seen.recorded)
    assert recorded - at_hub.keys() <= parked, "an acknowledged fact is lost"
    assert at_hub.keys() <= recorded, "a fact that nobody recorded"
    assert [one.seq for one in numbered] == list(range(1, len(numbered) + 1)), "a gap at the hub"
    for before, mine in world.seen.clocks:
        assert mine > before, "a clock behind what its station had seen"
    everywhere: dict[UUID, Fact] = dict(at_hub)
    for desk in world.desks.values():
        check_desk(desk, at_hub, parked)
        everywhere |= {fact.id: fact for fact in desk.facts.facts()}
    check_numbers(list(everywhere.values()))
    if world.with_roster:
        names = {g.ticket: g.fields for g in world.hub.roster.page(0, 10_000).guests if not g.gone}
        for desk in world.desks.values():
            assert desk.roster
            there = {guest.ticket.id: guest.attendee.name for guest in desk.roster.guests()}
            assert there == {t: f["attendee.name"] for t, f in names.items()}, "rosters differ"
            assert desk.roster.check() == "ok"


def check_numbers(facts: list[Fact]) -> None:
    """Every file's own numbers run without gaps, and so do its clock's readings."""
    own: dict[tuple[str, bytes], list[tuple[int, int]]] = defaultdict(list)
    for fact in facts:
        own[fact.station, fact.incarnation].append((fact.number, fact.hlc))
    for whose, written in own.items():
        written.sort()
        numbers = [number for number, _ in written]
        assert numbers == list(range(1, len(numbers) + 1)), f"numbers of {whose}: {numbers}"
        clocks = [hlc for _, hlc in written]
        assert all(b > a for a, b in pairwise(clocks)), "a clock went back"


def check_desk(desk: Desk, at_hub: dict[UUID, Fact], parked: set[UUID]) -> None:
    """A station holds what the hub holds, and what follows from it."""
    facts = desk.facts.facts()
    assert desk.facts.unsent() == 0, "something was never sent"
    own = {fact.id for fact in facts}
    assert own - at_hub.keys() <= parked, "a station holds what nobody else does"
    assert at_hub.keys() <= own, "a station lacks facts"
    shared = [fact for fact in facts if fact.id in at_hub]
    event = an_event()
    assert doubles(shared, event) == doubles(at_hub.values(), event), "doubles differ"
    assert inside(desk) == folded(facts), "presence is not what the facts say"
    queued = {
        f.what.job for f in facts
        if isinstance(f.what, PrintJobMoved) and f.station != desk.name
    }  # fmt: skip
    assert not queued & {job.job for job in desk.facts.jobs(open_only=False)}, "another's job"
    assert desk.facts.check() == "ok"


def inside(desk: Desk) -> dict[tuple[str, bytes], tuple[bool, int]]:
    with Session(desk.facts._engine) as rows:
        return {
            (row.checkpoint, row.ticket): (row.inside, row.arrivals)
            for row in rows.exec(select(PresenceRow))
        }


def folded(facts: tuple[Fact, ...]) -> dict[tuple[str, bytes], tuple[bool, int]]:
    found = {}
    passed = [f.what for f in facts if isinstance(f.what, CheckedIn | CheckedOut)]
    for ticket, place in {(what.ticket, what.checkpoint) for what in passed}:
        arrived = ledger.arrivals(facts, ticket, place)
        found[place, ticket.bytes] = bool(arrived) and arrived[-1].inside, len(arrived)
    return found
