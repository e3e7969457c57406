"""A code is found by its texture, where there is nothing else to go by."""

import numpy as np
import pytest

from kiosk.devices.code_regions import code_regions
from tests.unit.devices.pictures_of_codes import drawn, far, on_desk


@pytest.mark.parametrize("px_per_module", [1.4, 1.8, 2.5])
def test_a_far_code_is_the_first_region(px_per_module: float) -> None:
    picture = far(px_per_module)
    first = code_regions(picture)[0]
    assert abs(first.x - 320) < 16
    assert abs(first.y - 240) < 16
    cut, left, top = first.cut(picture, 1.5)
    half = 12.5 * px_per_module
    assert left <= 320 - half
    assert left + cut.shape[1] >= 320 + half
    assert top <= 240 - half
    assert top + cut.shape[0] >= 240 + half


def test_stripes_and_edges_look_like_no_code_beside_one() -> None:
    picture = on_desk(drawn(2))
    picture[:, :120] = np.where(np.arange(120) // 3 % 2, 255, 0)[None, :]
    picture[440:] = 0
    first = code_regions(picture)[0]
    assert abs(first.x - 320) < 24
    assert abs(first.y - 240) < 24


def test_a_flat_picture_has_none() -> None:
    assert code_regions(np.full((480, 640), 90, np.uint8)) == ()
    assert code_regions(np.zeros((0, 0), np.uint8)) == ()


def test_a_tiny_picture_is_a_region_as_a_whole() -> None:
    tiny = np.full((20, 30), 90, np.uint8)
    (whole,) = code_regions(tiny)
    assert whole.cut(tiny)[0].shape == tiny.shape
