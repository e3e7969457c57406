"""Facts by hand."""

import itertools

from kiosk.domain.identity import fact_id
from kiosk.domain.journal import ClockQuality, Fact, Happened
from kiosk.wire.bodies import as_json, kind_and_body, personal
from kiosk.wire.facts import FactMessage
from tests.given import NOON

_NUMBERS = itertools.count(1)


def a_fact(what: Happened, station: str = "desk-1", incarnation: bytes = b"12345678") -> Fact:
    """A fact that a desk recorded at noon; every one is another."""
    number = next(_NUMBERS)
    ms = int(NOON.timestamp() * 1000) + number
    return Fact(
        id=fact_id(ms, number.to_bytes(10, "big")),
        station=station,
        incarnation=incarnation,
        number=number,
        hlc=ms << 16,
        at=NOON,
        clock=ClockQuality.GOOD,
        what=what,
    )


def a_message(fact: Fact) -> FactMessage:
    """The same as it travels."""
    kind, ticket, body = kind_and_body(fact.what)
    said = personal(fact.what)
    return FactMessage(
        id=fact.id,
        station=fact.station,
        incarnation=fact.incarnation.hex(),
        number=fact.number,
        hlc=fact.hlc,
        at_ms=int(fact.at.timestamp() * 1000),
        clock=fact.clock.value,
        kind=kind,
        ticket=ticket,
        body=as_json(body),
        personal=as_json(said) if said else "",
        by=fact.by,
    )
