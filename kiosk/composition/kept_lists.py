"""The lists that were imported, kept as they came, so that a roster can be made again."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from kiosk.domain.words import Words
from kiosk.lists.attendee_list import copied
from kiosk.services.trouble import Unavailable, writing

PART = ".part"
"""What the name of a list ends with until its import stands."""
UNDONE = ".undone"
"""What the names of a list and its event end with once it was taken back."""


@dataclass(slots=True)
class Keeping:
    """A list's copy and what belongs to it, under names that nobody takes for imported ones.

    They are written before the import, because afterwards a full disk could not stop it any
    more. They get their own names by `keep`: once the import stands.
    """

    copy: Path
    digest: str
    stem: str
    suffix: str
    _parts: dict[Path, Path] = field(default_factory=dict)

    def beside(self, ending: str, text: str) -> None:
        """Write what belongs to the list.

        Raises:
            Unavailable: the disk does not take it.
        """
        file = self.copy.with_name(f"{self.stem}.{ending}")
        part = file.with_name(f"{file.name}{PART}")
        with _room():
            part.write_bytes(text.encode())
        self._parts[part] = file

    def keep(self) -> None:
        """Give all of them their names."""
        with writing(self.copy.parent):
            for part, file in self._parts.items():
                part.replace(file)
            self.copy.replace(self.copy.with_name(f"{self.stem}{self.suffix}"))

    def forget(self) -> None:
        """Remove what was not kept."""
        for part in (self.copy, *self._parts):
            part.unlink(missing_ok=True)


@contextmanager
def kept(lists: Path, path: Path) -> Iterator[Keeping]:
    """A copy of the list at `path` in the folder `lists`; gone again unless it is kept.

    Raises:
        Misconfigured: there is no such file, it cannot be read, or is far too large.
        Unavailable: the disk does not take it.
    """
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    copy = lists / f"{stamp}{PART}"
    with _room():
        for left in lists.glob(f"*{PART}"):  # by an import that was killed
            left.unlink()
    try:
        with _room():
            copied(path, copy)
        with copy.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        keeping = Keeping(copy, digest, f"{stamp}-{digest[:12]}", path.suffix or ".csv")
        try:
            yield keeping
        finally:
            keeping.forget()
    finally:
        copy.unlink(missing_ok=True)


def set_aside(lists: Path, digest: str) -> None:
    """The list was taken back: whoever makes the roster again passes it over."""
    named = sorted(lists.glob(f"*-{digest[:12]}*"), reverse=True)
    standing = [file for file in named if file.suffix not in {PART, UNDONE}]
    if standing:
        stem = standing[0].name[: standing[0].name.index(digest[:12]) + 12]
        with writing(lists):
            for file in standing:
                if file.name.startswith(stem):
                    file.replace(file.with_name(f"{file.name}{UNDONE}"))


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Unavailable(
            Words(
                f"无法保存名单副本（{error.strerror}）。",
                f"The list cannot be kept ({error.strerror}).",
            ),
            Words(
                "请检查磁盘后重试。名单没有变化。",
                "See to the disk and try again. Nothing was changed.",
            ),
        ) from error
