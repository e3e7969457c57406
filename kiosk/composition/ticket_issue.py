"""Issuing signed tickets for a list: key, rows, codes, pictures."""

import base64
import binascii
from pathlib import Path

from kiosk.badges.ticket_picture import ticket_picture
from kiosk.domain.attendee import Ticket
from kiosk.domain.event import Event
from kiosk.domain.identity import event_tag, ticket_tag
from kiosk.domain.ticket_code import Claims
from kiosk.domain.words import Words
from kiosk.keys.issuing import Issuer
from kiosk.lists.csv_list import open_list
from kiosk.lists.event_file import parse_event
from kiosk.services.list_rows import Column, Listed, ListRow, RowReader
from kiosk.services.trouble import Misconfigured, writing


def issue_tickets(
    list_path: Path, event_path: Path, key_path: Path, out: Path, form: str
) -> list[tuple[str, str, str, str]]:
    """Sign and draw a code for each row; (external id, number, code, picture's name) each.

    A row needs no code of its own. The first row that is wrong stops everything.

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
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
    issued: list[tuple[str, str, str, str]] = []
    for row in attendees.rows():
        listed = _good(reader, row, list_path)
        external, ticket = listed.attendee.external_id, listed.ticket
        code = issuer.issue(_claims(event, external, ticket))
        picture = f"{len(issued) + 1:05d}.{form}"
        drawn = ticket_picture(code, form)
        with writing(out / picture):
            (out / picture).write_bytes(drawn)
        issued.append((external, ticket.number, code, picture))
    return issued


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


def _good(reader: RowReader, row: ListRow, path: Path) -> Listed:
    values = dict(row.values)
    if not values.get(Column.NUMBER):
        values[Column.NUMBER] = values.get(Column.EXTERNAL_ID, "")
    listed = reader.read(ListRow(row.row, values))
    if isinstance(listed, Listed):
        return listed
    first = listed[0]
    raise Misconfigured(
        Words(
            f"{path.name} 第 {first.row} 行 {first.column}：{first.problem.zh}",
            f"{path.name}, row {first.row}, {first.column}: {first.problem.en}",
        ),
        first.remedy,
    )


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
