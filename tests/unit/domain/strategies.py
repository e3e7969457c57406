"""Guests, codes, arrivals and facts for hypothesis to play with."""

from datetime import UTC, date, timedelta
from uuid import UUID

from hypothesis import strategies as st

from kiosk.domain.admission import Arrival, Presented, Reason
from kiosk.domain.attendee import CodeKind, Detail, TicketStatus
from kiosk.domain.event import Direction
from kiosk.domain.journal import (
    AttendeeCorrected,
    CheckedIn,
    CheckedOut,
    ClockQuality,
    CodesReplaced,
    Fact,
    HandedOut,
    Happened,
    JobState,
    Merged,
    PrinterOrder,
    PrinterTold,
    PrintJobMoved,
    TicketChanged,
    TurnedAway,
    Voided,
    WalkedIn,
)
from kiosk.domain.ticket_code import (
    Claims,
    ForgedCode,
    OpaqueCode,
    SignedCode,
    TicketCode,
    Unreadable,
)
from tests.given import (
    CATEGORIES,
    CHECKPOINTS,
    DAYS,
    FURTHER,
    NOON,
    SLUG,
    a_guest,
    an_event,
    claims_for,
)

EVENT = an_event()
days = st.dates(DAYS[0] - timedelta(2), DAYS[-1] + timedelta(2))
_naive = NOON.replace(tzinfo=None)
moments = st.datetimes(_naive - timedelta(2), _naive + timedelta(5), timezones=st.just(UTC))
uuids = st.uuids(version=4)
TICKETS = tuple(UUID(int=n) for n in range(1, 4))
JOBS = tuple(UUID(int=n) for n in range(11, 14))


@st.composite
def claims(draw: st.DrawFn) -> Claims:
    """Claims that can be packed."""
    first = draw(st.none() | st.dates(date(2020, 1, 1), date(2199, 1, 1)))
    last = first + timedelta(draw(st.integers(0, 254))) if first else None
    return Claims(
        draw(st.binary(min_size=4, max_size=4)),
        draw(st.binary(min_size=7, max_size=7)),
        draw(st.integers(0, 255)),
        first,
        last,
        draw(st.integers(0, 255)),
    )


@st.composite
def our_claims(draw: st.DrawFn) -> Claims:
    """Claims such as an organiser makes, for this event or another."""
    slug = draw(st.sampled_from((SLUG, "gala")))
    first = draw(st.none() | days)
    last = draw(st.none() | days)
    return claims_for("who", draw(st.integers(0, 6)), first, last, slug)


codes: st.SearchStrategy[TicketCode | Unreadable] = st.one_of(
    st.builds(OpaqueCode, st.text()),
    st.builds(ForgedCode, st.text()),
    st.builds(Unreadable, st.text()),
    st.builds(SignedCode, st.text(), our_claims()),
)

tickets = st.builds(
    lambda category, status, on: a_guest("A-1", "名", category, status, on).ticket,
    st.sampled_from([*(c.id for c in CATEGORIES), "no longer there"]),
    st.sampled_from(TicketStatus),
    st.frozensets(days, max_size=3),
)
arrivals = st.builds(Arrival, uuids, moments, days, st.just("desk-1"), st.booleans())

presented = st.builds(
    Presented,
    st.just(EVENT),
    st.sampled_from(CHECKPOINTS + FURTHER),
    moments,
    codes,
    st.none() | tickets,
    st.lists(arrivals, max_size=3).map(tuple),
    st.dictionaries(
        st.sampled_from(("photo", "lunch", "?", "staff-note", "document")),
        st.booleans() | st.sampled_from(("", "1", "passport:1234")),
    ),
    direction=st.sampled_from(Direction),
    been_at=st.frozensets(st.sampled_from(("registration", "hall"))),
    replaced=st.booleans(),
    inside=st.integers(0, 3),
    note=st.sampled_from(("", "call the host")),
    staffed=st.booleans(),
)

_ticket = st.sampled_from(TICKETS)
_details = st.dictionaries(st.sampled_from(Detail), st.sampled_from(("", "某某"))).map(
    lambda said: tuple(said.items())
)
_place = st.sampled_from(("registration", "hall"))
happened: st.SearchStrategy[Happened] = st.one_of(
    st.builds(CheckedIn, _ticket, _place, st.just("vip"), days),
    st.builds(CheckedOut, _ticket, _place, days),
    st.builds(TurnedAway, st.sampled_from(Reason), _place, days, st.none() | _ticket, st.just(b"")),
    st.builds(
        PrintJobMoved,
        st.sampled_from(JOBS),
        _ticket,
        st.sampled_from(JobState),
        st.integers(1, 3),
        st.sampled_from(("", "desk printer")),
        st.sampled_from(("", "ref-1")),
        st.sampled_from(("", "jam")),
        st.none() | st.integers(0, 2),
    ),
    st.builds(
        PrinterTold,
        st.just("desk printer"),
        st.sampled_from(PrinterOrder),
        st.integers(0, 300),
    ),
    st.builds(HandedOut, _ticket, st.sampled_from(("headset", "gift"))),
    st.builds(AttendeeCorrected, _ticket, _details),
    st.builds(
        TicketChanged,
        _ticket,
        st.none() | st.just("vip"),
        st.none() | st.sampled_from(TicketStatus),
    ),
    st.builds(WalkedIn, _ticket, st.just("W234567"), st.just("press"), _details),
    st.builds(CodesReplaced, _ticket, st.frozensets(st.sampled_from(CodeKind), min_size=1)),
    st.builds(Merged, _ticket, _ticket),
)


def fact(what: Happened, hlc: int, station: str = "desk-1", id_: UUID | None = None) -> Fact:
    """A fact at this reading of the hybrid clock."""
    named = id_ or UUID(int=hlc << 8 | sum(station.encode()) % 251)
    return Fact(named, station, b"12345678", hlc, hlc, NOON, ClockQuality.GOOD, what)


@st.composite
def journals(draw: st.DrawFn) -> list[Fact]:
    """Facts of two stations, some of them voiding others, no two of one id."""
    made: list[Fact] = []
    for number, what in enumerate(draw(st.lists(happened, max_size=12))):
        station = draw(st.sampled_from(("desk-1", "desk-2")))
        hlc = draw(st.integers(1, 8))  # readings of two stations may be equal
        made.append(fact(what, hlc, station, UUID(int=1000 + number)))
    for number, target in enumerate(
        draw(st.lists(st.sampled_from(made), max_size=3)) if made else []
    ):
        void = Voided(target.id, TICKETS[0], "by mistake")
        made.append(fact(void, draw(st.integers(1, 8)), "desk-1", UUID(int=5000 + number)))
    return made
