"""A code that does not read is made anew, and never given out."""

from itertools import repeat

import pytest

from kiosk.badges.code_design import Modules
from kiosk.composition.proven_codes import MOST_TEXTS, proven
from kiosk.devices.reading_trial import ReadingTrial
from kiosk.services.trouble import Misconfigured
from tests.given import signed_code

OPAQUE = "AYTCS7RAIVKUGBTQZWHXSZ4MKM"


class Failing:
    """A trial in which the first so many symbols are not read."""

    def __init__(self, first: int) -> None:
        self.first, self.asked = first, 0

    def __call__(self, modules: Modules, text: str) -> tuple[str, ...]:
        self.asked += 1
        return ("phone, far",) if self.asked <= self.first else ()


def test_a_good_code_keeps_its_text() -> None:
    code = proven([signed_code()], ReadingTrial(ease=1.25).failures)
    assert (code.text, len(code.modules), code.sent_back) == (signed_code(), 37, 0)


@pytest.mark.parametrize(("first", "text"), [(0, "A"), (7, "A"), (8, "B"), (17, "C")])
def test_masks_are_tried_before_another_text(first: int, text: str) -> None:
    code = proven("ABCD", Failing(first))
    assert (code.text, code.sent_back) == (text, first)


def test_when_nothing_reads_nothing_is_issued() -> None:
    with pytest.raises(Misconfigured):
        proven(repeat(OPAQUE), trial := Failing(10_000))
    assert trial.asked == 8 * MOST_TEXTS
