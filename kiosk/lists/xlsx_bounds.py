"""What an XLSX file says of its size, looked at before anything of it is unpacked."""

import zipfile
from pathlib import Path
from typing import Final

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

MOST_PARTS: Final = 2000
MOST_SHARED: Final = 64 << 20
"""Bytes of the texts, which are held in memory while the list is read."""
MOST_SHEET: Final = 600 << 20
"""Bytes of a sheet, which is read as it comes; a million rows of ten columns have 400 MB."""
MOST_OTHER: Final = 16 << 20
"""Bytes of any other part that is read: styles, names of sheets."""
_READ: Final = (".xml", ".rels")


def check_bounds(name: str, path: Path) -> None:
    """See that no part of the file unpacks to more than a list has.

    The zip module never gives out more than a part says of itself, so what is said here holds.

    Raises:
        Misconfigured: it is no whole zip file, or a part of it is far too large.
    """
    try:
        with zipfile.ZipFile(path) as parts:
            listed = parts.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise broken(name, "it is cut off or damaged") from error
    if len(listed) > MOST_PARTS:
        raise _too_large(name, f"{len(listed)} parts")
    for part in listed:
        inside = part.filename.casefold()
        if not inside.endswith(_READ):
            continue  # pictures and the like are never unpacked
        most = MOST_OTHER
        if inside.endswith("sharedstrings.xml"):
            most = MOST_SHARED
        elif "worksheets/" in inside:
            most = MOST_SHEET
        if part.file_size > most:
            raise _too_large(name, f"{part.filename}: {part.file_size >> 20} MB")


def _too_large(name: str, what: str) -> Misconfigured:
    return Misconfigured(
        Words(
            f"{name} 解开后太大（{what}）。", f"{name} unpacks to far more than a list ({what})."
        ),
        Words(
            "请确认选对了文件；大名单请另存为“CSV UTF-8”。名单没有变化。",
            "See that it is the right file; save a long list as “CSV UTF-8”. Nothing was changed.",
        ),
    )


def broken(name: str, said: str) -> Misconfigured:
    """The complaint about a file that is no XLSX."""
    return Misconfigured(
        Words(f"{name} 不是完整的 XLSX 文件。", f"{name} is no whole XLSX file ({said})."),
        Words(
            "请用表格软件打开并另存为 .xlsx 或“CSV UTF-8”。名单没有变化。",
            "Open it in a spreadsheet program and save it as .xlsx or “CSV UTF-8”. "
            "Nothing was changed.",
        ),
    )
