"""Characters before fonts: what is dropped, what is mended, what is left for a person."""

import pytest

from kiosk.badges.characters import Change, changes, normal
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
        ("ＢＹＤ（中国）１２", "BYD（中国）12"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("王\u200c伟\u200d", "王伟"),
        ("\u200dم", "م"),
        ("王\ud800", "王"),
        ("", ""),
    ],
)
def test_safe_differences_disappear(text: str, printed: str) -> None:
    assert normal(text) == printed


@pytest.mark.parametrize(
    "name",
    [
        "䶮㛃㻬𬱖𫖯㙦昇喆囍𠅤犇𣸣",
        "𰻝",
        "Łukasz Żółć",
        "Юрий Ёлкин",
        "ğİı",
        "Đặng Thị Hồng",
        "𬭚𪚥𠮷",
        "ئالىم",
        "محمد",
        "דוד",
        "ดวงใจ",
        "प्रिया",
        "김민준",
        "\U0002ebf0",
    ],
)
def test_these_names_have_every_glyph(fonts: FontChain, name: str) -> None:
    assert fonts.missing(name) == ()


def test_missing_characters_come_once_and_in_order(fonts: FontChain) -> None:
    assert fonts.missing("ༀ王😀ༀ") == ("ༀ", "😀")
    assert fonts.drawable("ༀ王") == "□王"


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("王伟", ()),
        ("Nguye\u0302n  王", ()),
        ("\ue863\ue863", (Change("\ue863", "䶮"),)),
        ("葛\U000e0100城", (Change("\U000e0100", ""),)),
        ("ＢＹＤ", (Change("Ｂ", "B"), Change("Ｙ", "Y"), Change("Ｄ", "D"))),
    ],
)
def test_what_is_changed_is_told(text: str, changed: tuple[Change, ...]) -> None:
    assert changes(text) == changed
