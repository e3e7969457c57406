"""How far the hub's database was, kept outside it: a database put back from a backup is noticed."""

from pathlib import Path
from threading import Lock

from kiosk.services.ports.sync import Feed
from kiosk.services.trouble import writing


class Marker:
    """A small file beside the hub's keys.

    It is not flushed at every commit: it need not be exact, only newer than a backup.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = Lock()

    def read(self) -> Feed:
        """Which life of the hub it was, and how far; nothing where nobody remembers."""
        try:
            generation, _, number = self._path.read_text(encoding="ascii").partition(" ")
            return Feed(generation, int(number))
        except (FileNotFoundError, ValueError):
            return Feed("", 0)

    def put(self, generation: str, last: int) -> None:
        """Remember."""
        with self._lock, writing(self._path):
            self._path.write_text(f"{generation} {last}", encoding="ascii")
