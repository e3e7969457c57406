"""Imports lists for the desk in a process of their own: a million rows hold up no guest."""

import multiprocessing
import signal
import tempfile
import threading
from concurrent.futures import Future
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from kiosk.composition.aside import aside
from kiosk.composition.data_folder import DataFolder
from kiosk.domain.words import Words
from kiosk.services.import_report import ImportOrder, ImportReport
from kiosk.services.list_preview import ListPreview
from kiosk.services.ports import ImportRecord
from kiosk.services.ports.lists import Meanings
from kiosk.services.trouble import Trouble, Unavailable
from kiosk.settings import Settings


class ImportProcess:
    """Implements `ListDesk` on a station's data folder.

    Args:
        folder: the station's.
        settings: the station's; its badge template says which names are too long.
    """

    def __init__(self, folder: DataFolder, settings: Settings) -> None:
        self._folder, self._settings = folder, settings
        self._process: BaseProcess | None = None
        self._given_up = False
        self._turn = threading.Lock()
        self._rows = 0

    def preview(self, path: Path) -> "Future[ListPreview]":
        def work() -> ListPreview:
            from kiosk.lists.list_file import preview  # noqa: PLC0415  openpyxl only where needed

            return preview(path)

        return aside(work)

    def bring_in(
        self, path: Path, meanings: Meanings, order: ImportOrder, by: str
    ) -> "Future[ImportReport]":
        self._given_up, self._rows = False, 0
        return aside(lambda: self._run(path, meanings, order, by))

    def take_back(self) -> "Future[ImportRecord]":
        def work() -> ImportRecord:
            from kiosk.composition.list_import import take_back  # noqa: PLC0415
            from kiosk.composition.station import opened  # noqa: PLC0415

            with opened(self._folder.path, settings=self._settings) as station:
                return take_back(station)

        return aside(work)

    def rows_read(self) -> int:
        return self._rows

    def cancel(self) -> None:
        with self._turn:
            self._given_up = True
            if self._process is not None:
                self._process.terminate()

    def _run(self, path: Path, meanings: Meanings, order: ImportOrder, by: str) -> ImportReport:
        spawn = multiprocessing.get_context("spawn")
        ours, theirs = spawn.Pipe()
        task = (self._folder.path, self._settings, path, dict(meanings), order, by)
        process = spawn.Process(target=_import, args=(theirs, *task), daemon=True)
        with self._turn:
            if self._given_up:
                raise _cancelled()
            process.start()
            self._process = process
        theirs.close()
        try:
            return self._heard(ours)
        finally:
            with self._turn:
                self._process = None
            process.join()
            ours.close()

    def _heard(self, pipe: Connection) -> ImportReport:
        while True:
            try:
                told = pipe.recv()
            except EOFError as error:  # it was ended before it was done
                raise _cancelled() from error
            if isinstance(told, int):
                self._rows = told
            elif isinstance(told, ImportReport):
                return told
            elif isinstance(told, BaseException):
                raise told
            else:
                kind, title, advice = told
                raise kind(title, advice)


def _import(
    pipe: Connection,
    folder: Path,
    settings: Settings,
    path: Path,
    meanings: Meanings,
    order: ImportOrder,
    by: str,
) -> None:
    """The process's own side; SIGTERM ends it between two rows, and nothing is left behind."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the station ends it, not a key on a terminal
    from kiosk.composition.list_import import import_list  # noqa: PLC0415
    from kiosk.composition.station import opened  # noqa: PLC0415

    try:
        with tempfile.TemporaryDirectory() as place:
            columns = _map_file(Path(place), meanings) if meanings else None
            with opened(folder, settings=settings) as station:
                report = import_list(
                    station, path, None, order, columns=columns, by=by, told=pipe.send
                )
        pipe.send(report)
    except Trouble as trouble:
        pipe.send((type(trouble), trouble.title, trouble.advice))
    except KeyboardInterrupt:
        pass
    except Exception as bug:  # noqa: BLE001  a bug is told where bugs are told
        pipe.send(bug)


def _map_file(place: Path, meanings: Meanings) -> Path:
    from kiosk.lists.column_map import map_text  # noqa: PLC0415

    path = place / "columns.toml"
    path.write_text(map_text(meanings), encoding="utf-8")
    return path


def _cancelled() -> Unavailable:
    return Unavailable(
        Words("导入已取消。", "The import was cancelled."),
        Words("名单没有任何变化。", "Nothing was changed."),
    )
