"""Writes an organiser's papers for the desk, beside the guests."""

from concurrent.futures import Future
from pathlib import Path

from kiosk.composition.aside import aside
from kiosk.composition.data_folder import DataFolder
from kiosk.services.ports.papers import Paper
from kiosk.services.reports import Turnout
from kiosk.settings import Settings

_ENDINGS = {Paper.ARRIVALS: "xlsx", Paper.MISSING: "xlsx"}


class PapersInFolder:
    """Implements `PaperDesk`: files go to `papers/` in the station's data folder."""

    def __init__(self, folder: DataFolder, settings: Settings) -> None:
        self._folder, self._settings = folder, settings

    def turnout(self, checkpoint: str) -> "Future[tuple[Turnout, ...]]":
        def work() -> tuple[Turnout, ...]:
            from kiosk.composition.station import opened  # noqa: PLC0415
            from kiosk.services.reports import Reports  # noqa: PLC0415

            with opened(self._folder.path, settings=self._settings) as station:
                return Reports(station.records).turnout(checkpoint)

        return aside(work)

    def write(self, paper: Paper, checkpoint: str) -> "Future[Path]":
        def work() -> Path:
            from kiosk.composition.report_files import write_paper  # noqa: PLC0415
            from kiosk.composition.station import opened  # noqa: PLC0415

            with opened(self._folder.path, settings=self._settings) as station:
                at = station.clock.now().astimezone(station.roster.event().zone)
                named = "-".join(filter(None, (paper.value, checkpoint, f"{at:%m%d-%H%M%S}")))
                out = self._folder.papers / f"{named}.{_ENDINGS.get(paper, 'pdf')}"
                write_paper(station, paper, checkpoint, out)
            return out

        return aside(work)
