"""Codes that can be no ticket, told by their form: what phones bring up by mistake.

In a Chinese queue that is the owner's WeChat card, a payment code, a website, the venue's
Wi-Fi. Sources: EMVCo's specification of payment codes (they begin with payload format 01
and the way of initiation, 11 or 12), the addresses in the codes of WeChat Pay, Alipay and
UnionPay, and the words by which phones know contacts and Wi-Fi.
"""

import re
from enum import StrEnum


class Foreign(StrEnum):
    """What a code that is no ticket is."""

    PAYMENT = "payment"
    WECHAT = "wechat"
    WEBSITE = "website"
    WIFI = "wifi"
    CONTACT = "contact"
    OTHER = "other"


_FORMS = {
    Foreign.PAYMENT: (
        r"00020101021[12]|(wxp|alipays?|upwallet|uppay)://|https?://(qr|ur|mobilecodec)\.alipay\.com"
        r"|https?://(qr\.95516\.com|wx\.tenpay\.com|pay\.weixin\.qq\.com|payapp\.weixin\.qq\.com)"
    ),
    Foreign.WECHAT: (
        r"(weixin|wechat|wxwork)://|https?://u\.wechat\.com"
        r"|https?://((mp|work|open)\.)?weixin\.qq\.com"
    ),
    Foreign.WIFI: r"WIFI:",
    Foreign.CONTACT: r"BEGIN:VCARD|MECARD:|BIZCARD:|mailto:|tel:|smsto?:",
    Foreign.WEBSITE: r"https?://|www\.",
    Foreign.OTHER: r"BEGIN:|geo:|otpauth://|[a-z][a-z0-9+.-]{2,20}://",
}
_PATTERNS = tuple((form, re.compile(pattern, re.IGNORECASE)) for form, pattern in _FORMS.items())


def foreign_code(text: str) -> Foreign | None:
    """What the text is, or None where it may be some platform's ticket; never raises."""
    text = text.strip()
    known = next((form for form, pattern in _PATTERNS if pattern.match(text)), None)
    # a contact card has lines; other text that cannot be printed is nobody's ticket
    return known or (None if text and text.isprintable() else Foreign.OTHER)
