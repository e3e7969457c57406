"""The templates that ship: true size, a code that reads, and no ink outside a box."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw

from kiosk.badges.colours import Colours
from kiosk.badges.drawer import TemplateDrawer, field_texts
from kiosk.badges.fonts import FontChain
from kiosk.badges.imposition import whole
from kiosk.badges.layout import QrMark, Run, Wearer, lay_out
from kiosk.badges.pdf import printed
from kiosk.badges.picture import pictures
from kiosk.badges.template import QrBox, Template, TextBox
from kiosk.badges.template_file import load_template
from kiosk.composition.assets import FONTS, TEMPLATES
from tests.paper.crowd import crowd
from tests.paper.wearers import WEARERS

SHIPPED = {
    "lanyard": (90, 130, 1),
    "lanyard-two-sided": (90, 130, 2),
    "lanyard-butterfly": (90, 260, 1),
    "card": (86, 54, 1),
    "label": (62, 100, 1),
    "4x6in": (101.6, 152.4, 1),
    "a6": (105, 148, 1),
    "a4-sheet": (90, 130, 1),
}
DPI = 100
_MM = 25.4 / 72
everyone = pytest.mark.parametrize("name", SHIPPED)


def shipped(name: str) -> Template:
    return load_template(TEMPLATES / f"{name}.toml")


def test_all_of_them_are_tested() -> None:
    assert {file.stem for file in TEMPLATES.glob("*.toml")} == set(SHIPPED)


@everyone
def test_it_is_as_large_as_it_says(name: str) -> None:
    width, height, pages = SHIPPED[name]
    drawn = TemplateDrawer(shipped(name), FONTS).draw(WEARERS["four characters"])
    assert (drawn.width_mm, drawn.height_mm) == (width, height)
    document = pypdfium2.PdfDocument(drawn.pdf)
    sizes = [page.get_size() for page in document]
    document.close()
    assert len(sizes) == pages
    assert sizes[0] == pytest.approx((width / _MM, height / _MM), abs=0.01)


@everyone
@pytest.mark.parametrize("wearer", WEARERS)
def test_everybody_has_room_and_the_code_reads(name: str, wearer: str) -> None:
    words = WEARERS[wearer]
    drawn = TemplateDrawer(shipped(name), FONTS).draw(words)
    assert (drawn.missing, drawn.overflowing) == ((), ())
    front = next(pictures(drawn.pdf, 203))
    assert [code.text for code in zxingcpp.read_barcodes(front)] == [words.code]


@everyone
def test_modules_are_eight_tenths_of_a_millimetre_at_least(name: str, fonts: FontChain) -> None:
    template = shipped(name)
    wearer = Wearer(field_texts(WEARERS["VIP"]), Colours.of("#1D5FA8"))
    (mark,) = [m for m in lay_out(template, wearer, fonts).marks if isinstance(m, QrMark)]
    assert mark.module >= 0.8


@pytest.mark.parametrize("name", [n for n, (width, *_) in SHIPPED.items() if width >= 90])
@pytest.mark.parametrize("who", ["王伟", "王小伟", "欧阳嘉懿", "鬱龘懿囍"])
def test_up_to_four_characters_are_read_from_three_metres(
    name: str, who: str, fonts: FontChain
) -> None:
    wearer = Wearer(field_texts(replace(WEARERS["VIP"], name=who)), Colours.of("#1D5FA8"))
    runs = [m for m in lay_out(shipped(name), wearer, fonts).marks if isinstance(m, Run)]
    assert max(run.size for run in runs if run.box == "name") * _MM >= 17.5


def text_only(template: Template) -> Template:
    """The boxes with words and codes alone, so that nothing hides ink that strays."""
    boxes = tuple(box for box in template.boxes if isinstance(box, TextBox | QrBox))
    black = (replace(b, colour="#000000") if isinstance(b, TextBox) else b for b in boxes)
    return replace(template, boxes=tuple(black), fold=False)


def stray_ink(template: Template, page: Image.Image, side: str) -> bool:
    cover = ImageDraw.Draw(page)
    for box in template.boxes:
        if box.side in (side, "both"):
            corners = [box.x, box.y, box.x + box.w, box.y + box.h]
            left, top, right, bottom = (mm / 25.4 * DPI for mm in corners)
            # One pixel more, for edges that are drawn half dark.
            cover.rectangle((left - 1, top - 1, right + 1, bottom + 1), fill="white")
    white = Image.new("RGB", page.size, "white")
    return ImageChops.difference(page, white).getbbox() is not None


def strays(template: Template, fonts: FontChain, count: int) -> Iterator[str]:
    """Whose words reach out of their box."""
    bare = text_only(template)
    for words in crowd(count):
        texts = {key: fonts.drawable(text) for key, text in field_texts(words).items()}
        wearer = Wearer(texts, Colours.of(words.colour), "delegate")
        for side in bare.sides:
            layout = lay_out(bare, wearer, fonts, side)
            (page,) = pictures(printed([whole(layout)], "ink"), DPI)
            if stray_ink(bare, page, side):
                yield f"{side}: {words.name} · {words.company}"


@everyone
def test_no_ink_leaves_its_box(name: str, fonts: FontChain) -> None:
    assert list(strays(shipped(name), fonts, 40)) == []


@pytest.mark.slow
@everyone
def test_no_ink_leaves_its_box_for_two_thousand_people(name: str, fonts: FontChain) -> None:
    assert list(strays(shipped(name), fonts, 2000)) == []


def test_the_same_people_are_made_up_each_time() -> None:
    assert list(crowd(20)) == list(crowd(20))


@pytest.fixture(scope="module")
def fonts() -> FontChain:
    return FontChain(FONTS)


def test_templates_are_files_that_anybody_may_edit() -> None:
    assert all(b"\t" not in file.read_bytes() for file in Path(TEMPLATES).glob("*.toml"))
