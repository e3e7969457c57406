"""A ticket shows its person and a code that reads, in every form."""

import io
import re
from pathlib import Path
from uuid import UUID

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from kiosk.badges.code_design import designed
from kiosk.badges.picture import picture
from kiosk.badges.ticket_picture import ProvenCode, TicketDrawer, svg
from kiosk.composition.assets import TICKET_TEMPLATES
from kiosk.domain.badge import BadgeWords
from kiosk.domain.words import Words
from tests.given import signed_code

OPAQUE = "AYTCS7RAIVKUGBTQZWHXSZ4MKM"


def code_of(text: str) -> ProvenCode:
    return ProvenCode(text, next(designed(text).symbols())[1])


def words(name: str = "欧阳晓𬭚", code: str = OPAQUE) -> BadgeWords:
    return BadgeWords(
        UUID(int=1), name, "Ouyang Xiao", "极速频道", "", Words("媒体", "Press"), "#2C6E7F",
        Words("中国汽车重庆峰会", "China Motor Summit"), "CA27-00012", code,
    )  # fmt: skip


@pytest.fixture(scope="module")
def tickets(fonts_dir: Path) -> TicketDrawer:
    return TicketDrawer(TICKET_TEMPLATES, fonts_dir)


@pytest.mark.parametrize("text", [OPAQUE, signed_code()])
def test_a_phone_picture_is_white_and_its_modules_are_whole_pixels(
    tickets: TicketDrawer, text: str
) -> None:
    code = code_of(text)
    drawn = Image.open(io.BytesIO(tickets.png(words(), code)))
    assert drawn.size == (1080, 1725)
    (read,) = zxingcpp.read_barcodes(drawn)
    assert read.text == text
    grey = np.asarray(drawn.convert("L"))
    at = read.position.top_left
    side = len(code.modules)
    pixels = round((read.position.top_right.x - at.x) / side)
    assert pixels > 15
    left, top = round(at.x), round(at.y)
    square = grey[top : top + side * pixels, left : left + side * pixels]
    assert set(np.unique(square)) == {0, 255}
    quiet = grey[top - 4 * pixels : top, left - 4 * pixels : left]
    assert (quiet == 255).all()


@pytest.mark.parametrize("text", [OPAQUE, signed_code()])
def test_a_page_has_true_millimetres_its_words_and_its_code(
    tickets: TicketDrawer, text: str
) -> None:
    pdf = tickets.pdf(words(), code_of(text))
    page = pypdfium2.PdfDocument(pdf)[0]
    assert [round(points * 25.4 / 72, 1) for points in page.get_size()] == [105, 148]
    said = page.get_textpage().get_text_range()
    assert all(
        word in said for word in ("欧阳晓𬭚", "Ouyang Xiao", "极速频道", "CA27-00012", "Press")
    )
    assert not any(True for _ in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]))
    (read,) = zxingcpp.read_barcodes(picture(pdf, 150))
    assert read.text == text


def test_a_bare_code_is_one_path_in_millimetres() -> None:
    code = code_of(OPAQUE)
    text = svg(code).decode()
    assert 'width="40mm" height="40mm" viewBox="0 0 33 33"' in text
    assert text.count("<path") == 1
    (path,) = re.findall(r' d="([^"]+)"', text)
    inside = np.zeros((33, 33), np.int64)
    for loop in path.rstrip("z").split("z"):
        corners = [tuple(map(int, pair.split())) for pair in loop.lstrip("M").split("L")]
        for (x, y), (to_x, to_y) in zip(corners, [*corners[1:], corners[0]], strict=True):
            if x == to_x:
                inside[min(y, to_y) : max(y, to_y), x:] += 1
    assert np.array_equal(inside % 2 == 1, np.pad(np.asarray(code.modules), 4))


def test_a_character_that_no_font_has_is_told(tickets: TicketDrawer) -> None:
    assert tickets.missing(words()) == ()
    assert tickets.missing(words("😀田")) == ("😀",)
