"""Options that all hub commands share."""

from pathlib import Path
from typing import Annotated

import typer

Db = Annotated[
    str, typer.Option("--db", help="sqlite:///hub.db, or postgresql+psycopg://user@host/base.")
]
Folder = Annotated[
    Path | None, typer.Option("--folder", help="Where certificate, key and lists lie.")
]
Who = Annotated[str, typer.Option("--by", help="Who does it, for the audit.")]
DEFAULT_DB = "sqlite:///hub.db"
PORT = 8470
