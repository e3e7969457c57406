"""What a public screen shows of a name and a telephone: 王*明, 欧阳**, 138****5678."""

import re

from kiosk.names.normalising import is_han, normalise
from kiosk.names.surnames import surname_length

_LEAD = 5
"""Digits shown before the stars: 86138."""


def masked_name(name: str) -> str:
    """A name for a public screen: 王*明, 王*, 欧阳**, Ł***** Ż***."""
    name = normalise(name)
    if not is_han(name):
        return " ".join(word[0] + "*" * (len(word) - 1) for word in name.split())
    if "·" in name:
        return "·".join(part[0] + "*" * (len(part) - 1) for part in name.split("·") if part)
    size = surname_length(name)
    if size == 2 or len(name) <= 2:
        return name[:size] + "*" * (len(name) - size)
    return name[0] + "*" * (len(name) - 2) + name[-1]


def masked_phone(phone: str) -> str:
    """A phone number for a screen: 138****5678; short ones keep their last two digits."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) < 7:
        return "*" * max(0, len(digits) - 2) + digits[-2:]
    lead = digits[: min(len(digits) - 8, _LEAD)] if len(digits) > 8 else ""
    hidden = max(4, len(digits) - len(lead) - 4)
    return f"{lead}{'*' * hidden}{digits[-4:]}"
