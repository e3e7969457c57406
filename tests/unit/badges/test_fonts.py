"""Fonts: the index tells the truth, rare ones stay shut, and every script is drawn right."""

import subprocess
import sys
from pathlib import Path

import pypdfium2
import pytest

from kiosk.badges.coverage import load_coverage
from kiosk.badges.drawer import TemplateDrawer
from kiosk.badges.fonts import INDEX, FontChain
from kiosk.badges.glyph_proof import prove
from kiosk.badges.measures import Piece
from kiosk.composition.fonts_proof import general_standard, prove_fonts
from kiosk.services.trouble import Misconfigured
from tests.paper.wearers import badge
from tests.studio.font_coverage import made


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text: str = document[0].get_textpage().get_text_range()
    document.close()
    return text


def test_the_index_is_what_the_fonts_have(fonts_dir: Path) -> None:
    assert load_coverage(fonts_dir / INDEX) == made(fonts_dir)
    assert (fonts_dir / INDEX).stat().st_size < 10_000


@pytest.mark.parametrize("content", [None, b"", b"no index"])
def test_without_its_index_the_chain_says_what_to_do(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / INDEX).write_bytes(content)
    with pytest.raises(Misconfigured) as caught:
        FontChain(tmp_path).missing("王")
    assert caught.value.advice.zh


def line(fonts: FontChain, text: str, *, bold: bool = True) -> tuple[Piece, ...]:
    return fonts.pieces(text, 0, len(text), bold=bold)


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("王伟 Wang", ("NotoSansSC_700Bold",)),
        ("Łukasz 王", ("NotoSansSC_700Bold", "NotoSans-Bold")),
        ("𪚥", ("HanaMinB",)),
        ("\U0002ebf0", ("BabelStoneHan-16.0.3-rare-subset",)),
        ("ئالىم", ("NotoSansArabic-Bold",)),
        ("김", ("NotoSansKR_700Bold",)),
    ],
)
def test_each_script_has_its_font(fonts: FontChain, text: str, used: tuple[str, ...]) -> None:
    assert fonts.fonts_for(text) == used


@pytest.mark.parametrize(
    "name",
    [
        "𬭚𪚥𠮷", "\U0002ebf0龘", "ئالىم ئابدۇللا", "محمد عبدالله", "דוד כהן־לוי", "김민준",
        "ดวงใจ ศรีสุวรรณ", "प्रिया शर्मा", "Łukasz Żółć", "Nguyễn Thị Ánh", "Ọlá́bísí",
    ],
)  # fmt: skip
def test_a_name_of_any_script_reads_back_from_the_file(drawer: TemplateDrawer, name: str) -> None:
    drawn = drawer.draw(badge(name))
    assert (drawn.missing, drawn.overflowing) == ((), ())
    assert name.replace(" ", "") in "".join(text_of(drawn.pdf).split())


def test_letters_join(fonts: FontChain) -> None:
    """Uyghur letters take another form beside each other than alone."""
    (word,) = line(fonts, "ئالىم")
    alone = [line(fonts, char)[0].advance for char in "ئالىم"]
    assert word.leftwards
    assert word.advance < 0.8 * sum(alone)


def test_a_line_of_two_directions_is_ordered_for_the_eye(fonts: FontChain) -> None:
    pieces = line(fonts, "محمد ABC 12")
    assert [piece.text.strip() for piece in pieces] == ["ABC 12", "", "محمد"]


def test_the_ink_of_a_cluster_stands_with_its_first_letter(fonts: FontChain) -> None:
    base, mark = fonts.glyphs("ก้", bold=True)
    assert base.up > 0.8
    assert (mark.advance, mark.up) == (0, 0)


def test_rare_characters_are_thickened_the_sparse_more_than_the_dense(fonts: FontChain) -> None:
    dragons, luck = line(fonts, "𪚥𠮷")
    assert luck.stroke > dragons.stroke > 0
    assert line(fonts, "𠮷", bold=False)[0].stroke == 0


def test_a_rare_font_is_opened_when_a_name_needs_it_and_not_before() -> None:
    script = """
from reportlab.pdfbase import pdfmetrics
from kiosk.badges.fonts import FontChain
from kiosk.composition.assets import FONTS
fonts = FontChain(FONTS)
fonts.glyphs("王伟 Wang", bold=True)
assert fonts.missing("𪚥ئ") == ()
assert "HanaMinB" not in pdfmetrics.getRegisteredFontNames()
fonts.glyphs("𪚥", bold=True)
assert "HanaMinB" in pdfmetrics.getRegisteredFontNames()
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_without_a_font_the_chain_says_which(fonts_dir: Path, tmp_path: Path) -> None:
    (tmp_path / INDEX).write_bytes((fonts_dir / INDEX).read_bytes())
    script = f"""
from pathlib import Path
from kiosk.badges.fonts import FontChain
from kiosk.services.trouble import Misconfigured
try:
    FontChain(Path({str(tmp_path)!r})).glyphs("王", bold=True)
except Misconfigured as trouble:
    assert "NotoSansSC_700Bold.ttf" in trouble.title.en
    assert trouble.advice.zh
else:
    raise AssertionError
"""
    subprocess.run([sys.executable, "-c", script], check=True)


def test_what_is_drawn_is_looked_at_not_believed(fonts: FontChain) -> None:
    sample = general_standard()[::40] + "𪚥\U0002ebf0\U000323b0ༀ"
    proven = prove(sample, fonts)
    assert proven.failed == ("\U000323b0", "ༀ")
    assert proven.drawn == len(sample) - 2


def test_white_space_has_no_glyph_to_show(fonts: FontChain) -> None:
    assert prove(" 王", fonts).failed == (" ",)


@pytest.mark.slow
def test_every_character_of_every_set_is_drawn() -> None:
    sizes = [(one.size, one.proven.drawn) for one in prove_fonts(lambda _: None)]
    assert sizes == [(n, n) for n in (8105, 27584, 27780, 87915, 622)]
