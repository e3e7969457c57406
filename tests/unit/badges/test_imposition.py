"""Where badges go on paper: backs, folds, sheets, and marks for the knife."""

from dataclasses import replace

import pytest

from kiosk.badges.imposition import Page, sheets, single
from kiosk.badges.layout import Layout
from kiosk.badges.template import SheetPlan, Template

FRONT, BACK = Layout(90, 130, (), ()), Layout(90, 130, (), ("back",))
PLAIN = Template(90, 130, ())
FOUR_UP = SheetPlan(210, 297, 2, 2, 0)


def places(page: Page) -> list[tuple[float, float, bool]]:
    return [(part.x, part.y, part.turned) for part in page.parts]


def test_a_badge_with_a_back_is_two_pages() -> None:
    pages = single(PLAIN, (FRONT, BACK))
    assert [(page.width, page.height) for page in pages] == [(90, 130), (90, 130)]
    assert [page.lines for page in pages] == [(), ()]


def test_a_folded_badge_has_its_back_upside_down_above() -> None:
    (page,) = single(replace(PLAIN, fold=True), (FRONT, BACK))
    assert (page.width, page.height) == (90, 260)
    assert places(page) == [(0, 130, False), (0, 0, True)]
    assert [line.y + line.h / 2 for line in page.lines] == [130, 130]


def test_cut_marks_stand_around_the_badge_and_not_on_it() -> None:
    (page,) = single(replace(PLAIN, cut=5), (FRONT,))
    assert (page.width, page.height) == (100, 140)
    assert places(page) == [(5, 5, False)]
    assert len(page.lines) == 8
    for line in page.lines:
        outside_across = line.x + line.w <= 5 or line.x >= 95
        outside_down = line.y + line.h <= 5 or line.y >= 135
        assert outside_across or outside_down
        assert 0 <= line.x <= line.x + line.w <= 100


def test_a_fold_among_cut_marks_is_marked_too() -> None:
    (page,) = single(replace(PLAIN, cut=5, fold=True), (FRONT, BACK))
    assert (page.width, page.height) == (100, 270)
    assert len(page.lines) == 10


def test_badges_fill_a_sheet_row_by_row() -> None:
    first, second = sheets(PLAIN, FOUR_UP, [(FRONT,)] * 5)
    assert places(first) == [
        (15, 18.5, False), (105, 18.5, False), (15, 148.5, False), (105, 148.5, False),
    ]  # fmt: skip
    assert places(second) == [(15, 18.5, False)]


def test_no_cut_mark_is_printed_on_a_neighbour() -> None:
    (page,) = sheets(PLAIN, FOUR_UP, [(FRONT,)] * 4)
    for line in page.lines:
        x, y = line.x + line.w / 2, line.y + line.h / 2
        assert not (15 < x < 195 and 18.5 < y < 278.5)


def test_backs_are_mirrored_for_a_printer_that_turns_the_paper_over() -> None:
    fronts, backs = sheets(PLAIN, FOUR_UP, [(FRONT, BACK)] * 3)
    assert [x for x, _, _ in places(fronts)] == [15, 105, 15]
    assert [x for x, _, _ in places(backs)] == [105, 15, 105]
    assert [part.layout for part in backs.parts] == [BACK] * 3


def test_folded_badges_keep_together_on_a_sheet() -> None:
    plan = SheetPlan(210, 297, 2, 1, 5)
    (page,) = sheets(replace(PLAIN, fold=True), plan, [(FRONT, BACK)] * 2)
    assert len(page.parts) == 4
    assert {part.turned for part in page.parts} == {False, True}


@pytest.mark.parametrize("count", [0, 1, 4, 9])
def test_nobody_is_left_out(count: int) -> None:
    printed = sum(len(page.parts) for page in sheets(PLAIN, FOUR_UP, [(FRONT,)] * count))
    assert printed == count
