"""Several printers: the idle one first, stock for some, a neighbour's help; never twice."""

from uuid import UUID

import pytest

from kiosk.domain.journal import JobState, PrinterOrder, PrinterTold, PrintJobMoved
from kiosk.domain.words import Words
from kiosk.services.badge_printing import PATIENCE, SILENCE, TAKING, BadgePrinting
from kiosk.services.ports import Fate
from kiosk.services.printer_orders import tell
from kiosk.services.printer_pool import DEPTH, TOO_LONG, Stand
from kiosk.services.reprinting import print_next, resolve_unknown
from kiosk.services.trouble import Misconfigured, Unavailable
from tests.fake_paper import PaperDrawer, ScriptedPrinter
from tests.given import code_of, signed_code
from tests.unit.services.desk import Desk

S = JobState
OFF = Unavailable(Words("打印机没有响应", "no answer"), Words("", ""))
WRONG = Misconfigured(Words("纸张不符", "wrong paper"), Words("", ""))


@pytest.fixture
def left() -> ScriptedPrinter:
    return ScriptedPrinter("left")


@pytest.fixture
def right() -> ScriptedPrinter:
    return ScriptedPrinter("right")


@pytest.fixture
def pair(desk: Desk, left: ScriptedPrinter, right: ScriptedPrinter) -> BadgePrinting:
    desk.stands = [Stand(left, PaperDrawer()), Stand(right, PaperDrawer())]
    return desk.printing()


def admit(desk: Desk, *numbers: int) -> list[UUID]:
    return [desk.admit(code_of(f"A-{number}")) for number in numbers]


def states(desk: Desk) -> dict[UUID, tuple[JobState, str]]:
    return {job.job: (job.state, job.printer) for job in desk.journal.jobs(open_only=False)}


def told(desk: Desk, printer: str, order: PrinterOrder, count: int = 0) -> None:
    tell(desk.records, PrinterTold(printer, order, count), "Wang")


def test_the_printer_with_the_fewest_waiting_is_next(
    desk: Desk, pair: BadgePrinting, left: ScriptedPrinter, right: ScriptedPrinter
) -> None:
    left.sends = right.sends = [Fate.WAITING] * 4
    admit(desk, 1, 2)
    pair.work()
    assert (len(left.sent), len(right.sent)) == (1, 1)


def test_a_printer_holds_few_badges_at_once(desk: Desk) -> None:
    desk.printer.sends = [Fate.WAITING] * 3
    desk.printer.answers = [Fate.WAITING] * 2
    admit(desk, 1, 2)
    desk.admit(signed_code())
    printing = desk.printing()
    printing.work()
    assert len(desk.printer.sent) == DEPTH
    printing.work()
    assert len(desk.printer.sent) == DEPTH
    printing.work()
    assert len(desk.printer.sent) == 3


def test_stock_for_a_category_is_for_it_alone(
    desk: Desk, left: ScriptedPrinter, right: ScriptedPrinter
) -> None:
    desk.stands = [Stand(left, PaperDrawer(), frozenset({"vip"})), Stand(right, PaperDrawer())]
    printing = desk.printing()
    admit(desk, 1, 2)
    printing.work()
    categories = {g.ticket.id: g.ticket.category for g in desk.guests()}
    for printer, served in ((left, {"vip"}), (right, set(categories.values()) - {"vip"})):
        jobs = {job.job: job.ticket for job in desk.journal.jobs(open_only=False)}
        assert {categories[jobs[paper.job]] for paper in printer.sent} <= served


def test_a_badge_that_a_printer_cannot_take_goes_to_its_neighbour_at_once(
    desk: Desk, pair: BadgePrinting, left: ScriptedPrinter, right: ScriptedPrinter
) -> None:
    left.sends = [OFF]
    (job,) = admit(desk, 1)
    assert pair.work() == ()
    assert states(desk) == {job: (S.CONFIRMED, "right")}
    assert desk.moves() == [S.SENT, S.QUEUED, S.SENT, S.CONFIRMED]
    assert left.sent == []
    assert not pair.lamps()[0].lamp.ready


@pytest.mark.parametrize(
    ("first", "second", "state"), [(WRONG, None, S.CONFIRMED), (WRONG, WRONG, S.FAILED)]
)
def test_a_printer_that_is_set_up_wrongly_fails_a_badge_only_where_no_other_takes_it(
    desk: Desk, pair: BadgePrinting, left: ScriptedPrinter, right: ScriptedPrinter,
    first: Exception, second: Exception | None, state: JobState,
) -> None:  # fmt: skip
    left.sends, right.sends = [first], [second] if second else []
    admit(desk, 1)
    if second:
        with pytest.raises(Misconfigured):
            pair.work()
    else:
        pair.work()
    assert desk.states() == [state]


