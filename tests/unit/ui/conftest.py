"""A front desk to work at."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from kiosk.composition.assets import FONTS, WORDS
from kiosk.domain.words import Language
from kiosk.keys.station import StationKeys
from kiosk.services.reception import Reception
from kiosk.services.records import Records
from kiosk.services.shift import Shift
from kiosk.ui.application import Application
from kiosk.ui.bridge import Bridge
from kiosk.ui.clerk import Clerk
from kiosk.ui.language import Languages
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.front_desk import FrontDesk
from kiosk.ui.timing import Timing
from tests.fakes import HandClock, Here
from tests.given import an_event
from tests.unit.ui.desk import DeskAtWork, OneBoss


@pytest.fixture
def at_work(
    qtbot: QtBot, records: Records, keys: StationKeys, clock: HandClock
) -> Iterator[DeskAtWork]:
    app, bridge = Application(FONTS), Bridge()
    shift = Shift(OneBoss(), clock)
    reception = Reception(Here(records), keys, clock, "registration", lambda: None, shift=shift)
    presenter = Presenter(reception, bridge, clock, Timing(600, 600, 600))
    clerk = Clerk(reception, bridge)
    desk = FrontDesk(presenter, clerk, Languages(app.qt, WORDS, Language.EN), "desk-1")
    desk.typed.connect(presenter.type_code)
    desk.set_event(an_event())
    desk.resize(1280, 720)
    qtbot.addWidget(desk)
    at_work = DeskAtWork(qtbot, desk, presenter, bridge, records)
    at_work.settle()
    yield at_work
    bridge.deleteLater()
