"""What a list's columns mean: known words in either language, or what a person has said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kiosk.domain.words import Words
from kiosk.lists.column_map import template
from kiosk.names.normalising import normalise
from kiosk.services.list_columns import Column
from kiosk.services.list_preview import suggested
from kiosk.services.trouble import Misconfigured

HEADER_WITHIN: Final = 20
"""Rows above which the header must stand; titles and remarks may stand over it."""
MOST_COLUMNS: Final = 256
"""More is no attendee list; the widest export of a platform that we saw has 90."""

WORDS: Final[Mapping[Column, tuple[str, ...]]] = {
    Column.EXTERNAL_ID: ("编号", "id", "external id", "external_id", "参会编号", "guid", "序列号"),
    Column.NUMBER: (
        "票号", "ticket", "ticket number", "ticket no", "ticket no.", "number", "报名号", "票编号",
        "票证号", "ticket id",
    ),
    Column.CODE: (
        "二维码", "码", "code", "qr", "qr code", "ticket code", "barcode", "secret", "签到码",
        "二维码内容", "入场码", "条码",
    ),
    Column.NAME: (
        "姓名", "name", "中文名", "full name", "名字", "attendee", "中文姓名", "嘉宾姓名",
        "参会人", "参会人姓名", "chinese name", "attendee name",
    ),
    Column.LATIN_NAME: (
        "英文名", "英文姓名", "english name", "latin name", "拼音", "latin_name", "姓名拼音",
        "name (english)",
    ),
    Column.COMPANY: (
        "单位", "公司", "company", "organisation", "organization", "媒体", "机构", "单位名称",
        "公司名称", "工作单位", "employer", "affiliation",
    ),
    Column.TITLE: ("职务", "职位", "title", "job title", "position", "职称", "岗位"),
    Column.CATEGORY: (
        "类别", "类型", "category", "type", "ticket type", "票种", "身份", "嘉宾类别",
        "参会类别", "票类", "attendee type",
    ),
    Column.PHONE: (
        "手机", "手机号", "电话", "phone", "mobile", "联系电话", "手机号码", "联系方式",
        "mobile phone", "phone number", "mobile number", "cell phone", "tel",
    ),
    Column.EMAIL: (
        "邮箱", "电子邮箱", "email", "e-mail", "mail", "电子邮件", "邮件", "email address",
        "e-mail address", "邮箱地址",
    ),
    Column.STATUS: ("状态", "status", "票状态", "ticket status", "付款状态"),
    Column.DAYS: ("有效日期", "日期", "days", "valid days", "valid on", "场次日期", "参会日期"),
    Column.LANGUAGE: ("语言", "language", "lang"),
    Column.SESSIONS: ("场次", "分论坛", "sessions", "session"),
    Column.INVITATIONS: ("受邀", "邀请", "invitations", "invited to"),
    Column.VALID_FROM: ("生效时间", "valid from"),
    Column.VALID_UNTIL: ("失效时间", "valid until"),
    # not 备注 or remarks: those are seldom meant to stop a guest at self-service
    Column.NOTE: ("提醒", "接待提醒", "attention", "attention note"),
    Column.GROUP: ("团组", "代表团", "团队", "group", "delegation"),
}  # fmt: skip
_COLUMN: Final = {word: column for column, words in WORDS.items() for word in words}
_WANTED: Final = (
    ((Column.NAME, Column.LATIN_NAME), Words("姓名", "name")),
    ((Column.NUMBER, Column.CODE), Words("票号或二维码", "ticket number or code")),
)
ColumnMap = Mapping[str, Column | None]
"""A list's own headings and what they mean; None: nothing."""


@dataclass(frozen=True, slots=True)
class Header:
    """The row of headings: `row` as a spreadsheet counts, `places` from 0."""

    row: int
    cells: tuple[str, ...]
    places: Mapping[int, Column]

    @property
    def headings(self) -> dict[Column, str]:
        """The list's own words for its columns."""
        return {column: self.cells[place] for place, column in self.places.items()}

    @property
    def complete(self) -> bool:
        """Whether there is a name, and a number or a code."""
        found = set(self.places.values())
        return all(not found.isdisjoint(columns) for columns, _ in _WANTED)


