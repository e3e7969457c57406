"""Staff and their PINs in a file for its owner only; of a PIN only a slow hash is kept.

Argon2id (RFC 9106) with the second of OWASP's least settings: 19 MiB, two passes, one lane;
25 ms here. A PIN of four digits has 10,000 values, so the file is a secret all the same.
"""

import json
import os
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidKey
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from kiosk.domain.staff import Role, Staff
from kiosk.domain.words import Words
from kiosk.keys.secret_file import write_secret
from kiosk.services.trouble import Misconfigured, writing

SHORTEST, LONGEST = 4, 12
"""Digits of a PIN."""
_MEMORY_KIB, _PASSES, _LANES = 19456, 2, 1
_NOBODY: Final = "$argon2id$v=19$m=19456,t=2,p=1$" + "A" * 22 + "$" + "A" * 43
"""A hash of nothing, so that a name that is not there takes as long as one that is."""


class StaffFile:
    """Implements `StaffBook`."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def staff(self) -> tuple[Staff, ...]:
        """Everybody, by name.

        Raises:
            Misconfigured: the file is damaged or cannot be read.
        """
        return tuple(Staff(name, role) for name, (role, _) in sorted(self._read().items()))

    def proven(self, name: str, pin: str) -> Staff | None:
        role, known = self._read().get(name, (Role.CLERK, _NOBODY))
        try:
            Argon2id.verify_phc_encoded(pin.encode(), known)
        except InvalidKey:
            return None
        return Staff(name, role)

    def put(self, staff: Staff, pin: str) -> None:
        """Add somebody, or change role and PIN.

        Raises:
            Misconfigured: the PIN is no PIN, or the file cannot be used.
            Unavailable: the disk is full.
        """
        if not (SHORTEST <= len(pin) <= LONGEST and pin.isascii() and pin.isdecimal()):
            raise Misconfigured(
                Words(
                    f"PIN 应为 {SHORTEST} 至 {LONGEST} 位数字。",
                    f"A PIN has {SHORTEST} to {LONGEST} digits.",
                ),
                Words("请换一个。没有任何改动被保存。", "Choose another. Nothing was changed."),
            )
        salt = os.urandom(16)
        hashing = Argon2id(
            salt=salt, length=32, iterations=_PASSES, lanes=_LANES, memory_cost=_MEMORY_KIB
        )
        book = self._read()
        book[staff.name] = staff.role, hashing.derive_phc_encoded(pin.encode())
        self._write(book)

    def remove(self, name: str) -> bool:
        """Strike somebody off; False where there is no such name."""
        book = self._read()
        if book.pop(name, None) is None:
            return False
        self._write(book)
        return True

    def _read(self) -> dict[str, tuple[Role, str]]:
        try:
            said = json.loads(self._path.read_text(encoding="utf-8"))
            return {name: (Role(one["role"]), str(one["pin"])) for name, one in said.items()}
        except FileNotFoundError:
            return {}
        except OSError as error:
            raise _unusable(self._path, error.strerror or str(error)) from error
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise _unusable(self._path, "damaged") from error

    def _write(self, book: dict[str, tuple[Role, str]]) -> None:
        values = {name: {"role": role.value, "pin": pin} for name, (role, pin) in book.items()}
        fresh = self._path.with_name(f"{self._path.name}.new")
        with writing(self._path):
            fresh.unlink(missing_ok=True)
            write_secret(fresh, json.dumps(values, ensure_ascii=False).encode())
            fresh.replace(self._path)


def _unusable(path: Path, why: str) -> Misconfigured:
    return Misconfigured(
        Words(f"无法使用人员文件 {path}（{why}）。", f"The staff file {path} is unusable: {why}."),
        Words(
            "请从备份恢复，或删除它后用 staff add 重新添加。",
            "Restore it, or delete it and add people again with `staff add`.",
        ),
    )
