"""Everything that is written can be read (WCAG 2.2, 1.4.3 and 1.4.6)."""

import pytest

from kiosk.lists.plain_event import PALETTE
from kiosk.ui import theme
from kiosk.ui.theme import Tone, contrast, text_on

TONES = {name: tone for name, tone in vars(theme).items() if isinstance(tone, Tone)}


@pytest.mark.parametrize("name", TONES)
def test_an_outcome_is_written_at_seven_to_one(name: str) -> None:
    tone = TONES[name]
    assert contrast(tone.text, tone.ground) >= 7


@pytest.mark.parametrize("name", TONES)
def test_an_accent_can_be_read_on_its_ground_and_on_a_card(name: str) -> None:
    tone = TONES[name]
    assert contrast(tone.accent, tone.ground) >= 4.5
    assert contrast(tone.accent, theme.CARD) >= 4.5


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        (theme.INK, theme.PAGE),
        (theme.INK, theme.CARD),
        (theme.INK, theme.BRAND_SOFT),
        (theme.QUIET, theme.PAGE),
        (theme.QUIET, theme.CARD),
        (theme.BRAND, theme.PAGE),
        (theme.BRAND, theme.CARD),
        (theme.BRAND, theme.BRAND_SOFT),
        ("#FFFFFF", theme.BRAND),
        (theme.DARK_TEXT, theme.DARK),
        (theme.DARK_QUIET, theme.DARK),
    ],
)
def test_every_text_can_be_read_on_every_ground_it_stands_on(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


def test_quiet_words_can_be_read_in_every_tone() -> None:
    for tone in TONES.values():
        assert contrast(theme.QUIET, tone.ground) >= 4.5


@pytest.mark.parametrize("ground", [*PALETTE, "#FFFFFF", "#000000", "#8A6A1F", "#FFD800"])
def test_what_is_written_on_a_categorys_colour_is_the_better_of_two(ground: str) -> None:
    assert contrast(text_on(ground), ground) >= 4.5


def test_contrast_is_measured_as_the_standard_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#123456", "#123456") == 1
