"""Layout without drawing: sizes that can be read, lines that break well, ink in its box."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfbase import pdfmetrics

from kiosk.badges.colours import Colours, contrast
from kiosk.badges.embedding import EmbeddedFont
from kiosk.badges.fonts import FontChain
from kiosk.badges.layout import Layout, QrMark, Run, Wearer, lay_out
from kiosk.badges.template import FIELDS, RectBox, Template, TextBox

_MM = 25.4 / 72
_HAN = "王伟欧阳嘉懿阿卜杜热西提麦麦提吐尔逊江𬭚𫖯公司集团学院研究院（）·"
_LATIN = "AaBbgjpqyQWMi.-' ÀÉỄĐßøŁżЮёΩ"
_letters = st.sampled_from(_HAN + _LATIN * 2 + " ")
names = st.one_of(st.text(_letters, max_size=12), st.text(_letters, min_size=20, max_size=80))


def laid_out(template: Template, fonts: FontChain, **words: str) -> Layout:
    values = {field: fonts.drawable(words.get(field, "")) for field in FIELDS}
    return lay_out(template, Wearer(values, Colours.of("#1D5FA8")), fonts)


def runs_of(layout: Layout, box: str) -> list[Run]:
    return [mark for mark in layout.marks if isinstance(mark, Run) and mark.box == box]


def lines_of(layout: Layout, box: str) -> list[str]:
    lines: dict[float, str] = {}
    for run in runs_of(layout, box):
        lines[run.y] = lines.get(run.y, "") + run.text
    return list(lines.values())


@settings(max_examples=200, deadline=None)
@given(name=names, second=names, company=names, title=names)
def test_no_ink_leaves_its_box_whatever_people_are_called(
    template: Template, fonts: FontChain, name: str, second: str, company: str, title: str
) -> None:
    layout = laid_out(template, fonts, name=name, second_name=second, company=company, title=title)
    boxes = {box.name: box for box in template.boxes}
    for run in (mark for mark in layout.marks if isinstance(mark, Run)):
        box = boxes[run.box]
        assert isinstance(box, TextBox)
        assert run.size >= box.min_size - 1e-6
        font = pdfmetrics.getFont(run.font)
        assert isinstance(font, EmbeddedFont)
        em, pen = run.size * _MM, run.x
        for char in run.text:
            glyph = font.glyph(char)
            assert pen + glyph.left * em >= box.x - 0.01 or glyph.left >= 0
            # A letter may hang over the advance inside a line, never over the box.
            if glyph.right > 0:
                assert pen + glyph.right * em <= box.x + box.w + 0.01
                assert run.y - glyph.up * em >= box.y - 0.01
                assert run.y + glyph.down * em <= box.y + box.h + 0.01
            pen += glyph.advance * em


def test_boxes_that_show_together_do_not_touch(template: Template) -> None:
    shown = [
        b
        for b in template.boxes
        if not isinstance(b, RectBox) and not b.unless and not b.name.startswith("category")
    ]
    for one, other in combinations(shown, 2):
        apart = (
            one.x + one.w <= other.x
            or other.x + other.w <= one.x
            or one.y + one.h <= other.y
            or other.y + other.h <= one.y
        )
        assert apart, (one.name, other.name)


@pytest.mark.parametrize("name", ["伟", "王伟", "王小伟", "欧阳嘉懿", "鬱龘懿囍"])
def test_a_name_of_up_to_four_characters_is_readable_from_three_metres(
    template: Template, fonts: FontChain, name: str
) -> None:
    (run,) = runs_of(laid_out(template, fonts, name=name), "name")
    assert run.size * _MM >= 17.5


@pytest.mark.parametrize(
    ("name", "lines", "points"),
    [
        ("阿卜杜热西提·麦麦提吐尔逊江阿布都拉", 3, 25),
        ("Maximiliana-Konstantina von Habsburg-Lothringen und Oldenburg", 3, 16),
        ("Christopher Wellington", 2, 30),
        ("诸葛孔明孟德", 1, 30),
    ],
)
def test_a_long_name_wraps_rather_than_becoming_small(
    template: Template, fonts: FontChain, name: str, lines: int, points: float
) -> None:
    layout = laid_out(template, fonts, name=name)
    assert len(lines_of(layout, "name")) == lines
    assert runs_of(layout, "name")[0].size >= points
    assert layout.overflowing == ()


@pytest.mark.parametrize(
    ("company", "lines"),
    [
        ("重庆长安汽车股份有限公司", ["重庆长安汽车股份有限公司"]),
        ("中国科学院重庆绿色智能技术研究院", ["中国科学院", "重庆绿色智能技术研究院"]),
        (
            "重庆长安汽车股份有限公司智能化研究院自动驾驶平台部",
            ["重庆长安汽车股份有限公司", "智能化研究院自动驾驶平台部"],
        ),
        ("长安汽车集团有限公司北京研究院", ["长安汽车集团有限公司", "北京研究院"]),
        (
            "Porsche Engineering Group GmbH, Weissach",
            ["Porsche Engineering", "Group GmbH, Weissach"],
        ),
    ],
)
def test_a_company_breaks_where_a_person_would(
    template: Template, fonts: FontChain, company: str, lines: list[str]
) -> None:
    assert lines_of(laid_out(template, fonts, company=company), "company") == lines


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("abcXYZ", min_size=1, max_size=12), min_size=1, max_size=12))
def test_a_latin_word_is_never_broken(
    template: Template, fonts: FontChain, words: list[str]
) -> None:
    layout = laid_out(template, fonts, company=" ".join(words))
    printed = [w for line in lines_of(layout, "company") for w in line.split()]
    if not layout.overflowing:
        assert printed == words


def test_a_word_keeps_to_one_font(template: Template, fonts: FontChain) -> None:
    runs = runs_of(laid_out(template, fonts, name="Łukasz 王 Żółć"), "name")
    by_font = {"".join(r.text for r in runs if r.font == font) for font in {r.font for r in runs}}
    assert by_font == {"Łukasz  Żółć", "王"}


def test_a_badge_without_a_name_has_a_line_to_write_on(
    template: Template, fonts: FontChain
) -> None:
    assert lines_of(laid_out(template, fonts), "writing hint") == ["姓名 Name"]
    assert lines_of(laid_out(template, fonts, name="王伟"), "writing hint") == []


def test_the_modules_of_the_code_are_whole_dots_and_large_enough(
    template: Template, fonts: FontChain
) -> None:
    layout = laid_out(template, fonts, code="K7Q4XM2PD9")
    (mark,) = [m for m in layout.marks if isinstance(m, QrMark)]
    dots = mark.module / 25.4 * 300
    assert mark.module >= 0.8
    assert dots == pytest.approx(round(dots))
    (box,) = [b for b in template.boxes if b.name == "code"]
    assert mark.x - box.x >= 4 * mark.module - 0.001
    assert mark.y - box.y >= 4 * mark.module - 0.001


@given(st.integers(0, 0xFFFFFF))
def test_words_on_a_category_colour_can_be_read(colour: int) -> None:
    colours = Colours.of(f"#{colour:06X}")
    assert contrast(colours.category, colours.category_text) >= 3.6


@pytest.mark.parametrize("amber", ["#F2B705", "#FFD400", "#FFA000", "#E0E0E0"])
def test_light_colours_get_dark_words(amber: str) -> None:
    assert Colours.of(amber).category_text == "#16181D"


def test_text_around_empty_placeholders_leaves_no_separator(
    template: Template, fonts: FontChain
) -> None:
    (number,) = [b for b in template.boxes if b.name == "number"]
    assert isinstance(number, TextBox)
    both = replace(number, text="No. {number} · {code}", fields=("number", "code"))
    small = Template(90, 130, (both,))
    assert lines_of(laid_out(small, fonts, number="7"), "number") == ["No. 7"]
    assert lines_of(laid_out(small, fonts), "number") == []
