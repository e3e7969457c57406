"""A telephone number as a self-service station keeps it: keyed hashes that look like one.

Eight digits stand for the last eight of the number: four for those before the tail, four for the
tail, each a keyed hash cut to four digits. Search and proof work on them as on a number; nobody
can be rung up with them.
"""

import re
from collections.abc import Callable
from typing import Final

MARK: Final = "h:"
"""What a disguised number begins with."""
PART: Final = 4
Digest = Callable[[str], bytes]
"""A keyed hash."""


def disguised(phone: str, digest: Digest) -> str:
    """The number in disguise; empty where it is too short to prove anything with."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) < 2 * PART:
        return ""
    return f"{MARK}{part(digits[-2 * PART : -PART], digest)}{part(digits[-PART:], digest)}"


def part(digits: str, digest: Digest) -> str:
    """Four digits in disguise."""
    number = int.from_bytes(digest(f"phone {digits}")[:8], "big") % 10**PART
    return f"{number:0{PART}d}"
