"""The organiser's tables and lists as files, for the command line and the desk."""

from dataclasses import dataclass
from pathlib import Path

from kiosk.composition.station import Station
from kiosk.lists.table_file import write_table
from kiosk.services.ports.papers import Paper
from kiosk.services.reports import Reports


@dataclass(frozen=True, slots=True)
class Written:
    """A file with how many rows it has, and what they add up to: arrivals, or guests expected."""

    rows: int
    of: int


def write_arrivals(station: Station, out: Path) -> Written:
    """Write arrivals by day, hour, checkpoint, session and category, as CSV or XLSX."""
    rows = Reports(station.records).attendance()
    header = ("day", "hour", "checkpoint", "session", "category", "arrivals")
    lines = (
        (r.day.isoformat(), f"{r.hour:02d}", r.checkpoint, r.session, r.category, str(r.count))
        for r in rows
    )
    write_table(out, header, lines)
    return Written(len(rows), sum(row.count for row in rows))


def write_missing(station: Station, checkpoint: str, out: Path) -> Written:
    """Write who has a valid ticket and has not come, as CSV or XLSX."""
    expected = Reports(station.records).expected(checkpoint)
    absent = [one.guest for one in expected if not one.came]
    header = ("number", "name", "latin_name", "company", "category")
    lines = (
        (g.ticket.number, g.attendee.name, g.attendee.latin_name, g.attendee.company,
         g.ticket.category)
        for g in absent
    )  # fmt: skip
    write_table(out, header, lines)
    return Written(len(absent), len(expected))


def write_paper(station: Station, paper: Paper, checkpoint: str, out: Path) -> None:
    """Write one of the organiser's papers.

    Args:
        station: whose records are read.
        paper: which one.
        checkpoint: whose arrivals count; anywhere, where empty.
        out: ends as the paper is: `.xlsx` for tables, `.pdf` for lists.
    """
    from kiosk.composition.sheets import attendance_sheet, fallback_list  # noqa: PLC0415  ReportLab

    match paper:
        case Paper.ARRIVALS:
            write_arrivals(station, out)
        case Paper.MISSING:
            write_missing(station, checkpoint, out)
        case Paper.SIGNATURES:
            attendance_sheet(station, checkpoint, out)
        case Paper.FALLBACK:
            fallback_list(station, out)
