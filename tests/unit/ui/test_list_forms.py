"""A list comes in at the desk: seen first, imported, taken back, with nobody held up."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel

from kiosk.composition.data_folder import DataFolder
from kiosk.composition.import_process import ImportProcess
from kiosk.composition.station import opened
from kiosk.settings import Settings
from kiosk.ui.screens.list_forms import ListForms
from tests.stories.kiosk_command import a_list
from tests.unit.ui.desk import DeskAtWork

LONG = 60_000
"""Milliseconds that a process may take to start on a busy computer."""


@pytest.fixture
def lists(at_work: DeskAtWork, tmp_path: Path) -> ListForms:
    process = ImportProcess(DataFolder(tmp_path / "station"), Settings())
    return ListForms(at_work.desk.host, process, at_work.desk.languages)


def wait_for(at_work: DeskAtWork, words: str) -> None:
    """Until the form, or the remark on the card, says this."""

    def shown() -> bool:
        labels = at_work.desk.host.card.findChildren(QLabel)
        said = " ".join(label.text() for label in labels) if at_work.desk.host.is_open else ""
        return words in said + at_work.said()

    at_work.qtbot.waitUntil(shown, timeout=LONG)


def on_the_list(tmp_path: Path) -> list[str]:
    with opened(tmp_path / "station") as station:
        return [guest.attendee.name for guest in station.roster.guests()]


def test_a_list_is_seen_before_it_comes_in_and_can_go_again(
    at_work: DeskAtWork, lists: ListForms, tmp_path: Path
) -> None:
    path = a_list(
        tmp_path / "guests.csv", "票号,姓名,类别,日期", "G-1,林若静,来宾,", "G-2,王明,来宾,x"
    )
    lists.open_list(path)
    wait_for(at_work, "1 rows left out")
    assert on_the_list(tmp_path) == []
    at_work.enter()
    wait_for(at_work, "is imported")
    assert on_the_list(tmp_path) == ["林若静"]
    tick = at_work.desk.host.card.widget("take-back")
    assert isinstance(tick, QCheckBox)
    tick.setChecked(True)
    at_work.enter()
    wait_for(at_work, "was taken back")
    assert on_the_list(tmp_path) == []


def test_columns_that_nobody_understands_are_asked_about(
    at_work: DeskAtWork, lists: ListForms, tmp_path: Path
) -> None:
    lists.open_list(a_list(tmp_path / "odd.csv", "谁,记号,别的", "林若静,X-1,?"))
    wait_for(at_work, "What do the columns")
    at_work.fill({"0": "name", "1": "code", "2": ""})
    at_work.enter()
    wait_for(at_work, "1 new")
    at_work.enter()
    wait_for(at_work, "is imported")
    at_work.enter()
    assert not at_work.desk.host.is_open
    assert on_the_list(tmp_path) == ["林若静"]


def test_a_list_without_a_good_row_only_says_why(
    at_work: DeskAtWork, lists: ListForms, tmp_path: Path
) -> None:
    lists.open_list(a_list(tmp_path / "bad.csv", "票号,姓名,日期", "G-1,王明,x"))
    wait_for(at_work, "1 rows left out")
    at_work.enter()
    assert not at_work.desk.host.is_open
    assert on_the_list(tmp_path) == []


def test_work_that_is_left_is_cancelled(
    at_work: DeskAtWork, lists: ListForms, tmp_path: Path
) -> None:
    rows = [f"G-{n},客人,来宾" for n in range(60_000)]
    lists.open_list(a_list(tmp_path / "long.csv", "票号,姓名,类别", *rows))
    wait_for(at_work, "Reading long.csv")
    at_work.press("Esc")
    wait_for(at_work, "cancelled")
    assert on_the_list(tmp_path) == []


def test_what_is_no_list_is_said(at_work: DeskAtWork, lists: ListForms, tmp_path: Path) -> None:
    lists.open_list(tmp_path / "gone.csv")
    at_work.qtbot.waitUntil(lambda: bool(at_work.said()), timeout=LONG)
    assert "gone.csv" in at_work.said()
