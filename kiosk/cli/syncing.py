"""A station and its hub: pair, and sync."""

from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli.exit_codes import REFUSED
from kiosk.cli.output import Data, Json, answer, typed
from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

if TYPE_CHECKING:
    from kiosk.services.syncing import Synced


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command()(pair)
    app.command()(sync)


def pair(
    data: Data,
    code: Annotated[str, typer.Option(help="The code that `hub pair` shows.")],
    hub: Annotated[
        str,
        typer.Option(help="Its address, such as https://10.0.0.5:8470; looked for where empty."),
    ] = "",
    as_json: Json = False,
) -> None:
    """Pair this station with a hub, and fetch its list."""
    from kiosk.composition.hub_link import pair_station  # noqa: PLC0415
    from kiosk.composition.hub_search import hub_of_code  # noqa: PLC0415
    from kiosk.composition.station import opened  # noqa: PLC0415

    with opened(data) as station:
        url = typed(hub) or hub_of_code(typed(code))
        paired = pair_station(station, url, typed(code))
        guests = station.listed.count()
    values = {
        "station": paired.station,
        "scope": paired.scope,
        "hub": paired.url,
        "token_in": paired.token_in,
        "handed_over": paired.handed_over,
        "guests": guests,
        "sync": _values(paired.synced),
    }
    text = f"已配对 paired: {paired.station} ({paired.scope}), {guests} 位宾客 guests"
    answer(values, as_json=as_json, text=text)


def sync(
    data: Data,
    once: Annotated[
        bool,
        typer.Option("--once", help="One turn, then end."),
    ] = False,
    retry_parked: Annotated[
        bool, typer.Option("--retry-parked", help="Offer what the hub turned down once more.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Send and fetch everything: exit 0 when all is done, 1 when the hub could not be used."""
    if not once:
        raise typer.BadParameter("--once: a running station syncs by itself")
    from kiosk.composition.hub_link import linked, open_doubles, sync_once  # noqa: PLC0415
    from kiosk.composition.hub_record import read_record  # noqa: PLC0415
    from kiosk.composition.station import opened  # noqa: PLC0415

    with opened(data) as station:
        record = read_record(station.folder)
        if record is None or record.revoked:
            raise _not_paired(revoked=bool(record))
        outbox = station.journal.exchange
        if retry_parked:
            outbox.retry_parked()
        with linked(station.folder, record) as client:
            synced = sync_once(station, client)
        values = _values(synced) | {
            "unsent": outbox.unsent(),
            "parked": [{"fact": str(one.id), "why": one.why} for one in outbox.parked()],
            "guests": station.listed.count(),
            "doubles": open_doubles(station),
        }
    trouble = synced.trouble
    told = f"{trouble.words.zh} {trouble.words.en}" if trouble else "已同步 in sync"
    text = f"{told}  ↑{synced.sent} ↓{synced.received}  名单 roster {synced.roster}"
    answer(values, as_json=as_json, text=text)
    if trouble:
        raise typer.Exit(REFUSED)


def _values(synced: "Synced") -> dict[str, object]:
    trouble = synced.trouble
    return {
        "sent": synced.sent,
        "received": synced.received,
        "roster": synced.roster,
        "behind": synced.behind,
        "trouble": trouble.why.name.lower() if trouble else None,
    }


def _not_paired(*, revoked: bool) -> Misconfigured:
    said = (
        Words("本机已被中心移除。", "This station was put out by its hub.")
        if revoked
        else Words("本机还没有与中心配对。", "This station is not paired with a hub.")
    )
    return Misconfigured(
        said,
        Words(
            "请在中心运行 hub pair，再在本机运行 pair --hub … --code …",
            "Run `hub pair` on the hub, then `pair --hub … --code …` here.",
        ),
    )
