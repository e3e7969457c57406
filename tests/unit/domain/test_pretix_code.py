"""pretix's signed codes: read from any text without a bug, and only when they are whole."""

import base64

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.pretix_code import PretixTicket, pretix_ticket, signed_parts

SIGNED = (
    "=IgCxrEIt9p92DWhTFg5zlYf5s+wH8CyscBzmtmhmwnn1bTU26XdyunxBmaBQZzWC66TGSBhc/F9fl2d0C+y82AAwAA"
    "KFAhN3lkTSJnM1VVCKAEARAQA"
)
"""One that a real pretix made."""


def test_a_real_one_is_read() -> None:
    parts = signed_parts(SIGNED)
    assert parts
    assert len(parts.signature) == 64
    assert pretix_ticket(parts.payload) == PretixTicket("Uu2rRNIw6", 5)


def test_validity_is_read() -> None:
    payload = b"\x0a\x02ab\x10\x07\x28\x80\x9a\xc7\xa9\x06\x30\x80\xb4\xfe\xa9\x06"
    ticket = pretix_ticket(payload)
    assert ticket
    assert (ticket.seed, ticket.product) == ("ab", 7)
    assert ticket.valid_from
    assert ticket.valid_until
    assert ticket.valid_from < ticket.valid_until


@given(st.text(max_size=600))
def test_any_text_is_one_or_none(text: str) -> None:
    signed_parts(text)


@given(st.binary(max_size=200))
def test_any_payload_is_one_or_none(payload: bytes) -> None:
    pretix_ticket(payload)


@given(st.binary(min_size=15, max_size=120))
def test_a_text_of_another_length_than_it_says_is_none(data: bytes) -> None:
    text = base64.b64encode(b"\x01\x00\x05\x00\x40" + data).decode()[::-1]
    parts = signed_parts(text)
    assert parts is None or len(data) == 5 + 64


@given(st.integers(0, len(SIGNED) - 1))
def test_one_that_is_cut_short_is_none(end: int) -> None:
    assert signed_parts(SIGNED[:end]) is None
