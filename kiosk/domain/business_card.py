"""What a business card's QR says of its owner: vCard (RFC 6350) and MeCard (NTT DoCoMo)."""

import re

from kiosk.domain.attendee import Detail

_MECARD = {"N": Detail.NAME, "ORG": Detail.COMPANY, "TEL": Detail.PHONE, "EMAIL": Detail.EMAIL,
           "TITLE": Detail.TITLE}  # fmt: skip
_BIZCARD = {"C": Detail.COMPANY, "T": Detail.TITLE, "B": Detail.PHONE, "E": Detail.EMAIL}
_VCARD = {"FN": Detail.NAME, "ORG": Detail.COMPANY, "TITLE": Detail.TITLE, "TEL": Detail.PHONE,
          "EMAIL": Detail.EMAIL}  # fmt: skip
_FIELD = re.compile(r"([A-Z]+):((?:\\.|[^;\\])*);?")
_ESCAPED = re.compile(r"\\(.)")


def business_card(text: str) -> dict[Detail, str]:
    """What the card says; empty for text that is no card. Never raises."""
    text = text.strip()
    head = text[:11].upper()
    if head.startswith("BEGIN:VCARD"):
        return _vcard(text)
    if head.startswith("MECARD:"):
        found = _fields(text[7:], _MECARD)
        if name := found.get(Detail.NAME):
            found[Detail.NAME] = _family_first(name.split(","))
        return found
    if head.startswith("BIZCARD:"):
        parts = dict(_FIELD.findall(text[8:]))
        name = _family_first([parts.get("X", ""), parts.get("N", "")])
        return ({Detail.NAME: name} if name else {}) | _fields(text[8:], _BIZCARD)
    return {}


def _fields(text: str, meanings: dict[str, Detail]) -> dict[Detail, str]:
    found: dict[Detail, str] = {}
    for key, value in _FIELD.findall(text):
        if key in meanings and value.strip():
            found.setdefault(meanings[key], _plain(value))
    return found


def _vcard(text: str) -> dict[Detail, str]:
    found: dict[Detail, str] = {}
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():  # long lines are folded
        key, _, value = line.partition(":")
        key = key.split(";")[0].split(".")[-1].upper()
        if key == "N" and value.strip("; "):
            found.setdefault(Detail.NAME, _family_first(value.split(";")[:2]))
        detail = _VCARD.get(key)
        if detail and value.strip():
            said = value.split(";")[0] if detail is Detail.COMPANY else value
            said = _plain(said.removeprefix("tel:"))
            if detail is Detail.NAME:
                found[detail] = said  # as its owner writes it, rather than put together
            else:
                found.setdefault(detail, said)
    return found


def _family_first(parts: list[str]) -> str:
    """Family and given name in one; Chinese ones without a blank."""
    said = [_plain(part) for part in parts if part.strip()]
    chinese = all("\u3400" <= part[0] <= "\u9fff" for part in said if part)
    return ("".join(said) if chinese else " ".join(reversed(said))).strip()


def _plain(value: str) -> str:
    return _ESCAPED.sub(lambda m: " " if m[1] in "nN" else m[1], value).strip()
