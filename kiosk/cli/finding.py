"""The command find: one query, or a file of them."""

from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.cli.output import Data, Json, answer, typed
from kiosk.composition.station import Station, opened
from kiosk.domain.words import Words
from kiosk.services.lookup import Found
from kiosk.services.trouble import Misconfigured


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(find)


def find(
    data: Data,
    query: Annotated[
        str | None, typer.Argument(help="Name, pinyin, initials, company, number, e-mail, phone.")
    ] = None,
    batch: Annotated[
        Path | None, typer.Option(help="A UTF-8 file, one query a line, instead of QUERY.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000)] = 20,
    as_json: Json = False,
) -> None:
    """Find attendees as the front desk does, surest first; names are not masked.

    With --batch each query is answered with a line of its own, with its milliseconds; `id` is
    the attendee's id in the list (编号), or the ticket number where the list has none.
    """
    if (query is None) is (batch is None):
        raise typer.BadParameter("QUERY 或 --batch 二选一 give a QUERY or --batch FILE")
    queries = _queries(batch) if batch else ()
    with opened(data) as station:
        if query is not None:
            found = _search(station, typed(query), limit)
            rows = [_row(one) for one in found]
            text = "\n".join(map(_line, found)) or "没有找到。Nobody found."
            answer(rows, as_json=as_json, text=text)
        for each in queries:
            began = station.clock.monotonic()
            found = _search(station, each, limit)
            ms = round((station.clock.monotonic() - began) * 1000, 3)
            hits = [_hit(one) for one in found]
            text = "\n".join([f"{each}\t{ms} ms", *(f"  {_line(one)}" for one in found)])
            answer({"query": each, "ms": ms, "hits": hits}, as_json=as_json, text=text)


def _search(station: Station, query: str, limit: int) -> tuple[Found, ...]:
    return station.lookup.search(query, station.settings.station.checkpoint, limit)


def _queries(batch: Path) -> list[str]:
    try:
        text = batch.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Misconfigured(
            Words(f"无法读取 {batch}。", f"{batch} cannot be read."),
            Words("请检查路径与权限。", "Check the path and its permissions."),
        ) from error
    except UnicodeDecodeError as error:
        raise Misconfigured(
            Words(f"{batch} 不是 UTF-8。", f"{batch} is not UTF-8."),
            Words("请另存为 UTF-8，每行一个查询。", "Save it as UTF-8, one query a line."),
        ) from error
    lines = text.split("\n")
    return [line.removesuffix("\r") for line in (lines[:-1] if lines[-1] == "" else lines)]


def _row(one: Found) -> dict[str, Any]:
    person, ticket = one.guest.attendee, one.guest.ticket
    return {
        "id": str(person.id),
        "name": person.name,
        "category": ticket.category,
        "company": person.company,
        "number": ticket.number,
        "arrived_at": one.arrived_at.isoformat() if one.arrived_at else None,
        "why": one.why.value,
    }


def _hit(one: Found) -> dict[str, Any]:
    return _row(one) | {"id": one.guest.attendee.external_id}


def _line(one: Found) -> str:
    row = _row(one)
    return "\t".join((row["number"], row["name"], row["company"], row["arrived_at"] or "-"))
