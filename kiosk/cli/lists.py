"""Lists in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli.exit_codes import USAGE
from kiosk.cli.output import Data, Json, answer
from kiosk.cli.rejections import rejected_lines, rejected_values

if TYPE_CHECKING:
    from kiosk.services.roster_import import ImportReport


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("import")(import_)


def import_(
    file: Annotated[Path, typer.Argument(help="The list, CSV.")],
    data: Data,
    event: Annotated[Path | None, typer.Option(help="The event file, TOML.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Forget the roster first, as for another event.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Import an attendee list; exit 0 when usable, 2 when not (then nothing changed)."""
    from kiosk.composition.list_import import import_list  # noqa: PLC0415  only where needed
    from kiosk.composition.station import opened  # noqa: PLC0415

    with opened(data) as station:
        report = import_list(station, file, event, dry_run=dry_run, replace=replace)
    values = {
        "read": report.read,
        "added": report.added,
        "changed": report.changed,
        "unchanged": report.unchanged,
        "missing": report.missing,
        "rejected": rejected_values(report.rejected),
        "warnings": [
            {"row": w.row, "column": w.column, "problem": {"zh": w.problem.zh, "en": w.problem.en}}
            for w in report.warnings
        ],
        "dry_run": dry_run,
    }
    answer(values, as_json=as_json, text=_text(file, report, dry_run=dry_run, replace=replace))
    if not report.usable:
        raise typer.Exit(USAGE)


def _text(file: Path, report: "ImportReport", *, dry_run: bool, replace: bool) -> str:
    missing = (
        "不在名单中，已移除 forgotten" if replace else "名单中缺少 missing from this list (kept)"
    )
    lines = [
        f"{file.name}: {report.read} 行 rows",
        f"  新增 added     {report.added}",
        f"  更新 changed   {report.changed}",
        f"  未变 unchanged {report.unchanged}",
        f"  {missing} {report.missing}",
        f"  拒绝 rejected  {len(report.rejected)}",
    ]
    lines += rejected_lines(report.rejected)
    lines += [f"    ! 第 {w.row} 行 row: {w.problem.zh} {w.problem.en}" for w in report.warnings]
    if dry_run:
        lines.append("  仅试运行，没有改动。Dry run: nothing was changed.")
    elif not report.usable:
        lines.append("  没有可用的行，名单没有变化。No row was good: nothing was changed.")
    return "\n".join(lines)
