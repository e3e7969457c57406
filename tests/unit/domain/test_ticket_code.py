"""What the text in a QR says: never an exception, and no signature bent into another."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kiosk.domain import base45
from kiosk.domain.ticket_code import (
    LONGEST,
    SIGNED_LENGTH,
    Claims,
    ForgedCode,
    OpaqueCode,
    SignedCode,
    TicketCode,
    Unreadable,
    has_ticket_form,
    pack,
    parse,
    unpack,
)
from kiosk.keys.issuing import Issuer
from tests.given import KEYS, an_event, an_issuer, claims_for, signed_code
from tests.unit.domain.strategies import claims

EVENT = an_event()
ISSUER = an_issuer()
any_text = st.text(alphabet=st.characters(exclude_categories=()))  # surrogates too


def read(text: str) -> TicketCode | Unreadable:
    """The text as this event's stations read it."""
    return parse(text, EVENT, lambda said, signature: KEYS.verify(EVENT, said, signature))


@given(any_text | st.binary().map(lambda b: b.decode("utf-8", "surrogateescape")))
@example("\ud800")
@example("\x00\x00")
@example("A" * (LONGEST + 1))
def test_any_text_means_something(text: str) -> None:
    assert isinstance(read(text), OpaqueCode | SignedCode | ForgedCode | Unreadable)


@given(st.text(alphabet=base45.ALPHABET, min_size=SIGNED_LENGTH, max_size=SIGNED_LENGTH))
def test_nobody_signs_by_chance(text: str) -> None:
    assert not isinstance(read(text), SignedCode)


@given(claims())
def test_a_signed_code_says_what_was_signed(said: Claims) -> None:
    text = ISSUER.issue(said)
    assert len(text) == SIGNED_LENGTH
    assert read(text) == SignedCode(text, said)
    assert unpack(pack(said)) == said


@pytest.mark.parametrize("first", " +-")
def test_a_spreadsheet_may_have_touched_its_beginning(first: str) -> None:
    # the event's tag makes the first characters; a search finds one for each
    texts = (
        ISSUER.issue(replace(claims_for("A-1"), event_tag=tag.to_bytes(4, "big")))
        for tag in range(0, 1 << 32, 1 << 18)
    )
    text = next(text for text in texts if text.startswith(first))
    touched = text.removeprefix(" ") if first == " " else f"'{text}"
    assert read(touched) == read(text)
    assert isinstance(read(text), SignedCode)
    forged = touched[:-1] + ("A" if touched[-1] != "A" else "B")
    assert not isinstance(read(forged), SignedCode)


@given(claims(), st.integers(0, SIGNED_LENGTH - 1), st.characters(exclude_categories=()))
def test_one_changed_character_never_says_something_else(
    said: Claims, place: int, other: str
) -> None:
    text = ISSUER.issue(said)
    changed = text[:place] + other + text[place + 1 :]
    found = read(changed)
    assert not isinstance(found, SignedCode) or found.claims == said


def test_no_single_bit_of_a_signed_code_can_be_turned() -> None:
    data = base45.decode(signed_code())
    assert data is not None
    for bit in range(8 * len(data)):
        turned = bytearray(data)
        turned[bit // 8] ^= 1 << bit % 8
        assert not isinstance(read(base45.encode(bytes(turned))), SignedCode)


def test_every_other_character_in_every_place_is_seen() -> None:
    text = signed_code()
    for place in range(0, SIGNED_LENGTH, 7):
        for other in set(base45.ALPHABET) - {text[place]}:
            assert not isinstance(read(text[:place] + other + text[place + 1 :]), SignedCode)


def test_somebody_elses_signature_is_forged() -> None:
    stranger = Issuer.from_seed(bytes(32)).issue(claims_for())
    assert read(stranger) == ForgedCode(stranger)


def test_scanners_may_add_line_ends_and_marks() -> None:
    text = signed_code()
    assert read(f"\ufeff{text}\r\n") == read(text)
    assert read("\x00ABC-1\r\n") == OpaqueCode("ABC-1")
    assert read("  ABC-1  ") == OpaqueCode("ABC-1")


def test_a_code_inside_a_platforms_address_is_taken_out() -> None:
    assert read("https://tickets.example.com/t/ABCDEFG2") == OpaqueCode("ABCDEFG2")


def test_a_pattern_whose_code_is_empty_finds_nothing() -> None:
    event = replace(EVENT, code_patterns=("^T(?P<code>[0-9]*)",))
    assert parse("TICKET", event, lambda *_: False) == OpaqueCode("TICKET")


@pytest.mark.parametrize(
    "text",
    ["", "   ", "\n", "https://example.com/", "WeiXin://dl", "WIFI:S:hall;;", "BEGIN:VCARD",
     "tel:10086", "mailto:a@example.com", "two\nlines", "A" * (LONGEST + 1), "\u200b"],
)  # fmt: skip
def test_what_can_be_no_ticket(text: str) -> None:
    assert isinstance(read(text), Unreadable)


def test_a_long_text_is_kept_only_in_part() -> None:
    assert read("A" * 5000) == Unreadable("A" * LONGEST)


DAY = date(2027, 6, 8)


@pytest.mark.parametrize(
    "wrong",
    [
        replace(claims_for(), event_tag=b"123"),
        replace(claims_for(), ticket_tag=b"123"),
        replace(claims_for(), category=256),
        replace(claims_for(), nonce=-1),
        replace(claims_for(), first_day=date(2019, 12, 31), last_day=DAY),
        replace(claims_for(), first_day=date(2019, 12, 31), last_day=date(2020, 1, 5)),
        replace(claims_for(), first_day=DAY, last_day=DAY + timedelta(255)),
        replace(claims_for(), first_day=DAY, last_day=DAY - timedelta(1)),
        replace(claims_for(), first_day=DAY, last_day=DAY - timedelta(2)),
        replace(claims_for(), first_day=DAY),
        replace(claims_for(), last_day=DAY),
        replace(claims_for(), first_day=date(2300, 1, 1), last_day=date(2300, 1, 1)),
    ],
)
def test_claims_that_do_not_fit_are_never_signed(wrong: Claims) -> None:
    with pytest.raises(ValueError, match=r"tag|byte|range|days"):
        pack(wrong)


@pytest.mark.parametrize(
    ("text", "is_ticket"),
    [
        (signed_code(), True),
        (f"{signed_code()}\r\n", True),
        ("A2" * 13, True),
        ("https://tickets.example.com/t/ABCDEFG2", True),
        ("A1" * 13, False),
        ("https://example.com/t/ABCDEFG2", False),
        ("A2" * 300, False),
        ("4950", False),
    ],
)
def test_the_form_of_a_ticket(text: str, *, is_ticket: bool) -> None:
    assert has_ticket_form(text, EVENT.code_patterns) is is_ticket
