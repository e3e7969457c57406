"""What the printer says of a job, and whether it may be printed again."""

from collections.abc import Iterator
from uuid import UUID

import pytest

from kiosk.devices.printer_ipp import IppPrinter
from kiosk.services.ports import Fate, Paper
from tests.paper.scripted_printer import (
    ABORTED,
    CANCELED,
    COMPLETED,
    PRINT_JOB,
    PROCESSING,
    STOPPED,
    ScriptedPrinter,
)

JOB = UUID("0b0d9a3e-3c53-4d5e-9a55-6a5b1d2f7c11")


@pytest.fixture
def scripted() -> Iterator[ScriptedPrinter]:
    with ScriptedPrinter() as printer:
        yield printer


def paper(job: UUID = JOB, title: str = "badge A-00317") -> Paper:
    return Paper(job, title, b"%PDF-1.4 whatever", 85.6, 54)


def printer_of(scripted: ScriptedPrinter) -> IppPrinter:
    return IppPrinter("desk", scripted.uri)


@pytest.mark.parametrize(
    ("state", "reasons", "fate"),
    [
        (3, ("none",), Fate.WAITING),
        (4, ("job-hold-until-specified",), Fate.WAITING),
        (PROCESSING, ("job-printing",), Fate.WAITING),
        (STOPPED, ("printer-stopped",), Fate.WAITING),
        (STOPPED, ("cups-filter-crashed",), Fate.FAILED),
        (STOPPED, ("job-completed-with-errors",), Fate.FAILED),
        (CANCELED, ("job-canceled-by-user",), Fate.CANCELLED),
        (CANCELED, ("aborted-by-system",), Fate.FAILED),
        (ABORTED, ("processing-to-stop-point",), Fate.FAILED),
        (COMPLETED, ("job-completed-successfully",), Fate.PRINTED),
        (COMPLETED, ("job-completed-with-errors",), Fate.PRINTED),
        (99, ("none",), Fate.UNTOLD),
    ],
)
def test_the_printers_state_of_a_job_is_its_fate(
    scripted: ScriptedPrinter, state: int, reasons: tuple[str, ...], fate: Fate
) -> None:
    printer = printer_of(scripted)
    ref = printer.send(paper()).ref
    scripted.jobs[0].state, scripted.jobs[0].reasons = state, reasons
    assert printer.ask(JOB, ref).fate is fate
    assert printer.ask(JOB, ref).ref == ref


@pytest.mark.parametrize("state", [CANCELED, ABORTED])
def test_a_job_that_surely_failed_is_printed_when_it_is_sent_again(
    scripted: ScriptedPrinter, state: int
) -> None:
    printer = printer_of(scripted)
    printer.send(paper())
    scripted.jobs[0].state = state
    assert printer.send(paper()).ref == "2"
    assert printer.ask(JOB, "").fate is Fate.PRINTED


@pytest.mark.parametrize("state", [3, PROCESSING, STOPPED, COMPLETED])
def test_a_job_that_waits_or_is_done_is_not_printed_again(
    scripted: ScriptedPrinter, state: int
) -> None:
    printer = printer_of(scripted)
    printer.send(paper())
    scripted.jobs[0].state = state
    assert printer.send(paper()).ref == "1"
    assert scripted.requests.count(PRINT_JOB) == 1