def a_badge_stuck_on_the_left(
    desk: Desk, pair: BadgePrinting, left: ScriptedPrinter, gives_back: Fate
) -> UUID:
    left.sends, left.answers = [Fate.WAITING], [Fate.WAITING] * 9
    left.gives_back = [gives_back]
    (job,) = admit(desk, 1)
    pair.work()
    left.ready = False
    pair.work()
    assert left.withdrawn == []
    desk.clock.step(PATIENCE)
    pair.work()
    assert left.withdrawn == [job]
    return job


def test_a_badge_in_a_printer_that_stopped_is_taken_back_and_printed_next_door(
    desk: Desk, pair: BadgePrinting, left: ScriptedPrinter, right: ScriptedPrinter
) -> None:
    job = a_badge_stuck_on_the_left(desk, pair, left, Fate.ABSENT)
    assert states(desk) == {job: (S.CONFIRMED, "right")}
    assert [paper.job for paper in right.sent] == [job]


def test_what_may_have_come_out_is_asked_about_and_not_printed_next_door(
    desk: Desk, pair: BadgePrinting, left: ScriptedPrinter, right: ScriptedPrinter
) -> None:
    job = a_badge_stuck_on_the_left(desk, pair, left, Fate.UNTOLD)
    assert states(desk)[job][0] is S.UNKNOWN
    assert right.sent == []
    resolve_unknown(desk.records, job, came_out=False)
    pair.work()
    assert [paper.job for paper in right.sent] == [job]
    assert left.withdrawn == [job, job]


def test_what_came_out_after_all_is_confirmed(
    desk: Desk, pair: BadgePrinting, left: ScriptedPrinter, right: ScriptedPrinter
) -> None:
    job = a_badge_stuck_on_the_left(desk, pair, left, Fate.PRINTED)
    assert states(desk) == {job: (S.CONFIRMED, "left")}
    assert right.sent == []


def test_a_crash_while_a_badge_is_taken_back_leaves_it_to_a_person(
    desk: Desk, pair: BadgePrinting, left: ScriptedPrinter, right: ScriptedPrinter
) -> None:
    left.sends = [Fate.WAITING]
    (job,) = admit(desk, 1)
    pair.work()
    with desk.journal.transaction() as tx:
        known = tx.job(job)
        assert known is not None
        tx.record(PrintJobMoved(job, known.ticket, S.SENT, 1, "left", "ref-1", TAKING))
    left.answers = [Fate.CANCELLED]
    desk.printing().work()
    assert states(desk)[job][0] is S.UNKNOWN
    assert right.sent == []


def test_a_lone_printer_keeps_what_it_has(desk: Desk) -> None:
    desk.printer.sends, desk.printer.answers = [Fate.WAITING], [Fate.WAITING] * 9
    desk.admit()
    printing = desk.printing()
    printing.work()
    desk.printer.ready = False
    for _ in range(3):
        desk.clock.step(PATIENCE)
        printing.work()
    assert desk.printer.withdrawn == []
    desk.printer.answers = [Fate.PRINTED]
    assert printing.work() == ()


def test_a_printer_that_fell_silent_is_asked_about_after_a_while(desk: Desk) -> None:
    desk.printer.sends, desk.printer.answers = [Fate.WAITING], [Fate.SILENT] * 9
    desk.admit()
    printing = desk.printing()
    printing.work()
    desk.printer.ready = False
    printing.work()
    assert desk.states() == [S.SENT]
    desk.clock.step(SILENCE)
    printing.work()
    assert desk.states() == [S.UNKNOWN]


def test_a_printer_that_was_taken_out_of_the_settings_leaves_its_badges_in_doubt(
    desk: Desk, left: ScriptedPrinter
) -> None:
    desk.printer.sends = [Fate.WAITING]
    desk.admit()
    desk.printing().work()
    desk.stands = [Stand(left, PaperDrawer())]
    desk.printing().work()
    assert desk.states() == [S.UNKNOWN]


def test_a_badge_that_takes_too_long_darkens_the_lamp(desk: Desk) -> None:
    desk.printer.sends, desk.printer.answers = [Fate.WAITING], [Fate.WAITING] * 9
    desk.admit()
    printing = desk.printing()
    printing.work()
    assert printing.lamp().ready
    desk.clock.step(TOO_LONG + 1)
    printing.work()
    assert not printing.lamp().ready
    assert "on and connected" in printing.lamp().words.en
    desk.printer.answers = [Fate.PRINTED]
    printing.work()
    printing.work()
    assert printing.lamp().ready


