"""The organiser's papers are written beside the station, into its own folder."""

from pathlib import Path

import pytest
from openpyxl import load_workbook

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.import_process import ImportProcess
from kiosk.composition.paper_desk import PapersInFolder
from kiosk.composition.station import opened
from kiosk.services.import_report import ImportOrder
from kiosk.services.ports.papers import Paper
from kiosk.services.reports import Turnout
from kiosk.services.trouble import Trouble
from kiosk.settings import Settings
from tests.stories.kiosk_command import a_list

LIST = ("编号,票号,姓名,单位,类别", "1,G-1,林若静,嘉澜电视台,来宾", "2,G-2,王明,,来宾")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "station")
    path = a_list(tmp_path / "guests.csv", *LIST)
    ImportProcess(folder, Settings()).bring_in(path, {}, ImportOrder(), "mei").result()
    return folder


def test_every_paper_is_a_file_of_its_own(folder: DataFolder) -> None:
    papers = PapersInFolder(folder, Settings())
    (turnout,) = papers.turnout("").result()
    assert turnout == Turnout(turnout.category, 0, 2)
    written = {paper: papers.write(paper, "").result() for paper in Paper}
    assert {path.parent for path in written.values()} == {folder.papers}
    assert len(set(written.values())) == len(Paper)
    assert written[Paper.FALLBACK].read_bytes().startswith(b"%PDF")
    assert written[Paper.SIGNATURES].read_bytes().startswith(b"%PDF")
    book = load_workbook(written[Paper.MISSING])
    rows = list(book.worksheets[0].values)
    assert [row[1] for row in rows[1:]] == ["林若静", "王明"]
    with opened(folder.path) as station:
        assert station.journal.facts() == ()


def test_a_folder_that_is_gone_is_trouble(folder: DataFolder) -> None:
    for file in folder.papers.iterdir():
        file.unlink()
    folder.papers.rmdir()
    folder.papers.write_text("in the way", encoding="utf-8")
    with pytest.raises(Trouble):
        PapersInFolder(folder, Settings()).write(Paper.ARRIVALS, "").result()
