"""A code of the list that is somebody else's on the roster: it never changes hands in silence."""

from dataclasses import dataclass

from kiosk.domain.attendee import Ticket
from kiosk.domain.words import Words
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import Listed, ListRow, Rejected, RowReader
from kiosk.services.ports import RosterEntry, RosterWriter


@dataclass(frozen=True, slots=True)
class Waiting:
    """A good row whose code another ticket of the roster has so far."""

    row: ListRow
    listed: Listed
    entry: RosterEntry


def divided(
    waiting: list[Waiting], writer: RosterWriter
) -> tuple[list[Waiting], list[tuple[Waiting, Ticket]]]:
    """Rows whose code its holder gives up in this very list, and rows whose code is held.

    A ticket about which no good row of the list speaks keeps its code; so does one whose row is
    turned down here.

    Args:
        waiting: what could not be decided before the whole list was read.
        writer: with every other row written, and every good row heard of.
    """
    free, held = list(waiting), list[tuple[Waiting, Ticket]]()
    # who is turned down keeps the old code, which may be what another one waits for
    while late := [
        (one, holder)
        for one in free
        if (holder := writer.holder(one.entry.code)) and writer.is_unheard(holder.id)
    ]:
        held += late
        for one, _ in late:
            free.remove(one)
            writer.unhear(one.entry.ticket.id)
    return free, held


def belongs_to(holder: Ticket, late: Waiting, reader: RowReader) -> Rejected:
    """The rejection of a row that would take the code of a ticket which keeps it."""
    column = Column.CODE if late.row.values.get(Column.CODE) else Column.NUMBER
    return Rejected(
        late.row.row,
        reader.heading(column),
        Words(
            f"这个码属于现有名单中的票 {holder.number}。",
            f"This code belongs to ticket {holder.number} of the present roster.",
        ),
        Words(
            f"请改正此码；若确已转给此人，请在同一名单中给票 {holder.number} 换一个码。",
            f"Correct it; if it was handed on, give ticket {holder.number} another code in the "
            "same list.",
        ),
    )
