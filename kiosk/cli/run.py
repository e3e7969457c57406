"""The station itself.

Parsed by argparse, all other commands by Typer: Typer validates with pydantic, and pydantic
takes longer to import than the window takes to appear.
"""

import argparse
import sys
from dataclasses import replace
from pathlib import Path

from kiosk.cli.usage import Options
from kiosk.composition.data_folder import DataFolder, settings_of, usual_data_folder
from kiosk.settings import Face, Settings


def run(arguments: list[str]) -> int:
    """Run the station in a window until it is closed; the exit code."""
    asked = run_options("run", run.__doc__).parse_args(arguments)
    from kiosk.composition.faces import RESTART  # noqa: PLC0415  Qt
    from kiosk.composition.run import run_station, start_again  # noqa: PLC0415  Qt

    code = run_station(asked.data, settings_asked_for(asked))
    if code == RESTART:
        start_again()
    return code


def run_options(command: str, about: str | None) -> argparse.ArgumentParser:
    """The options of `run`, for whatever else starts a station."""
    program = f"{Path(sys.argv[0]).name} {command}"
    options = Options(program, description=about, allow_abbrev=False)
    add = options.add_argument
    add("--data", type=Path, help="The station's data folder.")
    add("--config", type=Path, help="settings.toml of this station.")
    add("--face", type=Face, choices=list(Face), help="desk (staff), self (attendees) or door.")
    add("--json", action="store_true", help="Only says trouble in JSON: a window has no answer.")
    return options


def settings_asked_for(asked: argparse.Namespace) -> Settings:
    """The settings for these options; fills in the usual data folder."""
    asked.data = asked.data or usual_data_folder()
    return with_face(settings_of(DataFolder(asked.data), asked.config), asked.face)


def with_face(settings: Settings, face: Face | None) -> Settings:
    """The settings with the face that the command line names, if it names one."""
    if face is None:
        return settings
    return replace(settings, screen=replace(settings.screen, face=face))
