"""Issuing signed tickets for a list: key, rows, codes, pictures."""

import base64
import binascii
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from kiosk.badges.ticket_picture import ticket_picture
from kiosk.domain.attendee import Ticket, TicketStatus
from kiosk.domain.event import Event
from kiosk.domain.identity import event_tag, ticket_tag
from kiosk.domain.ticket_code import Claims
from kiosk.domain.words import Words
from kiosk.keys.issuing import Issuer
from kiosk.lists.csv_list import open_list
from kiosk.lists.event_file import parse_event
from kiosk.services.list_rows import Column, Listed, ListRow, Rejected, RowReader
from kiosk.services.list_twins import Twins, id_column
from kiosk.services.trouble import Misconfigured, writing

EARLIEST, LATEST, MOST_DAYS = date(2020, 1, 1), date(2020, 1, 1) + timedelta(65535), 255
"""What a signed code's two bytes for the first day and one byte for their number can say."""
_STANDING = {
    TicketStatus.UNPAID: Words("票未付款。", "The ticket is unpaid."),
    TicketStatus.CANCELLED: Words("票已取消。", "The ticket is cancelled."),
    TicketStatus.REVOKED: Words("票已撤销。", "The ticket is revoked."),
    TicketStatus.BLOCKED: Words("票已冻结。", "The ticket is blocked."),
}


@dataclass(slots=True)
class Issued:
    """What an issue did: the rows of codes.csv, and the rows that got no code.

    `tickets` holds (external id, number, code, picture's name) each.
    """

    tickets: list[tuple[str, str, str, str]] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)


def issue_tickets(
    list_path: Path, event_path: Path, key_path: Path, out: Path, form: str
) -> Issued:
    """Sign and draw a code for each row whose ticket may open the door; report the others.

    A row needs no code of its own. A station that has never heard of a ticket believes its
    signed code, so a code is made only for what is valid now.

    Raises:
        Misconfigured: list, event file or key cannot be used, or the key is not an issuer
            of the event, or `out` cannot be written.
        Unavailable: the disk is full.
    """
    event = parse_event(_read(event_path), event_path.name)
    issuer = _issuer(key_path, event)
    attendees = open_list(list_path)
    # the new codes take the place of the list's own
    headings: dict[Column, str] = {
        c: word for c, word in attendees.headings.items() if c is not Column.CODE
    }
    reader = RowReader(event, headings)
    twins, done = Twins(reader), Issued()
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
    for row in attendees.rows():
        listed = reader.read(_numbered(row))
        if not isinstance(listed, Listed):
            done.rejected += listed
            continue
        external, ticket = listed.attendee.external_id, listed.ticket
        taken = {ticket.id: id_column(row), ticket.number: Column.NUMBER}
        wrong = twins.of(row, taken) or _not_to_be_signed(row, ticket, reader)
        if wrong:
            done.rejected.append(wrong)
            continue
        code = issuer.issue(_claims(event, external, ticket))
        picture = f"{len(done.tickets) + 1:05d}.{form}"
        drawn = ticket_picture(code, form)
        with writing(out / picture):
            (out / picture).write_bytes(drawn)
        done.tickets.append((external, ticket.number, code, picture))
    return done


def _numbered(row: ListRow) -> ListRow:
    """The row, with its external id as number where it has none."""
    number = row.values.get(Column.NUMBER) or row.values.get(Column.EXTERNAL_ID, "")
    return ListRow(row.row, {**row.values, Column.NUMBER: number})


def _claims(event: Event, external: str, ticket: Ticket) -> Claims:
    category = event.category(ticket.category)
    assert category is not None, "the reader gives categories of the event"
    return Claims(
        event_tag(event.slug),
        ticket_tag(event.slug, external),
        category.number,
        min(ticket.days, default=None),
        max(ticket.days, default=None),
    )


def _not_to_be_signed(row: ListRow, ticket: Ticket, reader: RowReader) -> Rejected | None:
    """Why a good row gets no code: nothing that is signed can be taken back from a stranger."""
    if ticket.status is not TicketStatus.VALID:
        remedy = Words(
            "无效的票不签发。若状态有误，请改为“有效”后重新签发。",
            "Only valid tickets are signed. If this is wrong, set it to valid and issue again.",
        )
        return Rejected(row.row, reader.heading(Column.STATUS), _STANDING[ticket.status], remedy)
    if not ticket.days:
        return None
    first, last = min(ticket.days), max(ticket.days)
    if (last - first).days + 1 != len(ticket.days):
        problem = Words(
            "日期不连续；签名码只能写起止两天，中间的日子也会放行。",
            "These days are not adjacent; a signed code says only the first and the last, and "
            "would admit on those between.",
        )
        remedy = Words(
            "请写连续的日期；不连续的票请用名单中的二维码签到。",
            "Write adjacent days; a ticket for others checks in with a code from the list.",
        )
    elif first < EARLIEST or first > LATEST or len(ticket.days) > MOST_DAYS:
        problem = Words("签名码写不下这些日期。", "A signed code has no room for these days.")
        remedy = Words(
            f"请写 {EARLIEST} 至 {LATEST} 之间的日期，最多连续 {MOST_DAYS} 天；留空表示每天。",
            f"Write days from {EARLIEST} to {LATEST}, at most {MOST_DAYS} in a row; "
            "none means every day.",
        )
    else:
        return None
    return Rejected(row.row, reader.heading(Column.DAYS), problem, remedy)


def _issuer(path: Path, event: Event) -> Issuer:
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
