"""Exactly one badge per request, whatever the printer says or does."""

import pytest

from kiosk.domain.journal import JobState
from kiosk.domain.words import Words
from kiosk.services.ports import Fate
from kiosk.services.trouble import Misconfigured, Unavailable
from tests.given import code_of, ticket_of
from tests.unit.services.desk import Desk

S = JobState
A1 = ticket_of("A-1").id
JAM = Unavailable(Words("打印机没有响应", "no answer"), Words("", ""))
NO_PAPER_SIZE = Misconfigured(Words("纸张不符", "wrong paper"), Words("", ""))


def test_a_badge_goes_to_the_printer_once(desk: Desk) -> None:
    job = desk.admit()
    assert desk.printing().work() == ()
    assert desk.printing().work() == ()
    (paper,) = desk.printer.sent
    assert (paper.job, paper.title, paper.pdf) == (job, "badge 1", "林若静".encode())
    assert desk.moves() == [S.SENT, S.CONFIRMED]
    (done,) = desk.journal.jobs(open_only=False)
    assert (done.printer, done.printer_ref) == ("scripted", "ref-1")


def test_a_title_in_the_queue_holds_no_name(desk: Desk) -> None:
    desk.admit()
    desk.printing().work()
    assert "林" not in desk.printer.sent[0].title


@pytest.mark.parametrize(
    ("fate", "state"),
    [
        (Fate.PRINTED, S.CONFIRMED),
        (Fate.FAILED, S.FAILED),
        (Fate.CANCELLED, S.CANCELLED),
        (Fate.UNTOLD, S.UNKNOWN),
        (Fate.WAITING, S.SENT),
    ],
)
def test_what_the_printer_says_when_it_takes_a_badge(
    desk: Desk, fate: Fate, state: JobState
) -> None:
    desk.admit()
    desk.printer.sends = [fate]
    desk.printing().work()
    assert desk.states() == [state]
    assert len(desk.printer.sent) == 1


@pytest.mark.parametrize(
    ("fate", "state", "papers"),
    [
        (Fate.PRINTED, S.CONFIRMED, 1),
        (Fate.FAILED, S.FAILED, 1),
        (Fate.CANCELLED, S.CANCELLED, 1),
        (Fate.UNTOLD, S.UNKNOWN, 1),
        (Fate.WAITING, S.SENT, 1),
        (Fate.ABSENT, S.CONFIRMED, 2),  # it surely never got it: sent again
    ],
)
def test_what_the_printer_says_when_asked_later(
    desk: Desk, fate: Fate, state: JobState, papers: int
) -> None:
    job = desk.admit()
    desk.printer.sends = [Fate.WAITING]
    desk.printing().work()
    desk.printer.answers = [fate]
    desk.printing().work()
    assert desk.printer.asked == [(job, "ref-1")]
    assert desk.states() == [state]
    assert len(desk.printer.sent) == papers
    assert {paper.job for paper in desk.printer.sent} == {job}


def test_a_job_the_printer_forgot_at_once_waits_in_the_queue(desk: Desk) -> None:
    desk.admit()
    desk.printer.sends = [Fate.ABSENT]
    assert [job.state for job in desk.printing().work()] == [S.QUEUED]


def test_a_printer_that_is_not_ready_is_sent_nothing(desk: Desk) -> None:
    desk.admit()
    desk.printer.ready = False
    assert len(desk.printing().work()) == 1
    assert desk.printer.sent == []
    assert not desk.printing().lamp().ready
    desk.printer.ready = True
    assert desk.printing().work() == ()


def test_a_printer_lost_before_it_took_the_badge_gets_it_later(desk: Desk) -> None:
    desk.admit()
    desk.admit(code_of("A-2"))
    desk.printer.sends = [JAM]
    with pytest.raises(Unavailable):
        desk.printing().work()
    assert desk.states() == [S.QUEUED, S.QUEUED]
    assert desk.printing().work() == ()
    assert len({paper.job for paper in desk.printer.sent}) == len(desk.printer.sent) == 2


def test_a_printer_that_is_set_up_wrongly_fails_the_job_with_its_words(desk: Desk) -> None:
    desk.admit()
    desk.printer.sends = [NO_PAPER_SIZE]
    with pytest.raises(Misconfigured):
        desk.printing().work()
    (job,) = desk.journal.jobs(open_only=False)
    assert (job.state, job.cause) == (S.FAILED, "wrong paper")


def test_a_printer_that_is_silent_is_asked_again(desk: Desk) -> None:
    desk.admit()
    desk.printer.sends = [Fate.WAITING]
    desk.printer.answers = [Fate.SILENT, Fate.PRINTED]
    printing = desk.printing()
    printing.work()
    printing.work()
    assert desk.states() == [S.SENT]
    printing.work()
    assert desk.states() == [S.CONFIRMED]
    assert len(desk.printer.sent) == 1


def a_crash() -> object:
    raise MemoryError


@pytest.mark.parametrize(
    ("answer", "papers"), [(Fate.PRINTED, 0), (Fate.ABSENT, 1), (Fate.UNTOLD, 0)]
)
def test_a_crash_between_sent_and_sending_is_settled_by_asking(
    desk: Desk, answer: Fate, papers: int
) -> None:
    job = desk.admit()
    desk.printer.while_sending = a_crash
    with pytest.raises(MemoryError):
        desk.printing().work()
    assert desk.states() == [S.SENT]
    desk.printer.while_sending = lambda: None
    desk.printer.answers = [answer]
    desk.printing().work()
    assert desk.printer.asked == [(job, "")]
    assert len(desk.printer.sent) == papers
