"""The event: its days, its parts, and where a guest should go now."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given

from kiosk.domain.event import Session
from kiosk.domain.words import Language, Words
from tests.given import NOON, an_event
from tests.unit.domain.strategies import moments

EVENT = an_event()
NEW_YORK = replace(EVENT, zone=ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    ("utc", "day"),
    [
        (datetime(2027, 6, 8, 15, 59, 59, tzinfo=UTC), date(2027, 6, 8)),  # 23:59:59 in Shanghai
        (
            datetime(2027, 6, 8, 16, 0, tzinfo=UTC),
            date(2027, 6, 8),
        ),  # midnight: still the same evening
        (datetime(2027, 6, 8, 19, 59, 59, tzinfo=UTC), date(2027, 6, 8)),  # 03:59:59
        (datetime(2027, 6, 8, 20, 0, tzinfo=UTC), date(2027, 6, 9)),  # 04:00
    ],
)
def test_a_day_ends_at_four_in_the_morning(utc: datetime, day: date) -> None:
    assert EVENT.day_of(utc) == day


@pytest.mark.parametrize(
    ("local", "day"),
    [
        # clocks go from 02:00 to 03:00 on 14 March 2027, and back on 7 November
        (datetime(2027, 3, 14, 3, 59, tzinfo=NEW_YORK.zone), date(2027, 3, 13)),
        (datetime(2027, 3, 14, 4, 0, tzinfo=NEW_YORK.zone), date(2027, 3, 14)),
        (datetime(2027, 11, 7, 1, 30, tzinfo=NEW_YORK.zone), date(2027, 11, 6)),
        (datetime(2027, 11, 7, 1, 30, fold=1, tzinfo=NEW_YORK.zone), date(2027, 11, 6)),
        (datetime(2027, 11, 7, 4, 0, tzinfo=NEW_YORK.zone), date(2027, 11, 7)),
    ],
)
def test_the_boundary_stands_on_the_wall_clock_when_summer_time_changes(
    local: datetime, day: date
) -> None:
    assert NEW_YORK.day_of(local.astimezone(UTC)) == day


@given(moments)
def test_days_follow_each_other(at: datetime) -> None:
    today, tomorrow = EVENT.day_of(at), EVENT.day_of(at + timedelta(days=1))
    assert tomorrow - today == timedelta(days=1)


def test_midnight_can_be_the_boundary() -> None:
    event = replace(EVENT, day_boundary=time(0))
    assert event.day_of(datetime(2027, 6, 8, 16, tzinfo=UTC)) == date(2027, 6, 9)


def test_parts_are_found_by_their_ids() -> None:
    vip = EVENT.category("vip")
    assert vip is not None
    assert EVENT.category_numbered(vip.number) == vip
    assert EVENT.category("nobody") is None
    assert EVENT.category_numbered(200) is None
    assert EVENT.checkpoint("nowhere") is None


def test_a_guest_is_sent_to_what_runs_or_comes_next() -> None:
    hour = timedelta(hours=1)

    def session(id_: str, begins: timedelta) -> Session:
        start = NOON + begins
        return Session(id_, Words(id_, id_), Words("A", "A"), start, start + hour)

    event = replace(EVENT, sessions=(session("late", 3 * hour), session("early", hour)))
    found = [event.session_after(NOON + n * hour) for n in range(5)]
    names = [one.id if one else None for one in found]
    assert names == ["early", "early", "late", "late", None]


def test_words_fall_back_on_the_other_language() -> None:
    assert Words("中", "en").in_(Language.ZH) == "中"
    assert Words("中", "en").in_(Language.EN) == "en"
    assert Words("", "en").in_(Language.ZH) == "en"
    assert Words("中", "").in_(Language.EN) == "中"
