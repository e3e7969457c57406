"""Pictures that hold still are given everything, and a second opinion that must agree."""

import cv2
import numpy as np

from kiosk.devices.qr_reading import Grey
from kiosk.devices.second_opinion import WeChatReader
from kiosk.devices.still_pictures import StillPictureDecoder
from tests.unit.devices.pictures_of_codes import TEXT, drawn, on_cloth, on_desk

OUTLINE = np.array([[10, 10], [90, 10], [90, 90], [10, 90]], np.float32)


def saying(*texts: str) -> WeChatReader:
    """A second opinion that says these, one each time it is asked."""
    answers = iter(texts)

    def detect(picture: Grey) -> tuple[list[str], list[Grey]]:
        text = next(answers)
        return ([text], [OUTLINE]) if text else ([], [])  # type: ignore[list-item]

    return WeChatReader(detect)


def test_a_large_photograph_is_read_in_its_own_pixels() -> None:
    picture = cv2.resize(on_cloth(5), (2400, 1800), interpolation=cv2.INTER_CUBIC)
    (seen,) = StillPictureDecoder().read(np.asarray(picture, np.uint8))
    assert seen.text == TEXT
    x, y = np.mean(seen.corners, axis=0)
    assert abs(x - 1200) < 40
    assert abs(y - 900) < 40


def test_the_second_opinion_counts_when_it_says_the_same_twice() -> None:
    decoder = StillPictureDecoder(second_opinion=saying("TWICE", "TWICE"))
    (seen,) = decoder.read(np.full((480, 640), 100, np.uint8))
    assert seen.text == "TWICE"
    assert decoder.read_by == "second opinion"
    assert seen.corners[0] == (14, 14)


def test_the_second_opinion_does_not_count_when_it_wavers() -> None:
    for answers in (("ONE", "ANOTHER"), ("ONCE", ""), ("", "")):
        decoder = StillPictureDecoder(second_opinion=saying(*answers))
        assert decoder.read(np.full((480, 640), 100, np.uint8)) == ()


def test_the_real_second_opinion_reads_and_raises_on_nothing() -> None:
    reader = WeChatReader()
    (seen,) = reader.read(on_desk(drawn(6)))
    assert seen.text == TEXT
    for shape in ((1, 1), (3, 900), (30, 30), (480, 640)):
        assert reader.read(np.full(shape, 90, np.uint8)) == ()


def test_no_stage_begins_after_the_budget_is_spent() -> None:
    ticks = iter(range(1000))
    asked = saying()
    decoder = StillPictureDecoder(5000, cpu=lambda: next(ticks), second_opinion=asked)
    assert decoder.read(np.full((480, 640), 100, np.uint8)) == ()
    assert next(ticks) < 10
