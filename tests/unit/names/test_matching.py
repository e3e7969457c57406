"""Whether a person is meant, how surely, and why."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.names.asking import asked
from kiosk.names.keys import Sought, index_text
from kiosk.names.matching import match
from kiosk.names.ranking import Ranking
from kiosk.names.typing_errors import one_apart, one_away
from kiosk.names.why import Why

anything = st.text(st.characters(exclude_categories=()), max_size=20)
LIN = Sought(
    "林若静",
    "Grace Lin",
    "重庆嘉澜电视台",
    "编辑 Editor",
    "grace.lin@example.com",
    "+8616600007849",
    "CA27-00012",
    "000345",
)
OUYANG = Sought("欧阳明远", company="澜桥 Tech", number="CA27-00013")
MULLER = Sought("Jürgen Müller-Weiß", company="Nordlicht GmbH", number="CA27-00014")
AILI = Sought("艾力·买买提", number="CA27-00015")
YUE = Sought("乐吕", number="CA27-00016")
EVERYBODY = (LIN, OUYANG, MULLER, AILI, YUE)


@pytest.mark.parametrize(
    ("query", "person", "why"),
    [
        ("林", LIN, Why.NAME),
        ("林若静", LIN, Why.NAME),
        ("林 若静", LIN, Why.NAME),
        ("静", LIN, Why.NAME),
        ("若静", LIN, Why.NAME),
        ("林静", LIN, Why.NAME),
        ("l", LIN, Why.PINYIN),
        ("linruojing", LIN, Why.PINYIN),
        ("ＬＩＮ ruo", LIN, Why.PINYIN),
        ("ruojing lin", LIN, Why.PINYIN),
        ("ruojing", LIN, Why.PINYIN),
        ("jing lin", LIN, Why.PINYIN),
        ("lrj", LIN, Why.INITIALS),
        ("linrj", LIN, Why.INITIALS),
        ("lin r", LIN, Why.PINYIN),
        ("rj", LIN, Why.INITIALS),
        ("林rj", LIN, Why.NAME),
        ("grace", LIN, Why.LATIN),
        ("Lin, Grace", LIN, Why.LATIN),
        ("嘉澜", LIN, Why.COMPANY),
        ("嘉澜 林", LIN, Why.COMPANY),
        ("嘉澜林若静", LIN, Why.COMPANY),
        ("林编辑", LIN, Why.TITLE),
        ("editor lin", LIN, Why.TITLE),
        ("ed grace", LIN, None),
        ("grace.lin@example.com", LIN, Why.EMAIL),
        ("grace.lin@ex", LIN, Why.EMAIL),
        ("林 gracelin", LIN, Why.NAME),
        ("CA27-00012", LIN, Why.NUMBER),
        ("ca2700012", LIN, Why.NUMBER),
        ("ca27-0001", LIN, Why.NUMBER),
        ("12", LIN, Why.NUMBER),
        ("林 00012", LIN, Why.NUMBER),
        ("345", LIN, Why.NUMBER),
        ("7849", LIN, Why.PHONE),
        ("166 0000 7849", LIN, Why.PHONE),
        ("8616600007849", LIN, Why.PHONE),
        ("7849 林", LIN, Why.PHONE),
        ("linruojign", LIN, Why.TYPO),
        ("linruojin", LIN, Why.PINYIN),
        ("linrujing", LIN, Why.TYPO),
        ("ruojung", LIN, Why.TYPO),
        ("林若景", LIN, Why.TYPO),
        ("林弱静", LIN, Why.TYPO),
        ("林二静", LIN, Why.TYPO),
        ("临若静", LIN, Why.TYPO),
        ("王", LIN, None),
        ("林王", LIN, None),
        ("linx", LIN, None),
        ("", LIN, None),
        ("--", LIN, None),
        ("欧阳", OUYANG, Why.NAME),
        ("oymy", OUYANG, Why.INITIALS),
        ("omy", OUYANG, Why.INITIALS),
        ("mingyuan ouyang", OUYANG, Why.PINYIN),
        ("tec ouyang", OUYANG, Why.COMPANY),
        ("te ouyang", OUYANG, None),
        ("muller", MULLER, Why.LATIN),
        ("Mueller", MULLER, Why.LATIN),
        ("jurgen mullerweiss", MULLER, Why.LATIN),
        ("weiss jürgen", MULLER, Why.LATIN),
        ("jmw", MULLER, Why.INITIALS),
        ("Mulelr", MULLER, Why.TYPO),
        ("艾力买买提", AILI, Why.NAME),
        ("艾力•买", AILI, Why.NAME),
        ("maimaiti", AILI, Why.PINYIN),
        ("almmt", AILI, Why.INITIALS),
        ("le lv", YUE, Why.PINYIN),
        ("YUE LYU", YUE, Why.PINYIN),
        ("yuelu", YUE, Why.PINYIN),
    ],
)
def test_a_person_is_found_and_it_is_told_by_what(
    query: str, person: Sought, why: Why | None
) -> None:
    found = match(asked(query), person)
    assert (found.why if found else None) is why


def test_the_surest_stands_first_then_name_and_company() -> None:
    people = [
        replace(OUYANG, name=name, latin_name="", company=company, number=str(place))
        for place, (name, company) in enumerate(
            [("李明", "王牌"), ("李王", ""), ("王小", "乙"), ("王小", "甲"), ("王", ""), ("望", "")]
        )
    ]
    ranking: Ranking[str] = Ranking(asked("王"))
    for person in people:
        ranking.look_at(person, person.number)
    assert [number for number, _ in ranking.best(9)] == ["4", "2", "3", "1", "0"]
    assert len(ranking.best(2)) == 2


@pytest.mark.parametrize(
    ("with_the_initials", "first"),
    [
        (["何安娜"], "何安娜"),
        (["何安娜", "胡爱宁", "黄昂诺", "贺安妮"], "韩伟"),
        (["何安娜", "胡爱宁", "黄昂诺", "贺安妮", "韩安宁"], "韩安宁"),
    ],
)
def test_initials_stand_before_a_beginning_where_few_have_them(
    with_the_initials: list[str], first: str
) -> None:
    ranking: Ranking[str] = Ranking(asked("han"))
    for name in (*with_the_initials, "韩伟"):
        ranking.look_at(Sought(name), name)
    assert ranking.best(1)[0][0] == first


def test_slips_are_forgiven_only_where_nobody_else_is_found() -> None:
    ranking: Ranking[str] = Ranking(asked("zhangwei"))
    ranking.look_at(Sought("章薇"), "sounds")
    ranking.look_at(Sought("张慧"), "slip")
    assert [who for who, _ in ranking.best(5)] == ["sounds"]
    ranking = Ranking(asked("zhangwii"))
    ranking.look_at(Sought("章薇"), "sounds")
    assert ranking.best(5) == (("sounds", Why.TYPO),)
    assert ranking.sure == 0


@given(anything)
def test_anybody_is_found_by_the_own_name(name: str) -> None:
    if asked(name):
        assert match(asked(name), Sought(name))


@given(anything, anything)
def test_any_query_has_an_answer(query: str, name: str) -> None:
    match(asked(query), Sought(name, query, name, query, query, name, query, name))


@given(anything)
def test_index_words_have_no_spaces_or_quotes(text: str) -> None:
    for word in index_text(Sought(text, text, text, text, text, text, text, text)).split(" "):
        assert '"' not in word
        assert word == word.strip()


words = st.text("abcd", min_size=1, max_size=6)


@given(words)
def test_every_word_one_away_is_one_apart(word: str) -> None:
    away = one_away(word, "abcd")
    assert all(one_apart(word, other) and one_apart(other, word) for other in away)


@given(words, words)
def test_every_word_one_apart_is_one_away(typed: str, meant: str) -> None:
    assert one_apart(typed, meant) == (meant in one_away(typed, "abcd"))
