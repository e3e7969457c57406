"""The lines of a text file, none longer than a list's can be."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

LONGEST_LINE = 1 << 20
"""Characters. A cell of fifty megabytes is found out after one of them."""


class LineTooLong(csv.Error):
    """A line that no attendee list has."""

    def __init__(self) -> None:
        super().__init__(f"line longer than {LONGEST_LINE:,} characters")


def opened_text(path: Path, encoding: str, errors: str = "strict") -> TextIO:
    """The file as the csv module wants it."""
    return path.open(encoding=encoding, errors=errors, newline="")


def bounded(text: TextIO) -> Iterator[str]:
    """The lines of the text.

    Raises:
        LineTooLong: one of them is longer than `LONGEST_LINE`.
    """
    while line := text.readline(LONGEST_LINE):
        if len(line) == LONGEST_LINE and line[-1] not in "\r\n":
            raise LineTooLong
        yield line
