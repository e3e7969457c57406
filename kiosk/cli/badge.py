"""The command `badge`: draw, look at, and try out badges."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from kiosk.cli.exit_codes import DONE, REFUSED
from kiosk.cli.output import Data, Json, answer, typed
from kiosk.cli.people import named
from kiosk.composition.printing import badge_drawer
from kiosk.composition.station import opened
from kiosk.domain.attendee import Attendee
from kiosk.domain.words import Words
from kiosk.services.badge_words import WordsOfTicket
from kiosk.services.ports import DrawnBadge
from kiosk.services.trouble import Misconfigured, writing


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(badge)


def badge(
    data: Data,
    code: Annotated[
        str | None, typer.Argument(help="Ticket code, ticket number or badge code.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="The PDF, the template or the folder to write.")
    ] = None,
    check: Annotated[
        str | None, typer.Option(help="Only tell which fonts draw this text, and what is missing.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="Draw one without a list.")] = None,
    latin: Annotated[str, typer.Option(help="The name in Latin letters.")] = "",
    company: Annotated[str, typer.Option()] = "",
    title: Annotated[str, typer.Option()] = "",
    category: Annotated[str, typer.Option(help="A category's id; empty: the first.")] = "",
    event: Annotated[Path | None, typer.Option(help="Event file; else the demo event.")] = None,
    template: Annotated[str | None, typer.Option(help="A shipped name or a .toml.")] = None,
    preview: Annotated[
        str | None, typer.Option(help="Draw a list's badges by this template as PNG sheets.")
    ] = None,
    roster: Annotated[Path | None, typer.Option("--from", help="The list to preview.")] = None,
    limit: Annotated[
        int | None, typer.Option(min=1, help="At most so many of the list; else all.")
    ] = None,
    pretix: Annotated[
        Path | None, typer.Option(help="Turn a pretix badge layout (JSON) into a template.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Draw a badge: of a ticket, of anybody by --name, or of a whole list as pictures.

    Exit 1 where a character has no glyph, or a text has no room.
    """
    modes = {"CODE": code, "--check": check, "--name": name, "--preview": preview}
    chosen = [mode for mode, value in {**modes, "--pretix": pretix}.items() if value is not None]
    if len(chosen) != 1:
        raise typer.BadParameter(f"一次一个 one at a time: {', '.join([*modes, '--pretix'])}")
    if check is not None:
        _check(typed(check), as_json=as_json)
    if out is None:
        raise typer.BadParameter("--out: 需要 is needed")
    if preview is not None:
        _preview(preview, roster, event, (out, limit or sys.maxsize), as_json=as_json)
    elif pretix is not None:
        _pretix(pretix, out, as_json=as_json)
    elif code is not None:
        _write(_of_ticket(data, code, template), out, as_json=as_json)
    else:
        called, also, works_at, works_as = map(typed, (name or "", latin, company, title))
        who = Attendee(UUID(int=0), "", called, also, works_at, works_as)
        _write(_of_anybody(who, category, event, template), out, as_json=as_json)


def _check(text: str, *, as_json: bool) -> None:
    from kiosk.composition.badge_studio import checked  # noqa: PLC0415  ReportLab

    found = checked(text)
    normalised = [{"of": _points(of), "to": _points(to)} for of, to in found.normalised]
    values = {
        "missing": _points("".join(found.missing)),
        "fonts": list(found.fonts),
        "text": found.text,
        "normalised": normalised,
    }
    lines = [f"{found.text}  {', '.join(found.fonts)}"]
    lines += [f"  {''.join(one['of'])} → {''.join(one['to']) or '–'}" for one in normalised]
    lines += [f"  缺字 missing {point}" for point in values["missing"]]
    answer(values, as_json=as_json, text="\n".join(lines))
    raise typer.Exit(REFUSED if found.missing else DONE)


def _of_ticket(data: Path, code: str, template: str | None) -> DrawnBadge:
    from kiosk.composition.badge_studio import drawer_for  # noqa: PLC0415

    with opened(data) as station:
        guest = named(station, code)
        words = WordsOfTicket(station.keys).find(station.records, guest.ticket.id)
        if words is None:
            raise _no_category(guest.ticket.category)
        drawer = drawer_for(template) if template else badge_drawer(station.settings)
        return drawer.draw(words)


def _of_anybody(
    who: Attendee, category: str, event: Path | None, template: str | None
) -> DrawnBadge:
    from kiosk.composition.badge_studio import (  # noqa: PLC0415
        drawer_for,
        event_at,
        lone_words,
    )

    words = lone_words(event_at(event), typed(category), who)
    return drawer_for(template or "lanyard").draw(words)


def _write(drawn: DrawnBadge, out: Path, *, as_json: bool) -> None:
    with writing(out):
        out.write_bytes(drawn.pdf)
    missing = _points("".join(drawn.missing))
    values = {"out": str(out), "missing": missing, "overflowing": list(drawn.overflowing)}
    told = [f"{out}", *([f"缺字 missing {', '.join(missing)}"] if missing else [])]
    told += [f"放不下 no room: {', '.join(drawn.overflowing)}"] if drawn.overflowing else []
    answer(values, as_json=as_json, text="  ".join(told))
    raise typer.Exit(REFUSED if drawn.missing or drawn.overflowing else DONE)


def _preview(
    template: str, roster: Path | None, event: Path | None, to: tuple[Path, int], *, as_json: bool
) -> None:
    from kiosk.composition.badge_studio import event_at, preview  # noqa: PLC0415

    if roster is None:
        raise typer.BadParameter("--preview TEMPLATE --from LIST: 两者都要 both are needed")
    done = preview(template, roster, event_at(event), *to)
    values: dict[str, Any] = {
        "files": [str(file) for file in done.files],
        "badges": done.badges,
        "rejected": done.rejected,
        "missing": {number: _points("".join(chars)) for number, chars in done.missing},
        "overflowing": {number: list(boxes) for number, boxes in done.overflowing},
    }
    lines = [*values["files"], f"{done.badges} 个胸卡 badges"]
    lines += [f"  {n}: 缺字 missing {', '.join(points)}" for n, points in values["missing"].items()]
    lines += [f"  {n}: 放不下 no room {', '.join(b)}" for n, b in values["overflowing"].items()]
    answer(values, as_json=as_json, text="\n".join(lines))
    raise typer.Exit(REFUSED if done.missing or done.overflowing else DONE)


def _pretix(layout: Path, out: Path, *, as_json: bool) -> None:
    from kiosk.composition.badge_studio import import_pretix  # noqa: PLC0415

    imported = import_pretix(layout, out)
    lost = [{"zh": words.zh, "en": words.en} for words in imported.lost]
    lines = [str(out), *(f"  {words.zh} {words.en}" for words in imported.lost)]
    answer({"out": str(out), "lost": lost}, as_json=as_json, text="\n".join(lines))
    raise typer.Exit(DONE)


def _points(text: Sequence[str]) -> list[str]:
    return [f"U+{ord(character):04X}" for character in text]


def _no_category(category: str) -> Misconfigured:
    return Misconfigured(
        Words(
            f"活动中没有这张票的类别“{category}”。",
            f"The event lacks this ticket's category “{category}”.",
        ),
        Words(
            "请把它加到活动文件中，然后重新导入名单。",
            "Add it to the event file and import the list again.",
        ),
    )
