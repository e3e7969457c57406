"""The hub and the registration platform: connect them, exchange, see what was turned down."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli.exit_codes import REFUSED
from kiosk.cli.hub_options import DEFAULT_DB, Db, Folder
from kiosk.cli.output import Json, answer, typed
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

if TYPE_CHECKING:
    from kiosk.composition.hub_upstream import UpstreamRecord
    from kiosk.services.upstreaming import Turn


def register(hub: typer.Typer) -> None:
    """Add the commands to those of the hub."""
    group = typer.Typer(help="The registration platform.", no_args_is_help=True)
    group.command("pretix")(pretix)
    group.command("folder")(folder_)
    group.command("sync")(sync)
    group.command("status")(status)
    hub.add_typer(group, name="upstream")


def pretix(
    url: Annotated[str, typer.Option(help="Such as https://pretix.eu.")],
    token: Annotated[str, typer.Option(help="A new device's initialisation token.")],
    event: Annotated[str, typer.Option(help="The event's short form.")],
    db: Db = DEFAULT_DB,
    folder: Folder = None,
    as_json: Json = False,
) -> None:
    """Become a device of pretix; products and lists are guessed into upstream.toml."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415  SQLModel
    from kiosk.composition.hub_upstream import FILE, connect_pretix  # noqa: PLC0415

    with opened_hub(db, folder) as place:
        record = connect_pretix(place, typed(url), typed(token), typed(event))
        file = place.folder.path / FILE
    _connected(record, file, as_json=as_json)


def folder_(
    path: Annotated[Path, typer.Argument(help="Where lists lie and what happens is written.")],
    db: Db = DEFAULT_DB,
    folder: Folder = None,
    as_json: Json = False,
) -> None:
    """Take the newest list of a folder, and write there what happens."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415
    from kiosk.composition.hub_upstream import FILE, connect_folder  # noqa: PLC0415

    with opened_hub(db, folder) as place:
        record = connect_folder(place, path)
        file = place.folder.path / FILE
    _connected(record, file, as_json=as_json)


def sync(
    db: Db = DEFAULT_DB,
    folder: Folder = None,
    whole: Annotated[
        bool, typer.Option("--whole", help="Compare everybody; who is gone is cancelled.")
    ] = False,
    retry: Annotated[
        bool, typer.Option("--retry-rejected", help="Offer what was turned down once more.")
    ] = False,
    as_json: Json = False,
) -> None:
    """One turn by hand; a running hub does it every minute. Exit 1 where it was cut short."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415
    from kiosk.composition.hub_upstream import (  # noqa: PLC0415
        opened_upstream,
        read_upstream,
        upstream_turn,
    )

    with opened_hub(db, folder) as place:
        record = read_upstream(place)
        if record is None:
            raise _none_yet()
        if retry:
            place.uploads.retry_rejected()
        with opened_upstream(place, record) as upstream:
            turn = upstream_turn(place, upstream, whole=whole)
        waiting = place.uploads.counts().get("waiting", 0)
    values = _values(turn) | {"waiting": waiting}
    said = turn.trouble.words if turn.trouble else Words("已同步", "in sync")
    answer(values, as_json=as_json, text=f"{said.zh} {said.en}  ↑ {values['sent']}")
    if turn.trouble:
        raise typer.Exit(REFUSED)


def status(db: Db = DEFAULT_DB, folder: Folder = None, as_json: Json = False) -> None:
    """How far it is, and what the platform turned down, with its reason."""
    from kiosk.composition.hub_place import opened_hub  # noqa: PLC0415
    from kiosk.composition.hub_upstream import read_upstream  # noqa: PLC0415
    from kiosk.wire.bodies import kind_and_body  # noqa: PLC0415

    with opened_hub(db, folder) as place:
        record = read_upstream(place)
        queue = place.uploads
        counts = queue.counts()
        rejected = [
            {
                "fact": str(fact.id),
                "kind": kind_and_body(fact.what)[0],
                "station": fact.station,
                "at": fact.at.isoformat(timespec="milliseconds"),
                "reason": said,
            }
            for fact, said in queue.rejected(200)
        ]
        values = {
            "kind": record.kind if record else None,
            "url": record.url if record else None,
            "cursor": queue.cursor(),
            "uploads": counts,
            "rejected": rejected,
        }
    lines = [f"{state}: {count}" for state, count in counts.items()]
    lines += [f"  ✗ {one['at']} {one['kind']}: {one['reason']}" for one in rejected]
    answer(values, as_json=as_json, text="\n".join(lines) or "没有平台。No platform.")


def _connected(record: "UpstreamRecord", file: Path, *, as_json: bool) -> None:
    values = {
        "kind": record.kind,
        "file": str(file),
        "categories": record.categories,
        "lists": record.lists,
    }
    answer(values, as_json=as_json, text=f"已连接 connected: {record.kind}  → {file}")


def _values(turn: "Turn") -> dict[str, object]:
    people = turn.people
    return {
        "people": people.counts if people else None,
        "rejected_rows": len(people.rejected) if people else 0,
        "sent": {state.value: count for state, count in turn.sent.items()},
        "trouble": turn.trouble.why.name.lower() if turn.trouble else None,
    }


def _none_yet() -> Misconfigured:
    return Misconfigured(
        Words("中心还没有连接平台。", "The hub has no platform yet."),
        Words("请先运行 hub upstream pretix。", "Run `hub upstream pretix` first."),
    )
