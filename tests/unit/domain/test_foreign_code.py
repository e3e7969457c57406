"""Codes that can be no ticket are named for what they are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.foreign_code import Foreign, foreign_code

EXAMPLES = (
    ("wxp://f2f0bQ3ZabcdEfgh", Foreign.PAYMENT),
    ("https://qr.alipay.com/fkx12345abcdef", Foreign.PAYMENT),
    ("HTTPS://QR.ALIPAY.COM/FKX12345ABCDEF", Foreign.PAYMENT),
    ("https://qr.95516.com/00010000/62012345", Foreign.PAYMENT),
    ("00020101021126580014A000000615000101065887340212", Foreign.PAYMENT),
    ("https://u.wechat.com/kAbCdEf", Foreign.WECHAT),
    ("http://weixin.qq.com/r/abcdef", Foreign.WECHAT),
    ("https://mp.weixin.qq.com/s/abcdef", Foreign.WECHAT),
    ("weixin://dl/business/?t=abc", Foreign.WECHAT),
    ("WIFI:T:WPA;S:Yuelai-Guest;P:welcome;;", Foreign.WIFI),
    ("BEGIN:VCARD\nVERSION:3.0\nFN:Somebody\nEND:VCARD", Foreign.CONTACT),
    ("MECARD:N:Somebody;TEL:13800000000;;", Foreign.CONTACT),
    ("tel:+8613800000000", Foreign.CONTACT),
    ("https://www.example.com/menu", Foreign.WEBSITE),
    ("www.example.com", Foreign.WEBSITE),
    ("BEGIN:VEVENT\nSUMMARY:x", Foreign.OTHER),
    ("geo:29.7,106.5", Foreign.OTHER),
    ("otpauth://totp/x", Foreign.OTHER),
    ("", Foreign.OTHER),
    ("a\x01b", Foreign.OTHER),
    ("CA27-00731", None),
    ("000201", None),
    ("A2B3C4D5E6F7A2B3C4D5E6F7A2", None),
    ("票号 731", None),
)


@pytest.mark.parametrize(("text", "expected"), EXAMPLES, ids=[text[:30] for text, _ in EXAMPLES])
def test_what_it_is(text: str, expected: Foreign | None) -> None:
    assert foreign_code(text) is expected


@given(st.text())
def test_it_never_raises(text: str) -> None:
    assert foreign_code(text) is None or isinstance(foreign_code(text), Foreign)
