"""The station itself."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from kiosk.cli.output import Data
from kiosk.composition.data_folder import DataFolder, settings_of
from kiosk.settings import Face, Settings


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(run)


def run(
    data: Data,
    config: Annotated[Path | None, typer.Option(help="settings.toml of this station.")] = None,
    face: Annotated[Face | None, typer.Option(help="desk (staff) or self (attendees).")] = None,
) -> None:
    """Run the station in a window until it is closed."""
    from kiosk.composition.run import RESTART, run_station, start_again  # noqa: PLC0415

    code = run_station(data, with_face(settings_of(DataFolder(data), config), face))
    if code == RESTART:
        start_again()
    raise typer.Exit(code)


def with_face(settings: Settings, face: Face | None) -> Settings:
    """The settings with the face that the command line names, if it names one."""
    if face is None:
        return settings
    return replace(settings, screen=replace(settings.screen, face=face))
