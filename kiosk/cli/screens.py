"""Pictures of every screen."""

import re
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.output import Json, answer
from kiosk.domain.words import Language
from kiosk.settings import Face

LARGEST = 8192
"""Pixels a side."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(screens)


def screens(
    out: Annotated[Path, typer.Option(help="Folder for the PNG files.")],
    size: Annotated[str | None, typer.Option(help="WIDTHxHEIGHT in pixels.")] = None,
    lang: Annotated[Language | None, typer.Option(help="zh or en; both without it.")] = None,
    face: Annotated[Face | None, typer.Option(help="desk, self or door; all without it.")] = None,
    as_json: Json = False,
) -> None:
    """Draw every screen in every state to PNG, without a display."""
    from kiosk.composition.screens import draw_screens  # noqa: PLC0415  Qt only where needed

    found = re.fullmatch(r"(\d{3,5})[xX](\d{3,5})", size or "1920x1080")
    if found is None or max(int(found[1]), int(found[2])) > LARGEST:
        raise typer.BadParameter(f"--size {size}: write 1080x1920; at most {LARGEST}x{LARGEST}")
    pixels = int(found[1]), int(found[2])
    drawn = draw_screens(
        out, pixels, [lang] if lang else list(Language), [face] if face else list(Face)
    )
    answer(
        {"out": str(out), "drawn": len(drawn)}, as_json=as_json, text=f"{len(drawn)} PNG → {out}"
    )
