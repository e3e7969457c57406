"""A station's token for its hub: in the system's keyring, else in a file for its owner only."""

import hashlib
from pathlib import Path
from typing import Final

import keyring
from keyring.errors import KeyringError

from kiosk.keys.secret_file import write_secret
from kiosk.services.trouble import writing

SERVICE: Final = "yuelai-kiosk"


class HubToken:
    """One data folder's token.

    Args:
        folder: the data folder: two stations of one computer have a token each.
    """

    def __init__(self, folder: Path) -> None:
        self._name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:32]
        self._file = folder / "keys" / "hub.token"

    def read(self) -> str:
        """The token; empty where there is none."""
        try:
            kept = keyring.get_password(SERVICE, self._name)
        except KeyringError:
            kept = None
        if kept:
            return kept
        try:
            return self._file.read_text(encoding="ascii").strip()
        except (FileNotFoundError, UnicodeDecodeError):
            return ""

    def keep(self, token: str) -> str:
        """Keep it; where: `keyring` or `file`.

        Raises:
            Unavailable, Misconfigured: neither takes it.
        """
        self.forget()
        try:
            keyring.set_password(SERVICE, self._name, token)
        except KeyringError:
            with writing(self._file):
                write_secret(self._file, token.encode("ascii"))
            return "file"
        return "keyring"

    def forget(self) -> None:
        """Keep it no longer."""
        self._file.unlink(missing_ok=True)
        try:
            keyring.delete_password(SERVICE, self._name)
        except KeyringError:
            return
