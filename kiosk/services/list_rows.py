"""One row of an attendee list: checked, and turned into a person with a ticket."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from uuid import UUID

from kiosk.domain.attendee import Attendee, Ticket, TicketStatus
from kiosk.domain.event import Event
from kiosk.domain.identity import attendee_id, ticket_id, ticket_tag
from kiosk.domain.words import Language, Words
from kiosk.names.normalising import normalise
from kiosk.services import row_problems as problems
from kiosk.services.list_columns import Column
from kiosk.services.row_texts import (
    digits_of,
    is_power_of_ten,
    looks_odd,
    plain_text,
    private_twins,
    turns_around,
)
from kiosk.services.ticket_terms import bad_moments, strangers, ticket_terms


@dataclass(frozen=True, slots=True)
class Doubt:
    """What the reader of a file has to say of one cell; one that `spoils` rejects the row."""

    column: Column
    problem: Words
    remedy: Words
    spoils: bool


@dataclass(frozen=True, slots=True)
class ListRow:
    """One line of a list; `row` counts from 1 as a spreadsheet does, header included."""

    row: int
    values: Mapping[Column, str]
    doubts: tuple[Doubt, ...] = ()


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
class Warned:
    """A row that came in, with something a person should look at; row 0 is the whole list."""

    row: int
    column: str
    problem: Words
    remedy: Words


@dataclass(frozen=True, slots=True)
class Listed:
    """A good row: who, which ticket, and the text in its QR."""

    attendee: Attendee
    ticket: Ticket
    code: str
    warned: tuple[Warned, ...] = field(default=(), compare=False)


_STATUS_WORDS = {
    TicketStatus.VALID: ("", "有效", "正常", "已付款", "valid", "paid", "ok", "confirmed"),
    TicketStatus.UNPAID: ("未付款", "待付款", "未支付", "unpaid", "pending"),
    TicketStatus.CANCELLED: (
        *("已取消", "取消", "退票", "已退票", "cancelled", "canceled", "refunded"),
    ),
    TicketStatus.REVOKED: ("已撤销", "撤销", "作废", "revoked"),
    TicketStatus.BLOCKED: ("已冻结", "冻结", "已锁定", "blocked"),
}
_STATUS = {word: status for status, words in _STATUS_WORDS.items() for word in words}
_DAY = re.compile(r"(\d{4})[-/年](\d{1,2})[-/月](\d{1,2})日?", re.ASCII)
_LANGUAGES = {"zh": Language.ZH, "中文": Language.ZH, "en": Language.EN, "英文": Language.EN}
_DIGITS = (Column.EXTERNAL_ID, Column.NUMBER, Column.CODE, Column.PHONE)
_SHOWN = (Column.NAME, Column.LATIN_NAME, Column.COMPANY, Column.TITLE)


class RowReader:
    """Reads rows for one event; `headings` are the list's own words for its columns.

    The ticket number is the code where the list has no column of codes. Where it has one, a
    blank code is a mistake: a number is printed everywhere and would admit whoever read it.
    """

    def __init__(self, event: Event, headings: Mapping[Column, str]) -> None:
        self.event, self.headings = event, headings
        self._code_column = Column.CODE if Column.CODE in headings else Column.NUMBER
        self._category = lru_cache(1 << 12)(lambda text: category_named(event, text))

    def heading(self, column: Column) -> str:
        """What the list calls the column."""
        return self.headings.get(column, column.value)

    def read(self, row: ListRow) -> Listed | tuple[Rejected, ...]:
        """The person and ticket, or everything that is wrong with the row."""
        value = {column: plain_text(text) for column, text in row.values.items()}
        said = value.get
        number, code = said(Column.NUMBER, ""), self._code(row, value)
        category = self._category(said(Column.CATEGORY, ""))
        status = _STATUS.get(said(Column.STATUS, "").casefold())
        days = _days(said(Column.DAYS, ""))
        name, latin = said(Column.NAME, ""), said(Column.LATIN_NAME, "")
        spoiled = bool(row.doubts) or any(is_power_of_ten(said(c, "")) for c in _DIGITS)
        wrong = (
            tuple(self._wrong(row, value))
            if spoiled
            or not ((name or latin) and code and category and status and days is not None)
            or bad_moments(self.event, value)
            else ()
        )
        if wrong or category is None or status is None or days is None:
            return wrong
        external = said(Column.EXTERNAL_ID, "") or number or code
        ticket = self._ticket(external)
        language = said(Column.LANGUAGE, "")
        attendee = Attendee(
            attendee_id(ticket),
            external,
            name or latin,
            latin,
            said(Column.COMPANY, ""),
            said(Column.TITLE, ""),
            digits_of(said(Column.PHONE, "")),
            said(Column.EMAIL, ""),
            _LANGUAGES.get(language.casefold()) if language else None,
            said(Column.NOTE, ""),
            said(Column.GROUP, ""),
        )
        odd = row.doubts or looks_odd(row.values.values()) or strangers(self.event, value)
        warned = tuple(self._warned(row)) if odd else ()
        terms = ticket_terms(self.event, value)
        held = Ticket(ticket, attendee.id, number or code, category, status, days, *terms)
        return Listed(attendee, held, code, warned)

    def ticket_of(self, row: ListRow) -> UUID | None:
        """The ticket that the row means, however wrong the rest of it is."""
        value = {column: plain_text(text) for column, text in row.values.items()}
        said = (value.get(c, "") for c in (Column.EXTERNAL_ID, Column.NUMBER))
        external = next((text for text in said if text), "") or self._code(row, value)
        return self._ticket(external) if external else None

    def _ticket(self, external: str) -> UUID:
        return ticket_id(self.event.id, ticket_tag(self.event.slug, external))

    def _code(self, row: ListRow, value: Mapping[Column, str]) -> str:
        if self._code_column is Column.NUMBER:
            return value.get(Column.NUMBER, "")
        # a code is matched exactly, so it keeps whatever its platform put in
        code = row.values.get(Column.CODE, "").strip("\t\r\n")
        return code if value.get(Column.CODE) else ""

    def _wrong(self, row: ListRow, value: Mapping[Column, str]) -> Iterator[Rejected]:
        def said(column: Column) -> str:
            return value.get(column, "")

        found: list[tuple[Column, problems.Said]] = [
            (d.column, (d.problem, d.remedy)) for d in row.doubts if d.spoils
        ]
        found += [(c, problems.POWER_OF_TEN) for c in _DIGITS if is_power_of_ten(said(c))]
        if not (said(Column.NAME) or said(Column.LATIN_NAME)):
            found.append((Column.NAME, problems.NO_NAME))
        if not self._code(row, value):
            blank = self._code_column is Column.CODE
            found.append((self._code_column, problems.BLANK_CODE if blank else problems.NO_NUMBER))
        if self._category(said(Column.CATEGORY)) is None:
            about = problems.no_category(said(Column.CATEGORY), self.event)
            found.append((Column.CATEGORY, about))
        if said(Column.STATUS).casefold() not in _STATUS:
            found.append((Column.STATUS, problems.no_status(said(Column.STATUS))))
        if _days(said(Column.DAYS)) is None:
            found.append((Column.DAYS, problems.no_day(said(Column.DAYS))))
        spoilt = bad_moments(self.event, value)
        found += [(column, problems.no_moment(said(column))) for column in spoilt]
        first: dict[Column, problems.Said] = {}  # one word to a cell
        for column, about in found:
            first.setdefault(column, about)
        for column, (problem, remedy) in first.items():
            yield Rejected(row.row, self.heading(column), problem, remedy)

    def _warned(self, row: ListRow) -> Iterator[Warned]:
        for doubt in row.doubts:
            yield Warned(row.row, self.heading(doubt.column), doubt.problem, doubt.remedy)
        for column, text in row.values.items():
            if not text.isascii() and turns_around(text) and column is not Column.CODE:
                yield Warned(row.row, self.heading(column), *problems.TURNED_AROUND)
        for column, name in strangers(self.event, row.values):
            yield Warned(row.row, self.heading(column), *problems.not_of_the_event(name))
        for column in _SHOWN:
            text = row.values.get(column, "")
            if not text.isascii() and (twins := private_twins(text)):
                yield Warned(row.row, self.heading(column), *problems.private_use(twins))


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


@lru_cache(1 << 12)
def _days(text: str) -> frozenset[date] | None:
    parts = [part for part in re.split(r"[;；,，、\s]+", text) if part]
    try:
        return frozenset(date(*map(int, _day_parts(part))) for part in parts)
    except ValueError:
        return None
