"""A station's data folder: what lies where, and that only one `run` uses it."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured, Unavailable, writing
from kiosk.settings import Settings, load_settings


def usual_data_folder() -> Path:
    """The platform's folder for this user's data."""
    import platformdirs  # noqa: PLC0415  not asked where --data is given

    return Path(platformdirs.user_data_dir("yuelai-kiosk", appauthor=False))


@dataclass(frozen=True, slots=True)
class DataFolder:
    """facts.db, roster.db, keys/, lists/, logs/, badges/ and settings.toml in one folder.

    The roster is made again by importing what lists/ holds, oldest first, each list with the
    `.event.toml` of the same name: `import LIST --event EVENT` gives every ticket its old id.
    """

    path: Path

    @property
    def facts(self) -> Path:
        """Journal, outbox, print jobs, clock: never rebuilt."""
        return self.path / "facts.db"

    @property
    def roster(self) -> Path:
        """Event, attendees, tickets, search: rebuilt from lists/ at any time."""
        return self.path / "roster.db"

    @property
    def amended(self) -> Path:
        """What desks know better than the list: made again from the facts where it is gone."""
        return self.path / "amended.db"

    @property
    def code_key(self) -> Path:
        """The secret under which codes are hashed."""
        return self.path / "keys" / "code.key"

    @property
    def staff(self) -> Path:
        """Who works at the desk, with slow hashes of their PINs."""
        return self.path / "keys" / "staff.json"

    @property
    def hub(self) -> Path:
        """Which hub this station is paired with, and its certificate; not the token."""
        return self.path / "hub.json"

    @property
    def hub_time(self) -> Path:
        """What the hub's time was at a moment of this computer's."""
        return self.path / "hub-time.json"

    @property
    def lists(self) -> Path:
        """Every list that was imported, as it came, its event and column map beside it."""
        return self.path / "lists"

    @property
    def papers(self) -> Path:
        """Tables and lists that were asked for at the desk: names, so nobody else's business."""
        return self.path / "papers"

    @property
    def logs(self) -> Path:
        """What went wrong, without names."""
        return self.path / "logs"

    @property
    def settings(self) -> Path:
        """This station's settings, if it has any."""
        return self.path / "settings.toml"

    def prepare(self) -> None:
        """Make the folder and what is in it.

        Raises:
            Misconfigured: it cannot be made or written.
        """
        try:
            for folder in (self.path, self.lists, self.papers, self.logs):
                folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise Misconfigured(
                Words(
                    f"无法使用数据文件夹 {self.path}。",
                    f"The data folder {self.path} cannot be used.",
                ),
                Words(
                    f"{error.strerror}。请检查权限，或用 --data 选择另一个文件夹。",
                    f"{error.strerror}. Check its permissions, or choose another with --data.",
                ),
            ) from error

    @contextmanager
    def only_run(self) -> Iterator[None]:
        """Hold the folder for one running station; the command line does not need it.

        The operating system lets go of the lock when the process ends, however it ends.

        Raises:
            Misconfigured: a station already runs on this folder, or it cannot be written.
            Unavailable: the disk is full.
        """
        with self._held("station.lock") as alone:
            if not alone:
                raise Misconfigured(
                    Words(
                        "本数据文件夹上已有一个签到台在运行。",
                        "A station already runs on this data folder.",
                    ),
                    Words(
                        "请切换到已打开的窗口；另一个签到台请用 --data 指定自己的文件夹。",
                        "Switch to its window; give another station its own folder with --data.",
                    ),
                )
            yield

    @contextmanager
    def only_import(self) -> Iterator[None]:
        """Hold the folder for one import; what it finds unfinished in lists/ is nobody's.

        Raises:
            Unavailable: another import is under way, or the disk is full.
            Misconfigured: the folder cannot be written.
        """
        with self._held("import.lock") as alone:
            if not alone:
                raise Unavailable(
                    Words("另一个导入正在进行。", "Another import is under way."),
                    Words("请等它结束后重试。", "Wait for it to end and try again."),
                )
            yield

    @contextmanager
    def _held(self, name: str) -> Iterator[bool]:
        """Whether this process alone holds the lock of this name, and holding it."""
        lock = self.path / name
        with writing(lock):
            file = lock.open("a+b")
        with file:
            yield _locked(file)


def settings_of(folder: DataFolder, config: Path | None) -> Settings:
    """The settings named on the command line, else the folder's own, else the defaults."""
    return load_settings(config or (folder.settings if folder.settings.exists() else None))


def _locked(file: IO[bytes]) -> bool:
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415

            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    os.utime(file.name)
    return True
