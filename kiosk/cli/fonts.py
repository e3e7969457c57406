"""The command `fonts`: what the shipped fonts can draw, proven by drawing it."""

import sys
from typing import Annotated, Any

import typer

from kiosk.cli.exit_codes import DONE, REFUSED
from kiosk.cli.output import Json, answer


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(fonts)


def fonts(
    prove: Annotated[bool, typer.Option("--prove", help="Draw every character.")] = False,
    as_json: Json = False,
) -> None:
    """Prove the fonts by drawing: each character of each set, compared with .notdef.

    Exit 1 where one came out as nothing or as an empty frame.
    """
    from kiosk.composition.font_list import font_list  # noqa: PLC0415
    from kiosk.composition.fonts_proof import ProvenSet, prove_fonts  # noqa: PLC0415  ReportLab

    if not prove:
        files = font_list()
        text = "\n".join(f"{one['file']:<42}{one['megabytes']:>6} MB" for one in files)
        answer(files, as_json=as_json, text=text)
        return

    def told(done: ProvenSet) -> None:
        line = f"{done.proven.drawn:>6} / {done.size:<6} {done.name.zh} {done.name.en}"
        print(line, file=sys.stderr if as_json else sys.stdout, flush=True)

    sets = prove_fonts(told)
    values: list[dict[str, Any]] = [
        {
            "set": one.name.en,
            "size": one.size,
            "drawn": one.proven.drawn,
            "failed": [f"U+{ord(char):04X}" for char in one.proven.failed],
        }
        for one in sets
    ]
    failed = sorted({point for one in values for point in one["failed"]})
    text = f"没有字形 without a glyph: {', '.join(failed)}" if failed else "全部画出。All drawn."
    answer(values, as_json=as_json, text=text)
    raise typer.Exit(REFUSED if failed else DONE)
