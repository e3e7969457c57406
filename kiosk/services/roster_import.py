"""A list becomes the roster: checked row by row, all or nothing on disk."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from kiosk.domain.attendee import Attendee, Ticket, TicketStatus
from kiosk.domain.event import Event
from kiosk.domain.identity import attendee_id, ticket_id, ticket_tag
from kiosk.domain.words import Language, Words
from kiosk.names import normalise
from kiosk.services.ports import CodeKeys, RosterEntry, RosterWriter, WritableRoster


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
    """Why a row was left out, and what to do about it; `column` is the list's own word."""

    row: int
    column: str
    problem: Words
    remedy: Words


@dataclass(frozen=True, slots=True)
class Warned:
    """A row that came in, with something a person should look at."""

    row: int
    column: str
    problem: Words


@dataclass(slots=True)
class ImportReport:
    """What an import did, or would do."""

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)


_STATUS_WORDS = {
    TicketStatus.VALID: ("", "有效", "正常", "已付款", "valid", "paid", "ok", "confirmed"),
    TicketStatus.UNPAID: ("未付款", "待付款", "未支付", "unpaid", "pending"),
    TicketStatus.CANCELLED: ("已取消", "取消", "cancelled", "canceled"),
    TicketStatus.REVOKED: ("已撤销", "撤销", "作废", "revoked"),
    TicketStatus.BLOCKED: ("已冻结", "冻结", "已锁定", "blocked"),
}
_STATUS = {word: status for status, words in _STATUS_WORDS.items() for word in words}
_LANGUAGE = {
    "": None,
    "zh": Language.ZH,
    "中文": Language.ZH,
    "en": Language.EN,
    "英文": Language.EN,
}


