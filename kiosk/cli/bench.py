"""Measuring this installation itself; what `make bench` and `make bundle` start."""

from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.output import Data, Json, answer
from kiosk.composition.data_folder import DataFolder, settings_of

bench = typer.Typer(help="Measure this installation.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add the commands; hidden, because nobody at an event needs them."""
    app.add_typer(bench, name="bench", hidden=True)


@bench.callback()
def _group() -> None:
    """Measure this installation."""


@bench.command("first-paint")
def first_paint(
    data: Data,
    since: Annotated[
        float, typer.Option(help="time.monotonic() of whoever starts this process, in seconds.")
    ],
    config: Annotated[Path | None, typer.Option(help="settings.toml of this station.")] = None,
    picture: Annotated[
        bool, typer.Option("--picture", help="Wait for the camera's first picture too.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Start the station, say after how many milliseconds it can be seen, and end it."""
    from kiosk.composition.first_paint import time_first_paint  # noqa: PLC0415

    settings = settings_of(DataFolder(data), config)
    shown = time_first_paint(data, settings, since, picture=picture)
    text = "\n".join(f"{what}\t{milliseconds} ms" for what, milliseconds in shown.items())
    answer(shown, as_json=as_json, text=text)
