"""A badge is taken back from a printer: free for another only where it surely never came out."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from kiosk.devices.printer_folder import FolderPrinter
from kiosk.devices.printer_ipp import IppPrinter
from kiosk.services.ports import Fate, Paper
from tests.paper.scripted_printer import (
    CANCELED,
    COMPLETED,
    PENDING,
    PROCESSING,
    Script,
    ScriptedPrinter,
)


@pytest.fixture
def scripted() -> Iterator[ScriptedPrinter]:
    with ScriptedPrinter() as printer:
        yield printer


def held(scripted: ScriptedPrinter, state: int, impressions: int) -> tuple[IppPrinter, UUID, str]:
    """A printer with one badge in it."""
    scripted.script = Script(new_job_state=state, new_job_reasons=("none",))
    printer, job = IppPrinter("desk", scripted.uri), uuid4()
    ref = printer.send(Paper(job, "badge 1", b"%PDF-", 90, 130)).ref
    scripted.jobs[0].impressions = impressions
    return printer, job, ref


@pytest.mark.parametrize("known", [True, False], ids=["by number", "after a crash"])
def test_a_badge_that_had_not_begun_is_free(scripted: ScriptedPrinter, known: bool) -> None:
    printer, job, ref = held(scripted, PENDING, 0)
    assert printer.withdraw(job, ref if known else "").fate is Fate.ABSENT
    assert scripted.jobs[0].state == CANCELED


def test_a_badge_is_free_where_the_printer_stopped_before_its_first_page(
    scripted: ScriptedPrinter,
) -> None:
    printer, job, ref = held(scripted, PROCESSING, 0)
    scripted.script.state, scripted.script.reasons = 5, ("media-empty-error",)
    assert printer.withdraw(job, ref).fate is Fate.ABSENT


@pytest.mark.parametrize(("stopped", "impressions"), [(False, 0), (True, 1), (False, 1)])
def test_a_badge_that_may_be_out_is_cancelled_and_asked_about(
    scripted: ScriptedPrinter, stopped: bool, impressions: int
) -> None:
    printer, job, ref = held(scripted, PROCESSING, impressions)
    if stopped:
        scripted.script.state, scripted.script.reasons = 5, ("media-jam-error",)
    assert printer.withdraw(job, ref).fate is Fate.UNTOLD
    assert scripted.jobs[0].state == CANCELED


def test_a_badge_that_came_out_is_confirmed(scripted: ScriptedPrinter) -> None:
    printer, job, ref = held(scripted, COMPLETED, 1)
    assert printer.withdraw(job, ref).fate is Fate.PRINTED


def test_a_badge_that_comes_out_while_it_is_cancelled_is_asked_about(
    scripted: ScriptedPrinter,
) -> None:
    printer, job, ref = held(scripted, PENDING, 0)
    scripted.jobs[0].impressions = 1
    assert printer.withdraw(job, ref).fate is Fate.UNTOLD


def test_a_printer_that_goes_on_although_it_was_told_to_stop_keeps_it(
    scripted: ScriptedPrinter,
) -> None:
    printer, job, ref = held(scripted, PROCESSING, 0)
    scripted.script.cancelling_helps = False
    assert printer.withdraw(job, ref).fate is Fate.WAITING


def test_a_printer_that_is_off_keeps_its_badge(scripted: ScriptedPrinter) -> None:
    printer, job, ref = held(scripted, PENDING, 0)
    scripted.script.hang_up_before_taking = True
    scripted.script.silent = True
    scripted.script.speak.set()
    assert printer.withdraw(job, ref).fate is Fate.SILENT


def test_a_printer_that_forgot_the_badge_proves_nothing(scripted: ScriptedPrinter) -> None:
    printer, job, ref = held(scripted, PENDING, 0)
    scripted.forget_jobs()
    assert printer.withdraw(job, ref).fate is Fate.UNTOLD


def test_a_folder_keeps_what_it_has(tmp_path: Path) -> None:
    printer, job = FolderPrinter("desk", tmp_path / "badges"), uuid4()
    assert printer.withdraw(job, "").fate is Fate.SILENT
    ref = printer.send(Paper(job, "badge 1", b"%PDF-", 90, 130)).ref
    assert printer.withdraw(job, ref).fate is Fate.PRINTED
