"""Texts of cells: made plain, and what is odd about them."""

import pytest

from kiosk.services.row_texts import (
    digits_of,
    is_power_of_ten,
    looks_odd,
    plain_text,
    private_twins,
    turns_around,
)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        (" Lin  Ruojing ", "Lin Ruojing"),
        (" Lin ", "Lin"),
        ("林若静", "林若静"),
        ("林\u3000若静", "林 若静"),
        ("\u202eyrraB\u202c 林", "yrraB 林"),
        ("a\tb", "a b"),
    ],
)
def test_one_spelling_for_what_looks_the_same(text: str, plain: str) -> None:
    assert plain_text(text) == plain


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("13812345678", "13812345678"),
        ("13812345678.0", "13812345678"),
        ("+86 138-1234-5678", "+8613812345678"),
        ("１３８", "１３８"),
        ("", ""),
    ],
)
def test_a_phone_number_is_its_digits(phone: str, digits: str) -> None:
    assert digits_of(phone) == digits


def test_powers_of_ten_are_known() -> None:
    assert is_power_of_ten("1.38E+10")
    assert is_power_of_ten("5e17")
    assert not is_power_of_ten("E-1")
    assert not is_power_of_ten("1.38")


def test_directions_and_private_characters_are_seen() -> None:
    assert turns_around("a\u202eb")
    assert not turns_around("ab")
    assert not turns_around("林")
    assert looks_odd(["", "林\ue000"])
    assert not looks_odd(["林", "Lin"])


def test_private_characters_have_twins_or_not() -> None:
    assert private_twins("Lin") == {}
    assert private_twins("王\ue81e") == {"\ue81e": "\u9fb4"}
    assert private_twins("\ue815\ue863\ue844") == {
        "\ue815": "\u2e81", "\ue863": "\u4dae", "\ue844": "\u4723",
    }  # fmt: skip
    assert private_twins("\uf000") == {}
