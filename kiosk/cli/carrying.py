"""Facts on a stick, where there is no network: out of one station, into another."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.output import Data, Json, answer


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Carry check-ins between stations by hand.", no_args_is_help=True)
    group.command("export")(export)
    group.command("import")(import_)
    app.add_typer(group, name="facts")


def export(
    data: Data,
    out: Annotated[Path, typer.Option("--out", help="The file to write.")],
    as_json: Json = False,
) -> None:
    """Write all check-ins, undos and changes that this station knows to one file."""
    from kiosk.composition.carried_facts import write_facts  # noqa: PLC0415  SQLModel
    from kiosk.composition.station import opened  # noqa: PLC0415

    with opened(data) as station:
        count = write_facts(station, out)
    values = {"out": str(out), "facts": count}
    answer(values, as_json=as_json, text=f"{out}: {count} 条记录 facts")


def import_(
    data: Data,
    file: Annotated[Path, typer.Argument(help="A file that `facts export` wrote.")],
    as_json: Json = False,
) -> None:
    """Take what another station knows; what is here already changes nothing."""
    from kiosk.composition.carried_facts import read_facts  # noqa: PLC0415  SQLModel
    from kiosk.composition.hub_link import open_doubles  # noqa: PLC0415
    from kiosk.composition.station import opened  # noqa: PLC0415

    with opened(data) as station:
        carried = read_facts(station, file)
        doubles = open_doubles(station)
    values = {"facts": carried.facts, "new": carried.new, "doubles": doubles}
    text = f"{file.name}: {carried.facts} 条记录 facts, {carried.new} 条新 new"
    answer(values, as_json=as_json, text=text)
