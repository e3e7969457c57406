"""Base45 as RFC 9285 has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain import base45


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"AB", "BB8"),
        (b"Hello!!", "%69 VD92EX0"),
        (b"base-45", "UJCLQE7W581"),
        (b"ietf!", "QED8WEX0"),
        (b"", ""),
    ],
)
def test_the_examples_of_the_rfc(data: bytes, text: str) -> None:
    assert base45.encode(data) == text
    assert base45.decode(text) == data


@given(st.binary(max_size=200))
def test_bytes_come_back(data: bytes) -> None:
    assert base45.decode(base45.encode(data)) == data


@given(st.text(alphabet=base45.ALPHABET, max_size=130))
def test_a_text_stands_for_bytes_in_one_way_or_not_at_all(text: str) -> None:
    data = base45.decode(text)
    assert data is None or base45.encode(data) == text


@given(st.text())
def test_any_text_is_taken_without_a_murmur(text: str) -> None:
    assert isinstance(base45.decode(text), bytes | None)


@pytest.mark.parametrize("text", ["A", "ABCD", "abc", "GGW", ":::", "::", "名字"])
def test_what_is_no_base45(text: str) -> None:
    assert base45.decode(text) is None
