"""How much a public screen shows of a name and a telephone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.names.masking import masked_name, masked_phone
from kiosk.names.normalising import normalise

anything = st.text(st.characters(exclude_categories=()), max_size=20)


@pytest.mark.parametrize(
    ("name", "hidden"),
    [
        ("王小明", "王*明"),
        ("王明", "王*"),
        ("王", "王"),
        ("欧阳晓", "欧阳*"),
        ("欧阳修远", "欧阳**"),
        ("林若静怡", "林**怡"),
        ("艾力·买买提", "艾*·买**"),
        ("·", "·"),
        ("Łucja Żak", "Ł**** Ż**"),
        ("", ""),
    ],
)
def test_a_name_on_a_public_screen(name: str, hidden: str) -> None:
    assert masked_name(name) == hidden


@given(anything)
def test_a_mask_never_shows_a_whole_name_of_two_letters_or_more(name: str) -> None:
    shown = masked_name(name)
    word = normalise(name)
    if len(word) > 1 and word.isalpha():
        assert shown != word


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=2, max_size=12))
def test_of_a_chinese_name_two_characters_are_shown_at_most(name: str) -> None:
    shown = masked_name(name)
    assert len(shown) == len(name)
    assert sum(letter != "*" for letter in shown) <= 2


@given(st.text("abcdefgh ", min_size=1))
def test_of_a_latin_word_one_letter_is_shown(name: str) -> None:
    for word, mask in zip(name.split(), masked_name(name).split(), strict=True):
        assert mask == word[0] + "*" * (len(word) - 1)


@pytest.mark.parametrize(
    ("phone", "hidden"),
    [
        ("13812345678", "138****5678"),
        ("+86 138-1234-5678", "86138****5678"),
        ("6543 2109", "****2109"),
        ("12345678901234567890", "12345***********7890"),
        ("12345", "***45"),
        ("7", "7"),
        ("", ""),
    ],
)
def test_a_telephone_on_a_screen(phone: str, hidden: str) -> None:
    assert masked_phone(phone) == hidden


@given(st.text("0123456789+- ()", max_size=30))
def test_four_digits_of_a_telephone_are_hidden(phone: str) -> None:
    digits = [one for one in phone if one.isdigit()]
    shown = masked_phone(phone)
    if len(digits) >= 7:
        assert "****" in shown
        assert sum(one.isdigit() for one in shown) <= 9
    else:
        assert sum(one.isdigit() for one in shown) <= 2


@given(anything)
def test_anything_can_be_hidden(text: str) -> None:
    assert isinstance(masked_phone(text), str)
