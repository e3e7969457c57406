"""The trial reads good codes, refuses bad ones, and says the same twice."""

import numpy as np
import pytest

from kiosk.badges.code_design import Modules, designed
from kiosk.devices.reading_trial import CONDITIONS, ReadingTrial
from kiosk.devices.trial_pictures import Condition, seen
from tests.given import signed_code

OPAQUE = "AYTCS7RAIVKUGBTQZWHXSZ4MKM"


def symbol(text: str) -> Modules:
    return next(designed(text).symbols())[1]


def test_there_are_six_conditions_of_phones_and_six_of_paper() -> None:
    kinds = [condition.name.split(",")[0] for condition in CONDITIONS]
    assert (kinds.count("phone"), kinds.count("paper")) == (6, 6)


@pytest.mark.parametrize("text", [OPAQUE, signed_code()])
def test_a_good_code_reads_under_all_of_them(text: str) -> None:
    assert ReadingTrial(ease=1.25).failures(symbol(text), text) == ()


@pytest.mark.parametrize("text", [OPAQUE, signed_code()])
def test_a_code_too_small_for_a_camera_reads_under_none(text: str) -> None:
    assert len(ReadingTrial(ease=0.4).failures(symbol(text), text)) == len(CONDITIONS)


def test_a_code_with_a_spoilt_mark_fails() -> None:
    dark = np.array(symbol(OPAQUE))
    dark[:5, :5] = True
    assert ReadingTrial().failures(dark.tolist(), OPAQUE) != ()


def test_a_code_that_says_something_else_fails_everywhere() -> None:
    assert len(ReadingTrial().failures(symbol(OPAQUE), "OTHER")) == len(CONDITIONS)


def test_the_same_code_gives_the_same_answer_and_another_draw_other_pictures() -> None:
    text = signed_code()
    modules = symbol(text)
    answers = {ReadingTrial(ease=0.75).failures(modules, text) for _ in range(3)}
    assert len(answers) == 1
    assert len({ReadingTrial(ease=0.75, draw=n).failures(modules, text) for n in range(5)}) > 1


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda condition: condition.name)
def test_a_picture_is_small_and_the_same_by_the_same_lot(condition: Condition) -> None:
    dark = np.array(symbol(signed_code()))
    picture = seen(dark, condition, 1.0, np.random.default_rng(1))
    assert picture.shape[0] == picture.shape[1] < 400
    again = seen(dark, condition, 1.0, np.random.default_rng(1))
    assert np.array_equal(picture, again)
