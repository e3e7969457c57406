"""Commands about people: export."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.output import Data, Json, answer
from kiosk.composition.station import opened
from kiosk.lists.csv_export import write_csv
from kiosk.services.ports import Guest


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(export)


def export(
    data: Data,
    out: Annotated[Path, typer.Option(help="The CSV to write.")],
    as_json: Json = False,
) -> None:
    """Write one row an attendee: code, name, category, arrived_at, station, badges.

    Admitted people whom the roster does not know follow, without code and name.
    """
    with opened(data) as station:
        event, rows = station.roster.event(), station.lookup.export()
    header = ("code", "name", "category", "arrived_at", "station", "badges")
    write_csv(
        out,
        header,
        (
            (
                row.code,
                row.name,
                row.category,
                row.arrived_at.astimezone(event.zone).isoformat() if row.arrived_at else "",
                row.station,
                str(row.badges),
            )
            for row in rows
        ),
    )
    arrived = sum(row.arrived_at is not None for row in rows)
    values = {"out": str(out), "rows": len(rows), "arrived": arrived}
    answer(values, as_json=as_json, text=f"{out}: {len(rows)} 行 rows, {arrived} 已到 arrived")


def person(guest: Guest) -> dict[str, str]:
    """A guest as `--json` shows one."""
    return {
        "id": str(guest.attendee.id),
        "name": guest.attendee.name,
        "category": guest.ticket.category,
    }
