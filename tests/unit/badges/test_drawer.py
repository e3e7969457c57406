"""A drawn badge: true size, true text, a code that reads, and no ink outside its box."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pypdfium2
import pytest
import zxingcpp
from PIL import ImageDraw

from kiosk.badges.drawer import TemplateDrawer
from kiosk.badges.picture import picture, pictures, png
from kiosk.badges.template import CategoryLook, SheetPlan, Template
from kiosk.domain.badge import BadgeWords
from kiosk.services.ports import BadgeDrawer
from tests.paper.wearers import WEARERS, badge

everybody = pytest.mark.parametrize("words", WEARERS.values(), ids=WEARERS.keys())


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text: str = document[0].get_textpage().get_text_range()
    document.close()
    return text


@everybody
def test_a_badge_is_small_complete_and_of_true_size(
    drawer: TemplateDrawer, words: BadgeWords
) -> None:
    drawn = drawer.draw(words)
    assert (drawn.missing, drawn.overflowing) == ((), ())
    assert (drawn.width_mm, drawn.height_mm) == (90, 130)
    assert len(drawn.pdf) <= 30 * 1024
    document = pypdfium2.PdfDocument(drawn.pdf)
    assert len(document) == 1
    width, height = document[0].get_size()
    document.close()
    assert (width, height) == pytest.approx((90 * 72 / 25.4, 130 * 72 / 25.4), abs=0.01)


@everybody
@pytest.mark.parametrize("dpi", [203, 300])
def test_the_code_reads_from_paper(drawer: TemplateDrawer, words: BadgeWords, dpi: int) -> None:
    found = zxingcpp.read_barcodes(picture(drawer.draw(words).pdf, dpi))
    assert [code.text for code in found] == [words.code]


@everybody
def test_the_words_can_be_read_back_from_the_file(
    drawer: TemplateDrawer, words: BadgeWords
) -> None:
    text = "".join(text_of(drawer.draw(words).pdf).split())
    for wanted in (words.name, words.company, words.number, words.category.zh, words.event.en):
        assert "".join(wanted.split()) in text


def test_rare_characters_are_true_text_and_not_only_ink(drawer: TemplateDrawer) -> None:
    assert "𬭚𫖯𬱖" in text_of(drawer.draw(badge("𬭚𫖯𬱖")).pdf)


@everybody
def test_the_same_words_give_the_same_bytes(
    drawer: TemplateDrawer, template: Template, fonts_dir: Path, words: BadgeWords
) -> None:
    first = drawer.draw(words).pdf
    drawer.draw(badge("somebody else"))
    assert drawer.draw(words).pdf == first
    assert TemplateDrawer(template, fonts_dir).draw(words).pdf == first


@everybody
def test_no_ink_leaves_its_box(
    drawer: TemplateDrawer, template: Template, words: BadgeWords
) -> None:
    dpi = 150
    page = picture(drawer.draw(words).pdf, dpi)
    cover = ImageDraw.Draw(page)
    for box in template.boxes:
        corners = [box.x, box.y, box.x + box.w, box.y + box.h]
        left, top, right, bottom = (mm / 25.4 * dpi for mm in corners)
        # One pixel more, for edges that are drawn half dark.
        cover.rectangle((left - 1, top - 1, right + 1, bottom + 1), fill="white")
    assert np.asarray(page).min() == 255


@pytest.mark.parametrize("char", ["\U000323b0", "\ue000", "\U000f0000", "ༀ", "ᠠ", "😀"])
def test_a_character_without_a_glyph_is_named_and_framed(drawer: TemplateDrawer, char: str) -> None:
    drawn = drawer.draw(badge(f"李{char}昇"))
    assert drawn.missing == (char,)
    assert drawer.missing(f"李{char}昇{char}") == (char,)
    assert "李□昇" in text_of(drawn.pdf)


def test_what_the_badge_does_not_print_is_not_missed(template: Template, fonts_dir: Path) -> None:
    only_codes = Template(
        template.width, template.height, tuple(b for b in template.boxes if b.name == "number")
    )
    small: BadgeDrawer = TemplateDrawer(only_codes, fonts_dir)
    assert small.draw(badge("😀")).missing == ()


def test_a_name_that_cannot_fit_is_cut_and_said_so(drawer: TemplateDrawer) -> None:
    drawn = drawer.draw(badge("Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunter"))
    assert drawn.overflowing == ("name",)
    assert "…" in text_of(drawn.pdf)


def test_a_code_too_long_for_its_box_is_said_so(drawer: TemplateDrawer) -> None:
    assert "code" in drawer.draw(badge("王伟", code="Q" * 300)).overflowing


def test_no_name_stands_in_the_files_own_notes(drawer: TemplateDrawer) -> None:
    pdf = drawer.draw(badge("WANGWEI")).pdf
    assert b"WANGWEI" not in pdf


def test_a_picture_is_as_large_as_the_badge(drawer: TemplateDrawer) -> None:
    pdf = drawer.draw(badge("王伟")).pdf
    assert picture(pdf, 254).size == (900, 1300)
    assert png(pdf, 72).startswith(b"\x89PNG")


def test_a_template_may_have_its_own_words_and_colours_for_a_category(
    template: Template, fonts_dir: Path
) -> None:
    look = CategoryLook(colour="#00AA00", zh="嘉宾", en="Honour")
    mine = replace(template, looks={"vip": look})
    words = replace(WEARERS["VIP"], category_id="vip")
    drawn = TemplateDrawer(mine, fonts_dir).draw(words)
    assert "嘉宾" in text_of(drawn.pdf)
    assert "Honour" in text_of(drawn.pdf)
    page = picture(drawn.pdf, 50)
    assert page.getpixel((5, page.height - 5)) == (0, 170, 0)
    other = TemplateDrawer(mine, fonts_dir).draw(WEARERS["press"])
    assert "媒体" in text_of(other.pdf)


def test_a_box_may_be_for_some_categories_only(template: Template, fonts_dir: Path) -> None:
    only = replace(template.boxes[-1], only=frozenset({"vip"}))
    never = replace(template.boxes[-2], never=frozenset({"vip"}))
    mine = replace(template, boxes=(never, only))
    drawer = TemplateDrawer(mine, fonts_dir)
    vip = replace(WEARERS["VIP"], category_id="vip")
    assert "VIP" in text_of(drawer.draw(vip).pdf)
    assert "贵宾" not in text_of(drawer.draw(vip).pdf)
    assert "Press" not in text_of(drawer.draw(WEARERS["press"]).pdf)
    assert "媒体" in text_of(drawer.draw(WEARERS["press"]).pdf)


def test_one_ink_says_the_category_in_words(template: Template, fonts_dir: Path) -> None:
    drawn = TemplateDrawer(replace(template, black=True), fonts_dir).draw(WEARERS["press"])
    page = picture(drawn.pdf, 50)
    assert page.getpixel((5, page.height - 5)) == (0, 0, 0)
    assert "媒体" in text_of(drawn.pdf)


def test_many_badges_are_pages_or_sheets(template: Template, fonts_dir: Path) -> None:
    everybody = list(WEARERS.values())[:5]
    pages = TemplateDrawer(template, fonts_dir).draw_many(everybody)
    assert len(list(pictures(pages, 20))) == 5
    plan = SheetPlan(210, 297, 2, 2, 0)
    sheets = TemplateDrawer(replace(template, sheet=plan), fonts_dir).draw_many(everybody)
    assert [round(page.height / page.width, 2) for page in pictures(sheets, 72)] == [1.41] * 2
