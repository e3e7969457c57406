"""What looks the same is spelled the same."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.names.normalising import normalise, plain, spelt_out
from kiosk.names.private_use import REAL

anything = st.text(st.characters(exclude_categories=()), max_size=20)


@pytest.mark.parametrize(
    ("written", "one_spelling"),
    [
        ("  林　若静 ", "林 若静"),
        ("ＶＩＰ１", "VIP1"),
        ("艾力•买买提", "艾力·买买提"),
        ("艾力・买买提", "艾力·买买提"),
        ("艾力．买买提", "艾力·买买提"),
        ("⼤卫", "大卫"),
        ("⻢⻰", "马龙"),
        ("王\u200b明\ufeff", "王明"),
        ("Zoe\u0308", "Zoë"),
        ("王\ufe00明\U000e0100", "王明"),
        ("two\n\tlines\x07", "two lines"),
        ("①", "①"),
        ("王\ud800明", "王明"),
        ("龙\ue863", "龙䶮"),
        ("\ue81e", "龴"),
        ("\ue816", "\U00020087"),
        ("金\uf90a", "金金"),
        ("ｶﾞ", "ガ"),
    ],
)
def test_what_looks_the_same_is_spelled_the_same(written: str, one_spelling: str) -> None:
    assert normalise(written) == one_spelling


@given(anything)
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(anything)
def test_nothing_unseen_is_left(text: str) -> None:
    kept = normalise(text)
    assert kept == kept.strip()
    assert not any(unicodedata.category(one) in {"Cc", "Cs"} for one in kept)
    assert not set(map(ord, kept)) & REAL.keys()


def test_the_private_characters_of_old_encodings_are_all_known() -> None:
    assert set(range(0xE815, 0xE865)) <= REAL.keys()
    assert len(set(REAL.values())) == len(REAL)
    assert not any(0xE000 <= real <= 0xF8FF for real in REAL.values())


@pytest.mark.parametrize(
    ("text", "simple", "in_two_letters"),
    [
        ("Müller", "muller", "mueller"),
        ("Søren", "soren", "soeren"),
        ("Straße", "strasse", "strasse"),
        ("Żółć", "zolc", "zolc"),
        ("Þóra", "thora", "thora"),
        ("Nguyễn Thị Ánh", "nguyen thi anh", "nguyen thi anh"),
        ("김민준", "김민준", "김민준"),
        ("SMITH", "smith", "smith"),
    ],
)
def test_diacritics_fall_away(text: str, simple: str, in_two_letters: str) -> None:
    assert plain(text) == simple
    assert spelt_out(text) == in_two_letters


@given(anything)
def test_plain_text_stays_plain(text: str) -> None:
    bare = plain(normalise(text))
    assert plain(bare) == bare
