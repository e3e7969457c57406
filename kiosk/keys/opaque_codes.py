"""Opaque ticket codes of our own: chance and nothing else."""

import base64
import secrets
from typing import Final

OPAQUE_BYTES: Final = 16
"""As many as a random UUID has and more than anybody guesses; 26 characters, and the most that
25 modules hold at level Q."""


def new_opaque_code() -> str:
    """26 capitals and digits (RFC 4648 base32, without padding)."""
    return base64.b32encode(secrets.token_bytes(OPAQUE_BYTES)).decode("ascii").rstrip("=")
