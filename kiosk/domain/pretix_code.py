"""pretix's signed codes (`pretix_sig1`), read offline: who bought what, without knowing whom.

The text is base64, written backwards, of: version 1 | payload's length 2 | signature's length 2 |
payload | Ed25519 signature of the payload. The payload is a protocol buffer: a random seed (1),
product (2), variation (3), date of a series (4), valid from (5) and until (6), both in seconds
since 1970. Source: pretix's documentation of its ticket secret generators.
"""

import base64
import binascii
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

VERSION: Final = 1
_HEAD: Final = 5
_LONGEST: Final = 512


@dataclass(frozen=True, slots=True)
class SignedParts:
    """What was signed, and the signature."""

    payload: bytes
    signature: bytes


@dataclass(frozen=True, slots=True)
class PretixTicket:
    """What a payload says; moments are aware UTC."""

    seed: str
    product: int
    valid_from: datetime | None = None
    valid_until: datetime | None = None


def signed_parts(text: str) -> SignedParts | None:
    """The parts of a text that has the form; None for every other text, never raises."""
    if not 20 < len(text) <= _LONGEST or not text.isascii():
        return None
    try:
        data = base64.b64decode(text[::-1], validate=True)
    except (binascii.Error, ValueError):
        return None
    if len(data) < _HEAD or data[0] != VERSION:
        return None
    payload, signature = int.from_bytes(data[1:3], "big"), int.from_bytes(data[3:5], "big")
    if len(data) != _HEAD + payload + signature:
        return None
    return SignedParts(data[_HEAD : _HEAD + payload], data[_HEAD + payload :])


def pretix_ticket(payload: bytes) -> PretixTicket | None:
    """What a payload says; None where it is none."""
    fields: dict[int, int | bytes] = {}
    try:
        fields.update(_fields(payload))
        seed, product = fields.get(1, b""), fields.get(2, 0)
        if not isinstance(seed, bytes) or not isinstance(product, int) or not seed:
            return None
        return PretixTicket(seed.decode(), product, _moment(fields.get(5)), _moment(fields.get(6)))
    except (ValueError, IndexError, OverflowError, OSError):
        return None


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Number and value of each field; of kinds that such a ticket does not have, none."""
    at = 0
    while at < len(data):
        key, at = _number(data, at)
        value, at = _number(data, at)
        if key & 7 == 0:
            yield key >> 3, value
        elif key & 7 == 2:
            if at + value > len(data):
                raise ValueError("cut short")
            yield key >> 3, data[at : at + value]
            at += value
        else:
            raise ValueError("no field of a ticket")


def _number(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at, shift = at + 1, shift + 7
        if byte < 0x80:
            return value, at
        if shift > 63:
            raise ValueError("no number of 64 bits")


def _moment(seconds: int | bytes | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, UTC) if isinstance(seconds, int) and seconds else None
