"""How names read, are found and are hidden."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.names import (
    is_han,
    masked_name,
    masked_phone,
    normalise,
    plain,
    query_words,
    search_keys,
    surname_length,
    syllables,
)

names = st.text(st.characters(exclude_categories=()), max_size=20)


@pytest.mark.parametrize(
    ("written", "one_spelling"),
    [
        ("  林　若静 ", "林 若静"),
        ("ＶＩＰ１", "VIP1"),
        ("艾力•买买提", "艾力·买买提"),
        ("艾力・买买提", "艾力·买买提"),
        ("⼤卫", "大卫"),
        ("王\u200b明\ufeff", "王明"),
        ("Zoe\u0308", "Zoë"),
        ("王\ufe00明\U000e0100", "王明"),
        ("two\n\tlines\x07", "two lines"),
        ("①", "①"),
    ],
)
def test_what_looks_the_same_is_spelled_the_same(written: str, one_spelling: str) -> None:
    assert normalise(written) == one_spelling


@given(names)
def test_normalising_twice_changes_nothing_more(name: str) -> None:
    once = normalise(name)
    assert normalise(once) == once


@pytest.mark.parametrize(
    ("name", "spoken"),
    [
        ("林若静", "lin ruo jing"),
        ("欧阳晓", "ou yang xiao"),
        ("曾小贤", "zeng xiao xian"),
        ("单田芳", "shan tian fang"),
        ("单于婉", "chan yu wan"),
        ("尉迟恭", "yu chi gong"),
        ("万俟卨", "mo qi xie"),
        ("解珍", "xie zhen"),
        ("仇英", "qiu ying"),
        ("乐毅", "yue yi"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("王Tom", "wang tom"),
        ("", ""),
    ],
)
def test_a_surname_is_read_as_a_surname(name: str, spoken: str) -> None:
    assert " ".join(syllables(name)) == spoken


def test_a_two_character_name_has_a_one_character_surname() -> None:
    assert (surname_length("欧阳"), surname_length("欧阳晓")) == (1, 2)


@pytest.mark.parametrize(
    ("text", "simple"), [("Müller", "muller"), ("Søren", "soren"), ("Straße", "strasse")]
)
def test_diacritics_fall_away(text: str, simple: str) -> None:
    assert plain(text).replace("ss", "s") == simple.replace("ss", "s")


def test_a_name_is_found_by_character_syllable_and_initials() -> None:
    keys = search_keys("林若静").split()
    assert keys[:3] == ["林", "若", "静"]
    assert {"lin", "ruo", "jing", "linruojing", "lrj", "ruojing"} <= set(keys)
    assert search_keys("Anna Smith").split() == ["anna", "smith", "annasmith", "as"]
    assert search_keys("") == ""


@given(names)
def test_any_name_is_taken_and_found_by_its_own_spelling(name: str) -> None:
    keys = search_keys(name).split()
    if is_han(normalise(name)):
        wanted = [word for word in query_words(name) if is_han(word)]
        assert all(word in keys for word in wanted)


def test_a_query_is_taken_apart() -> None:
    assert query_words("林 若静 Lin-RJ") == ("林", "若", "静", "lin", "rj")
    assert query_words("  ") == ()


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


@given(names)
def test_a_mask_never_shows_a_whole_name_of_two_letters_or_more(name: str) -> None:
    shown = masked_name(name)
    word = normalise(name)
    if len(word) > 1 and word.isalpha():
        assert shown != word


@pytest.mark.parametrize(
    ("phone", "hidden"),
    [
        ("13812345678", "138****5678"),
        ("+86 138-1234-5678", "86138****5678"),
        ("6543 2109", "****2109"),
        ("12345", "***45"),
        ("7", "7"),
        ("", ""),
    ],
)
def test_a_telephone_on_a_screen(phone: str, hidden: str) -> None:
    assert masked_phone(phone) == hidden
