"""The command `pre-print`: badges before the event, with a plan to resume by."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.exit_codes import DONE, REFUSED
from kiosk.cli.output import Data, Json, answer
from kiosk.composition.station import opened


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="pre-print")(pre_print)


def pre_print(
    data: Data,
    out: Annotated[Path, typer.Option(help="Folder for badges.pdf, index.pdf and the plan.")],
    template: Annotated[str, typer.Option(help="A shipped name or a .toml.")] = "a4-sheet",
    by: Annotated[str, typer.Option(help="pinyin, company or number")] = "pinyin",
    category: Annotated[
        list[str] | None, typer.Option(help="Only these; can be given again.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Also who has a badge.")] = False,
    from_sheet: Annotated[
        int | None, typer.Option(min=1, help="After a jam: the planned sheets from here on.")
    ] = None,
    record: Annotated[
        bool, typer.Option("--record", help="They came out: their guests get no second one.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Draw everybody's badges on sheets with cut marks, and an index to pick them up by.

    Exit 1 where somebody was left out: a character has no glyph, or a text has no room.
    """
    from kiosk.composition import pre_printing as printing  # noqa: PLC0415  ReportLab

    known = [order.value for order in printing.Order]
    if by not in known:
        raise typer.BadParameter(f"--by: {', '.join(known)}")
    with opened(data) as station:
        if record:
            noted = printing.record(station, out)
            answer({"recorded": noted}, as_json=as_json, text=f"{noted} 张已登记 recorded")
            return
        if from_sheet is not None:
            done = printing.resume(station, out, from_sheet)
        else:
            order = printing.Order(by)
            wanted = printing.Wanted(template, order, tuple(category or ()), again)
            done = printing.pre_print(station, wanted, out)
    files = [str(file) for file in done.files]
    values = {
        "files": files,
        "badges": done.badges,
        "sheets": done.sheets,
        "left_out": dict(done.left_out),
    }
    lines = [*files, f"{done.badges} 个胸卡 badges, {done.sheets} 张 sheets"]
    lines += [f"  {number}: 未打 left out: {why}" for number, why in done.left_out]
    answer(values, as_json=as_json, text="\n".join(lines))
    raise typer.Exit(REFUSED if done.left_out else DONE)
