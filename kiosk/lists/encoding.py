"""Which encoding a list is in: found out, and refused where it reads nonsense."""

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.words import Words
from kiosk.names.normalising import is_han
from kiosk.services.trouble import Misconfigured

MOSTLY = 0.7
"""Share of rare Han characters above which nobody wrote Chinese; traditional text has less."""
_LETTER = re.compile("[A-Za-z]")
GBK_NAMES = range(0xE815, 0xE865)
"""Private code points where GBK has rare characters that people's names hold."""
SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    heading: str
    text: str


def decoded(path: Path, data: bytes) -> tuple[str, str]:
    """The encoding that a list is in, and its text.

    Raises:
        Misconfigured: it is in none that we know; names row, column and what to do.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig" if _is_meant_as_utf_8(data) else "gb18030"
    # a mark that no list holds, to find the cell again
    text = data.decode(encoding, "replace").replace("\x00", "\ufffd")
    if "\ufffd" in text:
        raise _unknown(path, _first(text, lambda cell: "\ufffd" in cell))
    if encoding == "gb18030":
        _refuse_nonsense(path, text)
    return encoding, text


def separator_of(text: str) -> str:
    """What stands between the cells of the first line."""
    return max(SEPARATORS, key=text.partition("\n")[0].count)


def _is_meant_as_utf_8(data: bytes) -> bool:
    """Whether most lines are UTF-8.

    One wrong byte must not make a whole UTF-8 list GB18030, which reads nonsense in silence.
    """
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    good = sum(_decodes(line, "utf-8") for line in lines)
    return data.startswith(codecs.BOM_UTF8) or 2 * good >= len(lines)


def _decodes(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_nonsense(path: Path, text: str) -> None:
    """GB18030 has a meaning for nearly all bytes: Latin-1, Shift-JIS and Big5 get past it."""
    counted = Counter(text)  # a long list has few different characters
    odd = {c for c in counted if _is_no_character(c)}
    swallowing = {c for c in counted if is_han(c) and _swallowed_a_letter(c)}
    strange = None
    if odd or swallowing:
        strange = _first(
            text, lambda cell: not odd.isdisjoint(cell) or _is_latin_1(cell, swallowing)
        )
    if strange is None:
        han = {c: times for c, times in counted.items() if is_han(c)}
        rare = {c for c in han if _is_rare(c)}
        if sum(han[c] for c in rare) > MOSTLY * sum(han.values()):
            strange = _first(text, lambda cell: not rare.isdisjoint(cell))
    if strange:
        raise _nonsense(path, strange)


def _is_no_character(character: str) -> bool:
    """A private or unassigned code point, where Big5's commonest characters come to lie."""
    private = unicodedata.category(character) == "Co" and ord(character) not in GBK_NAMES
    return private or "\x80" <= character <= "\x9f" or _is_unassigned(character)


def _is_unassigned(character: str) -> bool:
    # beyond this plane Unicode still grows faster than Python's table of it
    return character <= "\uffff" and unicodedata.category(character) == "Cn"


def _is_latin_1(cell: str, swallowing: set[str]) -> bool:
    """A Han character inside a Latin word that swallowed one of its letters: Fran鏾is.

    In Latin-1 an accented letter stands alone, so what GB18030 takes for its second byte is the
    next ASCII letter. TCL科技, 王晓明A and vivo与oppo have no such character.
    """
    for place, character in enumerate(cell):
        if character not in swallowing:
            continue
        before, after = cell[:place][-1:], cell[place + 1 : place + 2]
        if _LETTER.match(before) and _LETTER.match(after):
            return True
        if not before.isalnum() and after.isascii() and after.islower():
            return True
    return False


def _swallowed_a_letter(character: str) -> bool:
    two = character.encode("gb18030")
    return len(two) == 2 and chr(two[1]).isascii() and chr(two[1]).isalpha()


def _is_rare(character: str) -> bool:
    """Whether a Han character is not among the 6763 of GB 2312."""
    try:
        character.encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _first(text: str, is_bad: Callable[[str], bool]) -> _Cell | None:
    """The first cell that is bad; rows are counted as a spreadsheet does."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text))
    headings: list[str] = []
    try:
        for row, cells in enumerate(reader, 1):
            headings = headings or cells
            for place, cell in enumerate(cells):
                if is_bad(cell):
                    heading = headings[place] if row > 1 and place < len(headings) else ""
                    return _Cell(row, heading.strip("\ufeff ") or f"{place + 1}", cell)
    except csv.Error:  # a cell larger than any: that is told when the rows are read
        return None
    return None


_SAVE_AS_UTF_8 = Words(
    "请在表格软件中另存为“CSV UTF-8”后重新导入。名单没有变化。",
    "Save it as “CSV UTF-8” in your spreadsheet program and import again. Nothing was changed.",
)


def _unknown(path: Path, cell: _Cell | None) -> Misconfigured:
    row, column = (cell.row, cell.heading) if cell else (1, "1")
    return Misconfigured(
        Words(
            f"{path.name} 第 {row} 行“{column}”列的编码无法识别。",
            f"Row {row} of {path.name}, column “{column}”, is in no encoding we know.",
        ),
        _SAVE_AS_UTF_8,
    )


def _nonsense(path: Path, cell: _Cell) -> Misconfigured:
    shown = cell.text.strip()[:40]
    return Misconfigured(
        Words(
            f"{path.name} 第 {cell.row} 行“{cell.heading}”列按 GB18030 读成“{shown}”，不像原文。",
            f"Row {cell.row} of {path.name}, column “{cell.heading}”, reads “{shown}” as GB18030, "
            "which cannot be meant.",
        ),
        _SAVE_AS_UTF_8,
    )
