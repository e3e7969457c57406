"""One sound for each outcome; that a code was read is heard only where the outcome takes long."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.domain.admission import Reason
from kiosk.domain.journal import JobState
from kiosk.domain.visit import (
    Asked,
    Broken,
    Checking,
    Choosing,
    State,
    TurnedAway,
    Waiting,
    Welcomed,
)
from kiosk.keys.station import StationKeys
from kiosk.services.ports import Sound
from kiosk.services.reception import Reception
from kiosk.services.records import Records
from kiosk.ui.answers import NO_ANSWERS
from kiosk.ui.bridge import Bridge
from kiosk.ui.presenter import Presenter
from kiosk.ui.sounding import Sounding
from kiosk.ui.timing import Timing
from tests.fakes import HandClock, Here
from tests.given import PHOTO, RULES


class Listener:
    """A speaker that writes down what it was asked to play."""

    def __init__(self) -> None:
        self.heard: list[Sound] = []

    def play(self, sound: Sound) -> None:
        self.heard.append(sound)


@pytest.fixture
def presenter(
    qapp: QObject, records: Records, keys: StationKeys, clock: HandClock
) -> Iterator[Presenter]:
    bridge = Bridge()
    reception = Reception(Here(records), keys, clock, "registration", lambda: None)
    presenter = Presenter(reception, bridge, clock, Timing(welcome=6, refusal=9))
    yield presenter
    presenter.deleteLater()
    bridge.deleteLater()


@pytest.fixture
def listener(presenter: Presenter) -> Iterator[Listener]:
    listener = Listener()
    sounding = Sounding(presenter, listener)
    yield listener
    sounding.deleteLater()


def show(presenter: Presenter, *states: State) -> None:
    for state in states:
        presenter.put(state, NO_ANSWERS)


JOB = uuid4()


def test_a_welcome_is_heard_once_however_its_badge_moves(
    presenter: Presenter, listener: Listener
) -> None:
    badges = [Welcomed(1, JOB, state) for state in JobState]
    show(presenter, Checking(1, ("x",)), *badges, Waiting(1))
    assert listener.heard == [Sound.WELCOME]


def test_each_guest_is_heard(presenter: Presenter, listener: Listener) -> None:
    for visit in (1, 2, 3):
        show(presenter, Checking(visit, ("x",)), Welcomed(visit))
    assert listener.heard == [Sound.WELCOME] * 3


def test_each_outcome_has_its_sound(presenter: Presenter, listener: Listener) -> None:
    show(presenter, Checking(1, ("x",)), TurnedAway(1, Reason.UNPAID), Waiting(1))
    show(presenter, Checking(2, ("x",)), Asked(2, "x", (PHOTO, RULES)), Asked(2, "x", (RULES,)))
    show(presenter, Checking(3, ("x",)), Choosing(3, ("x", "y")), Broken(3))
    assert listener.heard == [Sound.REFUSED, Sound.QUESTION, Sound.QUESTION, Sound.REFUSED]


def test_a_slow_check_lets_the_read_be_heard(
    qtbot: QtBot, presenter: Presenter, listener: Listener
) -> None:
    show(presenter, Checking(1, ("x",)))
    qtbot.waitUntil(lambda: listener.heard == [Sound.READ])
    show(presenter, Welcomed(1))
    assert listener.heard == [Sound.READ, Sound.WELCOME]
