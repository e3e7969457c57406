"""A code counts once while it is held up, and again after it was away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.services.scanning import Scanning


def test_a_code_held_up_counts_once() -> None:
    scanning = Scanning(3.0)
    counted = [scanning.fresh(["A"], at / 10) for at in range(300)]
    assert counted == [("A",), *[()] * 299]


def test_a_code_counts_again_after_it_was_away() -> None:
    scanning = Scanning(3.0)
    assert scanning.fresh(["A"], 0.0) == ("A",)
    assert scanning.fresh([], 1.0) == ()
    assert scanning.fresh(["A"], 3.0) == ()  # away for three seconds, not longer
    assert scanning.fresh(["A"], 6.1) == ("A",)


def test_a_flickering_code_is_the_same_one() -> None:
    scanning = Scanning(3.0)
    seen = [scanning.fresh(["A"] if at % 2 else [], at) for at in range(1, 20)]
    assert sum(len(one) for one in seen) == 1


def test_two_codes_in_one_picture_count_once_each() -> None:
    scanning = Scanning()
    assert scanning.fresh(["A", "B", "A"], 0.0) == ("A", "B")
    assert scanning.fresh(["B", "C"], 0.1) == ("C",)


def test_a_code_that_nobody_could_take_counts_at_its_next_frame() -> None:
    scanning = Scanning()
    scanning.fresh(["A"], 0.0)
    scanning.release("A")
    scanning.release("never seen")
    assert scanning.fresh(["A"], 0.1) == ("A",)


steps = st.lists(
    st.tuples(st.floats(0, 5), st.lists(st.sampled_from("ABC"), max_size=3)), max_size=30
)


@given(steps)
def test_between_two_counts_of_a_code_it_was_out_of_view(
    pictures: list[tuple[float, list[str]]],
) -> None:
    scanning, at = Scanning(2.0), 0.0
    last_seen: dict[str, float] = {}
    for pause, texts in pictures:
        at += pause
        for text in scanning.fresh(texts, at):
            assert at - last_seen.get(text, at - 3) > 2.0
        last_seen |= dict.fromkeys(texts, at)


@pytest.mark.parametrize("rearm", [0.2, 3.0, 600.0])
def test_the_pause_is_the_settings_own(rearm: float) -> None:
    scanning = Scanning(rearm)
    scanning.fresh(["A"], 0.0)
    assert scanning.fresh(["A"], rearm) == ()
    assert scanning.fresh(["A"], rearm * 2.01) == ("A",)
