"""What Qt paints is as large as the paper, in colour, and its code is read."""

from pathlib import Path
from uuid import uuid4

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from pytestqt.qtbot import QtBot

from kiosk.badges.picture import picture
from kiosk.composition.badge_studio import drawer_for, event_at, lone_words
from kiosk.devices.printer_qt import to_file, to_queue
from kiosk.domain.attendee import Attendee
from kiosk.services.ports import DrawnBadge, Paper

_MM = 1200 / 25.4


def painted(tmp_path: Path, drawn: DrawnBadge) -> bytes:
    file = tmp_path / "painted.pdf"
    size = drawn.width_mm, drawn.height_mm
    to_file(file, Paper(uuid4(), "badge 1", drawn.pdf, *size, pages=drawn.pages), "badge 1")
    return file.read_bytes()


@pytest.mark.parametrize("template", ["lanyard", "card"])
def test_a_ruler_keeps_its_length(qtbot: QtBot, tmp_path: Path, template: str) -> None:
    drawn = drawer_for(template).ruler()
    pdf = painted(tmp_path, drawn)
    pixels = np.asarray(picture(pdf, 1200).convert("L")) < 128
    assert pixels.shape[1] / _MM == pytest.approx(drawn.width_mm, abs=0.2)
    assert pixels.shape[0] / _MM == pytest.approx(drawn.height_mm, abs=0.2)
    row = pixels[round(7.6 * _MM), round(2 * _MM) : -round(2 * _MM)]
    across = np.flatnonzero(row)
    assert (across[-1] - across[0] + 1) / _MM == pytest.approx(50, abs=0.2)


def test_both_sides_are_painted_in_colour_and_the_code_is_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    who = Attendee(uuid4(), "", "王若溪", "Wang Ruoxi", "渝江智行科技有限公司", "")
    drawn = drawer_for("lanyard-two-sided").draw(lone_words(event_at(None), "", who))
    pdf = painted(tmp_path, drawn)
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == drawn.pages == 2
    document.close()
    page = picture(pdf, 300)
    assert [code.text for code in zxingcpp.read_barcodes(page.convert("L"))] == ["K7Q4XM2PD9"]
    colours = np.asarray(page).astype(int)
    assert (np.ptp(colours, axis=2) > 60).any()


def test_a_queue_that_is_not_there_takes_nothing(qtbot: QtBot) -> None:
    with pytest.raises(OSError, match="no printer"):
        to_queue("no such queue", Paper(uuid4(), "badge 1", b"", 90, 130), "badge 1")
