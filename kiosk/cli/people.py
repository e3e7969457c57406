"""Commands about people: export."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.output import Data, Json, answer, typed
from kiosk.composition.station import Station, opened
from kiosk.domain.words import Words
from kiosk.lists.table_file import write_table
from kiosk.services.ports import Guest
from kiosk.services.trouble import Misconfigured


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(export)


def export(
    data: Data,
    out: Annotated[Path, typer.Option(help="The CSV or XLSX to write.")],
    as_json: Json = False,
) -> None:
    """Write one row an attendee: code, name, category, arrived_at, station, badges.

    Admitted people whom the roster does not know follow, without code and name.
    """
    with opened(data) as station:
        event, rows = station.roster.event(), station.lookup.export()
    header = ("code", "name", "category", "arrived_at", "station", "badges")
    write_table(
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


def named(station: Station, number: str) -> Guest:
    """The guest with this ticket number, ticket code or badge code.

    Raises:
        Misconfigured: there is none.
    """
    guest = station.check_in.guest_of(number) or station.roster.by_number(typed(number))
    if guest is None:
        raise Misconfigured(
            Words("名单中没有这个票号或二维码。", "No ticket has this code or number."),
            Words("请用 find 命令查找。", "Look the person up with the find command."),
        )
    return guest


def person(guest: Guest) -> dict[str, str]:
    """A guest as `--json` shows one."""
    return {
        "id": str(guest.attendee.id),
        "name": guest.attendee.name,
        "category": guest.ticket.category,
    }
