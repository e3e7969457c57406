"""The cards that people show on their phones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.attendee import Detail
from kiosk.domain.business_card import business_card

VCARD = """BEGIN:VCARD
VERSION:3.0
N:林;若静;;;
FN:林若静
ORG:山城\\,传媒;采编部
item1.TITLE:主编
TEL;TYPE=CELL:tel:13900001234
TEL;TYPE=WORK:02312345678
EMAIL:lin@example.com
NOTE:long
 line
END:VCARD"""


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            VCARD,
            {
                Detail.NAME: "林若静",
                Detail.COMPANY: "山城,传媒",
                Detail.TITLE: "主编",
                Detail.PHONE: "13900001234",
                Detail.EMAIL: "lin@example.com",
            },
        ),
        ("BEGIN:VCARD\nN:Żółć;Łukasz\nEND:VCARD", {Detail.NAME: "Łukasz Żółć"}),
        ("BEGIN:VCARD\nN:Smith;Anna\nEND:VCARD", {Detail.NAME: "Anna Smith"}),
        ("BEGIN:VCARD\nN:;;\nFN:\nEND:VCARD", {}),
        (
            "MECARD:N:Smith,Anna;ORG:Autohaus\\; Wien;TEL:+4312;;",
            {Detail.NAME: "Anna Smith", Detail.COMPANY: "Autohaus; Wien", Detail.PHONE: "+4312"},
        ),
        ("mecard:TEL:123;;", {Detail.PHONE: "123"}),
        (
            "BIZCARD:N:Anna;X:Smith;T:Editor;C:Autohaus;B:+4312;E:a@example.com;;",
            {
                Detail.NAME: "Anna Smith",
                Detail.COMPANY: "Autohaus",
                Detail.TITLE: "Editor",
                Detail.PHONE: "+4312",
                Detail.EMAIL: "a@example.com",
            },
        ),
        ("BIZCARD:T:Editor;;", {Detail.TITLE: "Editor"}),
        ("https://example.com", {}),
        ("", {}),
    ],
)
def test_cards_are_read(text: str, said: dict[Detail, str]) -> None:
    assert business_card(text) == said


@given(st.text() | st.text().map(lambda t: f"BEGIN:VCARD\n{t}") | st.text().map("MECARD:".__add__))
def test_no_text_raises(text: str) -> None:
    assert all(isinstance(value, str) for value in business_card(text).values())
