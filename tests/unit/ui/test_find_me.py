"""A guest without a code at the self-service station, with fingers or keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from kiosk.composition.assets import FONTS, WORDS
from kiosk.composition.faces import lock_down
from kiosk.domain.journal import CheckedIn
from kiosk.domain.visit import Waiting, Welcomed
from kiosk.domain.words import Language
from kiosk.keys.station import StationKeys
from kiosk.services.finding_me import FindMe
from kiosk.services.reception import Reception
from kiosk.services.records import Records
from kiosk.services.shift import Shift
from kiosk.services.tries import Tries
from kiosk.ui.application import Application
from kiosk.ui.bridge import Bridge
from kiosk.ui.language import Languages
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.find_me import FindMeDialogue, Step
from kiosk.ui.screens.guest_header import GuestHeader
from kiosk.ui.screens.leaving import LeavingDialogue
from kiosk.ui.screens.self_service import SelfService
from kiosk.ui.timing import Idle, Timing
from kiosk.ui.widgets.fitted_label import FittedLabel
from kiosk.ui.window import Window
from tests.fakes import HandClock, Here
from tests.given import KEYS, an_event
from tests.unit.ui.desk import OneBoss


@pytest.fixture
def face(
    qtbot: QtBot, records: Records, keys: StationKeys, clock: HandClock
) -> Iterator[SelfService]:
    app, bridge = Application(FONTS), Bridge()
    shift = Shift(OneBoss(), clock)
    reception = Reception(Here(records), keys, clock, "registration", lambda: None, shift=shift)
    presenter = Presenter(reception, bridge, clock, Timing(6, 9))
    idle = Idle(clock.monotonic)
    find_me = FindMeDialogue(FindMe(Tries(clock), KEYS.digest), reception, bridge, idle, "Hall N1")
    leaving = LeavingDialogue(reception, bridge, idle)
    languages = Languages(app.qt, WORDS, Language.EN)
    face = SelfService(presenter, languages, find_me, leaving, mirror=True, help_desk="Hall N1")
    face.set_event(an_event())
    window = Window(face, presenter, bridge, languages)
    window.resize(1080, 1920)
    qtbot.addWidget(window)
    window.show()
    yield face
    bridge.deleteLater()


def press(face: SelfService, *words: str) -> None:
    """A finger on the buttons that say this."""
    for word in words:
        shown = [b for b in face.findChildren(QPushButton) if b.isVisible() and b.text() == word]
        QTest.mouseClick(shown[0], Qt.MouseButton.LeftButton)
        QTest.qWait(1)


def words(face: SelfService) -> str:
    return " ".join(label.text for label in face.findChildren(FittedLabel) if label.isVisible())


def came(records: Records) -> int:
    return sum(isinstance(fact.what, CheckedIn) for fact in records.journal.facts())


def test_with_a_finger_from_the_phone_to_the_welcome(face: SelfService, records: Records) -> None:
    press(face, "No code at hand?", *"7849", "Go on", *"LRX", "⌫", "J", "Go on")
    assert "Are you 林*静?" in words(face)
    press(face, *"0000")
    assert "0 0 0 0" not in words(face), "others look on"
    press(face, "Go on")
    QTest.qWait(5)
    assert came(records) == 1
    assert "Lin Ruojing" in words(face)
    assert face.find_me.step is None


def test_with_the_keyboard_alone(face: SelfService, records: Records) -> None:
    QTest.keyClick(face, Qt.Key.Key_F2)
    QTest.keyClick(face, Qt.Key.Key_Tab)
    QTest.keyClicks(face, "a-2")
    assert face.find_me.entered == "A-2"
    QTest.keyClick(face, Qt.Key.Key_Return)
    QTest.qWait(5)
    QTest.keyClicks(face, "78499")
    QTest.keyClick(face, Qt.Key.Key_Return)
    QTest.qWait(5)
    assert came(records) == 1


def test_who_is_not_found_is_sent_to_the_desk(face: SelfService, records: Records) -> None:
    press(face, "No code at hand?", *"1111", "Go on", *"LRJ", "Go on")
    assert "Please come to the help desk: Hall N1" in words(face)
    press(face, "Try again")
    assert face.find_me.step is Step.TAIL
    press(face, "Back")
    assert face.find_me.step is None
    assert came(records) == 0


def test_trying_on_offers_no_more_tries(face: SelfService) -> None:
    for _ in range(3):
        face.find_me.open()
        for key in "1111":
            face.find_me.type(key)
        press(face, "Go on", *"LRJ", "Go on")
    assert not [
        b for b in face.findChildren(QPushButton) if b.isVisible() and b.text() == "Try again"
    ]


def test_nothing_stays_of_who_walks_away(face: SelfService, clock: HandClock) -> None:
    press(face, "No code at hand?", *"78")
    clock.step(31)
    face.tick()
    assert (face.find_me.step, face.find_me.entered) == (None, "")
    assert "Hold your ticket code" in words(face)


def test_the_next_guests_code_comes_first(face: SelfService, qtbot: QtBot) -> None:
    press(face, "No code at hand?", *"78")
    presenter = face._presenter
    presenter.read_codes(("CODE-A-1",))
    qtbot.waitUntil(lambda: isinstance(presenter.state, Welcomed))
    assert face.find_me.step is None
    presenter.leave()
    assert isinstance(presenter.state, Waiting)
    assert "Hold your ticket code" in words(face)


def test_an_unfinished_answer_is_not_sent(face: SelfService) -> None:
    press(face, "No code at hand?", *"784", "Go on")
    assert face.find_me.step is Step.TAIL
    for key in ("x", "五", "²"):
        face.find_me.type(key)
    assert face.find_me.entered == "784"


def test_only_staff_close_a_public_screen(face: SelfService) -> None:
    window, left = face.window(), list[bool]()
    assert isinstance(window, Window)
    lock_down(window)
    face.leaving.left.connect(lambda: left.append(True))
    assert not window.close()
    assert "Your PIN ends this station's program." in words(face)
    QTest.keyClicks(face, "1111")
    QTest.keyClick(face, Qt.Key.Key_Return)
    QTest.qWait(5)
    assert "Wrong PIN." in words(face)
    press(face, *"24688", "⌫", "End it")
    QTest.qWait(5)
    assert left == [True]
    assert not face.leaving.is_open


def test_wrong_pins_wait_longer_and_longer(face: SelfService, clock: HandClock) -> None:
    face.leaving.open()
    for _ in range(3):
        press(face, *"1111", "End it")
        QTest.qWait(5)
    assert "Wait 2 seconds" in words(face)
    press(face, "Back")
    assert not face.leaving.is_open
    face.leaving.open()
    clock.step(31)
    face.tick()
    assert not face.leaving.is_open


def test_a_finger_that_rests_on_the_title_asks_for_a_pin(face: SelfService, qtbot: QtBot) -> None:
    header = face.findChild(GuestHeader)
    assert isinstance(header, GuestHeader)
    left, right = QPoint(5, header.height() // 2), QPoint(header.width() - 5, 5)
    for place, opened in ((right, False), (left, True)):
        QTest.mousePress(header, Qt.MouseButton.LeftButton, pos=place)
        timer = header.findChild(QTimer)
        assert isinstance(timer, QTimer)
        assert timer.isActive() is opened
        QTest.mouseRelease(header, Qt.MouseButton.LeftButton, pos=place)
    header.rested.emit()
    assert face.leaving.is_open


def test_easier_is_larger_lower_and_slower_until_the_guest_is_gone(
    face: SelfService, clock: HandClock
) -> None:
    usual = face._presenter.timing
    QTest.keyClick(face, Qt.Key.Key_F3)
    QTest.qWait(1)
    header = face.findChild(GuestHeader)
    assert isinstance(header, GuestHeader)
    assert header.y() > face.height() / 2, "what is pressed is low"
    assert face._presenter.timing.welcome == 3 * usual.welcome
    press(face, "As usual")
    assert face._presenter.timing == usual
    press(face, "Easier")
    clock.step(61)
    face.tick()
    QTest.qWait(1)
    assert not face.wishes.easier
    assert header.y() < face.height() / 2


def test_the_language_is_forgotten_with_the_guest(face: SelfService, clock: HandClock) -> None:
    QTest.keyClick(face, Qt.Key.Key_F4)
    QTest.qWait(1)
    assert "请将参会码对准镜头" in words(face)
    clock.step(61)
    face.tick()
    QTest.qWait(1)
    assert "Hold your ticket code" in words(face)
