"""What SQLite and the disk say about a database file, in words for people."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured, Trouble, Unavailable

_RESTORE = Words(
    "它没有被改动。请从备份恢复；名单文件 roster.db 可以移走后重新导入。",
    "It was left as it is. Restore it from a backup; a roster.db can be moved away and the "
    "list imported again.",
)
_DAMAGE = (
    "not a database",
    "malformed",
    "corrupt",
    "no such table",
    "no such column",
    "could not decode",
)


class DamagedRow(ValueError):
    """A row says what nobody ever wrote there. Never leaves this room: see `translated`."""


@contextmanager
def one_row() -> Iterator[None]:
    """Around making a value of a row: what its words cannot mean is damage, not a bug."""
    try:
        yield
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        raise DamagedRow(str(error)) from error


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turns what SQLite and the disk say about `path` into words for people."""
    try:
        yield
    except DBAPIError as error:
        raise _trouble(path, error.orig or error) from error
    except (sqlite3.Error, OSError, DamagedRow) as error:
        raise _trouble(path, error) from error


def _trouble(path: Path, error: BaseException) -> Trouble:
    said = str(error).lower()
    broken_disk = "disk i/o" in said
    free = _free_mb(path.parent) if broken_disk or "full" in said or "no space" in said else 0
    # SQLite also calls it an I/O error where its log finds no room
    if "full" in said or "no space" in said or (broken_disk and free == 0):
        return Unavailable(
            Words("磁盘已满，无法保存。", "The disk is full; nothing could be saved."),
            Words(
                f"请在 {path.parent} 所在磁盘腾出空间（剩余 {free} MB）。已保存的签到都还在。",
                f"Free some space on the disk of {path.parent} ({free} MB left). "
                "Every check-in saved so far is safe.",
            ),
        )
    if "readonly" in said or "read-only" in said or "unable to open" in said or "denied" in said:
        return Misconfigured(
            Words(f"无法写入 {path}。", f"{path} cannot be written."),
            Words(
                "请检查文件夹的权限，或用 --data 选择另一个文件夹。",
                "Check the folder's permissions, or choose another folder with --data.",
            ),
        )
    if broken_disk:
        return Unavailable(
            Words("磁盘没有响应，无法保存。", "The disk did not answer; nothing could be saved."),
            Words(
                f"请检查 {path.parent} 所在磁盘及其配额。已保存的签到都还在。",
                f"Check the disk of {path.parent} and its quota. "
                "Every check-in saved so far is safe.",
            ),
        )
    if "locked" in said or "busy" in said:
        return Unavailable(
            Words(f"{path.name} 正被其他程序占用。", f"{path.name} is held by another program."),
            Words(
                "请稍候重试；关闭备份或查看工具。", "Wait a moment; close backup or viewer tools."
            ),
        )
    damaged = isinstance(error, sqlite3.DatabaseError) and any(word in said for word in _DAMAGE)
    if damaged or isinstance(error, DamagedRow):
        return Misconfigured(
            Words(f"{path} 已损坏或不是本程序的文件。", f"{path} is damaged or is not ours."),
            _RESTORE,
        )
    raise error


def _free_mb(folder: Path) -> int:
    return shutil.disk_usage(folder).free // 2**20


def foreign(path: Path) -> Misconfigured:
    """What is said of a database that somebody else made."""
    return Misconfigured(
        Words(f"{path} 属于另一个程序。", f"{path} belongs to another program."),
        Words(
            "它没有被改动。请用 --data 选择另一个文件夹。",
            "It was left as it is. Choose another folder with --data.",
        ),
    )


def newer(path: Path) -> Misconfigured:
    """What is said of a file whose tables this program does not know yet."""
    return Misconfigured(
        Words(f"{path} 由更新版本的程序写成。", f"{path} was written by a newer version."),
        Words(
            "请更新本机程序。文件没有被改动。", "Update this program. The file was left as it is."
        ),
    )


def emptied(path: Path) -> Misconfigured:
    """What is said of a file that is there but holds no tables any more."""
    return Misconfigured(
        Words(
            f"{path} 已损坏：内容被清空了。",
            f"{path} is damaged: everything in it has been emptied.",
        ),
        _RESTORE,
    )


def not_this_file(path: Path) -> Misconfigured:
    """What is said of a file of ours that lacks tables it should have."""
    return Misconfigured(
        Words(
            f"{path} 已损坏，或与另一个文件对调了。",
            f"{path} is damaged, or was swapped with another file.",
        ),
        _RESTORE,
    )


def left_behind(path: Path, log: Path) -> Misconfigured:
    """What is said where the log of a database is there and the database is not."""
    return Misconfigured(
        Words(f"{path} 不见了，只剩 {log.name}。", f"{path} is gone; only {log.name} is left."),
        Words(
            f"请从备份恢复 {path.name}。若是 roster.db，也可以把 {log.name} 移走后重新导入名单。",
            f"Restore {path.name} from a backup. A roster.db can also be made again: move "
            f"{log.name} away and import the list.",
        ),
    )
