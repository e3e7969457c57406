"""How names are read: for a search in every way, for a badge in one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.names.readings import MOST_READINGS, is_ambiguous, readings, spelling, syllables
from kiosk.names.surnames import COMPOUND_SURNAMES, SURNAME_READINGS, surname_length
from tests.studio.crowd import GIVEN, SURNAMES
from tests.studio.remarkable import REMARKABLE

anything = st.text(st.characters(exclude_categories=()), max_size=20)
han = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=1, max_size=6)


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
        ("吕布", "lv bu"),
        ("艾力·买买提", "ai li mai mai ti"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("王Tom", "wang tom"),
        ("", ""),
        ("\U000323ae", "\U000323ae"),
    ],
)
def test_a_surname_is_read_as_a_surname(name: str, spoken: str) -> None:
    assert " ".join(syllables(name)) == spoken


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("欧阳文", "Ouyang Wen"),
        ("林若静", "Lin Ruojing"),
        ("吕布", "Lü Bu"),
        ("林西安", "Lin Xi'an"),
        ("澹台明远", "Tantai Mingyuan"),
        ("万俟安", "Moqi An"),
        ("区嘉欣", "Ou Jiaxin"),
        ("繁星", "Po Xing"),
        ("艾力·买买提", "Aili Maimaiti"),
        ("Søren Müller", "Søren Müller"),
        ("王Tom", "Wang Tom"),
        ("王", "Wang"),
        ("", ""),
    ],
)
def test_a_badge_has_the_standard_spelling(name: str, spelled: str) -> None:
    assert spelling(name) == spelled


@pytest.mark.parametrize(("surname", "read"), SURNAMES)
def test_every_invented_surname_is_read_as_its_bearers_say(surname: str, read: str) -> None:
    assert spelling(f"{surname}明").split()[0] == read


@pytest.mark.parametrize("given_name", GIVEN)
def test_every_invented_given_name_is_among_the_readings(given_name: tuple[str, str]) -> None:
    written, read = given_name
    assert read.replace("ü", "v") in {reading[1] for reading in readings(f"王{written}")}


def test_what_only_the_bearer_can_say_is_asked_for() -> None:
    asked = [p.name for p in REMARKABLE if is_ambiguous(p.name)]
    assert {"曾单", "欧阳清和", "林㛃", "Suryawan"}.isdisjoint(asked)
    assert {"单雄", "区嘉欣", "朴志勋", "古丽巴哈尔·艾合买提"} <= set(asked)
    assert is_ambiguous("乐毅")
    assert not is_ambiguous("")


def test_an_ambiguous_surname_keeps_its_readings() -> None:
    assert {reading[0] for reading in readings("乐毅")} == {"yue", "le"}
    assert {reading[0] for reading in readings("单雄")} == {"shan", "dan", "chan"}
    assert [reading[0] for reading in readings("曾雄")] == ["zeng", "ceng"]


def test_the_table_holds_compound_surnames_syllable_by_syllable() -> None:
    for surname, ways in SURNAME_READINGS.items():
        assert all(len(way) == len(surname) for way in ways)
        assert len(surname) == 1 or surname in COMPOUND_SURNAMES


def test_a_two_character_name_has_a_one_character_surname() -> None:
    assert (surname_length("欧阳"), surname_length("欧阳晓")) == (1, 2)


@given(han)
def test_every_character_has_a_sound_in_every_reading(name: str) -> None:
    ways = readings(name)
    assert 1 <= len(ways) <= MOST_READINGS
    assert {len(way) for way in ways} == {len(name)}


@given(anything)
def test_any_text_can_be_read_and_spelled(text: str) -> None:
    assert readings(text)
    assert isinstance(spelling(text), str)
    assert is_ambiguous(text) in {True, False}
