"""A clerk looks after the station with the keyboard: its parts, and check-ins on a stick."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from kiosk.composition.care_desk import StationCare
from kiosk.composition.data_folder import DataFolder
from kiosk.composition.import_process import ImportProcess
from kiosk.composition.station import opened
from kiosk.services.import_report import ImportOrder
from kiosk.settings import Settings
from kiosk.ui.screens.care_forms import CareForms
from tests.stories.kiosk_command import a_list, kiosk
from tests.unit.ui.desk import DeskAtWork

PATIENCE = 60_000
LIST = ("编号,票号,二维码,姓名,单位,类别", "1,G-1,CODE-1,林若静,嘉澜电视台,来宾")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "station")
    path = a_list(tmp_path / "guests.csv", *LIST)
    ImportProcess(folder, Settings()).bring_in(path, {}, ImportOrder(), "mei").result()
    return folder


@pytest.fixture
def forms(at_work: DeskAtWork, folder: DataFolder) -> CareForms:
    return CareForms(at_work.desk.host, StationCare(folder, Settings()), at_work.desk.languages)


def words(at_work: DeskAtWork) -> str:
    labels = at_work.desk.host.card.findChildren(QLabel)
    return " ".join([*(label.text() for label in labels), at_work.said()])


def wait_for(at_work: DeskAtWork, said: str) -> None:
    at_work.qtbot.waitUntil(lambda: said in words(at_work), timeout=PATIENCE)


def test_every_part_of_a_running_station_is_told(at_work: DeskAtWork, forms: CareForms) -> None:
    forms.examine()
    wait_for(at_work, "How this station is")
    for part in ("disk", "clock", "fonts", "journal", "roster", "printer"):
        assert f"<b>{part}</b>" in words(at_work)
    at_work.enter()
    assert not at_work.desk.host.is_open


def test_check_ins_travel_on_a_stick_once(
    at_work: DeskAtWork, forms: CareForms, folder: DataFolder, tmp_path: Path
) -> None:
    stick = tmp_path / "check-ins.jsonl"
    assert kiosk("check-in", "CODE-1", "--data", folder.path, "--json").code == 0
    forms.carry_out(stick)
    wait_for(at_work, "records written to check-ins.jsonl")
    other = DataFolder(tmp_path / "other")
    there = CareForms(at_work.desk.host, StationCare(other, Settings()), at_work.desk.languages)
    guests = tmp_path / "guests.csv"
    ImportProcess(other, Settings()).bring_in(guests, {}, ImportOrder(), "mei").result()
    for new in ("2 of them new", "0 of them new"):
        there.carry_in(stick)
        wait_for(at_work, new)
    with opened(other.path) as station:
        assert len(station.journal.facts()) == 2


def test_which_way_is_asked_and_may_be_left(at_work: DeskAtWork, forms: CareForms) -> None:
    forms.carry()
    assert "Taking a file twice changes nothing." in words(at_work)
    at_work.press("Esc")
    assert not at_work.desk.host.is_open


def test_a_file_of_something_else_is_told(
    at_work: DeskAtWork, forms: CareForms, tmp_path: Path
) -> None:
    told: list[object] = []
    at_work.desk.clerk.troubled.connect(told.append)
    (tmp_path / "x.jsonl").write_text("no facts", encoding="utf-8")
    forms.carry_in(tmp_path / "x.jsonl")
    at_work.qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
