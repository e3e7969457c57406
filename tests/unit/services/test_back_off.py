"""How long to wait before asking again."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.services.back_off import LONGEST_SECONDS, PATIENCE_SECONDS, BackOff


@given(st.floats(0, 1), st.integers(1, 2000))
def test_a_wait_lies_between_nothing_and_the_ceiling(chance: float, failures: int) -> None:
    waiting = BackOff(lambda: chance)
    waits = [waiting.failed() for _ in range(failures)]
    assert all(0 <= wait <= LONGEST_SECONDS for wait in waits)


def test_the_ceiling_doubles_and_is_forgotten_after_a_success() -> None:
    waiting = BackOff(lambda: 1.0)
    assert [waiting.failed() for _ in range(7)] == [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0]
    waiting.succeeded()
    assert waiting.failed() == 1.0


def test_the_hubs_own_word_comes_first_within_reason() -> None:
    waiting = BackOff(lambda: 0.5)
    assert waiting.failed(10) == 11.0
    assert waiting.failed(1e9) == PATIENCE_SECONDS
