"""The pairing code: all that a station needs to trust a hub, as people type it."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.wire.pairing import PIN_BYTES, PairingCode, parse_code, pin_of

SECRETS = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", min_size=10, max_size=10)
PINS = st.binary(min_size=PIN_BYTES, max_size=PIN_BYTES)


@given(SECRETS, PINS)
def test_what_is_shown_is_understood(secret: str, pin: bytes) -> None:
    assert parse_code(PairingCode(secret, pin).text) == PairingCode(secret, pin)


@given(SECRETS, PINS)
def test_case_blanks_and_hyphens_make_no_difference(secret: str, pin: bytes) -> None:
    code = PairingCode(secret, pin)
    assert parse_code("  " + code.text.lower().replace("-", " ") + "\n") == code


@given(st.text())
def test_anything_else_is_none_and_never_a_bug(text: str) -> None:
    found = parse_code(text)
    assert found is None or len(found.pin) == PIN_BYTES


def test_another_key_has_another_pin() -> None:
    assert pin_of(b"one") != pin_of(b"two")
    assert len(pin_of(b"one")) == PIN_BYTES
