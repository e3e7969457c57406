"""The demo: the main job on the shipped event."""

from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.cli.output import Json, answer
from kiosk.settings import Face


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(demo)


def demo(
    headless: Annotated[bool, typer.Option("--headless", help="No window, full speed.")] = False,
    out: Annotated[Path, typer.Option(help="Where results go.")] = Path("demo-out"),
    guests: Annotated[int | None, typer.Option(min=0, help="Only the first so many.")] = None,
    face: Annotated[Face, typer.Option(help="desk or self")] = Face.SELF,
    as_json: Json = False,
) -> None:
    """Work the demo queue: scan, look up, admit, record, badge, print."""
    from kiosk.composition.demo import run_demo  # noqa: PLC0415  Qt only where needed
    from kiosk.ui.application import has_display  # noqa: PLC0415

    summary = run_demo(out, face, guests, headless=headless or not has_display())
    shown = {key: value for key, value in summary.items() if key != "files"}
    answer(shown, as_json=as_json, text=_table(shown, out))


def _table(summary: dict[str, Any], out: Path) -> str:
    refused = summary["refused"]
    lines = [
        "",
        f"  扫码   scanned   {summary['scanned']:>5}",
        f"  通过   admitted  {summary['admitted']:>5}",
        f"  未通过 refused   {sum(refused.values()):>5}",
        *(f"           {reason:<16}{count:>5}" for reason, count in refused.items()),
        f"  胸卡   badges    {summary['badges']:>5}",
        f"  用时   seconds   {summary['seconds']:>5}",
        "",
        f"  胸卡 badges   {out / 'badges'}",
        f"  画面 screens  {out / 'screens'}",
        f"  数据 station  {out / 'station'}",
        f"  摘要 summary  {out / 'summary.json'}",
    ]
    return "\n".join(lines)
