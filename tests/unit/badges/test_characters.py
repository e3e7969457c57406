"""Characters before fonts: what is dropped, what is mended, what is left for a person."""

import pytest

from kiosk.badges.characters import normal
from kiosk.badges.fonts import FontChain


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("  王\t伟\n", "王 伟"),
        ("葛\U000e0100城", "葛城"),
        ("王\ufe00伟", "王伟"),
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("\ufeff王\u200b伟\u200d", "王伟"),
        ("\u202e王伟\u202c", "王伟"),
        ("\ue863", "䶮"),
        ("⽅⽂", "方文"),
        ("\ue000", "\ue000"),
        ("A\u00adB", "AB"),
        ("", ""),
    ],
)
def test_safe_differences_disappear(text: str, printed: str) -> None:
    assert normal(text) == printed


@pytest.mark.parametrize(
    "name",
    ["䶮㛃㻬𬱖𫖯㙦昇喆囍𠅤犇𣸣", "𰻝", "Łukasz Żółć", "Юрий Ёлкин", "ğİı", "Đặng Thị Hồng"],
)
def test_these_names_have_every_glyph(fonts: FontChain, name: str) -> None:
    assert fonts.missing(name) == ()


def test_missing_characters_come_once_and_in_order(fonts: FontChain) -> None:
    assert fonts.missing("𪚥王😀𪚥") == ("𪚥", "😀")
    assert fonts.drawable("𪚥王") == "□王"