def test_a_paused_printer_takes_nothing_and_keeps_its_badges(
    desk: Desk, pair: BadgePrinting, left: ScriptedPrinter, right: ScriptedPrinter
) -> None:
    told(desk, "left", PrinterOrder.PAUSE)
    admit(desk, 1, 2)
    pair.work()
    assert (len(left.sent), len(right.sent)) == (0, 2)
    assert "Paused" in pair.lamps()[0].lamp.words.en
    told(desk, "left", PrinterOrder.RUN)
    pair.work()
    assert pair.lamps()[0].lamp.ready


def test_a_drained_printer_gives_its_badges_away_though_it_is_well(
    desk: Desk, pair: BadgePrinting, left: ScriptedPrinter, right: ScriptedPrinter
) -> None:
    left.sends, left.answers = [Fate.WAITING], [Fate.WAITING]
    (job,) = admit(desk, 1)
    pair.work()
    told(desk, "left", PrinterOrder.DRAIN)
    pair.work()
    assert states(desk) == {job: (S.CONFIRMED, "right")}
    assert "Drained" in pair.lamps()[0].lamp.words.en


def test_stock_set_apart_is_served_by_all_where_its_printer_is_drained(
    desk: Desk, left: ScriptedPrinter, right: ScriptedPrinter
) -> None:
    everybody = frozenset(c.id for c in desk.records.roster.event().categories)
    desk.stands = [
        Stand(left, PaperDrawer(), everybody), Stand(right, PaperDrawer(), frozenset({"none"})),
    ]  # fmt: skip
    told(desk, "left", PrinterOrder.DRAIN)
    admit(desk, 1)
    desk.printing().work()
    assert len(right.sent) == 1


def test_stock_is_counted_down_from_when_it_was_loaded(desk: Desk) -> None:
    printing = desk.printing()
    admit(desk, 1)
    printing.work()
    printing.work()
    assert printing.lamps()[0].left is None
    told(desk, "scripted", PrinterOrder.LOAD, 21)
    admit(desk, 2)
    printing.work()
    printing.work()
    assert printing.lamps()[0].left == 20
    assert printing.lamp().words.en == "Ready; about 20 badges left."
    told(desk, "scripted", PrinterOrder.LOAD, 0)
    printing.work()
    assert "used up" in printing.lamp().words.en
    told(desk, "scripted", PrinterOrder.LOAD, 500)
    printing.work()
    assert printing.lamp().words.en == "Ready"


def test_among_several_printers_the_lamp_has_a_name(
    desk: Desk, pair: BadgePrinting, right: ScriptedPrinter
) -> None:
    pair.work()
    assert pair.lamp().words.en == "left: Ready"
    right.ready = False
    pair.work()
    assert pair.lamp().words.en.startswith("right: ")
    assert not pair.lamp().ready


def test_a_badge_may_go_before_the_others(desk: Desk) -> None:
    desk.printer.ready = False
    first, second = admit(desk, 1, 2)
    assert print_next(desk.records, second)
    desk.printer.ready = True
    desk.printing().work()
    assert [paper.job for paper in desk.printer.sent] == [second, first]
    assert not print_next(desk.records, second)
    assert not print_next(desk.records, UUID(int=7))


@pytest.mark.parametrize(
    ("gives_back", "state"),
    [(Fate.ABSENT, S.CANCELLED), (Fate.PRINTED, S.CONFIRMED), (Fate.WAITING, S.SENT)],
)
def test_a_badge_nobody_wants_is_taken_back_if_it_can_be(
    desk: Desk, gives_back: Fate, state: JobState
) -> None:
    desk.printer.sends, desk.printer.answers = [Fate.WAITING], [Fate.WAITING]
    desk.printer.gives_back = [gives_back]
    job = desk.admit()
    printing = desk.printing()
    printing.work()
    printing.cancel(job)
    printing.work()
    assert desk.states() == [state]


def test_a_waiting_badge_nobody_wants_is_not_printed(desk: Desk) -> None:
    desk.printer.ready = False
    job = desk.admit()
    printing = desk.printing()
    printing.cancel(job)
    printing.cancel(UUID(int=7))
    printing.work()
    assert desk.states() == [S.CANCELLED]
    desk.printer.ready = True
    assert printing.work() == ()
    assert desk.printer.sent == []