def header_among(rows: Sequence[tuple[int, Sequence[str]]], said: ColumnMap) -> Header | None:
    """The best row of headings among the first rows: the first whole one, else the fullest."""
    headers = [
        _header(row, cells, said) for row, cells in rows[:HEADER_WITHIN] if any(map(_word, cells))
    ]
    whole = (header for header in headers if header.complete)
    return next(whole, None) or max(headers, key=lambda h: len(h.places), default=None)


def _header(row: int, cells: Sequence[str], said: ColumnMap) -> Header:
    own = {_word(heading): column for heading, column in said.items()}
    taken = {column for cell in cells if (column := own.get(_word(cell)))}
    places: dict[int, Column] = {}
    for place, cell in enumerate(cells):
        word = _word(cell)
        column = own[word] if word in own else _COLUMN.get(word)
        if column and (word in own or column not in taken):
            places[place] = column
    return Header(row, tuple(_plain(cell) for cell in cells), places)


def require(
    name: str, header: Header, rows: Sequence[tuple[int, Sequence[str]]], said: ColumnMap
) -> None:
    """See that the header can be used.

    Raises:
        Misconfigured: too wide, a meaning twice, a heading of the map that is not there, or no
            column for name or for number and code; the last with a map to fill in.
    """
    if len(header.cells) > MOST_COLUMNS:
        raise too_wide(name, header.row, len(header.cells))
    first: dict[Column, str] = {}
    for place, column in header.places.items():
        if column in first:
            raise _double_column(name, header.row, first[column], header.cells[place])
        first[column] = header.cells[place]
    words = {_word(cell) for cell in header.cells}
    for heading in said:
        if _word(heading) not in words:
            raise _not_there(name, heading, header)
    for columns, wanted in _WANTED:
        if not any(column in first for column in columns):
            raise _lacking(name, header, wanted, columns[0], rows)


def _word(heading: str) -> str:
    return normalise(heading).casefold()


def _plain(heading: str) -> str:
    return heading.strip().lstrip("\ufeff").strip()


def too_wide(name: str, row: int, columns: int) -> Misconfigured:
    """The complaint about a row with more columns than a list has."""
    return Misconfigured(
        Words(
            f"{name} 第 {row} 行有 {columns} 列，最多 {MOST_COLUMNS} 列。",
            f"Row {row} of {name} has {columns} columns; {MOST_COLUMNS} is the most.",
        ),
        Words(
            "请确认选对了文件，并删除多余的列。名单没有变化。",
            "See that it is the right file and remove what is not needed. Nothing was changed.",
        ),
    )


def _lacking(
    name: str,
    header: Header,
    wanted: Words,
    column: Column,
    rows: Sequence[tuple[int, Sequence[str]]],
) -> Misconfigured:
    seen = "、".join(cell for cell in header.cells if cell)[:200]
    below = [cells for row, cells in rows if row > header.row]
    to_fill_in = template(header.cells, header.places, suggested(header.cells, below))
    known = WORDS[column][:4]
    return Misconfigured(
        Words(
            f"{name} 第 {header.row} 行没有“{wanted.zh}”一列。",
            f"Row {header.row} of {name} has no column for {wanted.en}.",
        ),
        Words(
            f"看到的列：{seen}。请改用：{'、'.join(known)}；或把下面几行存为 columns.toml，填好后 "
            f"加 --map columns.toml。名单没有变化。\n{to_fill_in}",
            f"It has: {seen}. Call it one of: {', '.join(known)}; or save the lines below as "
            f"columns.toml, fill them in and add --map columns.toml. Nothing was changed.\n"
            f"{to_fill_in}",
        ),
    )


def _double_column(name: str, row: int, first: str, second: str) -> Misconfigured:
    return Misconfigured(
        Words(
            f"{name} 第 {row} 行有两列含义相同：“{first}”和“{second}”。",
            f"Row {row} of {name} has two columns of one meaning: “{first}” and “{second}”.",
        ),
        Words(
            "请删除或改名其中一列。名单没有变化。",
            "Remove or rename one of them. Nothing was changed.",
        ),
    )


def _not_there(name: str, heading: str, header: Header) -> Misconfigured:
    seen = "、".join(cell for cell in header.cells if cell)[:200]
    return Misconfigured(
        Words(
            f"{name} 没有对应文件里的“{heading}”一列。",
            f"{name} has no column “{heading}”, which the map names.",
        ),
        Words(
            f"看到的列：{seen}。请改正对应文件。名单没有变化。",
            f"It has: {seen}. Correct the map. Nothing was changed.",
        ),
    )
