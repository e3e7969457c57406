"""Looks after a station for its desk, beside the guests."""

from concurrent.futures import Future
from pathlib import Path

from kiosk.composition.aside import aside
from kiosk.composition.data_folder import DataFolder
from kiosk.services.findings import Finding
from kiosk.settings import Settings


class StationCare:
    """Implements `CareDesk` on a station's data folder."""

    def __init__(self, folder: DataFolder, settings: Settings) -> None:
        self._folder, self._settings = folder, settings

    def carry_out(self, path: Path) -> "Future[int]":
        def work() -> int:
            from kiosk.composition.carried_facts import write_facts  # noqa: PLC0415
            from kiosk.composition.station import opened  # noqa: PLC0415

            with opened(self._folder.path, settings=self._settings) as station:
                return write_facts(station, path)

        return aside(work)

    def carry_in(self, path: Path) -> "Future[tuple[int, int]]":
        def work() -> tuple[int, int]:
            from kiosk.composition.carried_facts import read_facts  # noqa: PLC0415
            from kiosk.composition.station import opened  # noqa: PLC0415

            with opened(self._folder.path, settings=self._settings) as station:
                carried = read_facts(station, path)
            return carried.facts, carried.new

        return aside(work)

    def examine(self) -> "Future[tuple[Finding, ...]]":
        def work() -> tuple[Finding, ...]:
            from kiosk.composition.doctor import examine_beside  # noqa: PLC0415

            return tuple(examine_beside(self._folder, self._settings))

        return aside(work)
