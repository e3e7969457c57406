"""Which rows of a list get a ticket, and what may be wrong with the others."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from kiosk.domain.attendee import Ticket, TicketStatus
from kiosk.domain.event import Event
from kiosk.domain.words import Words
from kiosk.lists.attendee_list import AttendeeList
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import Listed, ListRow, Rejected, RowReader
from kiosk.services.list_twins import Twins, id_column

EARLIEST, LATEST, MOST_DAYS = date(2020, 1, 1), date(2020, 1, 1) + timedelta(65535), 255
"""What a signed code's two bytes for the first day and one byte for their number can say."""
_STANDING: Final = {
    TicketStatus.UNPAID: Words("票未付款。", "The ticket is unpaid."),
    TicketStatus.CANCELLED: Words("票已取消。", "The ticket is cancelled."),
    TicketStatus.REVOKED: Words("票已撤销。", "The ticket is revoked."),
    TicketStatus.BLOCKED: Words("票已冻结。", "The ticket is blocked."),
}


def issuable(
    attendees: AttendeeList, event: Event, *, signed: bool
) -> Iterator[Listed | tuple[Rejected, ...]]:
    """Every row in order: whoever gets a ticket, or why not.

    A row needs no code of its own: the new ones take its place.

    Args:
        attendees: the list.
        event: its categories and days.
        signed: the ticket's days must be such as a signed code can say.
    """
    headings: dict[Column, str] = {
        c: word for c, word in attendees.headings.items() if c is not Column.CODE
    }
    reader = RowReader(event, headings)
    twins = Twins(reader)
    for row in attendees.rows():
        listed = reader.read(_numbered(row))
        if not isinstance(listed, Listed):
            yield listed
            continue
        ticket = listed.ticket
        taken = {ticket.id: id_column(row), ticket.number: Column.NUMBER}
        wrong = twins.of(row, taken) or _without_standing(row, ticket, reader)
        if signed and not wrong:
            wrong = _not_to_be_signed(row, ticket, reader)
        yield (wrong,) if wrong else listed


def _numbered(row: ListRow) -> ListRow:
    """The row, with its external id as number where it has none."""
    number = row.values.get(Column.NUMBER) or row.values.get(Column.EXTERNAL_ID, "")
    return ListRow(row.row, {**row.values, Column.NUMBER: number})


def _without_standing(row: ListRow, ticket: Ticket, reader: RowReader) -> Rejected | None:
    """Why a good row gets no code: nothing that is sent out can be taken back."""
    if ticket.status is TicketStatus.VALID:
        return None
    remedy = Words(
        "无效的票不签发。若状态有误，请改为“有效”后重新签发。",
        "Only valid tickets are issued. If this is wrong, set it to valid and issue again.",
    )
    return Rejected(row.row, reader.heading(Column.STATUS), _STANDING[ticket.status], remedy)


def _not_to_be_signed(row: ListRow, ticket: Ticket, reader: RowReader) -> Rejected | None:
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
            "请写连续的日期；不连续的票请用 --kind opaque 签发。",
            "Write adjacent days, or issue with --kind opaque.",
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
