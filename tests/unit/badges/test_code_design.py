"""Few modules first, then as much error correction as they hold."""

import pytest
import zxingcpp

from kiosk.badges.code_design import designed
from tests.given import signed_code
from tests.unit.badges.drawn_codes import picture_of


@pytest.mark.parametrize(
    ("text", "side", "level"),
    [
        ("AYTCS7RAIVKUGBTQZWHXSZ4MKM", 25, "Q"),
        (signed_code(), 37, "M"),
        ("0123456789", 21, "H"),
        ("票", 21, "H"),
        ("https://example.org/t/1234567890123456789012345", 29, "M"),
    ],
)
def test_the_smallest_version_and_its_highest_level(text: str, side: int, level: str) -> None:
    design = designed(text)
    assert (design.side, design.level) == (side, level)


def test_every_mask_says_the_text() -> None:
    text = signed_code()
    symbols = list(designed(text).symbols())
    assert [mask for mask, _ in symbols] == list(range(8))
    assert len({modules for _, modules in symbols}) == 8
    for _, modules in symbols:
        (read,) = zxingcpp.read_barcodes(picture_of(modules))
        assert read.text == text


def test_a_text_in_pieces_reads_as_one() -> None:
    text = "https://example.org/t/1234567890123456789012345"
    design = designed(text)
    assert len(design.parts) > 1, "its digits are packed as digits"
    _, modules = next(design.symbols())
    (read,) = zxingcpp.read_barcodes(picture_of(modules))
    assert read.text == text


def test_a_text_longer_than_any_code_is_a_bug() -> None:
    with pytest.raises(ValueError, match="version"):
        designed("%" * 5000)
