"""Facts as messages: every kind comes back as it went, and what nobody knows is passed on."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kiosk.domain.admission import Reason
from kiosk.domain.attendee import CodeKind, Detail, TicketStatus
from kiosk.domain.journal import (
    AttendeeCorrected,
    CheckedIn,
    CheckedOut,
    CodesReplaced,
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
from kiosk.domain.rarer_facts import DoubleSettled, Unfamiliar
from kiosk.wire.chain import chained
from kiosk.wire.facts import FactMessage
from kiosk.wire.whole_facts import fact_from
from tests.given import DAYS
from tests.hubs.facts import a_fact, a_message

TICKET, OTHER = UUID(int=1), UUID(int=2)
HAPPENED: list[Happened] = [
    CheckedIn(TICKET, "hall", "vip", DAYS[0], (("hotel", "北楼"), ("photo", True))),
    CheckedIn(TICKET, "hall", "vip", DAYS[0], (), Reason.UNPAID, "王五", "已电话确认"),
    CheckedOut(TICKET, "hall", DAYS[1]),
    TurnedAway(Reason.UNKNOWN, "hall", DAYS[0], None, b"z" * 16),
    TurnedAway(Reason.UNPAID, "hall", DAYS[0], TICKET, b"z" * 16),
    Voided(UUID(int=9), TICKET, "wrong guest"),
    PrintJobMoved(UUID(int=8), TICKET, JobState.SENT, 2, "A", "17", "lost", 3),
    PrinterTold("A", PrinterOrder.LOAD, 200),
    HandedOut(TICKET, "headset", "左耳坏"),
    DoubleSettled(TICKET, "hall", (UUID(int=3), UUID(int=4)), "本人两次"),
    AttendeeCorrected(TICKET, ((Detail.NAME, "欧阳"),)),
    TicketChanged(TICKET, "press", TicketStatus.VALID, "补票"),
    WalkedIn(TICKET, "W-1", "vip", ((Detail.NAME, "赵六"),)),
    CodesReplaced(TICKET, frozenset({CodeKind.BADGE})),
    Merged(TICKET, OTHER),
    Unfamiliar("danced", TICKET, '{"with":"joy"}'),
]


@pytest.mark.parametrize("what", HAPPENED, ids=lambda what: type(what).__name__)
def test_every_kind_comes_back_as_it_went(what: Happened) -> None:
    fact = a_fact(what)
    travelled = FactMessage.model_validate_json(a_message(fact).model_dump_json())
    assert fact_from(travelled) == fact


@pytest.mark.parametrize("what", HAPPENED, ids=lambda what: type(what).__name__)
def test_what_is_personal_is_nowhere_else(what: Happened) -> None:
    message = a_message(a_fact(what))
    for word in ("北楼", "王五已", "已电话", "左耳", "本人", "欧阳", "补票", "赵六"):
        assert word not in message.body
    without = message.model_copy(update={"personal": ""})
    assert type(fact_from(without).what) is type(what)


@given(st.text(), st.text(min_size=1, max_size=20), st.text())
def test_a_body_that_nobody_can_read_is_kept_as_it_is(body: str, kind: str, said: str) -> None:
    message = a_message(a_fact(Voided(UUID(int=9), TICKET, ""))).model_copy(
        update={"kind": kind, "body": body, "personal": said}
    )
    fact = fact_from(message)
    if isinstance(fact.what, Unfamiliar):
        assert (fact.what.kind, fact.what.body) == (kind, body)


def test_a_newer_version_may_say_more() -> None:
    said = a_message(a_fact(HAPPENED[0])).model_dump() | {"mood": "good"}
    assert FactMessage.model_validate(said) == a_message_without_mood(said)


def a_message_without_mood(said: dict[str, object]) -> FactMessage:
    return FactMessage.model_validate({k: v for k, v in said.items() if k != "mood"})


@pytest.mark.parametrize(
    "wrong",
    [
        {"number": 0},
        {"hlc": -1},
        {"hlc": 1 << 63},
        {"at_ms": 1 << 47},
        {"station": ""},
        {"station": "a\x00b"},
        {"body": "x" * 20_001},
        {"incarnation": "XY"},
        {"id": "no"},
    ],
)
def test_a_frame_that_is_none_is_turned_down(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        FactMessage.model_validate(a_message(a_fact(HAPPENED[0])).model_dump() | wrong)


def test_the_chain_tells_any_two_journals_apart() -> None:
    one, two = UUID(int=1), UUID(int=2)
    assert chained(chained("", one), two) != chained(chained("", two), one)
    assert chained("", one) == chained("", one)
