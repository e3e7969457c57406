"""A clerk looks at badges, prints, runs the queue and chooses designs with the keyboard alone."""

from collections.abc import Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from io import BytesIO
from uuid import UUID

import pytest
from PIL import Image
from pytestqt.qtbot import QtBot

from kiosk.domain.attendee import Detail
from kiosk.domain.journal import (
    AttendeeCorrected,
    CodesReplaced,
    JobState,
    PrinterOrder,
    PrinterTold,
    PrintJobMoved,
)
from kiosk.domain.visit import BadgeMoved, Waiting, Welcomed
from kiosk.domain.words import Language, Words
from kiosk.keys.station import StationKeys
from kiosk.services.badge_proof import BadgeProof
from kiosk.services.ports import PrinterLamp
from kiosk.services.print_desk import BadgeLook
from kiosk.services.printer_pool import StandLamp
from kiosk.services.reprinting import Queued, Reprint, reprint
from kiosk.ui.screens.desk_printing import TYPING_MS, DeskPrinting
from kiosk.ui.screens.desk_view import desk_view
from kiosk.ui.screens.guest_view import guest_view
from kiosk.ui.theme import STOP
from tests.given import an_event, ticket_of
from tests.unit.ui.desk import DeskAtWork

A1 = ticket_of("A-1").id
GREEN = PrinterLamp(ready=True, words=Words("就绪", "Ready"))
LAMPS = (
    StandLamp("left", GREEN, 1, PrinterOrder.RUN, 18),
    StandLamp("right", GREEN, 0, PrinterOrder.PAUSE, None),
)


def a_png() -> bytes:
    """A small picture."""
    target = BytesIO()
    Image.new("RGB", (9, 13), "#1F5FA8").save(target, "PNG")
    return target.getvalue()


PNG = a_png()


@dataclass
class PaperDesk:
    """Implements `PrintDesk`; notes what it was asked for."""

    shown: list[tuple[UUID | None, dict[Detail, str], str]] = field(default_factory=list)
    chosen: dict[str, str] = field(
        default_factory=lambda: dict.fromkeys(("left", "right"), "lanyard")
    )
    cancelled: list[UUID] = field(default_factory=list)
    rulers: list[str] = field(default_factory=list)
    next_look: BadgeLook | None = field(default_factory=lambda: BadgeLook(PNG))

    def templates(self) -> tuple[str, ...]:
        return "card", "lanyard"

    def template_of(self, printer: str) -> str:
        return self.chosen[printer]

    def look(
        self, ticket: UUID | None, said: Mapping[Detail, str], template: str
    ) -> "Future[BadgeLook | None]":
        self.shown.append((ticket, dict(said), template))
        done: Future[BadgeLook | None] = Future()
        done.set_result(self.next_look)
        return done

    def choose(self, printer: str, template: str) -> None:
        self.chosen[printer] = template

    def cancel(self, job: UUID) -> None:
        self.cancelled.append(job)

    def print_ruler(self, printer: str) -> None:
        self.rulers.append(printer)


@dataclass(frozen=True)
class Printing:
    """The desk with its pages about printing."""

    at: DeskAtWork
    pages: DeskPrinting
    paper: PaperDesk

    def admit(self, number: str = "A-1") -> UUID:
        """A guest comes in; the job of the badge."""
        self.at.scan(f"CODE-{number}")
        outcome = self.at.presenter.answers.outcome
        assert outcome is not None
        assert outcome.job is not None
        return outcome.job

    def moved(self, job: UUID, to: JobState) -> None:
        """The printing thread has got so far."""
        with self.at.records.journal.transaction() as tx:
            known = tx.job(job)
            assert known is not None
            tx.record(PrintJobMoved(job, known.ticket, to, known.copy, "left"))
        self.at.bridge.badge_moved.emit(BadgeMoved(job, to))
        self.at.settle()

    def problem(self) -> str:
        """What the form complains of."""
        return self.at.desk.host.card._problem.text()

    def jobs(self) -> list[JobState]:
        return [job.state for job in self.at.records.journal.jobs(open_only=False)]


