"""The two broken worlds. Everything else that is raised is a bug.

Outcomes (a refused ticket, an unreadable code) are values and never come this way.
"""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from kiosk.domain.words import Words

_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


class Trouble(Exception):
    """Something outside the program is not as it must be.

    `title` says what is wrong, `advice` what to do next; both in Chinese and English, for
    people. Neither holds a name or a code.
    """

    def __init__(self, title: Words, advice: Words) -> None:
        super().__init__(f"{title.en} {advice.en}")
        self.title = title
        self.advice = advice


class Unavailable(Trouble):
    """It may work again by itself: try again, with back-off."""


class Misconfigured(Trouble):
    """It stays broken until a person acts."""


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turns what the disk says about writing to `path` into words for people.

    Raises:
        Unavailable: the disk is full.
        Misconfigured: it cannot be written there.
    """
    try:
        yield
    except OSError as error:
        if error.errno in _FULL:
            raise Unavailable(
                Words(f"磁盘已满，无法写入 {path}。", f"The disk is full: {path} was not written."),
                Words("请腾出空间后重试。", "Free some space and try again."),
            ) from error
        reason = error.strerror or type(error).__name__
        raise Misconfigured(
            Words(f"无法写入 {path}。", f"{path} cannot be written."),
            Words(
                f"{reason}。请检查路径和权限，或换个位置。",
                f"{reason}. Check the path and its permissions, or choose another place.",
            ),
        ) from error
