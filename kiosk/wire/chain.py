"""The chain over a hub's journal: one short name for all that came up to some number.

Hub and stations reckon it alike. Where a station's differs from the hub's, the hub was put back
from an old backup and has gone on otherwise; a number alone would not show it.
"""

import hashlib
from uuid import UUID

CHAIN_BYTES = 8


def chained(before: str, fact: UUID) -> str:
    """The chain after one more fact, as hex; it begins empty."""
    return hashlib.blake2b(bytes.fromhex(before) + fact.bytes, digest_size=CHAIN_BYTES).hexdigest()
