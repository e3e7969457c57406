"""A printer that is a folder: each badge becomes one PDF file there.

For demonstrations, for tests, and for print shops that watch a folder. The files are the
record of what was printed, so whoever takes badges from the folder must copy, not move.
"""

import errno
import os
from pathlib import Path
from typing import Final
from uuid import UUID

from kiosk.domain.words import Words
from kiosk.services.ports import Fate, Paper, PrintAnswer, PrinterLamp
from kiosk.services.trouble import Unavailable

_PROBE: Final = 64 * 1024
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class FolderPrinter:
    """Writes badges to `folder`, which is made if it is missing."""

    def __init__(self, name: str, folder: Path) -> None:
        self._name = name
        self._folder = folder

    @property
    def name(self) -> str:
        return self._name

    def send(self, paper: Paper) -> PrintAnswer:
        """Write the badge so that it is there whole or not at all; once, however often sent."""
        file = self._file(paper.job)
        try:
            if not file.exists():
                self._folder.mkdir(parents=True, exist_ok=True)
                self._write(file, paper.pdf)
        except OSError as error:
            raise self._unavailable(error) from error
        return PrintAnswer(Fate.PRINTED, file.name)

    def ask(self, job: UUID, ref: str) -> PrintAnswer:
        """PRINTED where the file is there; SILENT while the folder itself is out of reach."""
        del ref
        file = self._file(job)
        try:
            names = {entry.name for entry in self._folder.iterdir()}
        except OSError as error:
            return PrintAnswer(Fate.SILENT, why=error.strerror or type(error).__name__)
        if file.name in names:
            return PrintAnswer(Fate.PRINTED, file.name)
        return PrintAnswer(Fate.ABSENT)

    def withdraw(self, job: UUID, ref: str) -> PrintAnswer:
        """A folder keeps what it has."""
        return self.ask(job, ref)

    def lamp(self) -> PrinterLamp:
        """Green where a file can be written as large as a badge: a full disk shows here."""
        probe = self._folder / ".probe"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            try:
                _write_through(probe, bytes(_PROBE))
            finally:
                probe.unlink(missing_ok=True)
        except OSError as error:
            trouble = self._unavailable(error)
            words = Words(
                f"{trouble.title.zh}{trouble.advice.zh}", f"{trouble.title.en} {trouble.advice.en}"
            )
            return PrinterLamp(ready=False, words=words)
        return PrinterLamp(ready=True, words=Words("就绪", "Ready"))

    def _file(self, job: UUID) -> Path:
        return self._folder / f"{job}.pdf"

    def _write(self, file: Path, pdf: bytes) -> None:
        # The leading dot and the other ending keep folder watchers away until it is whole.
        part = file.with_name(f".{file.stem}.part")
        try:
            _write_through(part, pdf)
            part.replace(file)
        except OSError:
            part.unlink(missing_ok=True)
            raise
        self._keep_entry()

    def _keep_entry(self) -> None:
        """Make the new directory entry survive a power cut, where the system can."""
        if os.name == "nt":
            return
        folder = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)

    def _unavailable(self, error: OSError) -> Unavailable:
        if error.errno in _FULL:
            return Unavailable(
                Words("磁盘已满，胸卡无法保存。", "The disk is full: no badge can be saved."),
                Words(
                    f"请在 {self._folder} 所在的磁盘上腾出空间。",
                    f"Free some space on the disk that holds {self._folder}.",
                ),
            )
        reason = error.strerror or type(error).__name__
        return Unavailable(
            Words("胸卡文件夹无法写入。", "The badge folder cannot be written to."),
            Words(
                f"请检查文件夹 {self._folder} 及其权限（{reason}）。",
                f"Check the folder {self._folder} and its permissions ({reason}).",
            ),
        )


def _write_through(file: Path, data: bytes) -> None:
    with file.open("wb") as target:
        target.write(data)
        target.flush()
        os.fsync(target.fileno())
