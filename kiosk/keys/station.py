"""The key of a station's records: hashes codes so that the roster holds no secrets."""

import base64
import hashlib
import os
from pathlib import Path
from uuid import UUID

from kiosk.domain.badge import BADGE_CODE_LENGTH
from kiosk.domain.event import Event
from kiosk.domain.words import Words
from kiosk.keys.secret_file import write_secret
from kiosk.services.trouble import Misconfigured, writing

KEY_BYTES = 32
"""Base32 characters: 50 bits, and a QR of version 1 (21 modules) at every error level."""


class StationKeys:
    """Implements `CodeKeys` with one 32-byte secret.

    A list of codes cannot be turned into hashes without the secret, nor hashes into codes.
    """

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    @property
    def secret(self) -> bytes:
        """The 32 bytes: shared with the hub at pairing, shown to nobody."""
        return self._secret

    def become(self, secret: bytes) -> None:
        """Use another secret from now on: the event's, in place of one of our own."""
        self._secret = secret

    def digest(self, text: str) -> bytes:
        """BLAKE2b-128 keyed with the secret."""
        data = text.encode("utf-8", "surrogatepass")
        return hashlib.blake2b(data, digest_size=16, key=self._secret, person=b"code").digest()

    def badge_code(self, ticket: UUID, generation: int) -> str:
        """Ten base32 characters that say nothing about the ticket."""
        data = ticket.bytes + generation.to_bytes(4, "big")
        digest = hashlib.blake2b(data, digest_size=10, key=self._secret, person=b"badge").digest()
        return base64.b32encode(digest).decode("ascii")[:BADGE_CODE_LENGTH]

    def verify(self, event: Event, claims: bytes, signature: bytes) -> bool:
        """Ed25519 (RFC 8032) against each of the event's issuers."""
        # not at start-up: its native library takes longer to load than a window to paint
        from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
            Ed25519PublicKey,
        )

        for issuer in event.issuers:
            try:
                Ed25519PublicKey.from_public_bytes(issuer).verify(signature, claims)
            except InvalidSignature:
                continue
            return True
        return False


def open_station_keys(path: Path) -> StationKeys:
    """The keys in the file at `path`, made at the first start (readable by the owner only).

    Raises:
        Misconfigured: the file is damaged (a new one would make every stored code unknown), or
            it cannot be read or made.
        Unavailable: the disk is full.
    """
    try:
        secret = path.read_bytes()
    except FileNotFoundError:
        secret = _make(path)
    except OSError as error:
        raise Misconfigured(
            Words(f"无法读取密钥文件 {path}。", f"The key file {path} cannot be read."),
            Words(f"{error.strerror}。请检查权限。", f"{error.strerror}. Check its permissions."),
        ) from error
    if len(secret) != KEY_BYTES:
        raise Misconfigured(
            Words("本机密钥文件已损坏。", "This station's key file is damaged."),
            Words(
                f"请从备份恢复 {path}；若无备份，请删除它并重新导入名单。",
                f"Restore {path} from a backup; without one, delete it and import the list again.",
            ),
        )
    return StationKeys(secret)


def replace_station_key(path: Path, secret: bytes) -> None:
    """Hash codes under another secret from now on: the event's, which the hub gave.

    Raises:
        Misconfigured, Unavailable: it cannot be written; the old one is still there then.
    """
    fresh = path.with_name(f"{path.name}.new")
    with writing(path):
        fresh.unlink(missing_ok=True)
        write_secret(fresh, secret)
        fresh.replace(path)


def _make(path: Path) -> bytes:
    secret = os.urandom(KEY_BYTES)
    with writing(path):
        try:
            write_secret(path, secret)
        except FileExistsError:  # another process made it meanwhile
            return path.read_bytes()
    return secret
