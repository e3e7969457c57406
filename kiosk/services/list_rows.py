"""One row of an attendee list: checked, and turned into a person with a ticket."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from kiosk.domain.attendee import Attendee, Ticket, TicketStatus
from kiosk.domain.event import Event
from kiosk.domain.identity import attendee_id, ticket_id, ticket_tag
from kiosk.domain.words import Language, Words
from kiosk.names.normalising import normalise


class Column(StrEnum):
    """What a column of a list means."""

    EXTERNAL_ID = "external_id"
    NUMBER = "number"
    CODE = "code"
    NAME = "name"
    LATIN_NAME = "latin_name"
    COMPANY = "company"
    TITLE = "title"
    CATEGORY = "category"
    PHONE = "phone"
    EMAIL = "email"
    STATUS = "status"
    DAYS = "days"
    LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of a list; `row` counts from 1 as a spreadsheet does, header included."""

    row: int
    values: Mapping[Column, str]


@dataclass(frozen=True, slots=True)
class Rejected:
    """Why a row was left out, and what to do about it; `column` is the list's own word.

    `kept`: the row's ticket is on the roster from an earlier list, and stays as it was.
    """

    row: int
    column: str
    problem: Words
    remedy: Words
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """A good row: who, which ticket, and the text in its QR."""

    attendee: Attendee
    ticket: Ticket
    code: str


_STATUS_WORDS = {
    TicketStatus.VALID: ("", "有效", "正常", "已付款", "valid", "paid", "ok", "confirmed"),
    TicketStatus.UNPAID: ("未付款", "待付款", "未支付", "unpaid", "pending"),
    TicketStatus.CANCELLED: (
        "已取消",
        "取消",
        "退票",
        "已退票",
        "cancelled",
        "canceled",
        "refunded",
    ),
    TicketStatus.REVOKED: ("已撤销", "撤销", "作废", "revoked"),
    TicketStatus.BLOCKED: ("已冻结", "冻结", "已锁定", "blocked"),
}
_STATUS = {word: status for status, words in _STATUS_WORDS.items() for word in words}
_DAY = re.compile(r"(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?", re.ASCII)
_LANGUAGES = {"zh": Language.ZH, "中文": Language.ZH, "en": Language.EN, "英文": Language.EN}


