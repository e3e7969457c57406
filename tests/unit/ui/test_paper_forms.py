"""The organiser asks at the desk: how many came, which lists, what happened to whom."""

from concurrent.futures import Future
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from kiosk.domain.journal import AttendeeCorrected, CheckedIn, Voided
from kiosk.domain.words import Words
from kiosk.services.ports.papers import Paper
from kiosk.services.reports import Reports, Turnout
from kiosk.services.trouble import Unavailable
from kiosk.ui.screens.paper_forms import PaperForms
from kiosk.ui.screens.trail_form import TrailForm
from tests.given import an_event
from tests.unit.ui.desk import DeskAtWork


class Papers:
    """Counts for real, and only remembers what it should write."""

    def __init__(self, reports: Reports) -> None:
        self.reports, self.asked = reports, list[tuple[Paper, str]]()
        self.full = False

    def turnout(self, checkpoint: str) -> "Future[tuple[Turnout, ...]]":
        future: Future[tuple[Turnout, ...]] = Future()
        future.set_result(self.reports.turnout(checkpoint))
        return future

    def write(self, paper: Paper, checkpoint: str) -> "Future[Path]":
        self.asked.append((paper, checkpoint))
        future: Future[Path] = Future()
        if self.full:
            future.set_exception(Unavailable(Words("磁盘已满。", "Full."), Words("", "Tidy up.")))
        else:
            future.set_result(Path("papers") / f"{paper.value}.pdf")
        return future


@pytest.fixture
def papers(at_work: DeskAtWork) -> Papers:
    return Papers(Reports(at_work.records))


@pytest.fixture
def shown() -> list[Path]:
    return []


@pytest.fixture
def forms(at_work: DeskAtWork, papers: Papers, shown: list[Path]) -> PaperForms:
    desk = at_work.desk
    return PaperForms(desk.host, papers, desk.languages, an_event, shown.append)


def words(at_work: DeskAtWork) -> str:
    return " ".join(label.text() for label in at_work.desk.host.card.findChildren(QLabel))


def test_how_many_came_is_on_the_screen_and_in_a_file(
    at_work: DeskAtWork, forms: PaperForms, papers: Papers, shown: list[Path]
) -> None:
    at_work.scan("CODE-A-1")
    forms.show()
    at_work.settle()
    assert "All guests: 1 of 5" in words(at_work)
    assert "VIP: 0 of 1" in words(at_work)
    at_work.fill({"paper": "missing", "place": "registration"})
    at_work.enter()
    assert papers.asked == [(Paper.MISSING, "registration")]
    assert shown == [Path("papers/missing.pdf")]
    assert "papers/missing.pdf" in at_work.said()


def test_the_paper_list_comes_every_hour_until_it_is_unticked(
    at_work: DeskAtWork, forms: PaperForms, papers: Papers, shown: list[Path]
) -> None:
    forms.show()
    at_work.settle()
    at_work.fill({"hourly": "yes"})
    at_work.enter()
    forms.again.timeout.emit()
    at_work.settle()
    assert papers.asked == [(Paper.FALLBACK, "")] * 2
    assert len(shown) == 1, "nothing opens by itself in front of a guest"
    assert forms.again.isActive()
    forms.show()
    at_work.settle()
    at_work.fill({"hourly": ""})
    at_work.enter()
    assert not forms.again.isActive()


def test_a_full_disk_is_told(at_work: DeskAtWork, forms: PaperForms, papers: Papers) -> None:
    papers.full = True
    told: list[object] = []
    at_work.desk.clerk.troubled.connect(told.append)
    forms.show()
    at_work.settle()
    at_work.enter()
    assert len(told) == 1


@pytest.fixture
def trail(at_work: DeskAtWork) -> TrailForm:
    return TrailForm(at_work.desk.host, at_work.desk.languages, an_event)


def test_what_happened_is_told_and_a_change_taken_back(
    at_work: DeskAtWork, trail: TrailForm
) -> None:
    at_work.scan("CODE-A-1")
    before = at_work.guest("A-1").attendee.name
    at_work.press("Ctrl+E")
    at_work.fill({"name": "林若镜"})
    at_work.enter()
    (corrected,) = [
        f for f in at_work.records.journal.facts() if isinstance(f.what, AttendeeCorrected)
    ]
    trail.show()
    at_work.settle()
    assert "checked in at Registration" in words(at_work)
    at_work.fill({"take-back": corrected.id.hex})
    at_work.enter()
    assert "Say why" in words(at_work)
    at_work.fill({"why": "the old one was right"})
    at_work.enter()
    assert [v.fact for v in at_work.facts(Voided)] == [corrected.id]
    assert at_work.guest("A-1").attendee.name == before
    assert len(at_work.facts(CheckedIn)) == 1


def test_a_cancelled_ticket_comes_back_only_with_a_supervisor(
    at_work: DeskAtWork, trail: TrailForm
) -> None:
    at_work.scan("CODE-A-1")
    at_work.press("Ctrl+T")
    at_work.fill({"status": "cancelled", "why": "twice"})
    at_work.enter()
    at_work.pin("1", "2468")
    changed = next(
        f for f in at_work.records.journal.facts() if type(f.what).__name__ == "TicketChanged"
    )
    trail.show()
    at_work.settle()
    at_work.fill({"take-back": changed.id.hex, "why": "not twice"})
    at_work.enter()
    assert at_work.facts(Voided) == []
    at_work.pin("1", "2468")
    assert [v.fact for v in at_work.facts(Voided)] == [changed.id]


def test_nobody_is_asked_about_when_nobody_is_there(at_work: DeskAtWork, trail: TrailForm) -> None:
    trail.show()
    assert "Find a guest first" in at_work.said()


def test_a_guest_to_whom_nothing_happened(at_work: DeskAtWork, trail: TrailForm) -> None:
    at_work.desk.lists.search_field.setText("A-2")
    at_work.desk.clerk.search("A-2")
    at_work.settle()
    trail.show()
    at_work.settle()
    assert "Nothing happened yet." in words(at_work)
    at_work.enter()
    assert not at_work.desk.host.is_open
