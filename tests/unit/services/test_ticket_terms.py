"""Sessions, invitations, validity, notes and groups of a list: known by id or by any name."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kiosk.domain.event import Session
from kiosk.domain.words import Words
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import Listed, ListRow, Rejected, RowReader
from tests.given import CHECKPOINTS, FURTHER, NOON, an_event

BATTERY = Session("battery", Words("电池论坛", "Batteries"), Words("", ""), NOON, NOON)
SUMMIT = replace(an_event(), sessions=(BATTERY,), checkpoints=CHECKPOINTS + FURTHER)
HEADINGS = {Column.NAME: "姓名", Column.NUMBER: "票号", Column.SESSIONS: "场次"}
GOOD = {"number": "A-1", "name": "林若静", "category": "代表"}


def read(**changed: str) -> Listed | tuple[Rejected, ...]:
    values = {Column(key): text for key, text in {**GOOD, **changed}.items()}
    return RowReader(SUMMIT, HEADINGS).read(ListRow(7, values))


def good(**changed: str) -> Listed:
    listed = read(**changed)
    assert isinstance(listed, Listed)
    return listed


@pytest.mark.parametrize("text", ["battery", "电池论坛", "BATTERIES", " battery ; 电池论坛 "])
def test_a_session_is_known_by_any_of_its_names(text: str) -> None:
    assert good(sessions=text).ticket.sessions == frozenset({"battery"})
    assert good(sessions=text).warned == ()


def test_an_unknown_session_opens_no_door_and_is_told() -> None:
    listed = good(sessions="battery、茶歇", invitations="晚宴,屋顶")
    assert listed.ticket.sessions == frozenset({"battery", "茶歇"})
    assert listed.ticket.invitations == frozenset({"dinner", "屋顶"})
    told = [(one.column, one.problem.zh) for one in listed.warned]
    assert [column for column, _ in told] == ["场次", "invitations"]
    assert ["茶歇" in told[0][1], "屋顶" in told[1][1]] == [True, True]


def test_a_span_is_on_the_events_clock_unless_it_says_another() -> None:
    ticket = good(valid_from="2027/06/08 09:00", valid_until="2027-06-09T10:00:00Z").ticket
    assert ticket.valid_from == datetime(2027, 6, 8, 1, tzinfo=UTC)
    assert ticket.valid_until == datetime(2027, 6, 9, 10, tzinfo=UTC)


@pytest.mark.parametrize("text", ["soon", "1999-01-01", "2027-13-01"])
def test_a_moment_that_is_none_rejects_the_row(text: str) -> None:
    wrong = read(valid_until=text)
    assert isinstance(wrong, tuple)
    assert [(one.column, text in one.problem.en) for one in wrong] == [("valid_until", True)]


def test_notes_and_groups_come_along() -> None:
    listed = good(note="请联系主持人", group="重庆代表团")
    assert (listed.attendee.note, listed.attendee.group) == ("请联系主持人", "重庆代表团")
