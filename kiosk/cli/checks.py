"""Is everything all right?"""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.exit_codes import REFUSED
from kiosk.cli.output import Data, Json, answer

LAMPS = {"good": "✓", "warn": "!", "bad": "✗"}


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(doctor)


def doctor(
    data: Data,
    config: Annotated[Path | None, typer.Option(help="settings.toml of this station.")] = None,
    as_json: Json = False,
) -> None:
    """Check camera, printer, fonts, databases, disk, clock and keys; exit 1 if one is bad."""
    from kiosk.composition.doctor import examine  # noqa: PLC0415
    from kiosk.services.findings import Health  # noqa: PLC0415

    found = list(examine(data, config))
    values = [
        {
            "part": f.part,
            "health": f.health.value,
            "said": {"zh": f.said.zh, "en": f.said.en},
            "advice": {"zh": f.advice.zh, "en": f.advice.en},
        }
        for f in found
    ]
    lines = []
    for f in found:
        lines.append(f"  {LAMPS[f.health.value]} {f.part:<10}{f.said.zh}  {f.said.en}")
        if f.advice.en:
            lines.append(f"      → {f.advice.zh} {f.advice.en}")
    answer(values, as_json=as_json, text="\n".join(lines))
    raise typer.Exit(REFUSED if any(f.health is Health.BAD for f in found) else 0)
