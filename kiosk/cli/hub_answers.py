"""What a hub knows, asked on the command line: doubles, who came; and forgetting people."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kiosk.cli.hub_options import DEFAULT_DB, Db, Folder, Who
from kiosk.cli.output import Json, answer, typed

if TYPE_CHECKING:
    from kiosk.composition.hub_place import HubPlace
    from kiosk.domain.doubles import Double
    from kiosk.domain.journal import Fact


def register(group: typer.Typer) -> None:
    """Add the commands to those of the hub."""
    group.command("doubles")(doubles)
    group.command("export")(export)
    group.command("purge")(purge)


def doubles(
    db: Db = DEFAULT_DB,
    folder: Folder = None,
    settled: Annotated[
        bool, typer.Option("--settled", help="Also those that somebody has looked at.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Tickets that were admitted twice, at desks that did not know of each other."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415  SQLModel
    from kiosk.domain.doubles import doubles as found_in  # noqa: PLC0415

    rows: list[dict[str, Any]] = []
    with opened_hub(db, folder) as place:
        place.follow()
        if place.own.listed.event_text():
            event = place.own.roster.event()
            found = found_in(place.own.journal.doubtful(), event)
            rows = [_double(place, one) for one in found if settled or not one.settled]
    lines = [
        f"{row['attendee']['code']} {row['attendee']['name']}  {row['checkpoint']}: "
        + ", ".join(f"{one['station']} {one['at']}" for one in row["arrivals"])
        for row in rows
    ]
    answer(rows, as_json=as_json, text="\n".join(lines) or "没有重复签到。No double check-ins.")


def _double(place: "HubPlace", double: "Double") -> dict[str, Any]:
    guest = place.own.roster.by_ticket(double.ticket)
    return {
        "attendee": {
            "code": guest.ticket.number if guest else "",
            "name": guest.attendee.name or guest.attendee.latin_name if guest else "",
        },
        "checkpoint": double.checkpoint,
        "arrivals": [_arrival(fact) for fact in double.arrivals],
        "winner": _arrival(double.winner),
    }


def _arrival(fact: "Fact") -> dict[str, str]:
    return {"station": fact.station, "at": fact.at.isoformat(timespec="milliseconds")}


def export(
    out: Annotated[Path, typer.Option(help="The CSV to write.")],
    db: Db = DEFAULT_DB,
    folder: Folder = None,
    as_json: Json = False,
) -> None:
    """Write who came, by every desk's word: one row for each guest."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415
    from kiosk.lists.csv_export import write_csv  # noqa: PLC0415

    with opened_hub(db, folder) as place:
        place.follow()
        rows = place.own.lookup.export() if place.own.listed.event_text() else ()
    header = ("code", "name", "category", "arrived_at", "station", "badges")
    write_csv(
        out,
        header,
        (
            (r.code, r.name, r.category, r.arrived_at.isoformat() if r.arrived_at else "",
             r.station, str(r.badges))
            for r in rows
        ),
    )  # fmt: skip
    arrived = sum(row.arrived_at is not None for row in rows)
    values = {"out": str(out), "rows": len(rows), "arrived": arrived}
    answer(values, as_json=as_json, text=f"{out}: {arrived} / {len(rows)} 已到 arrived")


def purge(
    after: Annotated[int, typer.Option("--after", help="Days after the event's last day.", min=0)],
    db: Db = DEFAULT_DB,
    folder: Folder = None,
    by: Who = "hub",
    as_json: Json = False,
) -> None:
    """Forget people so many days after the event; counts and facts without names stay."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415
    from kiosk.composition.hub_purge import purge_hub  # noqa: PLC0415

    with opened_hub(db, folder) as place:
        place.follow()
        purged = purge_hub(place, after, typed(by))
    values = {
        "purged": purged.done,
        "due": purged.due.isoformat() if purged.due else None,
        "guests": purged.guests,
        "facts": purged.facts,
    }
    text = (
        f"已清除 forgotten: {purged.guests} 位宾客 guests"
        if purged.done
        else f"未到期 not due before {purged.due}"
    )
    answer(values, as_json=as_json, text=text)
