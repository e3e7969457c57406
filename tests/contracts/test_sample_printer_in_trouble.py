"""CUPS's own sample printer runs out of stock: it is seen, its badge waits or is asked about."""

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from kiosk.devices.printer_ipp import IppPrinter
from kiosk.services.ports import Fate, Paper, Remedy
from tests.paper import eve_printer
from tests.paper.desks import until
from tests.paper.eve_printer import EvePrinter

pytestmark = pytest.mark.paper
PDF = b"%PDF-1.4 a badge"


@pytest.fixture
def eve(tmp_path: Path) -> Iterator[EvePrinter]:
    if eve_printer.MISSING:
        pytest.skip(eve_printer.MISSING)
    with EvePrinter(tmp_path / "eve") as eve:
        yield eve


def stuck(eve: EvePrinter) -> tuple[IppPrinter, Paper, str]:
    """A badge in a printer without stock."""
    printer, paper = IppPrinter("desk", eve.uri), Paper(uuid4(), "badge 1", PDF, 90, 130)
    eve.fault("media-empty-error")
    ref = printer.send(paper).ref
    lamp = until(printer.lamp, lambda lamp: not lamp.ready)
    assert lamp.remedy is Remedy.LOAD
    assert printer.ask(paper.job, ref).fate is Fate.WAITING
    return printer, paper, ref


def test_a_badge_waits_for_stock_and_comes_out_once(eve: EvePrinter) -> None:
    printer, paper, ref = stuck(eve)
    eve.fault("")
    done = until(lambda: printer.ask(paper.job, ref), lambda a: a.fate is not Fate.WAITING)
    assert done.fate is Fate.PRINTED
    assert eve.papers() == [PDF]
    assert until(printer.lamp, lambda lamp: lamp.ready).ready


def test_a_printer_that_cancels_only_in_words_keeps_its_badge(eve: EvePrinter) -> None:
    printer, paper, ref = stuck(eve)
    # it notes the cancelling, and prints as soon as there is stock
    assert printer.withdraw(paper.job, ref).fate is Fate.WAITING
    eve.fault("")
    done = until(lambda: printer.ask(paper.job, ref), lambda a: a.fate is not Fate.WAITING)
    assert eve.papers() == [PDF]
    assert done.fate is not Fate.ABSENT
    assert printer.withdraw(paper.job, ref).fate is not Fate.ABSENT


def test_an_aborted_badge_is_failed(eve: EvePrinter) -> None:
    printer, paper = IppPrinter("desk", eve.uri), Paper(uuid4(), "badge 1", PDF, 90, 130)
    assert printer.lamp().ready
    eve.fault("abort")
    sent = printer.send(paper)
    done = until(lambda: printer.ask(paper.job, sent.ref), lambda a: a.fate is not Fate.WAITING)
    assert done.fate in (Fate.FAILED, Fate.CANCELLED)
    assert eve.papers() == []
