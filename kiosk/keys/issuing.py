"""The issuer's private key: makes signed ticket codes, never lives on a station."""

import base64

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from kiosk.domain.ticket_code import Claims, pack, signed_text


class Issuer:
    """Signs ticket codes with one Ed25519 key (RFC 8032)."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private

    @classmethod
    def generate(cls) -> "Issuer":
        """A new issuer from the operating system's randomness."""
        return cls(Ed25519PrivateKey.generate())

    @classmethod
    def from_seed(cls, seed: bytes) -> "Issuer":
        """The issuer whose 32-byte secret is `seed`."""
        return cls(Ed25519PrivateKey.from_private_bytes(seed))

    @property
    def seed(self) -> bytes:
        """The 32 secret bytes: to be kept by the organiser and shown to nobody."""
        return self._private.private_bytes_raw()

    @property
    def public(self) -> bytes:
        """The 32 public bytes."""
        return self._private.public_key().public_bytes_raw()

    @property
    def public_text(self) -> str:
        """The public key as base64, as an event file's `issuers` takes it."""
        return base64.b64encode(self.public).decode("ascii")

    def issue(self, claims: Claims) -> str:
        """The text for the QR of these claims."""
        packed = pack(claims)
        return signed_text(packed, self._private.sign(packed))
