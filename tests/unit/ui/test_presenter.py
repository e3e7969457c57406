"""The presenter holds one visit at a time and believes only answers of that visit."""

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from typing import Any, TypeVar
from uuid import uuid4

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.domain.journal import JobState
from kiosk.domain.visit import (
    Asked,
    BadgeMoved,
    Broken,
    Checking,
    Choosing,
    TurnedAway,
    Waiting,
    Welcomed,
)
from kiosk.domain.words import Words
from kiosk.keys.station import StationKeys
from kiosk.services.reception import Reception
from kiosk.services.records import Records
from kiosk.services.trouble import Unavailable
from kiosk.ui.bridge import Bridge
from kiosk.ui.presenter import Presenter
from kiosk.ui.timing import Timing
from tests.fakes import HandClock

T = TypeVar("T")
FULL = Unavailable(Words("磁盘已满", "disk full"), Words("请清理", "free some space"))


class Later:
    """A records thread that answers when the test says so."""

    def __init__(self, records: Records) -> None:
        self.records = records
        self.waiting: list[tuple[Callable[[Records], Any], Future[Any]]] = []

    def ask(self, work: Callable[[Records], T]) -> "Future[T]":
        future: Future[T] = Future()
        self.waiting.append((work, future))
        return future

    def answer(self) -> None:
        work, future = self.waiting.pop(0)
        future.set_result(work(self.records))

    def fail(self, error: Exception) -> None:
        self.waiting.pop(0)[1].set_exception(error)


@pytest.fixture
def later(records: Records) -> Later:
    return Later(records)


@pytest.fixture
def presenter(
    qtbot: QtBot, qapp: QObject, later: Later, keys: StationKeys, clock: HandClock
) -> Iterator[Presenter]:
    bridge = Bridge()
    reception = Reception(later, keys, clock, "registration", lambda: None)
    presenter = Presenter(reception, bridge, clock, Timing(welcome=6, refusal=9, question=40))
    presenter.setProperty("bridge", bridge)
    yield presenter
    presenter.deleteLater()
    bridge.deleteLater()


def is_now(presenter: Presenter, kind: type) -> Callable[[], bool]:
    return lambda: isinstance(presenter.state, kind)


def test_nothing_is_green_before_the_records_answered(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("CODE-A-1",))
    assert isinstance(presenter.state, Checking)
    later.answer()
    qtbot.waitUntil(is_now(presenter, Welcomed))
    assert presenter.answers.outcome is not None
    assert presenter.answers.outcome.fact is not None


def test_a_code_read_while_another_is_checked_is_given_back(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("CODE-A-1",))
    with qtbot.waitSignal(presenter.not_taken) as given_back:
        presenter.read_codes(("CODE-A-2",))
    assert given_back.args == ["CODE-A-2"]
    assert len(later.waiting) == 1


def test_the_next_guest_may_step_up_while_the_last_is_still_welcomed(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("CODE-A-1",))
    later.answer()
    qtbot.waitUntil(is_now(presenter, Welcomed))
    first = presenter.state.visit
    presenter.read_codes(("no such code",))
    assert presenter.answers.outcome is None, "nothing of the last guest remains"
    later.answer()
    qtbot.waitUntil(is_now(presenter, TurnedAway))
    assert presenter.state.visit == first + 1


def test_a_welcome_goes_when_its_time_is_over_and_a_badge_does_not_lengthen_it(
    qtbot: QtBot, presenter: Presenter, later: Later, clock: HandClock
) -> None:
    presenter.read_codes(("CODE-A-1",))
    later.answer()
    qtbot.waitUntil(is_now(presenter, Welcomed))
    assert isinstance(presenter.state, Welcomed)
    assert presenter.state.job is not None
    clock.step(5)
    bridge = presenter.property("bridge")
    bridge.badge_moved.emit(BadgeMoved(presenter.state.job, JobState.CONFIRMED))
    assert presenter.state.badge is JobState.CONFIRMED
    assert 0 < presenter.share_of_time_left < 0.2
    clock.step(1)
    presenter.tick()
    assert isinstance(presenter.state, Waiting)
    assert presenter.answers.outcome is None


def test_the_badge_of_another_guest_changes_nothing(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("CODE-A-1",))
    later.answer()
    qtbot.waitUntil(is_now(presenter, Welcomed))
    before = presenter.state
    presenter.property("bridge").badge_moved.emit(BadgeMoved(uuid4(), JobState.FAILED))
    assert presenter.state is before


def test_a_full_disk_is_said_and_the_next_try_works(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("CODE-A-1",))
    later.fail(FULL)
    qtbot.waitUntil(is_now(presenter, Broken))
    assert presenter.answers.trouble is FULL
    presenter.read_codes(("CODE-A-1",))
    later.answer()
    qtbot.waitUntil(is_now(presenter, Welcomed))


def test_a_bug_is_reported_and_not_shown_as_a_check_in(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("CODE-A-1",))
    with qtbot.waitSignal(presenter.broke) as reported:
        later.fail(ZeroDivisionError())
    assert isinstance(reported.args[0], ZeroDivisionError)
    assert isinstance(presenter.state, Broken)


