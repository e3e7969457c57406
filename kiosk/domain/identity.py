"""Who is who: ids that two desks work out alike without asking each other.

Ids of event, attendee and ticket are UUIDv5, so that two stations which import the same
list agree. A ticket's id is worked out from its 7-byte *tag*, because the tag is all
that fits into a signed ticket code: a station that never heard of the attendee still
records the very id that the roster will bring later.
"""

import hashlib
from uuid import UUID, uuid5

HOUSE = UUID("6f1f2d0e-6c1b-5a53-9d0e-7d6b1c7f2a10")
"""Namespace of all our ids; any fixed UUID would do, this one may never change."""

EVENT_TAG_BYTES = 4
TICKET_TAG_BYTES = 7


def event_id(slug: str) -> UUID:
    """The id of the event that its organiser calls `slug`."""
    return uuid5(HOUSE, f"event:{slug}")


def event_tag(slug: str) -> bytes:
    """The 4 bytes by which a signed code names its event."""
    return event_id(slug).bytes[:EVENT_TAG_BYTES]


def ticket_tag(slug: str, external_id: str) -> bytes:
    """The 7 bytes by which a signed code names its ticket.

    56 bits: among a million tickets the chance that any two share a tag is 7 in a million,
    and an import refuses the second.
    """
    text = f"{slug}\x00{external_id}".encode()
    return hashlib.blake2b(text, digest_size=TICKET_TAG_BYTES, person=b"ticket").digest()


def ticket_id(event: UUID, tag: bytes) -> UUID:
    """The id of the ticket with this tag at this event."""
    return uuid5(event, f"ticket:{tag.hex()}")


def attendee_id(ticket: UUID) -> UUID:
    """The id of the person whom this ticket was first made for."""
    return uuid5(ticket, "attendee")


def fact_id(at_ms: int, entropy: bytes) -> UUID:
    """A UUIDv7 (RFC 9562, section 5.7): milliseconds since 1970 and 10 random bytes."""
    value = (at_ms & (1 << 48) - 1) << 80 | int.from_bytes(entropy[:10], "big")
    value = value & ~(0xF << 76) | 0x7 << 76
    value = value & ~(0x3 << 62) | 0x2 << 62
    return UUID(int=value)
