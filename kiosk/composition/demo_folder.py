"""The demo's own corner of a folder that may hold other people's files."""

import json
from itertools import count
from pathlib import Path
from typing import Any

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured, writing

OURS = {"badges", "screens"}


class DemoFolder:
    """Knows what earlier demos made here, and takes away that and nothing else.

    `station/demo.json` lists what was made; a station without it was never a demo's.
    """

    def __init__(self, out: Path) -> None:
        self.out = out
        self.station, self.badges, self.screens = out / "station", out / "badges", out / "screens"
        self._record = self.station / "demo.json"

    def claim(self) -> None:
        """Make the folders.

        Raises:
            Misconfigured: they cannot be made, or the station here is somebody's own.
        """
        with writing(self.out):
            theirs = self.station.exists() and any(self.station.iterdir())
            if theirs and not self._record.exists():
                raise Misconfigured(
                    Words(
                        f"{self.station} 不是演示留下的。",
                        f"{self.station} was not left by a demo.",
                    ),
                    Words("请用 --out 选择另一个文件夹。", "Choose another folder with --out."),
                )
            for folder in (self.badges, self.screens, self.station):
                folder.mkdir(parents=True, exist_ok=True)
            if not self._record.exists():
                self._set_aside(self.out / "summary.json")
                self._record.write_text("[]", encoding="utf-8")

    def clear(self) -> None:
        """Take away what the last demo made; only with the station's lock in hand.

        Raises:
            Misconfigured: something cannot be removed.
        """
        with writing(self.out):
            for name in self._made():
                (self.out / name).unlink(missing_ok=True)
            for database in ("facts.db", "roster.db"):
                for file in self.station.glob(f"{database}*"):
                    file.unlink()

    def finish(self, summary: dict[str, Any], made: list[Path]) -> None:
        """Write summary.json, and remember what was made for the next `clear`.

        Raises:
            Misconfigured: they cannot be written.
            Unavailable: the disk is full.
        """
        summary["files"] = sorted(file.relative_to(self.out).as_posix() for file in made)
        for file, said in ((self.out / "summary.json", summary), (self._record, summary["files"])):
            with writing(file):
                file.write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")

    def _made(self) -> list[str]:
        try:
            said = json.loads(self._record.read_text(encoding="utf-8"))
        except ValueError:
            return []
        names = [name for name in said if isinstance(name, str)] if isinstance(said, list) else []
        return [name for name in names if _is_ours(Path(name))]

    def _set_aside(self, file: Path) -> None:
        if not file.exists():
            return
        names = (f"{file.name}.before{n or ''}" for n in count())
        free = (place for name in names if not (place := file.with_name(name)).exists())
        file.rename(next(free))  # what somebody has set aside before is theirs too


def _is_ours(name: Path) -> bool:
    """Whether it is a plain file name in one of the two folders."""
    return len(name.parts) == 2 and name.parts[0] in OURS and name.parts[1] not in {"..", "."}
