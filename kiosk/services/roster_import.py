"""A list becomes the roster: checked row by row, all or nothing on disk."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from dataclasses import replace as replaced
from uuid import UUID

from kiosk.domain.event import Event
from kiosk.domain.ticket_code import parse
from kiosk.domain.words import Words
from kiosk.services.code_holders import Waiting, belongs_to, divided
from kiosk.services.list_rows import Column, Listed, ListRow, Rejected, RowReader
from kiosk.services.list_twins import Twins, id_column
from kiosk.services.ports import CodeKeys, RosterEntry, RosterWriter, WritableRoster
from kiosk.services.trouble import Misconfigured


@dataclass(frozen=True, slots=True)
class Warned:
    """A row that came in, with something a person should look at."""

    row: int
    column: str
    problem: Words


@dataclass(slots=True)
class ImportReport:
    """What an import did, or would do.

    `missing` counts tickets that the roster had and the list has not: kept, or forgotten where
    the list replaced the roster.
    """

    read: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    warnings: list[Warned] = field(default_factory=list)

    @property
    def usable(self) -> bool:
        """Whether at least one row is good."""
        return self.added + self.changed + self.unchanged > 0


@dataclass(frozen=True, slots=True)
class RosterImport:
    """Imports lists into one roster.

    Args:
        roster: what to write.
        keys: hashes the codes.
        missing_glyphs: the characters of a name that no badge font has.
    """

    roster: WritableRoster
    keys: CodeKeys
    missing_glyphs: Callable[[str], tuple[str, ...]]

    def run(
        self,
        rows: Iterable[ListRow],
        headings: Mapping[Column, str],
        event: Event,
        event_text: str,
        *,
        dry_run: bool,
        replace: bool = False,
    ) -> ImportReport:
        """Read every row, keep the good ones, report the others; one transaction.

        With `replace` the roster forgets everybody first, as another event wants it.

        Raises:
            Misconfigured: a ticket that stays on the roster has a category that the event lacks.
        """
        report, reader = ImportReport(), RowReader(event, headings)
        refused: list[tuple[UUID | None, Rejected]] = []
        twins = Twins(reader)
        with self.roster.rewriting(keep=not dry_run) as writer:
            absent = writer.tickets()
            if replace:
                writer.clear()
            writer.note("event", event_text)
            known = writer.tickets()
            waiting: list[Waiting] = []
            for row in rows:
                report.read += 1
                listed = reader.read(row)
                if not isinstance(listed, Listed):
                    refused += [(reader.ticket_of(row), rejected) for rejected in listed]
                    continue
                entry = self._entry(listed, event)
                twin = twins.of(row, _taken(row, entry))
                if twin:
                    refused.append((entry.ticket.id, twin))
                    continue
                absent.discard(entry.ticket.id)
                holder = writer.holder(entry.code)
                if holder and holder.id != entry.ticket.id:
                    waiting.append(Waiting(row, entry))
                    continue
                self._put(row, entry, known, writer, report, reader)
            free, taken = divided(waiting, absent, known, writer)
            for late in free:
                self._put(late.row, late.entry, known, writer, report, reader)
            refused += [
                (late.entry.ticket.id, belongs_to(holder, late, reader)) for late, holder in taken
            ]
            kept = {ticket for ticket, _ in refused if ticket in absent & known}
            report.rejected = [replaced(r, kept=ticket in kept) for ticket, r in refused]
            report.missing = len(absent - kept)
            if not report.usable:
                writer.give_up()
            elif unknown := writer.categories() - {c.id for c in event.categories}:
                raise _lacks_categories(unknown)
        return report

    def _entry(self, listed: Listed, event: Event) -> RosterEntry:
        badge_code = self.keys.badge_code(listed.ticket.id, 1)
        # read as a scan is read: spaces around it, or its platform's address, make no difference
        code = parse(listed.code, event, lambda said, sig: self.keys.verify(event, said, sig))
        return RosterEntry(
            listed.attendee,
            listed.ticket,
            self.keys.digest(code.text),
            self.keys.digest(badge_code),
        )

    def _put(
        self,
        row: ListRow,
        entry: RosterEntry,
        known: set[UUID],
        writer: RosterWriter,
        report: ImportReport,
        reader: RowReader,
    ) -> None:
        missing = self.missing_glyphs(entry.attendee.name)
        if missing:
            points = " ".join(f"U+{ord(character):04X}" for character in missing)
            problem = Words(f"胸卡字体中没有：{points}", f"No badge font has {points}.")
            report.warnings.append(Warned(row.row, reader.heading(Column.NAME), problem))
        if not writer.put(entry):
            report.unchanged += 1
        elif entry.ticket.id in known:
            report.changed += 1
        else:
            report.added += 1


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


def _taken(row: ListRow, entry: RosterEntry) -> dict[Hashable, Column]:
    """What no other row may have."""
    code = Column.CODE if row.values.get(Column.CODE) else Column.NUMBER
    return {entry.code: code, entry.ticket.id: id_column(row), entry.ticket.number: Column.NUMBER}
