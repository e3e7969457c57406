"""Commands about the people at the desks: staff add, list, remove."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli.exit_codes import REFUSED
from kiosk.cli.output import Data, Json, answer, typed
from kiosk.composition.data_folder import DataFolder
from kiosk.domain.staff import Role, Staff

if TYPE_CHECKING:
    from kiosk.keys.staff_file import StaffFile

LONGEST_NAME = 40


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(help="Who works at this station's desk.", no_args_is_help=True)
    group.command("add")(add)
    group.command("list")(list_)
    group.command("remove")(remove)
    app.add_typer(group, name="staff")


def add(
    name: Annotated[str, typer.Argument(help="What facts and reports call them.")],
    data: Data,
    role: Annotated[Role, typer.Option(help="clerk or supervisor")] = Role.CLERK,
    pin: Annotated[
        str, typer.Option(prompt="PIN", hide_input=True, envvar="KIOSK_PIN", help="Their PIN.")
    ] = "",
    as_json: Json = False,
) -> None:
    """Add somebody with a PIN, or change role and PIN; asked for where it is not given."""
    name = typed(name).strip()
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise typer.BadParameter(f"name: 1 to {LONGEST_NAME} characters, please")
    DataFolder(data).prepare()
    _book(data).put(Staff(name, role), pin)
    values = {"name": name, "role": role.value}
    answer(values, as_json=as_json, text=f"{name}: {role.value}")


def list_(data: Data, as_json: Json = False) -> None:
    """List who works here."""
    people = _book(data).staff()
    rows = [{"name": one.name, "role": one.role.value} for one in people]
    text = "\n".join(f"{one.name}\t{one.role.value}" for one in people)
    answer(rows, as_json=as_json, text=text or "还没有人员。Nobody yet.")


def remove(name: str, data: Data, as_json: Json = False) -> None:
    """Strike somebody off; what they did keeps their name."""
    removed = _book(data).remove(typed(name))
    text = "已移除。Removed." if removed else "没有这个人。Nobody has this name."
    answer({"removed": removed}, as_json=as_json, text=text)
    if not removed:
        raise typer.Exit(REFUSED)


def _book(data: Path) -> "StaffFile":
    from kiosk.keys.staff_file import StaffFile  # noqa: PLC0415  cryptography, not for --help

    return StaffFile(DataFolder(data).staff)
