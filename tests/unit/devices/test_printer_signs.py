"""The lamp of an IPP printer: what its reasons mean for a desk."""

from collections.abc import Iterator

import pytest

from kiosk.devices.printer_ipp import IppPrinter
from kiosk.devices.printer_signs import Signs, lamp_of
from kiosk.services.ports import Remedy
from tests.paper.scripted_printer import ScriptedPrinter


@pytest.fixture
def scripted() -> Iterator[ScriptedPrinter]:
    with ScriptedPrinter() as printer:
        yield printer


@pytest.mark.parametrize(
    ("state", "reasons", "message", "accepting", "ready", "word"),
    [
        (3, ("none",), "", True, True, "Ready"),
        (4, ("none",), "Printing", True, True, "Ready"),
        (5, ("media-empty-error",), "", True, False, "stock"),
        (4, ("media-empty-warning", "cups-waiting-for-job-completed"), "", True, False, "stock"),
        (3, ("media-empty-report",), "", True, True, "Ready"),
        (5, ("media-jam",), "", True, False, "jammed"),
        (5, ("door-open-error", "media-jam-error"), "", True, False, "jammed"),
        (5, ("cover-open-warning",), "", True, False, "cover"),
        (5, ("paused",), "", True, False, "paused"),
        (3, ("offline-report",), "", True, False, "not answering"),
        (
            4,
            ("none",),
            "The printer may not exist or is unavailable at this time.",
            True,
            False,
            "not answering",
        ),
        (3, ("marker-supply-low-warning",), "", True, True, "ribbon"),
        (3, ("marker-supply-empty-error",), "", True, False, "ribbon"),
        (3, ("media-low-report",), "", True, True, "stock is low"),
        (3, ("none",), "", False, False, "rejects"),
        (5, ("none",), "Filter failed", True, False, "Filter failed"),
        (5, ("none",), "", True, False, "has stopped"),
        (3, ("cutter-worn-error",), "", True, False, "cutter-worn"),
        (3, ("cups-missing-filter-warning",), "", True, True, "Ready"),
    ],
)
def test_the_lamp_says_what_to_do(
    scripted: ScriptedPrinter,
    state: int,
    reasons: tuple[str, ...],
    message: str,
    accepting: bool,
    ready: bool,
    word: str,
) -> None:
    script = scripted.script
    script.state, script.reasons = state, reasons
    script.message, script.accepting = message, accepting
    lamp = IppPrinter("desk", scripted.uri).lamp()
    assert lamp.ready is ready
    assert word in lamp.words.en
    assert lamp.words.zh


def test_an_address_with_another_printer_is_told_from_one_that_is_off(
    scripted: ScriptedPrinter,
) -> None:
    scripted.script.answer = b"\2\0\4\6\0\0\0\1\3"
    lamp = IppPrinter("desk", scripted.uri).lamp()
    assert not lamp.ready
    assert "No such printer" in lamp.words.en


@pytest.mark.parametrize(
    ("reason", "remedy"),
    [
        ("media-empty-error", Remedy.LOAD),
        ("media-jam-error", Remedy.CLEAR),
        ("door-open-error", Remedy.CLOSE),
        ("marker-supply-empty-error", Remedy.INK),
        ("offline-report", Remedy.POWER),
        ("paused", Remedy.RESUME),
        ("output-area-full-error", Remedy.EMPTY),
        ("fuser-over-temp-error", Remedy.LOOK),
    ],
)
def test_each_trouble_has_its_picture(reason: str, remedy: Remedy) -> None:
    lamp = lamp_of(Signs(5, (reason,), "", accepting=True))
    assert not lamp.ready
    assert lamp.remedy is remedy
