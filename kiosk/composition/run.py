"""A live station: window first, then records, printer and camera, each on its thread."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from kiosk.composition.assets import FONTS
from kiosk.composition.data_folder import DataFolder
from kiosk.composition.faces import RESTART
from kiosk.composition.hub_record import station_clock
from kiosk.composition.kiosk import Kiosk
from kiosk.composition.seeing import seeing
from kiosk.composition.station_lamps import StationLamps
from kiosk.composition.sync_job import SyncStation
from kiosk.keys.station import open_station_keys
from kiosk.services.ports import Clock
from kiosk.settings import Settings
from kiosk.ui.application import Application
from kiosk.workers import Worker


def run_station(
    path: Path,
    settings: Settings,
    clock: Clock | None = None,
    watch: Callable[[Kiosk], None] = lambda _: None,
) -> int:
    """Run until the window is closed; the exit code, RESTART where staff asked for it.

    Args:
        path: the data folder.
        settings: of this station.
        clock: the computer's own where None.
        watch: handed the kiosk before its window is shown; benches look through it.

    Raises:
        Misconfigured: another station runs on this folder, or it cannot be used.
    """
    folder = DataFolder(path)
    folder.prepare()
    with folder.only_run():
        app = Application(FONTS)
        keys = open_station_keys(folder.code_key)
        kiosk = Kiosk(app, folder, settings, keys, clock or station_clock(folder))
        workers: list[Worker] = []
        kiosk.window.painted.connect(lambda: app.soon(lambda: begin(kiosk, workers)))
        kiosk.window.out_of_order.restart.connect(lambda: app.quit(RESTART))
        watch(kiosk)
        kiosk.show()
        app.end_on_signals()
        code = app.run()
        for worker in workers:
            worker.stop()
        kiosk.stop()
        return code


def begin(kiosk: Kiosk, workers: list[Worker]) -> None:
    """After the first paint: everything that takes time to import or to open."""
    if workers:
        return
    workers += seeing(kiosk)
    workers.append(_syncing(kiosk))
    kiosk.load_event()
    for worker in (kiosk.printing, *workers):
        worker.start()
    kiosk.window.start_clockwork()


def _syncing(kiosk: Kiosk) -> Worker:
    """Sync with the hub, where there is one; what the hub does is no trouble, only our own disk."""
    show = kiosk.bridge.sync_status.emit
    lamps = StationLamps()
    kiosk.bridge.printer_lamp.connect(lamps.printer_is)
    kiosk.bridge.camera_trouble.connect(lamps.camera_is)
    job = SyncStation(kiosk.folder, kiosk.settings, kiosk.clock, kiosk.keys, show, lamps)
    return kiosk.worker("sync", job, lambda _trouble: None)


def start_again() -> None:
    """Replace this process by a fresh one with the same command line."""
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  ourselves
