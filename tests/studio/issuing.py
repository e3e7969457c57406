"""Signed codes for the demo, made with the product's own issuer."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Final

from kiosk.domain.identity import event_tag, ticket_tag
from kiosk.domain.ticket_code import Claims
from kiosk.keys.issuing import Issuer
from tests.studio.event_file import NUMBER_OF, SLUG
from tests.studio.people import Attendee

# A seed that everybody can read signs nothing of worth: demo event only.
DEMO_SEED: Final = hashlib.sha256(b"yuelai kiosk demo issuer, worth nothing").digest()
STRANGER_SEED: Final = hashlib.sha256(b"somebody who is no issuer of this event").digest()


def demo_issuer() -> Issuer:
    """Return the issuer whose public key stands in the demo's event file."""
    return Issuer.from_seed(DEMO_SEED)


def signed_code(issuer: Issuer, attendee: Attendee, slug: str = SLUG) -> str:
    """Return the signed text for an attendee.

    A text that begins or ends with a blank would not survive a spreadsheet, so the
    nonce is counted up until it has none.

    Args:
        issuer: Who signs.
        attendee: Whose ticket it is.
        slug: The event it is for.
    """
    claims = Claims(
        event_tag=event_tag(slug),
        ticket_tag=ticket_tag(slug, attendee.external_id),
        category=NUMBER_OF[attendee.category],
        first_day=min(attendee.days, default=None),
        last_day=max(attendee.days, default=None),
    )
    text = issuer.issue(claims)
    while text != text.strip():
        claims = replace(claims, nonce=claims.nonce + 1)
        text = issuer.issue(claims)
    return text


def with_signed_codes(attendees: list[Attendee]) -> list[Attendee]:
    """Return the list with every signed code filled in."""
    issuer = demo_issuer()
    return [
        replace(attendee, code=signed_code(issuer, attendee))
        if attendee.code_kind == "signed"
        else attendee
        for attendee in attendees
    ]
