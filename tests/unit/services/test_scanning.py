"""Which of the codes in view counts: once while it is held up, the guest's own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.services.ports import CodeSeen
from kiosk.services.scanning import Scanning

SIZE = (1280, 720)
TICKET, OTHER_TICKET = "A2" * 13, "B3" * 13
WEBSITE, PAYMENT = "https://example.com/menu", "wxp://f2f0"


def code(
    text: str, x: float = 640, y: float = 360, side: float = 200, *, rescued: bool = False
) -> CodeSeen:
    left, top, right, bottom = (round(v) for v in (x, y, x + side, y + side))
    half = round(side / 2)
    corners = tuple(
        (px - half, py - half)
        for px, py in ((left, top), (right, top), (right, bottom), (left, bottom))
    )
    return CodeSeen(text, corners, rescued)


def counted(scanning: Scanning, at: float, *codes: CodeSeen | str) -> tuple[str, ...]:
    return scanning.fresh([code(c) if isinstance(c, str) else c for c in codes], SIZE, at)


def test_a_code_held_up_counts_once() -> None:
    scanning = Scanning(3.0)
    seen = [counted(scanning, at / 10, "A") for at in range(300)]
    assert seen == [("A",), *[()] * 299]


def test_a_code_counts_again_after_it_was_away() -> None:
    scanning = Scanning(3.0)
    assert counted(scanning, 0.0, "A") == ("A",)
    assert counted(scanning, 1.0) == ()
    assert counted(scanning, 3.0, "A") == ()  # away for three seconds, not longer
    assert counted(scanning, 6.1, "A") == ("A",)


def test_a_code_that_a_scanner_typed_does_not_count_for_a_camera_too() -> None:
    scanning = Scanning(3.0)
    assert scanning.typed("A", 0.0)
    assert counted(scanning, 0.2, "A") == ()
    assert counted(scanning, 2.9, "A") == ()
    assert counted(scanning, 6.1, "A") == ("A",)


def test_a_code_that_a_camera_counted_is_no_other_one_to_a_scanner() -> None:
    scanning = Scanning(3.0)
    assert counted(scanning, 0.0, "A") == ("A",)
    assert not scanning.typed("A", 0.2)
    assert scanning.typed("B", 0.2)
    assert scanning.typed("A", 3.3)
    scanning.refused("A")
    assert counted(scanning, 5.0, "A") == ("A",)


def test_a_scanner_that_types_a_code_again_is_heard_again() -> None:
    scanning = Scanning(3.0)
    assert [scanning.typed("A", at / 10) for at in range(5)] == [True] * 5


def test_a_flickering_code_is_the_same_one() -> None:
    scanning = Scanning(3.0)
    seen = [counted(scanning, at, *(["A"] if at % 2 else [])) for at in range(1, 20)]
    assert sum(len(one) for one in seen) == 1


def test_a_refused_code_explains_itself_again_when_it_is_shown_again() -> None:
    scanning = Scanning(3.0)
    assert counted(scanning, 0.0, "A") == ("A",)
    scanning.refused("A")
    scanning.refused("never seen")
    assert counted(scanning, 0.9, "A") == ()  # still held up
    assert counted(scanning, 2.0, "A") == ("A",)
    assert counted(scanning, 4.0, "A") == ()  # not refused this time


def test_a_code_that_nobody_could_take_counts_at_its_next_frame() -> None:
    scanning = Scanning()
    counted(scanning, 0.0, "A")
    scanning.release("A")
    scanning.release("never seen")
    assert counted(scanning, 0.1, "A") == ("A",)


def test_codes_side_by_side_are_handed_on_together_the_largest_first() -> None:
    scanning = Scanning()
    pair = code("A", 500, side=180), code("B", 780, side=220), code("A", 500, side=180)
    assert counted(scanning, 0.0, *pair) == ("B", "A")
    assert counted(scanning, 0.1, *pair) == ()


def test_the_code_in_the_guide_frame_is_meant() -> None:
    scanning = Scanning()
    assert counted(scanning, 0.0, code("A", 640, side=180), code("B", 1150, side=200)) == ("A",)
    assert counted(scanning, 0.1, code("B", 640)) == ("B",)


def test_a_code_in_the_background_is_not_meant() -> None:
    scanning = Scanning()
    assert counted(scanning, 0.0, code("A", 560, side=240), code("B", 760, side=100)) == ("A",)
    assert counted(scanning, 0.1, code("B", 760, side=100)) == ("B",)


def test_a_foreign_code_counts_at_its_second_frame() -> None:
    scanning = Scanning()
    assert counted(scanning, 0.0, PAYMENT) == ()
    assert counted(scanning, 0.1, PAYMENT) == (PAYMENT,)
    assert counted(scanning, 0.2, PAYMENT) == ()


@pytest.mark.parametrize("ticket", [TICKET, "just some text"])
def test_a_poster_beside_a_ticket_says_nothing(ticket: str) -> None:
    scanning = Scanning()
    poster = code(WEBSITE, 500, side=400)
    for frame in range(5):
        assert counted(scanning, frame / 10, poster, code(ticket, 900)) == (
            (ticket,) if frame == 0 else ()
        )


def test_a_rescued_text_without_a_known_form_is_confirmed_by_a_second_frame() -> None:
    scanning = Scanning()
    assert counted(scanning, 0.0, code("4950", rescued=True)) == ()
    assert counted(scanning, 0.1, code("4951", rescued=True)) == ()
    assert counted(scanning, 0.2, code("4950", rescued=True)) == ("4950",)


def test_a_rescued_ticket_of_a_known_form_counts_at_once() -> None:
    scanning = Scanning()
    assert counted(scanning, 0.0, code(TICKET, rescued=True)) == (TICKET,)
    scanning.expect([r"^https://tickets\.example\.com/(?P<code>\w+)$"])
    address = "https://tickets.example.com/AB12"
    assert counted(scanning, 0.1, code(address, rescued=True)) == (address,)


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
        for text in counted(scanning, at, *texts):
            assert at - last_seen.get(text, at - 3) > 2.0
        last_seen |= dict.fromkeys(texts, at)


@pytest.mark.parametrize("rearm", [0.2, 3.0, 600.0])
def test_the_pause_is_the_settings_own(rearm: float) -> None:
    scanning = Scanning(rearm)
    counted(scanning, 0.0, "A")
    assert counted(scanning, rearm, "A") == ()
    assert counted(scanning, rearm * 2.01, "A") == ("A",)
