"""A station is set up at its desk, with the keyboard alone."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.import_process import ImportProcess
from kiosk.composition.setting_up import StationSetUp
from kiosk.domain.words import Language
from kiosk.services.import_report import ImportOrder
from kiosk.settings import Face, Settings, load_settings
from kiosk.ui.screens.setting_forms import SettingForms
from tests.stories.kiosk_command import a_list
from tests.unit.ui.desk import DeskAtWork

PATIENCE = 60_000
LIST = ("编号,票号,姓名,类别", "1,G-1,林若静,来宾")


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    folder = DataFolder(tmp_path / "station")
    folder.prepare()
    return folder


@pytest.fixture
def again() -> list[bool]:
    return []


@pytest.fixture
def forms(at_work: DeskAtWork, folder: DataFolder, again: list[bool]) -> SettingForms:
    desk = at_work.desk
    set_up = StationSetUp(folder, Settings())
    return SettingForms(desk.host, set_up, desk.languages, lambda: again.append(True))


def words(at_work: DeskAtWork) -> str:
    return " ".join(label.text() for label in at_work.desk.host.card.findChildren(QLabel))


def wait_for(at_work: DeskAtWork, said: str) -> None:
    at_work.qtbot.waitUntil(lambda: said in words(at_work), timeout=PATIENCE)


def test_settings_are_saved_with_a_supervisor_and_hold_after_a_restart(
    at_work: DeskAtWork, forms: SettingForms, folder: DataFolder, again: list[bool]
) -> None:
    forms.show()
    wait_for(at_work, "Settings of this station")
    said = {"station.name": 'N1 "east"', "screen.face": "self", "screen.language": "en"}
    at_work.fill({**said, "sound.play": "", "camera.mirror": "yes"})
    at_work.enter()
    assert not folder.settings.exists(), "nobody allowed it yet"
    at_work.pin("1", "2468")
    wait_for(at_work, "They hold once the program has begun again.")
    saved = load_settings(folder.settings)
    assert (saved.station.name, saved.screen.face) == ('N1 "east"', Face.SELF)
    assert (saved.screen.language, saved.sound.play) == (Language.EN, False)
    assert saved.camera == Settings().camera
    assert again == []
    at_work.enter()
    assert again == [True]


def test_checkpoints_are_those_of_the_event(
    at_work: DeskAtWork, forms: SettingForms, folder: DataFolder, tmp_path: Path
) -> None:
    path = a_list(tmp_path / "guests.csv", *LIST)
    ImportProcess(folder, Settings()).bring_in(path, {}, ImportOrder(), "mei").result()
    forms.show()
    wait_for(at_work, "Settings of this station")
    assert at_work.desk.host.card.answers()["station.checkpoint"] == "registration"


def test_a_file_that_is_broken_is_told(
    at_work: DeskAtWork, forms: SettingForms, folder: DataFolder
) -> None:
    told: list[object] = []
    at_work.desk.clerk.troubled.connect(told.append)
    folder.settings.write_text("[camra]", encoding="utf-8")
    forms.show()
    at_work.qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert folder.settings.read_text(encoding="utf-8") == "[camra]"
