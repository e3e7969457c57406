"""A label printer behind CUPS: its own driver turns our badge into ZPL, at true size."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import numpy as np
import pytest
import zxingcpp

from kiosk.composition.badge_studio import drawer_for, event_at, lone_words
from kiosk.devices.printer_ipp import IppPrinter
from kiosk.domain.attendee import Attendee
from kiosk.services.ports import DrawnBadge, Fate, Paper
from tests.paper import private_cups
from tests.paper.desks import until
from tests.paper.private_cups import PrivateCups
from tests.paper.zpl_picture import zpl_picture

pytestmark = pytest.mark.paper
_MM = 203 / 25.4


class LabelPrinter:
    """Listens as a label printer does at port 9100, and keeps what it gets."""

    def __init__(self) -> None:
        self._server = socket.create_server(("127.0.0.1", 0))
        self.uri = f"socket://127.0.0.1:{self._server.getsockname()[1]}"
        self.labels: list[bytes] = []
        threading.Thread(target=self._listen, daemon=True).start()

    def close(self) -> None:
        self._server.close()

    def _listen(self) -> None:
        while True:
            try:
                line, _ = self._server.accept()
            except OSError:
                return
            with line, line.makefile("rb") as sent:
                self.labels.append(sent.read())


@pytest.fixture
def labels(tmp_path: Path) -> Iterator[tuple[IppPrinter, LabelPrinter]]:
    if private_cups.MISSING:
        pytest.skip(private_cups.MISSING)
    for parent in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        parent.chmod(0o755)
    printer = LabelPrinter()
    with PrivateCups(tmp_path / "cups") as cups:
        uri = cups.add("zebra", printer.uri, "drv:///sample.drv/zebra.ppd")
        yield IppPrinter("labels", uri), printer
    printer.close()


def printed(labels: tuple[IppPrinter, LabelPrinter], drawn: DrawnBadge) -> np.ndarray:
    """The dots of the label that comes out."""
    printer, device = labels
    for _ in range(50):  # a queue that was added this second may not know its filters yet
        paper = Paper(uuid4(), "badge 1", drawn.pdf, drawn.width_mm, drawn.height_mm)
        sent = printer.send(paper)
        done = until(
            lambda paper=paper, sent=sent: printer.ask(paper.job, sent.ref),  # type: ignore[misc]
            lambda answer: answer.fate not in (Fate.WAITING, Fate.SILENT),
        )
        if done.fate is Fate.PRINTED:
            until(lambda: len(device.labels), bool)
            return zpl_picture(device.labels[-1])
    pytest.fail("nothing came out")


def test_a_label_is_zpl_of_its_true_size_and_its_code_is_read(
    labels: tuple[IppPrinter, LabelPrinter],
) -> None:
    who = Attendee(uuid4(), "", "王若溪", "Wang Ruoxi", "渝江智行科技有限公司", "")
    dots = printed(labels, drawer_for("label").draw(lone_words(event_at(None), "", who)))
    assert dots.shape[1] / _MM == pytest.approx(62, abs=1.01)  # whole bytes of dots
    assert dots.shape[0] / _MM == pytest.approx(100, abs=0.3)
    assert [code.text for code in zxingcpp.read_barcodes(dots)] == ["K7Q4XM2PD9"]


def test_a_ruler_keeps_its_length_on_a_label(labels: tuple[IppPrinter, LabelPrinter]) -> None:
    dots = printed(labels, drawer_for("label").ruler()) < 128
    row = dots[round(7.6 * _MM), round(2 * _MM) : round(60 * _MM)]
    across = np.flatnonzero(row)
    assert (across[-1] - across[0] + 1) / _MM == pytest.approx(50, abs=0.2)