@pytest.fixture
def printing(at_work: DeskAtWork) -> Printing:
    paper = PaperDesk()
    pages = DeskPrinting(at_work.desk.host, paper, at_work.desk.languages)
    pages.set_stands(LAMPS)
    return Printing(at_work, pages, paper)


def test_a_badge_is_looked_at_as_it_is_typed_and_then_printed(
    printing: Printing, qtbot: QtBot
) -> None:
    printing.admit()
    printing.pages.badge()
    printing.at.settle()
    assert not printing.at.desk.host.card._picture.is_empty
    before = len(printing.paper.shown)
    printing.at.fill({"name": "林若镜", "company": "山城传媒"})
    qtbot.waitUntil(lambda: len(printing.paper.shown) > before, timeout=TYPING_MS * 50)
    ticket, said, template = printing.paper.shown[-1]
    assert (ticket, said[Detail.NAME], template) == (A1, "林若镜", "")
    printing.at.enter()
    (corrected,) = printing.at.facts(AttendeeCorrected)
    assert dict(corrected.details)[Detail.NAME] == "林若镜"
    assert printing.jobs() == [JobState.QUEUED, JobState.QUEUED]
    assert printing.at.facts(CodesReplaced) == []
    assert "no. 2" in printing.at.said()


def test_a_lost_badge_is_printed_again_and_the_old_one_revoked(printing: Printing) -> None:
    printing.admit()
    printing.pages.badge()
    printing.at.settle()
    printing.at.fill({"why": "lost", "revokes": "yes"})
    printing.at.enter()
    assert len(printing.at.facts(CodesReplaced)) == 1
    assert printing.at.facts(AttendeeCorrected) == []
    printing.pages.badge()
    printing.at.settle()
    assert "2 (lost)" in printing.at.desk.host.card._advice.text()


def test_one_badge_too_many_needs_a_supervisor(printing: Printing) -> None:
    printing.admit()
    for _ in range(3):
        printing.pages.badge()
        printing.at.settle()
        printing.at.enter()
    assert len(printing.jobs()) == 3
    assert printing.at.desk.options.digit("1")
    printing.at.desk.options.pin.enter("2468")
    printing.at.settle()
    assert len(printing.jobs()) == 4


def test_no_badge_without_a_name_or_a_guest(printing: Printing) -> None:
    printing.pages.badge()
    assert not printing.at.desk.host.is_open
    printing.admit()
    printing.pages.badge()
    printing.at.settle()
    printing.at.fill({"name": " "})
    printing.at.enter()
    assert printing.problem() == "A name is needed."


def test_who_is_not_there_gets_no_badge(printing: Printing) -> None:
    printing.at.scan("CODE-A-5")
    printing.pages.badge()
    printing.at.settle()
    printing.at.enter()
    assert "Not checked in yet" in printing.at.said()


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (BadgeLook(PNG, missing=("\U000323b0",)), "No font has \U000323b0"),
        (BadgeLook(PNG, overflowing=("company",)), "Too long"),
        (None, ""),
    ],
)
def test_what_cannot_be_printed_is_said_beside_the_picture(
    printing: Printing, look: BadgeLook | None, words: str
) -> None:
    printing.paper.next_look = look
    printing.admit()
    printing.pages.badge()
    printing.at.settle()
    assert printing.problem().startswith(words)


@pytest.mark.parametrize(
    ("why", "latin", "name"),
    [("by hand", "Lin", ""), ("in pinyin", "Lin Rj", "Lin Rj"), ("in pinyin", "", "Lin Ruojing")],
)
def test_a_name_without_a_font_is_seen_as_it_will_be(
    printing: Printing, qtbot: QtBot, why: str, latin: str, name: str
) -> None:
    printing.admit()
    printing.pages.badge()
    printing.at.settle()
    printing.at.fill({"why": why, "latin_name": latin})
    shown = printing.paper.shown
    qtbot.waitUntil(lambda: shown[-1][1][Detail.NAME] == name, timeout=TYPING_MS * 50)
    assert shown[-1][1][Detail.LATIN_NAME] == ""


