"""A session's door: scan after scan, how many are inside, nobody named."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.composition.assets import FONTS, WORDS
from kiosk.domain.event import Direction
from kiosk.domain.visit import Waiting, Welcomed
from kiosk.domain.words import Language, Words
from kiosk.keys.station import StationKeys
from kiosk.services.reception import Reception
from kiosk.services.records import Records
from kiosk.services.trouble import Unavailable
from kiosk.services.weighing import Terms
from kiosk.ui.application import Application
from kiosk.ui.bridge import Bridge
from kiosk.ui.language import Languages
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.door import Door
from kiosk.ui.timing import Timing
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.window import Window
from tests.fakes import HandClock, Here
from tests.given import an_event


def make(
    qtbot: QtBot, records: Records, keys: StationKeys, clock: HandClock, terms: Terms
) -> tuple[Door, Presenter, Window]:
    app, bridge = Application(FONTS), Bridge()
    reception = Reception(Here(records), keys, clock, "registration", lambda: None, terms)
    presenter = Presenter(reception, bridge, clock, Timing(1.5, 5, 5))
    languages = Languages(app.qt, WORDS, Language.EN)
    door = Door(presenter, reception, bridge, languages)
    window = Window(door, presenter, bridge, languages)
    window.resize(1280, 800)
    qtbot.addWidget(window)
    window.show()
    door.set_event(an_event())
    QTest.qWait(2)
    return door, presenter, window


@pytest.fixture
def door(
    qtbot: QtBot, records: Records, keys: StationKeys, clock: HandClock
) -> Iterator[tuple[Door, Presenter]]:
    door, presenter, window = make(qtbot, records, keys, clock, Terms())
    yield door, presenter
    assert window.presenter is presenter  # Python keeps the window until here


def words(door: Door) -> str:
    return " ".join(label.text for label in door.findChildren(FittedLabel) if label.isVisible())


def scan(presenter: Presenter, code: str) -> None:
    presenter.type_code(code)
    QTest.qWait(5)


def test_guests_are_counted_one_after_the_other(door: tuple[Door, Presenter]) -> None:
    face, presenter = door
    assert "0 inside" in words(face)
    scan(presenter, "CODE-A-1")
    assert "1 inside" in words(face)
    assert "Please go in Delegate" in words(face)
    scan(presenter, "CODE-A-4")
    assert "2 inside" in words(face), "the welcome before it makes room at once"
    scan(presenter, "CODE-A-1")
    assert "2 inside" in words(face)
    assert "林" not in words(face)
    assert "Lin" not in words(face)


def test_a_vip_is_not_shown_as_one(door: tuple[Door, Presenter]) -> None:
    face, presenter = door
    event = an_event()
    discreet = tuple(replace(c, discreet=True) for c in event.categories)
    face.set_event(replace(event, categories=discreet))
    scan(presenter, "CODE-A-2")
    assert isinstance(presenter.state, Welcomed)
    assert "VIP" not in words(face)


def test_what_must_be_asked_sends_to_staff_and_the_door_goes_on(
    door: tuple[Door, Presenter], clock: HandClock
) -> None:
    face, presenter = door
    scan(presenter, "CODE-A-3")
    assert "Please see our staff" in words(face)
    clock.step(6)
    presenter.tick()
    assert isinstance(presenter.state, Waiting)
    assert "Scan to enter" in words(face)


def test_slow_scanners_and_escape(door: tuple[Door, Presenter]) -> None:
    face, presenter = door
    QTest.keyClicks(face, "CODE-A-1")
    QTest.keyClick(face, Qt.Key.Key_Return)
    QTest.qWait(5)
    assert isinstance(presenter.state, Welcomed)
    QTest.keyClicks(face, "CODE")
    QTest.keyClick(face, Qt.Key.Key_Escape)
    QTest.keyClick(face, Qt.Key.Key_Return)
    assert isinstance(presenter.state, Waiting)


def test_a_full_room_says_so(door: tuple[Door, Presenter]) -> None:
    face, _ = door
    event = an_event()
    places = tuple(replace(c, capacity=2) for c in event.checkpoints)
    face.set_event(replace(event, checkpoints=places))
    face.show_count(1)
    assert "inside, of 2" in words(face)
    face.show_count(2)
    assert "Full" in words(face)


def test_a_lost_camera_is_told(door: tuple[Door, Presenter]) -> None:
    face, _ = door
    face.set_camera_trouble(Unavailable(Words("没有摄像头", "No camera"), Words("", "")))
    assert face._notice.text() == "No camera"
    face.set_camera_trouble(None)
    assert not face._notice.isVisible()


def test_a_way_out_counts_down(
    qtbot: QtBot, records: Records, keys: StationKeys, clock: HandClock
) -> None:
    face, presenter, window = make(qtbot, records, keys, clock, Terms())
    scan(presenter, "CODE-A-1")
    out, leaving, other = make(qtbot, records, keys, clock, Terms(Direction.OUT))
    assert "Scan to leave" in words(out)
    assert "1 inside" in words(out)
    scan(leaving, "CODE-A-1")
    assert "Goodbye" in words(out)
    assert "0 inside" in words(out)
    face.count()
    QTest.qWait(2)
    assert "0 inside" in words(face)
    assert window is not other
