"""The page that printers are tried with is itself true."""

import numpy as np
import pytest

from kiosk.badges.picture import picture
from kiosk.composition.assets import TEMPLATES
from kiosk.composition.badge_studio import drawer_for

_DPI = 1200
_PIXELS = 2 / (1200 / 25.4)
_MM = _DPI / 25.4
SHIPPED = sorted(path.stem for path in TEMPLATES.glob("*.toml"))


def longest(dark: np.ndarray) -> int:
    """The longest stretch of dark pixels."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], dark.astype(np.int8), [0]))))
    return int((edges[1::2] - edges[::2]).max(initial=0))


@pytest.mark.parametrize("template", SHIPPED)
def test_the_rulers_are_50_mm_on_the_page(template: str) -> None:
    page = drawer_for(template).ruler()
    pixels = np.asarray(picture(page.pdf, _DPI).convert("L")) < 128
    height, width = pixels.shape
    assert width == pytest.approx(page.width_mm * _MM, abs=1)
    assert height == pytest.approx(page.height_mm * _MM, abs=1)
    edge = round(2 * _MM)  # within the frame
    across = max(longest(row) for row in pixels[edge : edge + round(10 * _MM), edge:-edge])
    assert across / _MM == pytest.approx(50, abs=_PIXELS)
    down = max(longest(column) for column in pixels[edge:-edge, edge : width // 2 : 4].T)
    if page.height_mm >= 100:
        assert down / _MM == pytest.approx(50, abs=_PIXELS)


def test_a_page_for_one_ink_has_no_colours() -> None:
    for template, coloured in (("label", False), ("card", True)):
        pixels = np.asarray(picture(drawer_for(template).ruler().pdf, 72)).astype(int)
        assert bool((np.ptp(pixels, axis=2) > 60).any()) is coloured
