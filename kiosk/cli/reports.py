"""Commands for organisers: report, missing, sheet, trail."""

import time
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.output import Data, Json, answer, typed
from kiosk.cli.people import named
from kiosk.composition.report_files import write_arrivals, write_missing
from kiosk.composition.station import Station, opened
from kiosk.domain.words import Words
from kiosk.services.reports import Reports
from kiosk.services.trouble import Misconfigured


class SheetKind(StrEnum):
    """What a sheet is for."""

    ATTENDANCE = "attendance"
    FALLBACK = "fallback"


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(report)
    app.command()(missing)
    app.command()(sheet)
    app.command()(trail)


def report(
    data: Data,
    out: Annotated[Path, typer.Option(help="The CSV or XLSX to write.")],
    as_json: Json = False,
) -> None:
    """Write arrivals by day, hour, checkpoint, session and category."""
    with opened(data) as station:
        done = write_arrivals(station, out)
    values = {"out": str(out), "rows": done.rows, "arrivals": done.of}
    answer(values, as_json=as_json, text=f"{out}: {done.of} 人次 arrivals")


def missing(
    data: Data,
    out: Annotated[Path, typer.Option(help="The CSV or XLSX to write.")],
    checkpoint: Annotated[str, typer.Option(help="Only who has not come here.")] = "",
    as_json: Json = False,
) -> None:
    """Write who has a valid ticket and has not come."""
    with opened(data) as station:
        done = write_missing(station, _checkpoint(station, checkpoint), out)
    values = {"out": str(out), "expected": done.of, "missing": done.rows}
    text = f"{out}: {done.of} 人中 of {done.of}, {done.rows} 未到 missing"
    answer(values, as_json=as_json, text=text)


def sheet(
    data: Data,
    out: Annotated[Path, typer.Option(help="The PDF to write.")],
    kind: Annotated[SheetKind, typer.Option(help="attendance or fallback")] = (
        SheetKind.ATTENDANCE
    ),
    checkpoint: Annotated[str, typer.Option(help="Whose arrivals are ticked.")] = "",
    every: Annotated[
        int, typer.Option(min=0, help="Minutes; write it again and again, until Ctrl-C.")
    ] = 0,
    as_json: Json = False,
) -> None:
    """Write a list on A4 pages by pinyin: to be signed, or to go on without computers."""
    while True:
        guests = _sheet(data, out, kind, checkpoint)
        values = {"out": str(out), "guests": guests}
        answer(values, as_json=as_json, text=f"{out}: {guests} 人 guests")
        if not every:
            return
        time.sleep(every * 60)


def _sheet(data: Path, out: Path, kind: SheetKind, checkpoint: str) -> int:
    from kiosk.composition.sheets import attendance_sheet, fallback_list  # noqa: PLC0415  ReportLab

    with opened(data) as station:
        place = _checkpoint(station, checkpoint)
        if kind is SheetKind.FALLBACK:
            return fallback_list(station, out)
        return attendance_sheet(station, place, out)


def trail(
    ticket: Annotated[str, typer.Argument(help="Ticket number, or the text in the QR.")],
    data: Data,
    as_json: Json = False,
) -> None:
    """Tell in plain words what happened to one ticket."""
    with opened(data) as station:
        guest = named(station, ticket)
        event, steps = station.roster.event(), Reports(station.records).trail(guest.ticket.id)
    rows = [
        {
            "at": step.at.astimezone(event.zone).isoformat(timespec="seconds"),
            "station": step.station,
            "zh": step.words.zh,
            "en": step.words.en,
            "undone": step.undone,
            "clock_doubtful": step.doubtful,
        }
        for step in steps
    ]
    lines = [
        f"{r['at']}  {r['station']}  {r['zh']} {r['en']}{' (已撤销 undone)' if r['undone'] else ''}"
        for r in rows
    ]
    answer(rows, as_json=as_json, text="\n".join(lines) or "没有记录。Nothing happened yet.")


def _checkpoint(station: Station, name: str) -> str:
    known = [c.id for c in station.roster.event().checkpoints]
    if name and name not in known:
        raise Misconfigured(
            Words(f"没有签到点“{name}”。", f"There is no checkpoint “{name}”."),
            Words(f"可用的签到点：{', '.join(known)}", f"This event has: {', '.join(known)}"),
        )
    return typed(name)
