"""What comes out of a printer is as large as it was drawn, and its code is read."""

from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest
import zxingcpp

from kiosk.badges.picture import picture
from kiosk.composition.badge_studio import drawer_for, event_at, lone_words
from kiosk.devices.printer_ipp import IppPrinter
from kiosk.domain.attendee import Attendee
from kiosk.services.ports import DrawnBadge, Fate, Paper, Printer
from tests.paper import eve_printer, private_cups
from tests.paper.desks import until
from tests.paper.eve_printer import EvePrinter
from tests.paper.private_cups import PrivateCups
from tests.paper.scripted_printer import ScriptedPrinter

_DPI = 1200
_MM = _DPI / 25.4
_WANG = Attendee(uuid4(), "", "王若溪", "Wang Ruoxi", "渝江智行科技有限公司", "")
Out = Callable[[], list[bytes]]


@pytest.fixture(params=["ipp", pytest.param("cups", marks=pytest.mark.paper),
                        pytest.param("eve", marks=pytest.mark.paper)])  # fmt: skip
def way(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Printer, Out]]:
    """A way to paper, and what came out."""
    if request.param == "eve":
        if eve_printer.MISSING:
            pytest.skip(eve_printer.MISSING)
        with EvePrinter(tmp_path / "eve") as eve:
            yield IppPrinter("desk", eve.uri), eve.papers
        return
    with ScriptedPrinter() as scripted:

        def papers() -> list[bytes]:
            return [job.document for job in scripted.jobs]

        if request.param == "ipp":
            yield IppPrinter("desk", scripted.uri), papers
            return
        if private_cups.MISSING:
            pytest.skip(private_cups.MISSING)
        for parent in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
            parent.chmod(0o755)
        with PrivateCups(tmp_path / "cups") as cups:
            yield IppPrinter("desk", cups.add("badge", scripted.uri)), papers


def printed(way: tuple[Printer, Out], drawn: DrawnBadge) -> bytes:
    """What comes out; a queue that was added this second may not know its filters yet."""
    printer, papers = way
    for _ in range(50):
        paper = Paper(uuid4(), "badge 1", drawn.pdf, drawn.width_mm, drawn.height_mm)
        sent = printer.send(paper)
        fate = until(
            lambda paper=paper, sent=sent: printer.ask(paper.job, sent.ref),  # type: ignore[misc]
            lambda answer: answer.fate not in (Fate.WAITING, Fate.SILENT),
        ).fate
        if fate is Fate.PRINTED:
            return papers()[-1]
    pytest.fail("nothing came out")


def dark(pdf: bytes) -> np.ndarray:
    """Where there is ink."""
    return np.asarray(picture(pdf, _DPI).convert("L")) < 128


def stretch(line: np.ndarray) -> tuple[int, int]:
    """Where the longest dark stretch begins, and its length."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], line.astype(np.int8), [0]))))
    lengths = edges[1::2] - edges[::2]
    longest = int(lengths.argmax())
    return int(edges[2 * longest]), int(lengths[longest])


@pytest.mark.parametrize("template", ["lanyard", "card"])
def test_a_ruler_keeps_its_place_and_its_50_mm(way: tuple[Printer, Out], template: str) -> None:
    drawn = drawer_for(template).ruler()
    before, after = dark(drawn.pdf), dark(printed(way, drawn))
    assert after.shape == pytest.approx(before.shape, abs=1)
    row = round(7.6 * _MM)  # the middle of the bar
    start, length = stretch(after[row, round(2 * _MM) : -round(2 * _MM)])
    assert length / _MM == pytest.approx(50, abs=0.045)  # two pixels
    assert start == pytest.approx(stretch(before[row, round(2 * _MM) : -round(2 * _MM)])[0], abs=2)


def test_the_code_of_a_badge_is_read_from_paper(way: tuple[Printer, Out]) -> None:
    drawn = drawer_for("lanyard").draw(lone_words(event_at(None), "", _WANG))
    came = printed(way, drawn)
    seen = zxingcpp.read_barcodes(picture(came, 300).convert("L"))
    assert [code.text for code in seen] == ["K7Q4XM2PD9"]
