"""The coach says one thing at a time, long enough to be read, and never to a code that reads."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.services.coaching import PATIENCE_SECONDS, STAYS_SECONDS, Coach, Hint, likeliest
from kiosk.services.ports import CodeLook

FINE = CodeLook(
    width=200, height=200, picture=720, edges=0, busyness=3.0, light=220.0, evenness=0.95,
    burnt=0.0, change=0.05,
)  # fmt: skip
LOOKS: dict[Hint | None, CodeLook] = {
    None: FINE,
    Hint.CLOSER: replace(FINE, width=60, height=90),
    Hint.FURTHER: replace(FINE, width=900, height=700),
    Hint.HOLD_STILL: replace(FINE, evenness=0.1, change=0.15),
    Hint.BRIGHTER: replace(FINE, light=40.0),
    Hint.TILT_AWAY: replace(FINE, burnt=0.1),
    Hint.WHOLE_CODE: replace(FINE, edges=1),
}


@pytest.mark.parametrize(("expected", "look"), LOOKS.items())
def test_each_cause_has_its_remedy(expected: Hint | None, look: CodeLook) -> None:
    assert likeliest(look) is expected


def test_what_trembles_is_to_be_held_still() -> None:
    assert likeliest(replace(FINE, change=0.4)) is Hint.HOLD_STILL


@pytest.mark.parametrize(
    "look",
    [replace(FINE, evenness=0.1, change=0.02), replace(FINE, busyness=1.1, light=40.0)],
    ids=["a column", "a dark corner"],
)
def test_what_stands_in_an_empty_hall_is_no_code(look: CodeLook) -> None:
    assert likeliest(look) is None


def test_a_patterned_shirt_far_away_is_no_code() -> None:
    assert likeliest(replace(LOOKS[Hint.CLOSER], busyness=1.2)) is None


def said(coach: Coach, looks: Sequence[CodeLook | None], start: float = 0.0) -> list[Hint | None]:
    return [coach.hint(look, start + at / 10) for at, look in enumerate(looks)]


def test_a_hint_comes_after_a_moment_and_stays() -> None:
    heard = said(Coach(), [LOOKS[Hint.CLOSER]] * 30)
    assert heard == [None] * 7 + [Hint.CLOSER] * 23


def test_a_hand_that_passes_hears_nothing() -> None:
    assert set(said(Coach(), [LOOKS[Hint.CLOSER]] * 3 + [None] * 20)) == {None}


def test_a_code_that_reads_ends_the_hint_at_once() -> None:
    coach = Coach()
    assert said(coach, [LOOKS[Hint.CLOSER]] * 10)[-1] is Hint.CLOSER
    coach.code_read()
    assert coach.hint(LOOKS[Hint.CLOSER], 1.0) is None


def test_one_odd_frame_changes_nothing() -> None:
    coach = Coach()
    looks = [LOOKS[Hint.TILT_AWAY]] * 10 + [FINE] + [LOOKS[Hint.TILT_AWAY]] * 20
    assert said(coach, list(looks))[7:] == [Hint.TILT_AWAY] * 24


def test_the_hint_goes_when_the_guest_goes() -> None:
    heard = said(Coach(), [LOOKS[Hint.BRIGHTER]] * 10 + [None] * 30)
    assert heard[-1] is None


def test_a_guest_who_follows_one_hint_hears_the_next() -> None:
    heard = said(Coach(), [LOOKS[Hint.FURTHER]] * 15 + [LOOKS[Hint.TILT_AWAY]] * 20)
    assert [hint for hint in dict.fromkeys(heard) if hint] == [Hint.FURTHER, Hint.TILT_AWAY]


@given(st.lists(st.sampled_from([None, *LOOKS.values()]), max_size=120))
def test_no_hint_flickers(looks: list[CodeLook | None]) -> None:
    heard = said(Coach(), looks)
    began: dict[Hint, int] = {}
    for at, hint in enumerate(heard):
        before = heard[at - 1] if at else None
        if hint and hint is not before:
            began[hint] = at
            assert at / 10 >= PATIENCE_SECONDS - 1e-9
        if before and hint is not before:
            assert (at - began[before]) / 10 >= STAYS_SECONDS - 1e-9
