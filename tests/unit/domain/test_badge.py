"""The words on a badge."""

from dataclasses import replace
from uuid import UUID

import pytest

from kiosk.domain.attendee import Attendee
from kiosk.domain.badge import BadgeWords, badge_words
from tests.given import CATEGORIES, a_guest, an_event

PERSON = a_guest("A-1", "林若静").attendee


@pytest.mark.parametrize(
    ("name", "latin", "huge", "small"),
    [
        ("林若静", "Lin Ruojing", "林若静", "Lin Ruojing"),
        ("林若静", "", "林若静", ""),
        ("", "Lin Ruojing", "Lin Ruojing", ""),
        ("Lin Ruojing", "Lin Ruojing", "Lin Ruojing", ""),
    ],
)
def test_one_name_is_huge_and_the_other_small(name: str, latin: str, huge: str, small: str) -> None:
    words = badge(replace(PERSON, name=name, latin_name=latin))
    assert (words.name, words.second_name) == (huge, small)


def test_somebody_unknown_gets_a_badge_without_a_name() -> None:
    words = badge(None)
    assert (words.name, words.second_name, words.company, words.title) == ("", "", "", "")
    assert words.category == CATEGORIES[0].name
    assert words.code == "CODE"


def badge(attendee: Attendee | None) -> BadgeWords:
    return badge_words(an_event(), CATEGORIES[0], attendee, UUID(int=1), "A-1", "CODE")
