"""A list is brought in beside the station, in a process that can be ended."""

import os
from pathlib import Path

import pytest

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.import_process import ImportProcess
from kiosk.composition.station import opened
from kiosk.services.import_report import ImportOrder
from kiosk.services.list_columns import Column
from kiosk.services.trouble import Misconfigured, Unavailable
from kiosk.settings import Settings
from tests.stories.kiosk_command import a_list

LIST = ("编号,票号,姓名,单位,类别", "1,G-1,林若静,嘉澜电视台,来宾", "2,G-2,王明,,来宾")
DRY = ImportOrder(dry_run=True)


@pytest.fixture
def process(tmp_path: Path) -> ImportProcess:
    return ImportProcess(DataFolder(tmp_path / "station"), Settings())


def on_the_list(tmp_path: Path) -> int:
    with opened(tmp_path / "station") as station:
        return len(station.roster.guests())


def test_a_list_is_seen_tried_and_brought_in(process: ImportProcess, tmp_path: Path) -> None:
    path = a_list(tmp_path / "guests.csv", *LIST)
    assert Column.NAME in process.preview(path).result().places.values()
    tried = process.bring_in(path, {}, DRY, "mei").result()
    assert (tried.added, on_the_list(tmp_path)) == (2, 0)
    done = process.bring_in(path, {}, ImportOrder(), "mei").result()
    assert (done.added, on_the_list(tmp_path)) == (2, 2)
    with opened(tmp_path / "station") as station:
        assert station.listed.imports()[0].by == "mei"
    assert process.take_back().result().name == "guests.csv"
    assert on_the_list(tmp_path) == 0


def test_columns_are_what_the_clerk_says(process: ImportProcess, tmp_path: Path) -> None:
    path = a_list(tmp_path / "odd.csv", 'who "is" it,tag,nothing', "林若静,X-1,?")
    said = {'who "is" it': Column.NAME, "tag": Column.CODE, "nothing": None}
    assert process.bring_in(path, said, DRY, "").result().added == 1


def test_what_cannot_be_read_is_trouble(process: ImportProcess, tmp_path: Path) -> None:
    with pytest.raises(Misconfigured) as wrong:
        process.bring_in(tmp_path / "gone.csv", {}, ImportOrder(), "").result()
    assert wrong.value.advice.zh
    with pytest.raises(Misconfigured):
        process.preview(tmp_path / "gone.csv").result()


def test_an_import_that_is_cancelled_leaves_no_trace(
    process: ImportProcess, tmp_path: Path
) -> None:
    rows = [f"{n},N-{n},客人,,来宾" for n in range(60_000)]
    path = a_list(tmp_path / "long.csv", LIST[0], *rows)
    future = process.bring_in(path, {}, ImportOrder(), "")
    while not process.rows_read() and not future.done():
        os.sched_yield()
    process.cancel()
    with pytest.raises(Unavailable):
        future.result()
    assert on_the_list(tmp_path) == 0
    assert list((tmp_path / "station" / "lists").iterdir()) == []
    process.cancel()  # nothing is under way: harmless
