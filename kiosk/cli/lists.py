"""Lists in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kiosk.cli.exit_codes import USAGE
from kiosk.cli.output import Data, Json, answer
from kiosk.cli.progress import counted
from kiosk.cli.rejections import SHOWN, rejected_lines, rejected_values, warned_lines, warned_values

if TYPE_CHECKING:
    from kiosk.services.import_report import ImportOrder, ImportReport
    from kiosk.services.ports import ImportRecord


def register(app: typer.Typer) -> None:
    """Add the commands."""
    app.command("import")(import_)
    app.command("imports")(imports)


def import_(
    data: Data,
    file: Annotated[Path | None, typer.Argument(help="The list, CSV or XLSX.")] = None,
    event: Annotated[Path | None, typer.Option(help="The event file, TOML or XLSX.")] = None,
    columns: Annotated[
        Path | None, typer.Option("--map", help="What the list's columns mean, TOML.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be.")] = False,
    replace: Annotated[
        bool, typer.Option("--replace", help="Forget the roster first, as for another event.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Refuse the whole list for one bad row.")
    ] = False,
    cancel_missing: Annotated[
        bool, typer.Option("--cancel-missing", help="Cancel the tickets that this list lacks.")
    ] = False,
    by: Annotated[str, typer.Option(help="Who imports it; else the computer's user.")] = "",
    undo: Annotated[bool, typer.Option("--undo", help="Take the newest import back.")] = False,
    as_json: Json = False,
) -> None:
    """Import an attendee list; exit 0 when usable, 2 when not (then nothing changed)."""
    if undo == (file is not None):
        raise typer.BadParameter("either a list, or --undo")
    if file is None:
        _undo(data, as_json=as_json)
        return
    from kiosk.composition.list_import import import_list  # noqa: PLC0415  only where needed
    from kiosk.composition.station import opened  # noqa: PLC0415
    from kiosk.services.import_report import ImportOrder  # noqa: PLC0415

    order = ImportOrder(dry_run, replace, strict, cancel_missing)
    with opened(data) as station, counted() as told:
        report = import_list(station, file, event, order, columns=columns, by=by, told=told)
    values = {
        **report.counts,
        "missing_numbers": report.missing_numbers,
        "rejected": rejected_values(report.rejected),
        "warnings": warned_values(report.warnings),
        "dry_run": dry_run,
    }
    answer(values, as_json=as_json, text=_text(file, report, order))
    if not report.usable:
        raise typer.Exit(USAGE)


def imports(data: Data, as_json: Json = False) -> None:
    """Every import: when, which file, by whom, what came of it; newest first."""
    from kiosk.composition.station import opened  # noqa: PLC0415

    with opened(data) as station:
        known = station.listed.imports()
    lines = [_import_line(record) for record in known] or ["没有导入过。Nothing was imported."]
    answer([_import_values(r) for r in known], as_json=as_json, text="\n".join(lines))


def _undo(data: Path, *, as_json: bool) -> None:
    from kiosk.composition.list_import import take_back  # noqa: PLC0415
    from kiosk.composition.station import opened  # noqa: PLC0415

    with opened(data) as station:
        record = take_back(station)
    text = f"已撤回 taken back: {record.name}\n签到记录没有变化。The journal was not touched."
    answer({"undone": _import_values(record)}, as_json=as_json, text=text)


def _import_values(record: "ImportRecord") -> dict[str, object]:
    return {
        "number": record.number,
        "at": record.at.isoformat(),
        "file": record.name,
        "sha256": record.digest,
        "by": record.by,
        **record.counts,
        "undone_at": record.undone_at.isoformat() if record.undone_at else None,
        "can_undo": record.can_undo,
    }


def _import_line(record: "ImportRecord") -> str:
    at = record.at.astimezone().strftime("%Y-%m-%d %H:%M")
    told = "  ".join(f"{name} {count}" for name, count in record.counts.items() if count)
    undone = "  已撤回 taken back" if record.undone_at else ""
    return f"{record.number}  {at}  {record.name}  {record.by}  {told}{undone}"


def _text(file: Path, report: "ImportReport", order: "ImportOrder") -> str:
    missing = (
        "不在名单中，已移除 forgotten"
        if order.replace
        else "名单中缺少，已取消 missing, now cancelled"
        if order.cancel_missing
        else "名单中缺少 missing from this list (kept)"
    )
    lines = [
        f"{file.name}: {report.read} 行 rows",
        f"  新增 added     {report.added}",
        f"  更新 changed   {report.changed}",
        f"  未变 unchanged {report.unchanged}",
        f"  {missing} {report.missing}",
        f"  拒绝 rejected  {len(report.rejected)}",
    ]
    shown = report.missing_numbers[:SHOWN]
    more = report.missing - len(shown)
    lines += [f"    - {number}" for number in shown]
    lines += [f"    … {more} 更多 more (--json)"] if more else []
    lines += [*rejected_lines(report.rejected), *warned_lines(report.warnings)]
    if order.dry_run:
        lines.append("  仅试运行，没有改动。Dry run: nothing was changed.")
    elif report.refused:
        lines.append("  严格模式：有错误的行，整个名单未导入。Strict: nothing was changed.")
    elif not report.usable:
        lines.append("  没有可用的行，名单没有变化。No row was good: nothing was changed.")
    return "\n".join(lines)