def test_printers_are_told_and_badges_moved(printing: Printing) -> None:
    first, second = printing.admit("A-1"), printing.admit("A-2")
    again = reprint(printing.at.records, Reprint(A1, "damaged"))
    assert isinstance(again, Queued)
    third = again.job
    printing.moved(first, JobState.SENT)
    printing.moved(first, JobState.UNKNOWN)
    printing.moved(second, JobState.SENT)
    printing.pages.queue()
    printing.at.settle()
    printing.at.fill(
        {
            "order:left": "drain", "order:right": "run", "load:left": "18", "load:right": "500",
            f"job:{first}": "came-out", f"job:{second}": "cancel", f"job:{third}": "next",
        }
    )  # fmt: skip
    printing.at.enter()
    assert printing.at.facts(PrinterTold) == [
        PrinterTold("left", PrinterOrder.DRAIN),
        PrinterTold("right", PrinterOrder.RUN),
        PrinterTold("right", PrinterOrder.LOAD, 500),
    ]
    assert printing.jobs().count(JobState.CONFIRMED) == 1
    assert printing.paper.cancelled == [second]
    assert printing.at.records.journal.jobs(open_only=True)[0].job == third


def test_a_count_is_a_number(printing: Printing) -> None:
    printing.pages.queue()
    printing.at.settle()
    printing.at.fill({"load:left": "many"})
    printing.at.enter()
    assert printing.problem() == "How many badges? A number, or nothing."
    assert printing.at.facts(PrinterTold) == []


def test_a_design_is_seen_then_used_and_a_ruler_printed(printing: Printing, qtbot: QtBot) -> None:
    printing.pages.designs()
    printing.at.settle()
    printing.at.fill({"printer": "right", "template": "card", "ruler": "yes"})
    qtbot.waitUntil(lambda: printing.paper.shown[-1][2] == "card", timeout=TYPING_MS * 50)
    printing.at.enter()
    assert printing.paper.chosen == {"left": "lanyard", "right": "card"}
    assert printing.paper.rulers == ["right"]
    assert "right" in printing.at.said()


def test_before_the_printers_are_known_there_is_nothing_to_choose(printing: Printing) -> None:
    printing.pages.set_stands(())
    printing.pages.designs()
    assert not printing.at.desk.host.is_open
    printing.pages.queue()
    printing.at.settle()
    assert printing.at.desk.host.is_open


def badge_of(printing: Printing, keys: StationKeys, number: str, generation: int = 1) -> str:
    return keys.badge_code(ticket_of(number).id, generation)


@pytest.mark.parametrize(
    ("number", "proof"), [("A-1", BadgeProof.RIGHT), ("A-2", BadgeProof.WRONG)]
)
@pytest.mark.parametrize("eye", ["camera", "scanner"])
def test_a_fresh_badge_is_proven_and_takes_nobodys_welcome_away(
    printing: Printing, keys: StationKeys, number: str, proof: BadgeProof, eye: str
) -> None:
    job = printing.admit()
    printing.moved(job, JobState.SENT)
    printing.moved(job, JobState.CONFIRMED)
    text = badge_of(printing, keys, number)
    if eye == "camera":
        printing.at.presenter.read_codes((text,))
    else:
        printing.at.presenter.type_code(text)
    printing.at.settle()
    presenter = printing.at.presenter
    assert isinstance(presenter.state, Welcomed)
    assert presenter.answers.proof is proof
    view = desk_view(presenter.state, presenter.answers, an_event(), Language.EN)
    page = guest_view(presenter.state, presenter.answers, an_event(), Language.EN, "")
    assert page is not None
    assert (view.tone is STOP) is (proof is BadgeProof.WRONG)
    assert view.outcome in (page.headline, page.badge)
    presenter.leave()
    assert isinstance(presenter.state, Waiting)
    assert presenter.answers.proof is None


def test_the_next_guests_ticket_is_no_wrong_badge(printing: Printing) -> None:
    job = printing.admit()
    printing.moved(job, JobState.SENT)
    printing.admit("A-2")
    assert printing.at.presenter.answers.proof is None


def test_a_code_that_only_looks_like_a_badges_comes_to_its_turn(printing: Printing) -> None:
    job = printing.admit()
    printing.moved(job, JobState.SENT)
    printing.at.scan("ABCDEFGHIJ")
    outcome = printing.at.presenter.answers.outcome
    assert outcome is not None
    assert outcome.text == "ABCDEFGHIJ"