def test_a_late_answer_after_the_guest_left_changes_nothing(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("no such code",))
    later.answer()
    qtbot.waitUntil(is_now(presenter, TurnedAway))
    presenter.leave()
    assert isinstance(presenter.state, Waiting)
    presenter.leave()
    assert isinstance(presenter.state, Waiting)


def test_an_answered_question_leads_to_the_same_decision(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("CODE-A-3",))
    later.answer()
    qtbot.waitUntil(is_now(presenter, Asked))
    presenter.answer(True)
    assert isinstance(presenter.state, Checking)
    later.answer()
    qtbot.waitUntil(is_now(presenter, Welcomed))


def test_typed_codes_wait_for_their_turn_and_none_is_lost(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    for code in ("CODE-A-1", "CODE-A-2", "no such code"):
        presenter.type_code(code)
    assert len(later.waiting) == 1
    for _ in range(3):
        qtbot.waitUntil(lambda: bool(later.waiting))
        later.answer()
    qtbot.waitUntil(is_now(presenter, TurnedAway))
    assert len(later.records.journal.recent(9)) >= 3


def test_a_typed_code_waits_while_a_question_stands(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("CODE-A-3",))
    later.answer()
    qtbot.waitUntil(is_now(presenter, Asked))
    presenter.type_code("CODE-A-1")
    assert later.waiting == []
    presenter.leave()
    presenter.tick()
    assert isinstance(presenter.state, Checking)
    assert presenter.state.texts == ("CODE-A-1",)


def test_a_code_that_is_scanned_twice_while_its_question_stands_is_welcomed(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.type_code("CODE-A-3")
    presenter.type_code("CODE-A-3")
    later.answer()
    qtbot.waitUntil(is_now(presenter, Asked))
    presenter.type_code("CODE-A-3")
    presenter.answer(True)
    later.answer()
    qtbot.waitUntil(is_now(presenter, Welcomed))
    presenter.tick()
    assert isinstance(presenter.state, Welcomed)


def test_nobody_is_checked_in_behind_an_out_of_order_screen(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.closed = True
    with qtbot.waitSignal(presenter.not_taken):
        presenter.read_codes(("CODE-A-1",))
    presenter.type_code("CODE-A-1")
    presenter.take_ticket(uuid4())
    presenter.tick()
    assert later.waiting == []
    assert isinstance(presenter.state, Waiting)


def test_of_several_codes_in_view_the_only_valid_one_is_taken(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("no such code", "CODE-A-1"))
    later.answer()
    qtbot.waitUntil(is_now(presenter, Welcomed))
    assert presenter.answers.outcome is not None
    assert presenter.answers.outcome.text == "CODE-A-1"


def test_two_valid_tickets_in_view_ask_which(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("CODE-A-1", "CODE-A-2"))
    later.answer()
    qtbot.waitUntil(is_now(presenter, Choosing))
    assert [one.text for one in presenter.answers.candidates] == ["CODE-A-1", "CODE-A-2"]
    assert later.records.journal.facts() == ()
    presenter.choose("CODE-A-2")
    later.answer()
    qtbot.waitUntil(is_now(presenter, Welcomed))
    assert presenter.answers.outcome is not None
    assert presenter.answers.outcome.text == "CODE-A-2"


def test_the_other_ticket_counts_when_the_chosen_one_s_welcome_is_over(
    qtbot: QtBot, presenter: Presenter, later: Later, clock: HandClock
) -> None:
    given_back: list[str] = []
    presenter.not_taken.connect(given_back.append)
    presenter.read_codes(("CODE-A-1", "CODE-A-2"))
    later.answer()
    qtbot.waitUntil(is_now(presenter, Choosing))
    presenter.choose("CODE-A-2")
    later.answer()
    qtbot.waitUntil(is_now(presenter, Welcomed))
    assert given_back == []
    clock.step(7)
    presenter.tick()
    assert given_back == ["CODE-A-1"]


def test_tickets_that_nobody_chose_count_again(
    qtbot: QtBot, presenter: Presenter, later: Later, clock: HandClock
) -> None:
    given_back: list[str] = []
    presenter.not_taken.connect(given_back.append)
    presenter.read_codes(("CODE-A-1", "CODE-A-2"))
    later.answer()
    qtbot.waitUntil(is_now(presenter, Choosing))
    presenter.choose("somebody else's")
    assert isinstance(presenter.state, Choosing)
    clock.step(41)
    presenter.tick()
    assert isinstance(presenter.state, Waiting)
    assert given_back == ["CODE-A-1", "CODE-A-2"]


def test_a_refused_code_is_told_so_that_it_may_soon_be_shown_again(
    qtbot: QtBot, presenter: Presenter, later: Later
) -> None:
    presenter.read_codes(("no such code",))
    with qtbot.waitSignal(presenter.turned_away) as told:
        later.answer()
    assert told.args == ["no such code"]
