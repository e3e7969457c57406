"""The event file: a whole event, or a complaint that names the key."""

from datetime import UTC, date, datetime, time

import pytest

from kiosk.domain.event import BadgePolicy, EntryPolicy
from kiosk.domain.words import Words
from kiosk.lists.event_file import parse_event
from kiosk.lists.plain_event import is_plain, plain_event
from kiosk.services.trouble import Misconfigured
from tests.given import an_issuer

WHOLE = f"""
[event]
slug = "summit"
zh = "峰会"
venue_zh = "会议中心"
days = [2027-06-09, 2027-06-08]
code_patterns = ['^T(?P<code>[0-9]+)$']
issuers = ["{an_issuer().public_text}"]
[[category]]
id = "vip"
number = 2
zh = "贵宾"
colour = "#8A6A1F"
aliases = ["嘉宾"]
badge = "on_request"
[[checkpoint]]
id = "lounge"
zh = "贵宾室"
policy = "once_a_day"
categories = ["vip"]
opens = 2027-06-08T09:00:00
closes = 2027-06-08T10:00:00Z
[[session]]
id = "keynote"
en = "Keynote"
starts = 2027-06-08T09:30:00
ends = 2027-06-08T10:30:00
[[question]]
id = "photo"
zh = "拍照？"
categories = ["vip"]
"""


def test_a_whole_event() -> None:
    event = parse_event(WHOLE)
    assert event.days == (date(2027, 6, 8), date(2027, 6, 9))
    assert event.day_boundary == time(4)
    assert event.issuers == (an_issuer().public,)
    (category,) = event.categories
    assert (category.name, category.badge) == (Words("贵宾", ""), BadgePolicy.ON_REQUEST)
    (checkpoint,) = event.checkpoints
    assert (checkpoint.policy, checkpoint.categories) == (
        EntryPolicy.ONCE_A_DAY,
        frozenset({"vip"}),
    )
    assert event.questions[0].categories == frozenset({"vip"})


def test_times_without_a_zone_are_the_events_own() -> None:
    (checkpoint,) = parse_event(WHOLE).checkpoints
    assert checkpoint.opens == datetime(2027, 6, 8, 1, tzinfo=UTC)
    assert checkpoint.closes == datetime(2027, 6, 8, 10, tzinfo=UTC)
    assert parse_event(WHOLE).sessions[0].starts == datetime(2027, 6, 8, 1, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("good", "bad", "place"),
    [
        ('slug = "summit"', "", "event.slug"),
        ('slug = "summit"', 'slug = "Sum mit"', "event.slug"),
        ('zh = "峰会"', "", "event"),
        ('zh = "峰会"', 'zh = "峰会"\nzone = "Mars/Base"', "event.zone"),
        ('zh = "峰会"', 'zh = "峰会"\nzone = "../etc"', "event.zone"),
        ('zh = "峰会"', 'zh = "峰会"\nzones = "UTC"', "event.zones"),
        ("(?P<code>[0-9]+)", "([0-9]+)", "event.code_patterns.1"),
        ("(?P<code>[0-9]+)", "(?P<code>[0-9]", "event.code_patterns.1"),
        (f'"{an_issuer().public_text}"', '"c2hvcnQ="', "event.issuers.1"),
        (f'"{an_issuer().public_text}"', '"not base64"', "event.issuers.1"),
        ("number = 2", "number = 0", "category.1.number"),
        ("number = 2", "number = 256", "category.1.number"),
        ("#8A6A1F", "gold", "category.1.colour"),
        ('"on_request"', '"sometimes"', "category.1.badge"),
        ('policy = "once_a_day"', 'policy = "often"', "checkpoint.1.policy"),
        (
            'policy = "once_a_day"',
            'policy = "once"\npause_minutes = 5',
            "pause_minutes says nothing",
        ),
        ('policy = "once_a_day"', 'requires = "lounge"', "requires itself"),
        ('policy = "once_a_day"', 'requires = "nowhere"', "unknown checkpoint nowhere"),
        ('policy = "once_a_day"', 'sessions = ["nothing"]', "unknown session nothing"),
        ('policy = "once_a_day"', "capacity = 0", "checkpoint.1.capacity"),
        ('policy = "once_a_day"', 'daily = ["18:00:00", "09:00:00"]', "closes before that"),
        ('zh = "拍照？"', 'zh = "拍照？"\nkind = "choice"', "two or more"),
        ('zh = "拍照？"', 'zh = "拍照？"\nchoices_zh = ["a", "b"]', "kind is yes_no"),
        (
            'zh = "拍照？"',
            'zh = "拍照？"\nkind = "choice"\nchoices_zh = ["a", "b"]\nchoices_en = ["a"]',
            "as many choices_zh",
        ),
        ('id = "photo"', 'id = "staff-note"', "the rules use themselves"),
        ("opens = 2027-06-08T09:00:00", 'opens = "soon"', "checkpoint.1.opens"),
        ("ends = 2027-06-08T10:30:00", "ends = 2027-06-08T09:30:00", "session.1"),
        ("ends = 2027-06-08T10:30:00", "ends = 2027-06-08T10:30:00Z", "session.1"),
        ('zh = "拍照？"', 'zh = "拍照？"\nrequired = false', "question.1.required"),
        ('categories = ["vip"]\nopens', 'categories = ["gods"]\nopens', "lounge"),
        ('id = "photo"', 'id = "-"', "question.1.id"),
        ("[[category]]", "[[category]", "line"),
    ],
)
def test_a_mistake_names_its_place_and_the_file(good: str, bad: str, place: str) -> None:
    assert good in WHOLE
    with pytest.raises(Misconfigured) as caught:
        parse_event(WHOLE.replace(good, bad, 1), "gala.toml")
    assert place in caught.value.title.en
    assert "gala.toml" in caught.value.title.zh
    assert caught.value.advice.zh


SECOND = '[[category]]\nid = "{id}"\nnumber = {number}\nzh = "二"\ncolour = "#000000"\n'


@pytest.mark.parametrize(
    ("id_", "number", "says"),
    [("vip", 3, "two of one category: vip"), ("two", 2, "two of one category number: 2")],
)
def test_two_of_one_are_one_too_many(id_: str, number: int, says: str) -> None:
    with pytest.raises(Misconfigured, match=says):
        parse_event(WHOLE + SECOND.format(id=id_, number=number))


def test_a_plain_event_has_one_desk_and_the_lists_categories() -> None:
    text = plain_event(("媒体", 'the "best" \\ ones', "two\nlines"))
    event = parse_event(text)
    assert is_plain(text)
    assert [c.name.zh for c in event.categories] == ["媒体", 'the "best" \\ ones', "two lines"]
    assert [c.id for c in event.checkpoints] == ["registration"]
    assert len({c.colour for c in event.categories}) == 3


def test_a_plain_event_without_categories_has_one() -> None:
    assert [c.name.zh for c in parse_event(plain_event(())).categories] == ["参会者"]


def test_an_organisers_event_is_not_plain() -> None:
    assert not is_plain(WHOLE)
    assert not is_plain("")