@dataclass(frozen=True, slots=True)
class RosterImport:
    """Imports lists into one roster.

    Args:
        roster: what to write.
        keys: hashes the codes.
        missing_glyphs: the characters of a name that no badge font has.
        headings: the list's own word for a column, for messages.
    """

    roster: WritableRoster
    keys: CodeKeys
    missing_glyphs: Callable[[str], tuple[str, ...]]
    headings: Mapping[Column, str]

    def run(
        self, rows: Iterable[ListRow], event: Event, event_text: str, *, dry_run: bool
    ) -> ImportReport:
        """Read every row, keep the good ones, report the others; one transaction."""
        report = ImportReport()
        with self.roster.rewriting(keep=not dry_run) as writer:
            writer.note("event", event_text)
            absent = writer.tickets()
            before = frozenset(absent)
            seen: dict[object, int] = {}
            for row in rows:
                report.read += 1
                entry = self._entry(row, event, report)
                if entry is None or not self._first(entry, row, seen, report):
                    continue
                absent.discard(entry.ticket.id)
                self._put(writer, entry, known=entry.ticket.id in before, report=report)
            report.missing = len(absent)
        return report

    def _put(
        self, writer: RosterWriter, entry: RosterEntry, *, known: bool, report: ImportReport
    ) -> None:
        if not writer.put(entry):
            report.unchanged += 1
        elif known:
            report.changed += 1
        else:
            report.added += 1

    def _first(
        self, entry: RosterEntry, row: ListRow, seen: dict[object, int], report: ImportReport
    ) -> bool:
        """Whether neither the ticket nor its code stood in an earlier row."""
        for key, column in (
            (entry.code, Column.CODE if row.values.get(Column.CODE) else Column.NUMBER),
            (entry.ticket.id, Column.EXTERNAL_ID),
        ):
            if key in seen:
                other = seen[key]
                problem = Words(f"与第 {other} 行重复。", f"The same as in row {other}.")
                remedy = Words(
                    "请保留其中一行，或给出不同的票号。",
                    "Keep one of the two, or give each its own.",
                )
                report.rejected.append(Rejected(row.row, self._heading(column), problem, remedy))
                return False
        seen[entry.code] = seen[entry.ticket.id] = row.row
        return True

    def _entry(self, row: ListRow, event: Event, report: ImportReport) -> RosterEntry | None:
        value = {column: normalise(row.values.get(column, "")) for column in Column}
        problems = [
            self._name_problem(row, value),
            self._code_problem(row, value),
            self._category_problem(row, value, event),
            self._status_problem(row, value),
            self._days_problem(row, value),
        ]
        found = [problem for problem in problems if problem]
        if found:
            report.rejected += found
            return None
        name = value[Column.NAME] or value[Column.LATIN_NAME]
        missing = self.missing_glyphs(name)
        if missing:
            points = " ".join(f"U+{ord(character):04X}" for character in missing)
            problem = Words(f"字体中没有：{points}", f"No badge font has {points}.")
            report.warnings.append(Warned(row.row, self._heading(Column.NAME), problem))
        return self._build(row, value, event)

    def _build(self, row: ListRow, value: Mapping[Column, str], event: Event) -> RosterEntry:
        code = row.values.get(Column.CODE, "").strip("\t\r\n") or value[Column.NUMBER]
        number = value[Column.NUMBER] or code
        external = value[Column.EXTERNAL_ID] or number
        ticket = ticket_id(event.id, ticket_tag(event.slug, external))
        category = category_named(event, value[Column.CATEGORY])
        assert category is not None, "checked before"
        attendee = Attendee(
            id=attendee_id(ticket),
            external_id=external,
            name=value[Column.NAME] or value[Column.LATIN_NAME],
            latin_name=value[Column.LATIN_NAME],
            company=value[Column.COMPANY],
            title=value[Column.TITLE],
            phone=re.sub(r"[^\d+]", "", value[Column.PHONE]),
            email=value[Column.EMAIL],
            language=_LANGUAGE.get(value[Column.LANGUAGE].casefold()),
        )
        return RosterEntry(
            attendee,
            Ticket(
                ticket,
                attendee.id,
                number,
                category,
                _STATUS[value[Column.STATUS].casefold()],
                frozenset(_days(value[Column.DAYS]) or ()),
            ),
            self.keys.digest(code),
            self.keys.digest(self.keys.badge_code(ticket, 1)),
        )

    def _heading(self, column: Column) -> str:
        return self.headings.get(column, column.value)

    def _reject(self, row: ListRow, column: Column, problem: Words, remedy: Words) -> Rejected:
        return Rejected(row.row, self._heading(column), problem, remedy)

    def _name_problem(self, row: ListRow, value: Mapping[Column, str]) -> Rejected | None:
        if value[Column.NAME] or value[Column.LATIN_NAME]:
            return None
        return self._reject(
            row,
            Column.NAME,
            Words("没有姓名。", "No name."),
            Words("请填写姓名。", "Fill in the name."),
        )

    def _code_problem(self, row: ListRow, value: Mapping[Column, str]) -> Rejected | None:
        if value[Column.CODE] or value[Column.NUMBER]:
            return None
        return self._reject(
            row,
            Column.NUMBER,
            Words("没有票号，也没有二维码。", "Neither a ticket number nor a code."),
            Words("请填写其中一个。", "Fill in one of them."),
        )

    def _category_problem(
        self, row: ListRow, value: Mapping[Column, str], event: Event
    ) -> Rejected | None:
        if category_named(event, value[Column.CATEGORY]):
            return None
        known = "、".join(category.name.zh or category.id for category in event.categories)
        return self._reject(
            row,
            Column.CATEGORY,
            Words(
                f"未知类别“{value[Column.CATEGORY]}”。",
                f"Unknown category “{value[Column.CATEGORY]}”.",
            ),
            Words(
                f"可用：{known}；或在活动文件中添加。",
                f"Known: {known}; or add it to the event file.",
            ),
        )

    def _status_problem(self, row: ListRow, value: Mapping[Column, str]) -> Rejected | None:
        if value[Column.STATUS].casefold() in _STATUS:
            return None
        return self._reject(
            row,
            Column.STATUS,
            Words(
                f"未知状态“{value[Column.STATUS]}”。", f"Unknown status “{value[Column.STATUS]}”."
            ),
            Words(
                "可用：有效、未付款、已取消、已撤销、已冻结。",
                "Known: valid, unpaid, cancelled, revoked, blocked.",
            ),
        )

    def _days_problem(self, row: ListRow, value: Mapping[Column, str]) -> Rejected | None:
        if _days(value[Column.DAYS]) is not None:
            return None
        return self._reject(
            row,
            Column.DAYS,
            Words(f"日期无法识别：“{value[Column.DAYS]}”。", f"No date: “{value[Column.DAYS]}”."),
            Words(
                "请写成 2027-06-08，多个日期用分号隔开。",
                "Write 2027-06-08; several with semicolons.",
            ),
        )


def category_named(event: Event, text: str) -> str | None:
    """The id of the category that a list calls by this word; the only one where it is silent."""
    word = text.casefold()
    if not word and len(event.categories) == 1:
        return event.categories[0].id
    for category in event.categories:
        names = (category.id, category.name.zh, category.name.en, *category.aliases)
        if word in {name.casefold() for name in names if name}:
            return category.id
    return None


def _days(text: str) -> list[date] | None:
    try:
        return [
            date.fromisoformat(part.replace("/", "-"))
            for part in re.split(r"[;；,，、\s]+", text)
            if part
        ]
    except ValueError:
        return None
