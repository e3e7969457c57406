"""A clerk can do what the card offers, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.composition.assets import FONTS, WORDS
from kiosk.domain.journal import CheckedIn, JobState, PrintJobMoved, Voided
from kiosk.domain.visit import TurnedAway, Waiting, Welcomed
from kiosk.domain.words import Language, Words
from kiosk.keys.station import StationKeys
from kiosk.names.why import Why
from kiosk.services.lookup import Found
from kiosk.services.reception import Reception
from kiosk.services.records import Records
from kiosk.services.trouble import Unavailable
from kiosk.ui.application import Application
from kiosk.ui.bridge import Bridge
from kiosk.ui.clerk import Clerk
from kiosk.ui.language import Languages
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.front_desk import FrontDesk
from kiosk.ui.timing import Timing
from tests.fakes import HandClock, Here
from tests.given import an_event

FULL = Unavailable(Words("磁盘已满", "disk full"), Words("请清理", "free some space"))


@pytest.fixture
def desk(
    qtbot: QtBot, records: Records, keys: StationKeys, clock: HandClock, tmp_path: Path
) -> Iterator[FrontDesk]:
    app = Application(FONTS)
    bridge = Bridge()
    reception = Reception(Here(records), keys, clock, "registration", lambda: None)
    presenter = Presenter(reception, bridge, clock, Timing(600, 600, 600))
    clerk = Clerk(reception, bridge)
    desk = FrontDesk(presenter, clerk, Languages(app.qt, WORDS, Language.EN), "desk-1")
    desk.setProperty("parts", [presenter, clerk, bridge])
    desk.typed.connect(presenter.type_code)
    desk.set_event(an_event())
    qtbot.addWidget(desk)
    yield desk
    bridge.deleteLater()


def presenter_of(desk: FrontDesk) -> Presenter:
    presenter = desk.property("parts")[0]
    assert isinstance(presenter, Presenter)
    return presenter


def scan(qtbot: QtBot, desk: FrontDesk, text: str, state: type) -> None:
    desk.typed.emit(text)
    qtbot.waitUntil(lambda: isinstance(presenter_of(desk).state, state))


def kinds(records: Records) -> list[type]:
    return [type(fact.what) for fact in records.journal.facts()]


def test_a_refused_guest_gets_no_badge_by_a_shortcut(
    qtbot: QtBot, desk: FrontDesk, records: Records
) -> None:
    scan(qtbot, desk, "CODE-A-6", TurnedAway)
    for key in ("reprint", "reprint:lost", "undo", "undo:by mistake"):
        desk.options.choose(key)
    assert desk.options.asking is None
    assert PrintJobMoved not in kinds(records)
    assert Voided not in kinds(records)


def test_an_undo_asks_why_and_then_is_ready_for_the_next(
    qtbot: QtBot, desk: FrontDesk, records: Records
) -> None:
    scan(qtbot, desk, "CODE-A-1", Welcomed)
    desk.options.choose("undo:by mistake")
    assert Voided not in kinds(records), "no reason was asked for yet"
    desk.options.choose("undo")
    assert desk.options.asking is not None
    assert desk.options.digit("2")
    qtbot.waitUntil(lambda: isinstance(presenter_of(desk).state, Waiting))
    assert kinds(records).count(Voided) == 1


def test_a_second_arrival_offers_to_take_the_first_back(
    qtbot: QtBot, desk: FrontDesk, records: Records
) -> None:
    scan(qtbot, desk, "CODE-A-1", Welcomed)
    scan(qtbot, desk, "CODE-A-1", TurnedAway)
    desk.options.choose("undo")
    desk.options.choose("undo:wrong person")
    qtbot.waitUntil(lambda: Voided in kinds(records))
    (void,) = [f.what for f in records.journal.facts() if isinstance(f.what, Voided)]
    first = next(f for f in records.journal.facts() if isinstance(f.what, CheckedIn))
    assert void.fact == first.id


def test_trouble_with_an_undo_is_said_and_the_visit_stays(qtbot: QtBot, desk: FrontDesk) -> None:
    scan(qtbot, desk, "CODE-A-1", Welcomed)
    desk.clerk.troubled.emit(FULL)
    assert desk.options.asking == ("disk full free some space", ())
    assert isinstance(presenter_of(desk).state, Welcomed)


def test_enter_waits_for_the_hits_of_what_was_typed(
    qtbot: QtBot, desk: FrontDesk, records: Records
) -> None:
    everybody = tuple(Found(guest, None, Why.NAME) for guest in records.roster.guests())
    field = desk.lists.search_field
    field.setText("first")
    desk.clerk.show_found("first", everybody[:1])
    field.setText("second")  # its hits are not there yet
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert CheckedIn not in kinds(records)
    desk.clerk.show_found("second", everybody[1:2])
    qtbot.waitUntil(lambda: CheckedIn in kinds(records))
    (admitted,) = [f.what for f in records.journal.facts() if isinstance(f.what, CheckedIn)]
    assert admitted.ticket == everybody[1].guest.ticket.id


def test_a_badge_in_doubt_is_asked_about_when_nobody_is_served(
    qtbot: QtBot, desk: FrontDesk, records: Records
) -> None:
    scan(qtbot, desk, "CODE-A-1", Welcomed)
    (job,) = records.journal.jobs(open_only=True)
    with records.journal.transaction() as tx:
        tx.record(PrintJobMoved(job.job, job.ticket, JobState.UNKNOWN, job.copy))
    presenter_of(desk).leave()
    desk.clerk.refresh_recent()
    qtbot.waitUntil(lambda: desk.clerk.recent.doubts != ())
    assert desk.options.digit("1")
    qtbot.waitUntil(lambda: records.journal.jobs(open_only=True) == ())
    qtbot.waitUntil(lambda: desk.clerk.recent.doubts == ())
    (settled,) = records.journal.jobs(open_only=False)
    assert settled.state is JobState.CONFIRMED


def test_digits_do_nothing_where_nothing_is_asked(qtbot: QtBot, desk: FrontDesk) -> None:
    scan(qtbot, desk, "CODE-A-1", Welcomed)
    assert not desk.options.digit("1")
