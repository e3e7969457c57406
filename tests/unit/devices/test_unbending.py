"""Finder marks are found by shape, and grids followed wherever the surface goes."""

import cv2
import numpy as np
import pytest

from kiosk.devices.covered_marks import completed
from kiosk.devices.finder_marks import finder_marks, trios
from kiosk.devices.qr_reading import read_codes
from kiosk.devices.rescue_stages import over
from kiosk.devices.rescuing import RescuingDecoder
from kiosk.devices.unbending import read_bent, read_quickly
from tests.studio.codes import Symbol
from tests.unit.devices.pictures_of_codes import TEXT, drawn, on_cloth, on_desk


def test_the_three_marks_of_a_code_are_found_and_put_in_order() -> None:
    marks = finder_marks(over(on_desk(drawn(6)), 128))
    assert len(marks) == 3
    trio = trios(marks)[0]
    assert trio.top_left.x < trio.top_right.x
    assert trio.top_left.y < trio.bottom_left.y
    assert abs(trio.modules - 25) < 0.6


@pytest.mark.parametrize("strength", [0, 3, 5])
def test_a_code_is_read_on_cloth(strength: float) -> None:
    picture = on_cloth(strength)
    trio = trios(finder_marks(over(picture, 128)))[0]
    assert [code.text for code in read_bent(picture, trio)] == [TEXT]


@pytest.mark.parametrize("turned", [30, 90, 200])
def test_turned_or_light_on_dark_makes_no_difference(turned: float) -> None:
    turn = cv2.getRotationMatrix2D((320, 240), turned, 1)
    picture = cv2.warpAffine(on_cloth(3, module=6), turn, (640, 480), borderValue=(150,))
    trio = trios(finder_marks(over(np.asarray(picture, np.uint8), 128)))[0]
    negative = np.asarray(cv2.bitwise_not(picture), np.uint8)
    assert [code.text for code in read_bent(negative, trio)] == [TEXT]


def test_one_quick_try_leaves_large_codes_to_who_has_time() -> None:
    large = Symbol("A" * 400, "M")
    picture = on_desk(drawn(6, large), 640, 640)
    trio = trios(finder_marks(over(picture, 128)))[0]
    assert read_quickly(picture, trio) == ()
    assert [code.text for code in read_bent(picture, trio)] == [large.text]


def test_marks_around_nothing_are_read_as_nothing() -> None:
    picture = on_desk(drawn(6))
    noise = np.random.default_rng(3).integers(0, 2, (160, 160)).astype(np.uint8) * 255
    hidden = picture.copy()
    hidden[210:330, 250:390] = noise[:120, :140]
    hidden[160:330, 300:340] = noise[:1, :40]
    for trio in trios(finder_marks(over(hidden, 128))):
        assert all(code.text == TEXT for code in read_bent(hidden, trio))


def test_noise_has_too_many_outlines_to_look_at() -> None:
    noise = np.random.default_rng(1).integers(0, 2, (480, 640)).astype(np.uint8) * 255
    assert finder_marks(noise) == []
    assert finder_marks(np.zeros((0, 0), np.uint8)) == []


@pytest.mark.parametrize(("across", "down"), [(0, 0), (1, 0), (0, 1)])
def test_a_thumb_on_one_mark_is_forgiven(across: int, down: int) -> None:
    code = drawn(8)
    picture = on_desk(code)
    edge, middle, way = 4 * 8, 28, (25 - 7) * 8
    left, top = (640 - len(code)) // 2 + edge, (480 - len(code)) // 2 + edge
    thumb = (left + middle + across * way, top + middle + down * way)
    cv2.circle(picture, thumb, 34, (150,), -1)
    marks = finder_marks(over(picture, 128))
    assert len(marks) == 2
    assert read_codes(picture) == ()
    read = [code.text for trio in completed(marks) for code in read_quickly(picture, trio)]
    assert read == [TEXT]
    decoder = RescuingDecoder()
    assert TEXT in {code.text for _ in range(30) for code in decoder.read(picture)}
