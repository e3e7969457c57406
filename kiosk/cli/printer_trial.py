"""The command `test-print`: a ruler on every printer's stock, to be measured."""

from pathlib import Path
from typing import Annotated
from uuid import uuid4

import typer

from kiosk.cli.exit_codes import DONE, REFUSED
from kiosk.cli.output import Data, Json, answer
from kiosk.domain.words import Words
from kiosk.services.ports import Fate, Paper
from kiosk.services.trouble import Misconfigured, writing


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command(name="test-print")(print_ruler)


def print_ruler(
    data: Data,
    printer: Annotated[str, typer.Option(help="Only this one; else every printer.")] = "",
    out: Annotated[Path | None, typer.Option(help="Write a PDF instead of printing.")] = None,
    template: Annotated[str, typer.Option(help="With --out: for this template's stock.")] = "",
    as_json: Json = False,
) -> None:
    """Print a 50 mm ruler and a frame at the edges: does the printer keep the true size?"""
    if out is not None:
        from kiosk.composition.badge_studio import drawer_for  # noqa: PLC0415  ReportLab

        page = drawer_for(template or "lanyard").ruler()
        with writing(out):
            out.write_bytes(page.pdf)
        answer({"out": str(out)}, as_json=as_json, text=str(out))
        return
    answers = _printed(data, printer)
    lines = [f"{name}: {fate.value}" for name, fate in answers.items()]
    lines.append("请量尺：应为 50 毫米。Measure the ruler: it should be 50 mm.")
    values = {name: fate.value for name, fate in answers.items()}
    answer(values, as_json=as_json, text="\n".join(lines))
    bad = any(fate not in (Fate.WAITING, Fate.PRINTED) for fate in answers.values())
    raise typer.Exit(REFUSED if bad else DONE)


def _printed(data: Path, printer: str) -> dict[str, Fate]:
    from kiosk.composition.data_folder import DataFolder, settings_of  # noqa: PLC0415
    from kiosk.composition.printing import stands  # noqa: PLC0415

    folder = DataFolder(data)
    every = stands(folder, settings_of(folder, None))
    chosen = [stand for stand in every if printer in ("", stand.name)]
    if not chosen:
        known = ", ".join(stand.name for stand in every)
        raise Misconfigured(
            Words(f"没有打印机“{printer}”。", f"There is no printer “{printer}”."),
            Words(f"设置里有：{known}", f"The settings have: {known}"),
        )
    answers: dict[str, Fate] = {}
    for stand in chosen:
        page = stand.drawer.ruler()
        paper = Paper(uuid4(), "ruler", page.pdf, page.width_mm, page.height_mm)
        answers[stand.name] = stand.printer.send(paper).fate
    return answers
