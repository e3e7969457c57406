"""A list becomes the roster: checked row by row, all or nothing on disk."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from dataclasses import replace as replaced
from typing import Final
from uuid import UUID

from kiosk.domain.attendee import TicketStatus
from kiosk.domain.event import Event
from kiosk.domain.ticket_code import parse
from kiosk.domain.words import Words
from kiosk.services import row_problems as problems
from kiosk.services.code_holders import Waiting, belongs_to, divided
from kiosk.services.import_report import ImportOrder, ImportReport, Origin
from kiosk.services.list_columns import Column
from kiosk.services.list_rows import Listed, ListRow, Rejected, RowReader, Warned
from kiosk.services.list_twins import Twins, id_column
from kiosk.services.ports import (
    CodeKeys,
    ImportRecord,
    NameCheck,
    Put,
    RosterEntry,
    RosterWriter,
    WritableRoster,
)
from kiosk.services.trouble import Misconfigured

PROGRESS_EVERY: Final = 500
"""Rows."""
Told = Callable[[int], None]
"""Told from time to time how many rows have been read."""


@dataclass(frozen=True, slots=True)
class RosterImport:
    """Imports lists into one roster.

    Args:
        roster: what to write.
        keys: hashes the codes.
        names: what a badge would make of a name.
    """

    roster: WritableRoster
    keys: CodeKeys
    names: NameCheck

    def run(
        self,
        rows: Iterable[ListRow],
        headings: Mapping[Column, str],
        event: tuple[Event, str],
        order: ImportOrder,
        origin: Origin,
        told: Told,
    ) -> ImportReport:
        """Read every row, keep the good ones, report the others; one transaction.

        Args:
            rows: the list's.
            headings: its own words for its columns.
            event: the event and its file's text.
            order: how.
            origin: what is remembered of the list.
            told: hears of progress; what it raises ends the import without a trace.

        Raises:
            Misconfigured: a ticket that stays on the roster has a category that the event lacks.
        """
        with self.roster.rewriting(keep=not order.dry_run) as writer:
            if order.replace:
                writer.clear()
            writer.note("event", event[1])
            reader = RowReader(event[0], headings)
            report = _Run(self, writer, reader, order).over(rows, told)
            if not report.usable:
                writer.give_up()
            elif unknown := writer.categories() - {c.id for c in event[0].categories}:
                raise _lacks_categories(unknown)
            else:
                writer.remember(
                    ImportRecord(0, origin.at, origin.name, origin.digest, origin.by, report.counts)
                )
        return report

    def entry(self, listed: Listed, event: Event) -> RosterEntry:
        """What the roster keeps of a good row."""
        badge_code = self.keys.badge_code(listed.ticket.id, 1)
        # read as a scan is read: spaces around it, or its platform's address, make no difference
        code = parse(listed.code, event, lambda said, sig: self.keys.verify(event, said, sig))
        return RosterEntry(
            listed.attendee,
            listed.ticket,
            self.keys.digest(code.text),
            self.keys.digest(badge_code),
        )


class _Run:
    """One list on its way onto the roster."""

    def __init__(
        self, importing: RosterImport, writer: RosterWriter, reader: RowReader, order: ImportOrder
    ) -> None:
        self._importing, self._writer, self._reader = importing, writer, reader
        self._order = order
        self._report = ImportReport()
        self._refused: list[tuple[UUID | None, Rejected]] = []
        self._twins = Twins(reader)
        self._waiting: list[Waiting] = []
        self._own_ids = Column.EXTERNAL_ID in reader.headings

    def over(self, rows: Iterable[ListRow], told: Told) -> ImportReport:
        report, writer, reader = self._report, self._writer, self._reader
        for row in rows:
            if report.read % PROGRESS_EVERY == 0:
                told(report.read)
            report.read += 1
            self._take(row)
        free, held = divided(self._waiting, writer)
        for late in free:
            self._put(late.row, late.listed, late.entry)
        self._refused += [
            (late.entry.ticket.id, belongs_to(holder, late, reader)) for late, holder in held
        ]
        kept: set[UUID] = set()
        if not self._order.replace:
            kept = {t for t, _ in self._refused if t and writer.is_unheard(t)}
        report.rejected = [
            replaced(r, kept=t in kept) if t in kept else r for t, r in self._refused
        ]
        report.refused = self._order.strict and bool(report.rejected)
        self._missing(kept)
        told(report.read)
        return report

    def _take(self, row: ListRow) -> None:
        listed = self._reader.read(row)
        if not isinstance(listed, Listed):
            self._refused += [(self._reader.ticket_of(row), rejected) for rejected in listed]
            return
        entry = self._importing.entry(listed, self._reader.event)
        twin = self._twins.of(row, self._taken(row, entry))
        if twin:
            self._refused.append((entry.ticket.id, twin))
            return
        self._writer.hear(entry.ticket.id)
        holder = self._writer.holder(entry.code)
        if holder and holder.id != entry.ticket.id:
            self._waiting.append(Waiting(row, listed, entry))
            return
        self._put(row, listed, entry)

    def _taken(self, row: ListRow, entry: RosterEntry) -> dict[Hashable, Column]:
        """What no other row may have; eight bytes of each, as a million are held at once."""
        code = Column.CODE if row.values.get(Column.CODE) else Column.NUMBER
        ticket = entry.ticket
        taken: dict[Hashable, Column] = {
            int.from_bytes(entry.code[:8], "big"): code,
            ticket.id.int & 0xFFFF_FFFF_FFFF_FFFF: id_column(row),
        }
        if self._own_ids:  # else the ticket's id is made of its number
            taken[hash(ticket.number)] = Column.NUMBER
        return taken

    def _put(self, row: ListRow, listed: Listed, entry: RosterEntry) -> None:
        report = self._report
        report.warnings += listed.warned
        name, names = entry.attendee.name, self._importing.names
        heading = self._reader.heading(Column.NAME)
        if missing := names.missing(name):
            report.warnings.append(Warned(row.row, heading, *problems.no_glyph(missing)))
        if not names.fits(name):
            report.warnings.append(Warned(row.row, heading, *problems.TOO_LONG))
        became = self._writer.put(entry)
        report.added += became is Put.ADDED
        report.changed += became is Put.CHANGED
        report.unchanged += became is Put.UNCHANGED

    def _missing(self, kept: set[UUID]) -> None:
        report, order = self._report, self._order
        for ticket in self._writer.unheard():
            if ticket.id in kept:
                continue
            report.missing += 1
            report.missing_numbers.append(ticket.number)
            if (
                order.cancel_missing
                and not order.replace
                and ticket.status is not TicketStatus.CANCELLED
            ):
                self._writer.cancel(ticket)
                report.cancelled += 1


def _lacks_categories(unknown: set[str]) -> Misconfigured:
    named = ", ".join(sorted(unknown))
    return Misconfigured(
        Words(
            f"活动文件没有名单上已有票的类别：{named}。",
            f"The event file lacks categories of tickets that stay on the roster: {named}.",
        ),
        Words(
            "请把它们加回活动文件，或用 --replace 换掉整个名单。没有任何改动被保存。",
            "Put them back into the event file, or change the whole list with --replace. "
            "Nothing was changed.",
        ),
    )
