"""Reading an attendee list from CSV: encoding, separator and columns found out."""

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.domain.words import Words
from kiosk.lists.csv_export import unguarded
from kiosk.lists.encoding import decoded, separator_of
from kiosk.names.normalising import normalise
from kiosk.services.list_rows import Column, ListRow
from kiosk.services.trouble import Misconfigured

_WORDS: Mapping[Column, tuple[str, ...]] = {
    Column.EXTERNAL_ID: ("编号", "id", "external id", "external_id", "参会编号", "guid"),
    Column.NUMBER: ("票号", "ticket", "ticket number", "ticket no", "number", "报名号"),
    Column.CODE: (
        "二维码",
        "码",
        "code",
        "qr",
        "qr code",
        "ticket code",
        "barcode",
        "secret",
        "签到码",
    ),
    Column.NAME: ("姓名", "name", "中文名", "full name", "名字", "attendee"),
    Column.LATIN_NAME: ("英文名", "英文姓名", "english name", "latin name", "拼音", "latin_name"),
    Column.COMPANY: ("单位", "公司", "company", "organisation", "organization", "媒体", "机构"),
    Column.TITLE: ("职务", "职位", "title", "job title", "position"),
    Column.CATEGORY: ("类别", "类型", "category", "type", "ticket type", "票种", "身份"),
    Column.PHONE: ("手机", "手机号", "电话", "phone", "mobile", "联系电话"),
    Column.EMAIL: ("邮箱", "电子邮箱", "email", "e-mail", "mail"),
    Column.STATUS: ("状态", "status", "票状态"),
    Column.DAYS: ("有效日期", "日期", "days", "valid days", "valid on", "场次日期"),
    Column.LANGUAGE: ("语言", "language", "lang"),
}
_COLUMN = {word: column for column, words in _WORDS.items() for word in words}


@dataclass(frozen=True, slots=True)
class AttendeeList:
    """A list file whose header was understood.

    `headings` are the file's own words for the columns; `data` is the file as it came, because
    a pipe can be read only once.
    """

    path: Path
    encoding: str
    separator: str
    headings: Mapping[Column, str]
    data: bytes = field(repr=False)

    @property
    def digest(self) -> str:
        """The file's SHA-256."""
        return hashlib.sha256(self.data).hexdigest()

    def rows(self) -> Iterator[ListRow]:
        """The rows below the header; empty lines are passed over.

        Raises:
            Misconfigured: a line that no CSV reader can make sense of.
        """
        text = io.TextIOWrapper(io.BytesIO(self.data), encoding=self.encoding, newline="")
        reader = csv.reader(text, delimiter=self.separator, strict=True)
        number = 1  # rows as a spreadsheet counts them, however many lines each has
        try:
            places = {
                place: column
                for place, heading in enumerate(next(reader))
                if (column := _COLUMN.get(_word(heading)))
            }
            for number, cells in enumerate(reader, 2):
                if any(cell.strip() for cell in cells):
                    values = {c: unguarded(cells[p]) for p, c in places.items() if p < len(cells)}
                    yield ListRow(number, values)
        except csv.Error as error:
            raise _broken_line(self.path, number + 1, str(error)) from error

    def categories(self) -> tuple[str, ...]:
        """Every category word in the list, in order of appearance."""
        # one spelling, as every row is read: two that look the same are one category
        found = (normalise(row.values.get(Column.CATEGORY, "")) for row in self.rows())
        return tuple(dict.fromkeys(word for word in found if word))


def open_list(path: Path) -> AttendeeList:
    """Look at a CSV file: how it is written and what its columns mean.

    Raises:
        Misconfigured: no such file, no text, or no column for name or for number and code.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Misconfigured(
            Words(f"无法读取 {path}。", f"{path} cannot be read."),
            Words(
                f"请检查路径和权限（{error.strerror}）。",
                f"Check path and permissions ({error.strerror}).",
            ),
        ) from error
    encoding, text = decoded(path, data)
    if not text.strip("\ufeff\r\n\t ,;"):
        raise _empty(path)
    separator = separator_of(text)
    try:
        cells = next(csv.reader(io.StringIO(text, newline=""), delimiter=separator), [])
    except csv.Error as error:
        raise _broken_line(path, 1, str(error)) from error
    headings: dict[Column, str] = {}
    for cell in cells:
        column = _COLUMN.get(_word(cell))
        if column in headings:
            raise _double_column(path, headings[column], cell)
        if column:
            headings[column] = cell.strip().lstrip("\ufeff")
    _require_columns(path, headings, cells)
    return AttendeeList(path, encoding, separator, headings, data)


def _word(heading: str) -> str:
    return heading.strip().lstrip("\ufeff").strip().casefold()


def _require_columns(path: Path, headings: Mapping[Column, str], cells: list[str]) -> None:
    wanted = (
        ((Column.NAME, Column.LATIN_NAME), Words("姓名", "name")),
        ((Column.NUMBER, Column.CODE), Words("票号或二维码", "ticket number or code")),
    )
    for columns, words in wanted:
        if not any(column in headings for column in columns):
            seen = "、".join(cell.strip() for cell in cells if cell.strip())[:200]
            raise Misconfigured(
                Words(
                    f"{path.name} 第 1 行没有“{words.zh}”一列。",
                    f"Row 1 of {path.name} has no column for {words.en}.",
                ),
                Words(
                    f"看到的列：{seen}。请改用：{'、'.join(_WORDS[columns[0]][:4])}。名单没有变化。",
                    f"It has: {seen}. Call it one of: {', '.join(_WORDS[columns[0]][:4])}. "
                    "Nothing was changed.",
                ),
            )


def _empty(path: Path) -> Misconfigured:
    return Misconfigured(
        Words(f"{path.name} 是空的。", f"{path.name} is empty."),
        Words(
            "请确认导出成功、选对了文件。名单没有变化。",
            "See that it was saved, and that it is the right file. Nothing was changed.",
        ),
    )


def _double_column(path: Path, first: str, second: str) -> Misconfigured:
    return Misconfigured(
        Words(
            f"{path.name} 第 1 行有两列含义相同：“{first}”和“{second}”。",
            f"Row 1 of {path.name} has two columns of one meaning: “{first}” and “{second}”.",
        ),
        Words(
            "请删除或改名其中一列。名单没有变化。",
            "Remove or rename one of them. Nothing was changed.",
        ),
    )


def _broken_line(path: Path, line: int, said: str) -> Misconfigured:
    return Misconfigured(
        Words(
            f"{path.name} 第 {line} 行格式有误（{said}）。",
            f"Row {line} of {path.name} is broken ({said}).",
        ),
        Words(
            "请检查该行的引号。名单没有变化。", "Check the quotes in that row. Nothing was changed."
        ),
    )
