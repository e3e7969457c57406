"""Print jobs and printers as projections of their facts."""

from collections.abc import Iterable

from sqlalchemy import func
from sqlmodel import Session as Transacting
from sqlmodel import col, select

from kiosk.domain import ledger
from kiosk.domain.journal import Fact, JobState, PrintJobMoved
from kiosk.domain.ledger import PrinterStanding
from kiosk.store.tables import JobRow


def project_job(rows: Transacting, moved: PrintJobMoved, hlc: int) -> None:
    """Bring a job's row up to its latest fact."""
    row = rows.get(JobRow, moved.job.bytes) or JobRow(
        id=moved.job.bytes,
        ticket=moved.ticket.bytes,
        state="",
        copy_number=moved.copy,
        printer="",
        printer_ref="",
        cause="",
        queued_hlc=hlc,
    )
    row.state = moved.to.value
    row.printer = moved.printer or row.printer
    row.printer_ref = ledger.ref_after(row.printer_ref, moved)
    row.cause = moved.cause or row.cause
    row.rank = row.rank if moved.rank is None else moved.rank
    row.moved_hlc = hlc
    rows.add(row)


def printer_standing(rows: Transacting, told: Iterable[Fact]) -> dict[str, PrinterStanding]:
    """How printers stand by what staff told them, and by the badges that came out since."""
    known = tuple(told)
    standing = ledger.printers(known)
    loaded = ledger.loadings(known)
    return {
        name: ledger.used(one, _came_out(rows, name, loaded[name])) if name in loaded else one
        for name, one in standing.items()
    }


def _came_out(rows: Transacting, printer: str, since: int) -> int:
    query = select(func.count()).select_from(JobRow)
    query = query.where(
        JobRow.printer == printer,
        JobRow.state == JobState.CONFIRMED.value,
        col(JobRow.moved_hlc) > since,
    )
    return rows.exec(query).one()
