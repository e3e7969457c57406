"""Starts a live station, measures when it can first be seen, and ends it again."""

import time
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.composition.kiosk import Kiosk
from kiosk.composition.run import run_station
from kiosk.settings import Settings
from kiosk.ui.first_paint import FirstPaint


@dataclass(slots=True)
class _Seen:
    since: float
    milliseconds: dict[str, float] = field(default_factory=dict)

    def note(self, what: str) -> None:
        self.milliseconds[what] = round((time.monotonic() - self.since) * 1000, 1)


def time_first_paint(
    path: Path, settings: Settings, since: float, *, picture: bool
) -> dict[str, float]:
    """Milliseconds from `since` until the window was painted, by what was seen in it.

    Args:
        path: the station's data folder.
        settings: of that station.
        since: `time.monotonic()` seconds of whoever started this process. The clock is the
            computer's, so that the interpreter's own start counts too.
        picture: wait for the camera's first picture as well.
    """
    seen = _Seen(since)
    seen.note("imported")

    def watch(kiosk: Kiosk) -> None:
        seen.note("built")
        preview = kiosk.window.face.preview

        def window_painted() -> None:
            seen.note("first_paint")
            if not picture:
                kiosk.app.quit()

        def picture_painted() -> None:
            seen.note("first_picture")
            kiosk.app.quit()

        FirstPaint(kiosk.window, lambda: True, window_painted)
        if picture:
            FirstPaint(preview, lambda: preview.has_picture, picture_painted)

    run_station(path, settings, watch=watch)
    return seen.milliseconds
