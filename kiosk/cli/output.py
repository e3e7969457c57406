"""Options that every command shares, and how answers are printed."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from kiosk.composition.data_folder import usual_data_folder

Data = Annotated[
    Path,
    typer.Option("--data", help="The station's data folder.", default_factory=usual_data_folder),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def answer(values: Mapping[str, Any] | list[Any], *, as_json: bool, text: str) -> None:
    """Print an answer: JSON for programs, text for people."""
    print(json.dumps(values, ensure_ascii=False) if as_json else text)


def typed(text: str) -> str:
    """What was typed, without half bytes: a terminal may hand them over, a database takes none."""
    return text.encode("utf-8", "replace").decode()
