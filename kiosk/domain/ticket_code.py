"""Ticket codes: what the text in a QR says, without ever raising.

Two kinds, both first-class. *Opaque*: whatever text a platform put there, matched exactly.
*Signed*: ours, so that a station can admit an attendee it has never heard of while
offline. A signed code is base45 of 81 bytes:

    version 1 | event 4 | ticket 7 | category 1 | first day 2 | days 1 | nonce 1 | Ed25519 64

122 characters, the most that a QR of version 5 at level M (37 modules) holds. The nonce
has no meaning; another one makes another picture when the first does not read well.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.domain import base45
from kiosk.domain.event import Event
from kiosk.domain.foreign_code import foreign_code
from kiosk.domain.identity import EVENT_TAG_BYTES, TICKET_TAG_BYTES, event_tag, ticket_tag
from kiosk.domain.pretix_code import pretix_ticket, signed_parts

VERSION = 0xC1
CLAIM_BYTES = 17
SIGNATURE_BYTES = 64
SIGNED_LENGTH = 122
LONGEST = 512
"""Characters. No ticket platform we read uses more than 120; longer text is no ticket."""
_EPOCH = date(2020, 1, 1)

Verify = Callable[[bytes, bytes], bool]
"""`(claims, signature)` → whether one of the event's issuers signed these claims."""


@dataclass(frozen=True, slots=True)
class Claims:
    """What a signed code says. No `first_day` means: every day of the event."""

    event_tag: bytes
    ticket_tag: bytes
    category: int
    first_day: date | None
    last_day: date | None
    nonce: int = 0


@dataclass(frozen=True, slots=True)
class OpaqueCode:
    """A platform's text; only the roster can tell what it is worth."""

    text: str


@dataclass(frozen=True, slots=True)
class SignedCode:
    """Our code with a signature that holds."""

    text: str
    claims: Claims


@dataclass(frozen=True, slots=True)
class ForgedCode:
    """It looks like our code, but nobody whom we trust signed it."""

    text: str


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Text that can be no ticket code: empty, far too long, or something else's."""

    text: str


TicketCode = OpaqueCode | SignedCode | ForgedCode
_OPAQUE = re.compile(r"[A-Z2-7]{26}")
"""Our own opaque codes: 16 random bytes in base32."""


def pack(claims: Claims) -> bytes:
    """The 17 bytes that are signed.

    Raises:
        ValueError: a tag of the wrong length, a number that does not fit its bytes, or days
            that are no span.
    """
    if len(claims.event_tag) != EVENT_TAG_BYTES or len(claims.ticket_tag) != TICKET_TAG_BYTES:
        raise ValueError("an event tag has 4 bytes, a ticket tag 7")
    first, days = 0, 0
    if claims.first_day is not None or claims.last_day is not None:
        # half a span, or one that ends before it begins, would pack as "every day"
        if not (claims.first_day and claims.last_day and claims.first_day <= claims.last_day):
            raise ValueError("days need a first one and a last one, in this order")
        first = (claims.first_day - _EPOCH).days
        days = (claims.last_day - claims.first_day).days + 1
    try:
        return b"".join(
            (
                bytes((VERSION,)),
                claims.event_tag,
                claims.ticket_tag,
                bytes((claims.category,)),
                first.to_bytes(2, "big"),
                bytes((days, claims.nonce)),
            )
        )
    except OverflowError as error:
        raise ValueError("days lie between 2020 and 2199") from error


def unpack(data: bytes) -> Claims:
    """The claims in 17 bytes that `pack` made."""
    first = int.from_bytes(data[13:15], "big")
    days = data[15]
    first_day = _EPOCH + timedelta(days=first) if days else None
    last_day = first_day + timedelta(days=days - 1) if first_day else None
    return Claims(data[1:5], data[5:12], data[12], first_day, last_day, data[16])


def signed_text(claims: bytes, signature: bytes) -> str:
    """The text for the QR of packed claims and their signature."""
    return base45.encode(claims + signature)


def parse(text: str, event: Event, verify: Verify) -> TicketCode | Unreadable:
    """What a scanned or typed text says; total, never raises.

    Args:
        text: as read from the QR or typed by a scanner.
        event: brings the patterns that find a code inside a platform's URL.
        verify: checks a signature against the event's issuers.
    """
    text = text.strip("\t\r\n\x00\ufeff")
    if not text.strip() or len(text) > LONGEST:
        return Unreadable(text[:LONGEST])
    signed = _signed(text, verify)  # first, because base45 may begin with a space
    if signed is not None:
        return signed
    text = text.strip()
    if event.issuers and (platform := _signed_by_platform(text, event, verify)):
        return platform
    for pattern in event.code_patterns:
        found = re.search(pattern, text)
        if found and found["code"]:
            return OpaqueCode(found["code"])
    if foreign_code(text):
        return Unreadable(text)
    return OpaqueCode(text)


def has_ticket_form(text: str, patterns: Iterable[str]) -> bool:
    """Whether the text looks like a ticket of ours or of the event's platform.

    Args:
        text: as read from the QR.
        patterns: the event's, which find a code inside a platform's URL.
    """
    bare = text.strip("\t\r\n\x00\ufeff")
    if len(bare) > LONGEST:
        return False
    if _signed_bytes(bare) or _OPAQUE.fullmatch(bare.strip()):
        return True
    return any(re.search(pattern, bare.strip()) for pattern in patterns)


def _signed(text: str, verify: Verify) -> SignedCode | ForgedCode | None:
    said: SignedCode | ForgedCode | None = None
    # a spreadsheet's cell loses a blank in front, or keeps the apostrophe that guarded + and -
    for meant in (text, f" {text}", text.removeprefix("'")):
        data = _signed_bytes(meant)
        if data is None:
            continue
        claims, signature = data[:CLAIM_BYTES], data[CLAIM_BYTES:]
        if verify(claims, signature):
            return SignedCode(meant, unpack(claims))
        said = ForgedCode(text)
    return said


def _signed_by_platform(text: str, event: Event, verify: Verify) -> SignedCode | None:
    """Pretix's signed code; one that nobody signed is opaque, and the roster may know it."""
    parts = signed_parts(text)
    if parts is None or not verify(parts.payload, parts.signature):
        return None
    ticket = pretix_ticket(parts.payload)
    if ticket is None:
        return None
    category = event.category_of_product(ticket.product)
    claims = Claims(
        event_tag(event.slug),
        ticket_tag(event.slug, f"sig1:{ticket.seed}"),
        category.number if category else 0,
        event.day_of(ticket.valid_from) if ticket.valid_from else None,
        event.day_of(ticket.valid_until) if ticket.valid_until else None,
    )
    return SignedCode(text, claims)


def _signed_bytes(text: str) -> bytes | None:
    """The bytes of a text that has the form of our signed codes."""
    data = base45.decode(text) if len(text) == SIGNED_LENGTH else None
    return data if data is not None and data[0] == VERSION else None
