"""Passwords as slow hashes: Argon2id (RFC 9106), OWASP's settings as for staff's PINs."""

import os
from typing import Final

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

SHORTEST: Final = 8
"""Characters; shorter ones are no passwords."""
_MEMORY_KIB, _PASSES, _LANES = 19456, 2, 1
_NOBODY: Final = "$argon2id$v=19$m=19456,t=2,p=1$" + "A" * 22 + "$" + "A" * 43


def hashed_password(password: str) -> str:
    """A PHC string that tells nothing of the password."""
    kdf = Argon2id(
        salt=os.urandom(16),
        length=32,
        iterations=_PASSES,
        lanes=_LANES,
        memory_cost=_MEMORY_KIB,
    )
    return kdf.derive_phc_encoded(password.encode())


def is_password(password: str, known: str) -> bool:
    """Whether this is the password of that hash; as slow where there is no hash at all."""
    try:
        Argon2id.verify_phc_encoded(password.encode(), known or _NOBODY)
    except InvalidKey:
        return False
    return bool(known)
