"""Writing CSV that spreadsheets open well and that runs nothing there."""

import csv
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured, writing

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write_csv(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    """Write the whole file or nothing; UTF-8 with BOM, as Excel wants it for Chinese.

    A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP,
    CSV injection).

    Raises:
        Misconfigured: the file cannot be written.
        Unavailable: the disk is full.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        with writing(path):
            with part.open("w", encoding="utf-8-sig", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(header)
                writer.writerows([_safe(cell) for cell in row] for row in rows)
                file.flush()
                os.fsync(file.fileno())
            settle(part, path)
    finally:
        with suppress(OSError):
            part.unlink()


def settle(part: Path, path: Path) -> None:
    """Give a file that is written whole its own name.

    Raises:
        Misconfigured: another program has the one before open.
    """
    try:
        part.replace(path)
    except PermissionError as error:
        raise Misconfigured(
            Words(f"无法写入 {path}。", f"{path} cannot be written."),
            Words(
                f"{error.strerror}。请关闭打开它的程序，或换个位置。",
                f"{error.strerror}. Close the program that has it open, or choose another place.",
            ),
        ) from error


def _safe(cell: str) -> str:
    # one that looks guarded already gets another apostrophe, so that it can be read again
    return f"'{cell}" if cell.removeprefix("'").startswith(_FORMULA_STARTS) else cell


def unguarded(cell: str) -> str:
    """A cell as it was before the apostrophe: what we wrote, we can read."""
    bare = cell[1:] if cell.startswith("'") else ""
    return bare if bare.removeprefix("'").startswith(_FORMULA_STARTS) else cell
