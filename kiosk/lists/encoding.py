"""Which encoding a list is in: found out, and refused where it reads nonsense."""

import codecs
import csv
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.domain.words import Words
from kiosk.lists.csv_lines import LONGEST_LINE, bounded, opened_text
from kiosk.names.normalising import is_han
from kiosk.services.row_texts import GBK_NAMES
from kiosk.services.trouble import Misconfigured

MOSTLY = 0.7
"""Share of rare Han characters above which nobody wrote Chinese; traditional text has less."""
_LETTER = re.compile("[A-Za-z]")
SEPARATORS = ",;\t"


@dataclass(frozen=True, slots=True)
class _Cell:
    row: int
    heading: str
    text: str


def encoding_of(name: str, path: Path) -> str:
    """The encoding that a list is in; the file is read through, never held whole.

    Raises:
        Misconfigured: it is in none that we know; names row, column and what to do.
    """
    with path.open("rb") as file:
        head = file.read(1 << 12)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif unmarked := _unmarked_utf_16(head):
        encoding = unmarked
    else:
        encoding = "utf-8-sig" if _is_meant_as_utf_8(path) else "gb18030"
    counted = Counter[str]()  # a long list has few different characters
    for text in _pieces(path, encoding):
        if "\ufffd" in text or "\x00" in text:
            # a mark that no list holds, to find the cell again
            found = _first(path, encoding, lambda cell: "\ufffd" in cell or "\x00" in cell)
            raise _unknown(name, found)
        if encoding == "gb18030":
            counted.update(text)
    if encoding == "gb18030":
        _refuse_nonsense(name, path, counted)
    return encoding


def separator_of(text: str) -> str:
    """What stands between the cells of the first line."""
    return max(SEPARATORS, key=text.partition("\n")[0].count)


def _pieces(path: Path, encoding: str) -> Iterator[str]:
    with path.open(encoding=encoding, errors="replace", newline="") as text:
        while piece := text.read(1 << 18):
            yield piece


def _unmarked_utf_16(head: bytes) -> str:
    """UTF-16 without a mark: every separator and line end has a zero byte on the same side."""
    zeros = {place % 2 for place, byte in enumerate(head) if not byte}
    if len(zeros) != 1 or head.count(0) < 4:
        return ""
    return "utf-16-be" if zeros == {0} else "utf-16-le"


def _is_meant_as_utf_8(path: Path) -> bool:
    """Whether most lines are UTF-8.

    One wrong byte must not make a whole UTF-8 list GB18030, which reads nonsense in silence.
    """
    with path.open("rb") as file:
        if file.read(3) == codecs.BOM_UTF8:
            return True
        file.seek(0)
        lines = good = 0
        while line := file.readline(LONGEST_LINE):
            if not line.isascii():
                lines += 1
                good += _decodes(line, "utf-8")
    return 2 * good >= lines


def _decodes(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_nonsense(name: str, path: Path, counted: "Counter[str]") -> None:
    """GB18030 has a meaning for nearly all bytes: Latin-1, Shift-JIS and Big5 get past it."""
    odd = {c for c in counted if _is_no_character(c)}
    swallowing = {c for c in counted if is_han(c) and _swallowed_a_letter(c)}
    strange = None
    if odd or swallowing:
        strange = _first(
            path, "gb18030", lambda cell: not odd.isdisjoint(cell) or _is_latin_1(cell, swallowing)
        )
    if strange is None:
        han = {c: times for c, times in counted.items() if is_han(c)}
        rare = {c for c in han if _is_rare(c)}
        if sum(han[c] for c in rare) > MOSTLY * sum(han.values()):
            strange = _first(path, "gb18030", lambda cell: not rare.isdisjoint(cell))
    if strange:
        raise _nonsense(name, strange)


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


def _first(path: Path, encoding: str, is_bad: Callable[[str], bool]) -> _Cell | None:
    """The first cell that is bad; rows are counted as a spreadsheet does."""
    headings: list[str] = []
    with opened_text(path, encoding, "replace") as text:
        separator = separator_of(text.readline(LONGEST_LINE))
        text.seek(0)
        try:
            for row, cells in enumerate(csv.reader(bounded(text), delimiter=separator), 1):
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


def _unknown(name: str, cell: _Cell | None) -> Misconfigured:
    row, column = (cell.row, cell.heading) if cell else (1, "1")
    return Misconfigured(
        Words(
            f"{name} 第 {row} 行“{column}”列的编码无法识别。",
            f"Row {row} of {name}, column “{column}”, is in no encoding we know.",
        ),
        _SAVE_AS_UTF_8,
    )


def _nonsense(name: str, cell: _Cell) -> Misconfigured:
    shown = cell.text.strip()[:40]
    return Misconfigured(
        Words(
            f"{name} 第 {cell.row} 行“{cell.heading}”列按 GB18030 读成“{shown}”，不像原文。",
            f"Row {cell.row} of {name}, column “{cell.heading}”, reads “{shown}” as GB18030, "
            "which cannot be meant.",
        ),
        _SAVE_AS_UTF_8,
    )
