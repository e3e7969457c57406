"""Lines that run from right to left, or both ways: as another implementation orders them."""

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from kiosk.badges.bidi import in_visual_order, levels, runs_leftwards

_SIGNS = "abXY 12 دمحם  .,:/+-%$&'\"·"


def seen(text: str, *, leftwards: bool) -> str:
    """The characters of a text from left to right."""
    return "".join(in_visual_order(text, levels(text, leftwards=leftwards)))


@given(st.text(_SIGNS, max_size=24), st.booleans())
def test_letters_stand_where_another_implementation_puts_them(text: str, leftwards: bool) -> None:
    text = " ".join(text.split())
    expected = get_display(text, base_dir="R" if leftwards else "L")
    assert seen(text, leftwards=leftwards) == expected


@pytest.mark.parametrize(
    ("text", "leftwards"),
    [("王伟 محمد", False), ("محمد 王伟", True), ("12 محمد", True), ("דוד", True), ("12", False)],
)
def test_the_first_letter_says_how_a_text_is_read(text: str, leftwards: bool) -> None:
    assert runs_leftwards(text) is leftwards


def test_a_mark_stays_with_its_letter() -> None:
    assert levels("aمَ", leftwards=False) == [0, 1, 1]


def test_nothing_has_no_order() -> None:
    assert seen("", leftwards=True) == ""
