"""Badges that a person must decide on, that cannot be drawn, or that are taken back."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest

from kiosk.domain.journal import JobState
from kiosk.domain.words import Words
from kiosk.services.ports import Fate
from kiosk.services.records import Records
from kiosk.services.reprinting import Queued, Reprint, reprint, resolve_unknown
from kiosk.services.trouble import Misconfigured, Unavailable
from tests.fake_paper import PaperDrawer
from tests.fakes import MemoryRoster
from tests.given import an_event, code_of, signed_code, ticket_of
from tests.unit.services.desk import Desk

S = JobState
A1 = ticket_of("A-1").id
JAM = Unavailable(Words("打印机没有响应", "no answer"), Words("", ""))
NO_PAPER_SIZE = Misconfigured(Words("纸张不符", "wrong paper"), Words("", ""))


def test_what_nobody_can_know_waits_for_a_person(desk: Desk) -> None:
    job = desk.admit()
    desk.printer.sends = [Fate.UNTOLD]
    for _ in range(3):
        assert [one.state for one in desk.printing().work()] == [S.UNKNOWN]
    assert len(desk.printer.sent) == 1
    assert resolve_unknown(desk.records, job, came_out=False)
    assert desk.printing().work() == ()
    assert len(desk.printer.sent) == 2
    assert not resolve_unknown(desk.records, job, came_out=True)


def test_a_person_may_say_that_it_came_out(desk: Desk) -> None:
    job = desk.admit()
    desk.printer.sends = [Fate.UNTOLD]
    desk.printing().work()
    assert resolve_unknown(desk.records, job, came_out=True)
    assert desk.printing().work() == ()
    assert desk.states() == [S.CONFIRMED]
    assert not resolve_unknown(desk.records, UUID(int=1), came_out=True)


@pytest.mark.parametrize(
    ("drawer", "cause"),
    [
        (PaperDrawer(lacks="静若"), "no glyph for U+82E5 U+9759"),
        (PaperDrawer(overflowing=("name", "company")), "too long: name, company"),
    ],
)
def test_a_badge_that_cannot_be_drawn_whole_is_not_printed(
    desk: Desk, drawer: PaperDrawer, cause: str
) -> None:
    desk.admit()
    assert desk.printing(drawer).work() == ()
    (job,) = desk.journal.jobs(open_only=False)
    assert (job.state, job.cause) == (S.FAILED, cause)
    assert desk.printer.sent == []


def test_a_category_that_left_the_event_fails_the_job(desk: Desk, roster: MemoryRoster) -> None:
    desk.admit()
    fewer = replace(an_event(), categories=an_event().categories[1:])
    gone = MemoryRoster(lambda _: fewer)
    with gone.rewriting(keep=True) as writer:
        writer.note("event", "fewer categories")
    desk.records = Records(gone, desk.journal)
    desk.printing().work()
    assert desk.states() == [S.FAILED]


def test_a_signed_stranger_gets_a_badge_without_a_name(desk: Desk) -> None:
    desk.admit(signed_code(category=2))
    desk.printing().work()
    assert [paper.pdf for paper in desk.printer.sent] == [b""]


def undone_by(desk: Desk, fact: UUID) -> Callable[[], object]:
    return lambda: desk.check_in.undo(fact, "wrong person")


def test_an_undo_before_printing_prints_nothing(desk: Desk) -> None:
    outcome = desk.check_in.present(code_of("A-1"), "registration")
    assert outcome.fact is not None
    desk.check_in.undo(outcome.fact.id, "wrong person")
    assert desk.printing().work() == ()
    assert desk.printer.sent == []


def test_an_undo_while_the_badge_is_drawn_prints_nothing(desk: Desk) -> None:
    outcome = desk.check_in.present(code_of("A-1"), "registration")
    assert outcome.fact is not None
    drawer = PaperDrawer(while_drawing=undone_by(desk, outcome.fact.id))
    assert desk.printing(drawer).work() == ()
    assert desk.printer.sent == []
    assert desk.states() == [S.CANCELLED]
    assert desk.moves() == []


def test_an_undo_while_the_printer_has_it_leaves_it_printed(desk: Desk) -> None:
    outcome = desk.check_in.present(code_of("A-1"), "registration")
    assert outcome.fact is not None
    desk.printer.while_sending = undone_by(desk, outcome.fact.id)
    desk.printing().work()
    assert desk.states() == [S.CONFIRMED]


def test_a_reprint_is_one_more_copy_with_its_cause(desk: Desk) -> None:
    desk.admit()
    desk.printing().work()
    again = reprint(desk.records, Reprint(A1, "torn"))
    assert isinstance(again, Queued)
    assert [one.cause for one in desk.journal.jobs(open_only=True)] == ["torn"]
    desk.printing().work()
    assert [paper.title for paper in desk.printer.sent] == ["badge 1", "badge 2"]
    assert desk.printer.sent[1].job == again.job


def test_a_badge_that_the_printer_never_got_is_not_printed_after_an_undo(desk: Desk) -> None:
    desk.admit()
    desk.printer.sends = [Fate.WAITING]
    desk.printing().work()
    arrival = desk.journal.facts()[0]
    desk.check_in.undo(arrival.id, "wrong person")
    desk.printer.answers = [Fate.ABSENT]
    assert desk.printing().work() == ()
    assert desk.states() == [S.CANCELLED]
    assert len(desk.printer.sent) == 1


def test_it_is_printed_after_all_where_another_check_in_still_stands(desk: Desk) -> None:
    desk.admit()
    desk.check_in.present(code_of("A-1"), "lunch")
    desk.printer.sends = [Fate.WAITING]
    desk.printing().work()
    arrival = desk.journal.facts()[0]
    desk.check_in.undo(arrival.id, "by mistake")
    desk.printer.answers = [Fate.ABSENT]
    desk.printing().work()
    assert desk.states() == [S.CONFIRMED]
    assert len(desk.printer.sent) == 2
