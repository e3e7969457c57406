"""Issuing tickets for a list: a code for each, read back, drawn, and listed for the mail."""

import base64
import binascii
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Final

from kiosk.badges.ticket_picture import TicketDrawer
from kiosk.composition.assets import FONTS, TICKET_TEMPLATES
from kiosk.composition.issuable import issuable
from kiosk.composition.proven_codes import proven
from kiosk.composition.ticket_files import Form, draw_ticket, new_folder
from kiosk.devices.reading_trial import ReadingTrial
from kiosk.domain.badge import badge_words
from kiosk.domain.event import Category, Event
from kiosk.domain.identity import event_tag, ticket_tag
from kiosk.domain.ticket_code import Claims
from kiosk.domain.words import Words
from kiosk.keys.issuing import Issuer
from kiosk.keys.opaque_codes import new_opaque_code
from kiosk.lists.attendee_list import AttendeeList
from kiosk.lists.csv_export import write_csv
from kiosk.lists.event_file import parse_event
from kiosk.lists.list_file import open_list
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import Listed, Rejected
from kiosk.services.trouble import Misconfigured

CODES: Final = "codes.csv"
_HEADINGS: Final = {
    Column.EXTERNAL_ID: "编号",
    Column.NUMBER: "票号",
    Column.NAME: "姓名",
    Column.LATIN_NAME: "英文名",
    Column.COMPANY: "单位",
    Column.TITLE: "职务",
    Column.CATEGORY: "类别",
    Column.PHONE: "手机",
    Column.EMAIL: "邮箱",
    Column.DAYS: "有效日期",
    Column.LANGUAGE: "语言",
    Column.CODE: "二维码",
}
"""The columns of codes.csv, which can be imported as it is; the list's own words go first."""
Progress = Callable[[int, int], None]
"""Told after each row: how many are done, and of how many."""


class Kind(StrEnum):
    """What a code says: nothing without the list, or its ticket under a signature."""

    OPAQUE = "opaque"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True)
class Order:
    """What is wanted. `key` is the issuer's private key, which only signed codes need."""

    attendees: Path
    event: Path
    key: Path | None
    out: Path
    kind: Kind = Kind.SIGNED
    forms: tuple[Form, ...] = tuple(Form)


@dataclass(slots=True)
class Issued:
    """What an issue did.

    `tickets` counts, `sent_back` the symbols that did not read well and were made anew;
    `rejected` are the rows that got none; `framed` names tickets by number with the characters
    that no font here has.
    """

    tickets: int = 0
    sent_back: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    framed: list[tuple[str, str]] = field(default_factory=list)


def issue_tickets(order: Order, progress: Progress) -> Issued:
    """Make a code for each row whose ticket may open the door, prove it and draw it.

    The folder appears when all of it is there.

    Raises:
        Misconfigured: list, event file or key cannot be used, the key is not an issuer of the
            event, or the folder is not empty or cannot be written.
        Unavailable: the disk is full.
    """
    event = parse_event(_read(order.event), order.event.name)
    issuer = _issuer(order.key, event) if order.kind is Kind.SIGNED else None
    attendees = open_list(order.attendees)
    drawer, trial = TicketDrawer(TICKET_TEMPLATES, FONTS), ReadingTrial()
    rows = list(issuable(attendees, event, signed=issuer is not None))
    done = Issued()
    if all(isinstance(row, tuple) for row in rows):
        done.rejected = [wrong for row in rows if isinstance(row, tuple) for wrong in row]
        return done
    with new_folder(order.out) as folder:
        lines: list[tuple[str, ...]] = []
        for number, row in enumerate(rows, 1):
            if isinstance(row, tuple):
                done.rejected += row
            else:
                category = _category(event, row)
                code = proven(_texts(issuer, event, category, row), trial.failures)
                words = badge_words(
                    event, category, row.attendee, row.ticket.id, row.ticket.number, code.text
                )
                done.tickets += 1
                done.sent_back += code.sent_back
                stem = folder / f"{done.tickets:05d}"
                files = draw_ticket(drawer, words, code, stem, order.forms)
                lines.append((*_cells(row, category, code.text), *files))
                if missing := drawer.missing(words):
                    done.framed.append((row.ticket.number, "".join(missing)))
            progress(number, len(rows))
        write_csv(folder / CODES, (*_header(attendees), *order.forms), lines)
    return done


def _texts(issuer: Issuer | None, event: Event, category: Category, row: Listed) -> Iterator[str]:
    """The ticket said in one way after another."""
    if issuer is None:
        while True:
            yield new_opaque_code()
    claims = Claims(
        event_tag(event.slug),
        ticket_tag(event.slug, row.attendee.external_id),
        category.number,
        min(row.ticket.days, default=None),
        max(row.ticket.days, default=None),
    )
    for nonce in range(256):
        text = issuer.issue(replace(claims, nonce=nonce))
        if text == text.rstrip():  # spreadsheets and mail programs lose blanks at the end
            yield text


def _category(event: Event, row: Listed) -> Category:
    category = event.category(row.ticket.category)
    assert category is not None, "the reader gives categories of the event"
    return category


def _header(attendees: AttendeeList) -> tuple[str, ...]:
    return tuple(attendees.headings.get(column, word) for column, word in _HEADINGS.items())


def _cells(row: Listed, category: Category, code: str) -> tuple[str, ...]:
    attendee = row.attendee
    return (
        attendee.external_id,
        row.ticket.number,
        attendee.name,
        attendee.latin_name,
        attendee.company,
        attendee.title,
        category.name.zh,
        attendee.phone,
        attendee.email,
        ";".join(day.isoformat() for day in sorted(row.ticket.days)),
        attendee.language.value if attendee.language else "",
        code,
    )


def _issuer(path: Path | None, event: Event) -> Issuer:
    if path is None:
        raise Misconfigured(
            Words("签名码需要签发密钥。", "Signed codes need the issuer's key."),
            Words(
                "请加 --key issuer.key；或用 --kind opaque，不需要密钥。",
                "Add --key issuer.key, or --kind opaque, which needs none.",
            ),
        )
    try:
        seed = base64.b64decode(_read(path).strip(), validate=True)
        issuer = Issuer.from_seed(seed)
    except (binascii.Error, ValueError) as error:
        raise Misconfigured(
            Words(f"{path} 不是签发密钥。", f"{path} is no issuer key."),
            Words("请用 tickets keys 生成。", "Make one with: tickets keys"),
        ) from error
    if issuer.public not in event.issuers:
        raise Misconfigured(
            Words("活动文件不认识这把密钥。", "The event file does not name this key."),
            Words(
                f'请在 [event] 下添加 issuers = ["{issuer.public_text}"]',
                f'Add under [event]: issuers = ["{issuer.public_text}"]',
            ),
        )
    return issuer


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise Misconfigured(
            Words(f"无法读取 {path}。", f"{path} cannot be read."),
            Words("请检查路径和权限。", "Check the path and its permissions."),
        ) from error
