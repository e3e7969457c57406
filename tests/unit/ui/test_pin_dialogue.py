"""Signing in and letting somebody in, by keyboard: a number, a PIN, and who may what."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.composition.assets import FONTS, WORDS
from kiosk.domain.journal import CheckedIn
from kiosk.domain.staff import Role, Staff
from kiosk.domain.visit import TurnedAway, Welcomed
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
from tests.fakes import HandClock, Here, MemoryJournal
from tests.given import an_event, code_of

LI, WANG = Staff("Li Na", Role.SUPERVISOR), Staff("Wang", Role.CLERK)


class Book:
    """Two people; the PIN of each is the number of letters in the name, four times."""

    def staff(self) -> tuple[Staff, ...]:
        return LI, WANG

    def proven(self, name: str, pin: str) -> Staff | None:
        return next((p for p in self.staff() if p.name == name and pin == str(len(name)) * 4), None)


@pytest.fixture
def desk(
    qtbot: QtBot, qapp: QObject, records: Records, keys: StationKeys, clock: HandClock
) -> Iterator[FrontDesk]:
    app, bridge = Application(FONTS), Bridge()
    reception = Reception(
        Here(records), keys, clock, "registration", lambda: None, shift=Shift(Book(), clock)
    )
    presenter = Presenter(reception, bridge, clock, Timing(600, 600, 600))
    desk = FrontDesk(
        presenter, Clerk(reception, bridge), Languages(app.qt, WORDS, Language.EN), "desk-1"
    )
    desk.setProperty("presenter", presenter)
    desk.set_event(an_event())
    yield desk
    desk.close()
    for made in (desk, presenter, bridge):
        made.deleteLater()


def types(desk: FrontDesk, text: str) -> None:
    desk.scan_field.setText(text)
    desk.scan_field.returnPressed.emit()


def refused(qtbot: QtBot, desk: FrontDesk) -> Presenter:
    presenter: Presenter = desk.property("presenter")
    presenter.read_codes((code_of("A-5"),))
    qtbot.waitUntil(lambda: isinstance(presenter.state, TurnedAway))
    return presenter


def test_a_clerk_signs_in_by_number_and_pin(qtbot: QtBot, desk: FrontDesk) -> None:
    desk.options.sign_in()
    assert desk.options.digit("2")
    assert desk.scan_field.echoMode() == desk.scan_field.EchoMode.Password
    types(desk, "4444")
    qtbot.waitUntil(lambda: desk.clerk.reception.at_the_desk == "Wang")
    assert desk.options.asking is None
    assert desk.scan_field.echoMode() == desk.scan_field.EchoMode.Normal


def test_a_wrong_pin_says_so_and_reveals_nothing(qtbot: QtBot, desk: FrontDesk) -> None:
    desk.options.sign_in()
    desk.options.digit("1")
    types(desk, "0000")
    qtbot.waitUntil(lambda: desk.options.asking == ("That is not the PIN.", ()))
    assert desk.clerk.reception.at_the_desk == ""


def test_a_supervisor_lets_a_guest_in_with_reason_and_pin(
    qtbot: QtBot, desk: FrontDesk, journal: MemoryJournal
) -> None:
    presenter = refused(qtbot, desk)
    desk.options.choose("force")
    assert desk.options.digit("1")
    assert desk.options.digit("1")
    types(desk, "5555")
    qtbot.waitUntil(lambda: isinstance(presenter.state, Welcomed))
    (came,) = (f.what for f in journal.facts() if isinstance(f.what, CheckedIn))
    assert (came.by, came.why) == ("Li Na", "paid at the desk")


def test_a_clerk_may_not_let_anybody_in(qtbot: QtBot, desk: FrontDesk) -> None:
    presenter = refused(qtbot, desk)
    desk.options.choose("force")
    desk.options.digit("2")
    desk.options.digit("2")
    types(desk, "4444")
    qtbot.waitUntil(lambda: desk.options.asking == ("Wang may not do this.", ()))
    assert isinstance(presenter.state, TurnedAway)


def test_the_next_guest_ends_the_question(qtbot: QtBot, desk: FrontDesk) -> None:
    presenter = refused(qtbot, desk)
    desk.options.choose("force")
    desk.options.digit("1")
    desk.options.digit("1")
    presenter.leave()
    assert desk.options.asking is None
    assert not desk.options.pin.wants_pin
