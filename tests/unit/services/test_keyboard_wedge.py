"""A scanner that types is told from a person by the pauses between keys."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.services.keyboard_wedge import GAP_MS, LATE_MS, MOST, ByHand, KeyboardWedge, Scan


def typed(text: str, pauses: list[int], wedge: KeyboardWedge | None = None) -> KeyboardWedge:
    """A wedge that saw this text, with these milliseconds before each key but the first."""
    wedge, at = wedge or KeyboardWedge(), 1000
    for place, key in enumerate(text):
        at += pauses[place - 1] if place else 0
        if place:
            assert wedge.continues(at)
        wedge.key(key, at)
    return wedge


@pytest.mark.parametrize("pause", [0, 2, 15, 30, 36])
@pytest.mark.parametrize("ends", [True, False])
def test_a_scanner_is_recognised_with_and_without_a_suffix(pause: int, ends: bool) -> None:
    code = "ZJRJJA4CVD5XHCINVZ2WE7PP2E"
    wedge = typed(code, [pause] * len(code))
    said = wedge.ended(1000 + pause * len(code)) if ends else wedge.silence()
    assert said == Scan(code)
    assert not wedge.waiting


def test_a_hiccup_of_the_system_does_not_break_a_scan() -> None:
    assert typed("CODE-1234", [2, 2, 48, 2, 2, 2, 2, 2]).silence() == Scan("CODE-1234")


@pytest.mark.parametrize("text", ["n", "ab", "the", "12345"])
def test_a_few_fast_keys_without_enter_are_a_persons(text: str) -> None:
    assert typed(text, [20] * len(text)).silence() == ByHand()


def test_a_short_code_needs_its_enter_at_once() -> None:
    assert typed("A123", [5, 5, 5]).ended(1020) == Scan("A123")
    assert typed("A123", [5, 5, 5]).ended(1016 + GAP_MS) == ByHand()


@given(st.lists(st.integers(45, GAP_MS), min_size=5, max_size=60))
def test_the_fastest_typist_is_never_a_scanner(pauses: list[int]) -> None:
    text = "x" * (len(pauses) + 1)
    assert typed(text, pauses).silence() == ByHand()
    assert typed(text, pauses).ended(1000 + sum(pauses)) == ByHand()


def test_an_enter_that_comes_late_belongs_to_the_scan() -> None:
    wedge = typed("CODE-1234", [2] * 8)
    assert wedge.silence() == Scan("CODE-1234")
    assert wedge.is_late(1016 + LATE_MS)
    assert not wedge.is_late(1017 + LATE_MS)
    wedge.key("x", 1100)
    assert not wedge.is_late(1101)


def test_an_enter_after_a_person_is_the_persons() -> None:
    wedge = typed("ab", [10])
    assert wedge.silence() == ByHand()
    assert not wedge.is_late(1020)


def test_a_jammed_key_does_not_fill_the_memory() -> None:
    wedge = typed("x" * MOST, [1] * MOST)
    assert not wedge.continues(1000 + MOST)
