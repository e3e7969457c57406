"""Proof at the desk: the fresh badge, held to the camera, belongs to the guest just served."""

from enum import StrEnum
from uuid import UUID

from kiosk.domain.amendments import badge_generation
from kiosk.services.ports import CodeKeys
from kiosk.services.records import Records


class BadgeProof(StrEnum):
    """What a code says when it is held up after a badge was printed."""

    RIGHT = "right"
    REPLACED = "replaced"
    WRONG = "wrong"
    NO_BADGE = "no_badge"


def prove_badge(records: Records, keys: CodeKeys, text: str, ticket: UUID) -> BadgeProof:
    """Whether a text is the newest badge code of this ticket.

    Args:
        records: whose facts say which code counts.
        keys: make badge codes.
        text: what the camera read.
        ticket: of the guest who was just served.

    Returns:
        REPLACED for an earlier badge of the same guest, WRONG for another's, NO_BADGE for
        whatever else has a code.
    """
    code = text.strip().upper()
    newest = badge_generation(records.journal.facts_of([ticket]))
    for generation in range(newest, 0, -1):
        if keys.badge_code(ticket, generation) == code:
            return BadgeProof.RIGHT if generation == newest else BadgeProof.REPLACED
    other = records.roster.by_code(keys.digest(code))
    if other is None:
        return BadgeProof.NO_BADGE
    theirs = badge_generation(records.journal.facts_of([other.ticket.id]))
    codes = {keys.badge_code(other.ticket.id, n) for n in range(1, theirs + 1)}
    return BadgeProof.WRONG if code in codes else BadgeProof.NO_BADGE
