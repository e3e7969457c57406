"""The hub: run it, let stations in and put them out, see how it is."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli import hub_answers, hub_upstream, hub_users
from kiosk.cli.exit_codes import REFUSED, USAGE
from kiosk.cli.hub_options import DEFAULT_DB, PORT, Db, Folder, Who
from kiosk.cli.output import Json, answer, typed


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(
        help="The hub: where stations meet. Without a command it runs.",
        invoke_without_command=True,
    )
    group.callback()(hub)
    group.command("pair")(pair)
    group.command("status")(status)
    group.command("revoke")(revoke)
    group.command("import")(import_)
    hub_answers.register(group)
    hub_upstream.register(group)
    hub_users.register(group)
    app.add_typer(group, name="hub")


def hub(
    context: typer.Context,
    db: Db = DEFAULT_DB,
    host: Annotated[
        str, typer.Option(help="0.0.0.0 to be reached from other computers.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="0 takes a free one.")] = PORT,
    folder: Folder = None,
    tls: Annotated[
        bool, typer.Option("--tls/--no-tls", help="Off only behind something that does TLS.")
    ] = True,
    as_json: Json = False,
) -> None:
    """Run the hub until it is told to end; prints its address when it takes connections."""
    if context.invoked_subcommand:
        return
    from kiosk.composition.hub_run import HubOrder, run_hub  # noqa: PLC0415  SQLModel, uvicorn

    def ready(url: str) -> None:
        answer({"url": url}, as_json=as_json, text=f"中心已就绪 hub ready: {url}")

    run_hub(HubOrder(db, host, port, folder, tls), ready)


def pair(
    db: Db = DEFAULT_DB,
    scope: Annotated[str, typer.Option(help="self, desk or admin")] = "desk",
    folder: Folder = None,
    by: Who = "hub",
    as_json: Json = False,
) -> None:
    """Print a one-time code that lets one station in; it counts for ten minutes."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415
    from kiosk.wire.hub import Scope  # noqa: PLC0415
    from kiosk.wire.pairing import PairingCode  # noqa: PLC0415

    if scope not in {one.value for one in Scope}:
        raise typer.BadParameter("--scope: self, desk or admin")
    with opened_hub(db, folder) as place:
        code = place.stations.new_code(Scope(scope), typed(by))
        text = PairingCode(code.secret, place.pin).text
    expires = datetime.fromtimestamp(code.expires_ms // 1000, UTC)
    values = {"code": text, "expires": expires.isoformat()}
    answer(values, as_json=as_json, text=f"{text}\n有效至 until {expires.astimezone():%H:%M}")


def status(db: Db = DEFAULT_DB, folder: Folder = None, as_json: Json = False) -> None:
    """How the hub is: facts, guests, and every station as it was last heard of."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415

    with opened_hub(db, folder) as place:
        head, known = place.journal.head(), place.stations.all()
        kept = place.stations.quarantined()
        values = {
            "facts": head.last,
            "generation": head.generation,
            "guests": place.roster.count(),
            "roster_revision": place.roster.head(),
            "quarantined": kept,
            "stations": [
                {
                    "name": one.name,
                    "scope": one.scope.value,
                    "paired": _moment(one.paired_ms),
                    "seen": _moment(one.seen_ms),
                    "revoked": _moment(one.revoked_ms) if one.revoked_ms is not None else None,
                    **one.health.model_dump(),
                }
                for one in known
            ],
        }
    lines = [f"{head.last} 条记录 facts, {values['guests']} 位宾客 guests"]
    lines += [
        f"  {'✗' if one.revoked else '✓'} {one.name}  {one.scope.value}  "
        f"{_moment(one.seen_ms)}  待发送 unsent {one.health.unsent}"
        for one in known
    ]
    lines += [f"  隔离 quarantined: {name} {count}" for name, count in kept.items()]
    answer(values, as_json=as_json, text="\n".join(lines))


def revoke(
    station: Annotated[str, typer.Argument(help="The station's name, as `hub status` shows it.")],
    db: Db = DEFAULT_DB,
    folder: Folder = None,
    by: Who = "hub",
    as_json: Json = False,
) -> None:
    """Put a station out: it forgets its list, and what it still sends is set aside."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415

    with opened_hub(db, folder) as place:
        done = place.stations.revoke(typed(station), typed(by))
    text = f"已移除 put out: {station}" if done else "没有这个签到台，或已移除。No such station."
    answer({"station": station, "revoked": done}, as_json=as_json, text=text)
    if not done:
        raise typer.Exit(REFUSED)


def import_(
    file: Annotated[Path, typer.Argument(help="The list, CSV or XLSX.")],
    db: Db = DEFAULT_DB,
    event: Annotated[Path | None, typer.Option(help="The event file, TOML.")] = None,
    columns: Annotated[Path | None, typer.Option("--map", help="What its columns mean.")] = None,
    folder: Folder = None,
    replace: Annotated[bool, typer.Option("--replace", help="Forget the roster first.")] = False,
    strict: Annotated[bool, typer.Option("--strict", help="All rows or none.")] = False,
    cancel_missing: Annotated[
        bool, typer.Option("--cancel-missing", help="Cancel the tickets that this list lacks.")
    ] = False,
    by: Who = "hub",
    as_json: Json = False,
) -> None:
    """Import a list into the hub; every station gets what changed."""
    from kiosk.cli.rejections import rejected_values, warned_values  # noqa: PLC0415
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415
    from kiosk.composition.list_import import import_list  # noqa: PLC0415
    from kiosk.services.import_report import ImportOrder  # noqa: PLC0415

    order = ImportOrder(False, replace, strict, cancel_missing)
    with opened_hub(db, folder) as place:
        place.follow()
        report = import_list(place.own, file, event, order, columns=columns, by=typed(by))
        revision = place.publish() if report.usable else place.roster.head()
        place.stations.note(typed(by), f"list of {report.read} rows")
    values = {
        **report.counts,
        "missing_numbers": report.missing_numbers,
        "rejected": rejected_values(report.rejected),
        "warnings": warned_values(report.warnings),
        "revision": revision,
    }
    told = "  ".join(f"{name} {count}" for name, count in report.counts.items() if count)
    answer(values, as_json=as_json, text=f"{file.name}: {told}")
    if not report.usable:
        raise typer.Exit(USAGE)


def _moment(ms: int | None) -> str:
    return datetime.fromtimestamp((ms or 0) / 1000, UTC).isoformat(timespec="seconds")
