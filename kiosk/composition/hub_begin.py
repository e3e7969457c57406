"""The files that a new station begins with: a light one to scan by, then the whole roster.

Both are SQLite files with their indexes, made of the hub's own copy, packed with zstd.
"""

import tempfile
import threading
from pathlib import Path
from typing import Final

from kiosk.hub.packing import packed
from kiosk.services.trouble import writing
from kiosk.store.roster_feed import RosterFeed
from kiosk.wire.hub import Bootstrap, BootstrapFile

WORTH_IT: Final = 2000
"""Guests from which on a file is quicker than the feed."""
STALE: Final = 4000
"""Revisions after which files are made anew; what is less comes by the feed."""


class BeginFiles:
    """Makes the files when somebody asks, at most once for each state of the roster.

    Args:
        copy: the hub's own roster.
        folder: where the files lie.
    """

    def __init__(self, copy: RosterFeed, folder: Path) -> None:
        self._copy, self._folder = copy, folder
        self._lock = threading.Lock()
        self._made: Bootstrap | None = None

    def make(self) -> Bootstrap | None:
        """What there is to begin with; None where the feed does it as well. Any thread."""
        with self._lock:
            feed = self._copy.feed()
            made = self._made
            if made and made.generation == feed.generation and 0 <= feed.cursor - made.rev < STALE:
                return made
            if feed.cursor < WORTH_IT:
                return None
            self._made = self._write(feed.generation, feed.cursor)
            return self._made

    def _write(self, generation: str, rev: int) -> Bootstrap:
        with writing(self._folder):
            self._folder.mkdir(exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self._folder) as made:
                whole = Path(made) / "full"
                self._copy.copy_into(whole)
                light = Path(made) / "light"
                self._copy.copy_light(light)
                files = tuple(self._packed(file) for file in (light, whole))
        return Bootstrap(
            generation=generation, rev=rev, schema_version=self._copy.schema, files=files
        )

    def _packed(self, file: Path) -> BootstrapFile:
        name = f"{file.name}.zst"
        part = self._folder / f"{name}.part"
        digest = packed(file, part)
        size = part.stat().st_size
        part.replace(self._folder / name)
        return BootstrapFile(name=name, bytes=size, sha256=digest)