@dataclass(frozen=True, slots=True)
class RowReader:
    """Reads rows for one event; `headings` are the list's own words for its columns.

    The ticket number is the code where the list has no column of codes. Where it has one, a
    blank code is a mistake: a number is printed everywhere and would admit whoever read it.
    """

    event: Event
    headings: Mapping[Column, str]

    def heading(self, column: Column) -> str:
        """What the list calls the column."""
        return self.headings.get(column, column.value)

    def read(self, row: ListRow) -> Listed | tuple[Rejected, ...]:
        """The person and ticket, or everything that is wrong with the row."""
        value = {column: normalise(row.values.get(column, "")) for column in Column}
        code = self._code(row)
        category = category_named(self.event, value[Column.CATEGORY])
        status = _STATUS.get(value[Column.STATUS].casefold())
        days = _days(value[Column.DAYS])
        wrong = tuple(
            Rejected(row.row, self.heading(column), problem, remedy)
            for column, bad, problem, remedy in (
                (Column.NAME, not (value[Column.NAME] or value[Column.LATIN_NAME]), *_NO_NAME),
                (self._code_column, not code, *self._no_code),
                (Column.CATEGORY, category is None, *self._no_category(value[Column.CATEGORY])),
                (Column.STATUS, status is None, *_no_status(value[Column.STATUS])),
                (Column.DAYS, days is None, *_no_day(value[Column.DAYS])),
            )
            if bad
        )
        if wrong or category is None or status is None or days is None:
            return wrong
        number = value[Column.NUMBER] or code
        external = self._external_id(row)
        ticket = self._ticket(external)
        attendee = Attendee(
            id=attendee_id(ticket),
            external_id=external,
            name=value[Column.NAME] or value[Column.LATIN_NAME],
            latin_name=value[Column.LATIN_NAME],
            company=value[Column.COMPANY],
            title=value[Column.TITLE],
            phone=re.sub(r"[^\d+]", "", value[Column.PHONE]),
            email=value[Column.EMAIL],
            language=_LANGUAGES.get(value[Column.LANGUAGE].casefold()),
        )
        return Listed(attendee, Ticket(ticket, attendee.id, number, category, status, days), code)

    def ticket_of(self, row: ListRow) -> UUID | None:
        """The ticket that the row means, however wrong the rest of it is."""
        external = self._external_id(row)
        return self._ticket(external) if external else None

    def _ticket(self, external: str) -> UUID:
        return ticket_id(self.event.id, ticket_tag(self.event.slug, external))

    def _external_id(self, row: ListRow) -> str:
        said = (normalise(row.values.get(c, "")) for c in (Column.EXTERNAL_ID, Column.NUMBER))
        return next((text for text in said if text), "") or self._code(row)

    def _code(self, row: ListRow) -> str:
        if self._code_column is Column.NUMBER:
            return normalise(row.values.get(Column.NUMBER, ""))
        # a code is matched exactly, so it keeps whatever its platform put in
        code = row.values.get(Column.CODE, "").strip("\t\r\n")
        return code if normalise(code) else ""

    @property
    def _code_column(self) -> Column:
        return Column.CODE if Column.CODE in self.headings else Column.NUMBER

    @property
    def _no_code(self) -> tuple[Words, Words]:
        return _BLANK_CODE if self._code_column is Column.CODE else _NO_NUMBER

    def _no_category(self, said: str) -> tuple[Words, Words]:
        known = "、".join(c.name.in_(Language.ZH) for c in self.event.categories)
        return (
            Words(f"未知类别“{said}”。", f"Unknown category “{said}”."),
            Words(
                f"可用：{known}；或在活动文件中添加。",
                f"Known: {known}; or add it to the event file.",
            ),
        )


_NO_NAME = Words("没有姓名。", "No name."), Words("请填写姓名。", "Fill in the name.")
_NO_NUMBER = (
    Words("没有票号。", "No ticket number."),
    Words("请填写票号。", "Fill in the ticket number."),
)
_BLANK_CODE = (
    Words("没有二维码。", "No code."),
    Words(
        "请补上二维码；若凭票号签到，请删除整列二维码。",
        "Fill in the code; where numbers are the codes, remove the whole column of codes.",
    ),
)


def _no_status(said: str) -> tuple[Words, Words]:
    return (
        Words(f"未知状态“{said}”。", f"Unknown status “{said}”."),
        Words(
            "可用：有效、未付款、已取消、已撤销、已冻结。",
            "Known: valid, unpaid, cancelled, revoked, blocked.",
        ),
    )


def _no_day(said: str) -> tuple[Words, Words]:
    return (
        Words(f"日期无法识别：“{said}”。", f"Not a date: “{said}”."),
        Words(
            "请写成 2027-06-08，多个日期用分号隔开。", "Write 2027-06-08; several with semicolons."
        ),
    )


def category_named(event: Event, text: str) -> str | None:
    """The id of the category that a list calls by this word; the only one where it is silent."""
    word = text.casefold()
    if not word and len(event.categories) == 1:
        return event.categories[0].id
    for category in event.categories:
        names = (category.id, category.name.zh, category.name.en, *category.aliases)
        if word in {normalise(name).casefold() for name in names if name}:
            return category.id
    return None


def _day_parts(text: str) -> tuple[str, ...]:
    found = _DAY.fullmatch(text)
    if found is None:
        raise ValueError("not a date")
    return found.groups()


def _days(text: str) -> frozenset[date] | None:
    parts = [part for part in re.split(r"[;；,，、\s]+", text) if part]
    try:
        return frozenset(date(*map(int, _day_parts(part))) for part in parts)
    except ValueError:
        return None
