"""Who may open the organiser's page."""

import sys
from typing import Annotated

import typer

from kiosk.cli.exit_codes import REFUSED
from kiosk.cli.hub_options import DEFAULT_DB, Db, Folder, Who
from kiosk.cli.output import Json, answer, typed


def register(hub: typer.Typer) -> None:
    """Add the commands to those of the hub."""
    group = typer.Typer(help="Who may open the organiser's page.", no_args_is_help=True)
    group.command("add")(add)
    group.command("list")(list_)
    group.command("remove")(remove)
    hub.add_typer(group, name="user")


def add(
    name: Annotated[str, typer.Argument(help="As they will sign in.")],
    role: Annotated[str, typer.Option(help="wall, staff or organiser")] = "staff",
    db: Db = DEFAULT_DB,
    folder: Folder = None,
    by: Who = "hub",
    as_json: Json = False,
) -> None:
    """Let somebody in, or change role and password, which is read from standard input."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415  SQLModel
    from kiosk.hub.users import UserRole  # noqa: PLC0415
    from kiosk.keys.passwords import SHORTEST  # noqa: PLC0415

    if role not in {one.value for one in UserRole}:
        raise typer.BadParameter("--role: wall, staff or organiser")
    if sys.stdin.isatty():
        password = typer.prompt("密码 Password", hide_input=True, confirmation_prompt=True)
    else:
        password = sys.stdin.readline().rstrip("\r\n")
    if len(password) < SHORTEST:
        raise typer.BadParameter(f"密码至少 {SHORTEST} 个字符。At least {SHORTEST} characters.")
    with opened_hub(db, folder) as place:
        place.users.put(typed(name), UserRole(role), password)
        place.stations.note(typed(by), f"user {typed(name)} as {role}")
    answer({"name": name, "role": role}, as_json=as_json, text=f"✓ {name} ({role})")


def list_(db: Db = DEFAULT_DB, folder: Folder = None, as_json: Json = False) -> None:
    """Everybody, with their roles."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415

    with opened_hub(db, folder) as place:
        rows = [{"name": one.name, "role": one.role.value} for one in place.users.all()]
    text = "\n".join(f"{row['name']}  {row['role']}" for row in rows)
    answer(rows, as_json=as_json, text=text or "还没有人。Nobody yet.")


def remove(
    name: Annotated[str, typer.Argument(help="Who.")],
    db: Db = DEFAULT_DB,
    folder: Folder = None,
    by: Who = "hub",
    as_json: Json = False,
) -> None:
    """Take somebody out, at once."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415

    with opened_hub(db, folder) as place:
        done = place.users.remove(typed(name))
        place.stations.note(typed(by), f"removed user {typed(name)}")
    answer({"name": name, "removed": done}, as_json=as_json, text="✓" if done else "✗")
    if not done:
        raise typer.Exit(REFUSED)
