"""The pairing code: what a hub shows, and all that a station needs to trust it.

Ten characters to prove who may come in (one use, ten minutes) and twenty-six that are the
hub's certificate in short: 128 bits of SHA-256 over its public key. Base32 (RFC 4648), so that
it can be typed; case, blanks and hyphens make no difference.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from typing import Final

SECRET_LENGTH: Final = 10
"""Base32 characters: 50 bits, which nobody guesses in ten minutes at one try a second."""
PIN_BYTES: Final = 16
_PIN_LENGTH: Final = 26
_FORM: Final = re.compile(rf"[A-Z2-7]{{{SECRET_LENGTH + _PIN_LENGTH}}}")


@dataclass(frozen=True, slots=True)
class PairingCode:
    """`secret` is the one-time part, `pin` what the hub's public key must hash to."""

    secret: str
    pin: bytes

    @property
    def text(self) -> str:
        """In groups, for people."""
        whole = self.secret + base64.b32encode(self.pin).decode("ascii").rstrip("=")
        return "-".join(whole[at : at + 6] for at in range(0, len(whole), 6))


def pin_of(public_key: bytes) -> bytes:
    """The pin of a public key (SubjectPublicKeyInfo, DER)."""
    return hashlib.sha256(public_key).digest()[:PIN_BYTES]


def parse_code(text: str) -> PairingCode | None:
    """The code that was shown, or None where this is none."""
    plain = re.sub(r"[\s-]", "", text).upper()
    if not _FORM.fullmatch(plain):
        return None
    secret, pin = plain[:SECRET_LENGTH], plain[SECRET_LENGTH:]
    return PairingCode(secret, base64.b32decode(pin + "======"))
