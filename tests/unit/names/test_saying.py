"""A clerk greets a guest by a name that is said right."""

import pytest

from kiosk.names.saying import said


@pytest.mark.parametrize(
    ("name", "sounds"),
    [
        ("王晓明", "Wáng Xiǎomíng"),
        ("曾善", "Zēng Shàn"),
        ("仇英", "Qiú Yīng"),
        ("欧阳文", "Ōuyáng Wén"),
        ("尉迟恭", "Yùchí Gōng"),
        ("吕布", "Lǚ Bù"),
        ("林西安", "Lín Xī'ān"),
        ("陈", "Chén"),
        ("乐文", "Yuè/Lè Wén"),
        ("覃勇", "Qín/Tán Yǒng"),
    ],
)
def test_chinese_names_with_their_tones(name: str, sounds: str) -> None:
    assert said(name) == sounds


@pytest.mark.parametrize("name", ["", "Anna Smith", "艾力·买买提", "Łukasz", "アンナ"])
def test_other_names_are_left_to_the_bearer(name: str) -> None:
    assert said(name) == ""


@pytest.mark.parametrize("name", ["𬭚", "㛃䶮", "王㛃", "〇"])
def test_rare_characters_are_no_trouble(name: str) -> None:
    assert isinstance(said(name), str)
