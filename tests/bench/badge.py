"""Drawing a badge to PDF, warm."""

import io
from collections.abc import Callable
from uuid import UUID

import qrcode
from fpdf import FPDF
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from kiosk.composition.assets import FONTS
from kiosk.composition.printing import badge_drawer
from kiosk.domain.badge import BadgeWords
from kiosk.domain.words import Words
from kiosk.settings import Settings
from tests.bench.report import TIMING, Room, timing
from tests.bench.stopwatch import in_turns

ABOUT = """A badge with Chinese and Latin name, company, title, category and QR, fonts embedded.
Peers draw the same words at the same places as their tutorials show it: fpdf2 with `add_font`
for each document, ReportLab with a registered TTFont and the QR as a picture. Neither fits long
names, looks for missing characters or draws right-to-left text; the template drawer does."""

REGULAR, BOLD = FONTS / "NotoSansSC_400Regular.ttf", FONTS / "NotoSansSC_700Bold.ttf"
NAMES = (("欧阳晓明", "Ouyang Xiaoming"), ("王芳", "Wang Fang"), ("曾小贤", "Zeng Xiaoxian"))
WIDTH, HEIGHT, CODE = 95.0, 134.0, 36.0
"""Millimetres."""


def measure(times: int) -> Room:
    """Times for `times` badges of ours, a tenth of that for the slow peer."""
    drawer = badge_drawer(Settings())
    pdfmetrics.registerFont(TTFont("Regular", REGULAR))
    pdfmetrics.registerFont(TTFont("Bold", BOLD))
    ours, naive = _with_words(lambda words: drawer.draw(words).pdf), _with_words(_reportlab)
    for turn in range(3):
        ours(turn)
        naive(turn)
    mine, plain = in_turns(times, ours, naive)
    (other,) = in_turns(max(3, times // 10), _with_words(_fpdf2))
    room = Room("Badge PDF", ABOUT, TIMING)
    room.rows.append(timing("TemplateDrawer", mine, "", ("ReportLab, naive", plain)))
    room.rows.append(timing("ReportLab, naive", plain))
    room.rows.append(timing("fpdf2", other, "", ("ReportLab, naive", plain)))
    return room


def _with_words(draw: Callable[[BadgeWords], object]) -> Callable[[int], object]:
    return lambda turn: draw(_words(turn))


def _words(turn: int) -> BadgeWords:
    name, latin = NAMES[turn % len(NAMES)]
    return BadgeWords(
        ticket=UUID(int=turn),
        name=name,
        second_name=latin,
        company="重庆嘉澜汽车技术有限公司",
        title="首席工程师",
        category=Words("演讲嘉宾", "Speaker"),
        colour="#6B3FA0",
        event=Words("中国汽车重庆峰会", "China Auto Chongqing Summit"),
        number=f"CA27-{turn:05d}",
        code=f"ABCDE{turn % 100000:05d}",
    )


def _lines(words: BadgeWords) -> list[tuple[str, str, float, float]]:
    """Text, font, size in points, distance from the top in millimetres."""
    return [
        (words.event.zh, "Regular", 12, 12),
        (words.event.en, "Regular", 9, 18),
        (words.name, "Bold", 40, 42),
        (words.second_name, "Regular", 16, 52),
        (words.company, "Regular", 12, 62),
        (words.title, "Regular", 11, 69),
        (f"{words.category.zh} {words.category.en}", "Bold", 14, 80),
        (words.number, "Regular", 8, 128),
    ]


def _picture(words: BadgeWords) -> io.BytesIO:
    buffer = io.BytesIO()
    qrcode.make(words.code).save(buffer)
    buffer.seek(0)
    return buffer


def _reportlab(words: BadgeWords) -> bytes:
    point = 72 / 25.4
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(WIDTH * point, HEIGHT * point))
    for text, font, size, top in _lines(words):
        canvas.setFont(font, size)
        canvas.drawCentredString(WIDTH / 2 * point, (HEIGHT - top) * point, text)
    left, bottom = (WIDTH - CODE) / 2 * point, (HEIGHT - 86 - CODE) * point
    side = CODE * point
    canvas.drawImage(ImageReader(_picture(words)), left, bottom, side, side)
    canvas.save()
    return buffer.getvalue()


def _fpdf2(words: BadgeWords) -> bytes:
    pdf = FPDF(format=(WIDTH, HEIGHT))
    pdf.set_auto_page_break(False)
    pdf.add_font("Regular", fname=str(REGULAR))
    pdf.add_font("Bold", fname=str(BOLD))
    pdf.add_page()
    for text, font, size, top in _lines(words):
        pdf.set_font(font, size=size)
        pdf.set_xy(0, top - 6)
        pdf.cell(WIDTH, 6, text, align="C")
    pdf.image(_picture(words), (WIDTH - CODE) / 2, 86, CODE, CODE)
    return bytes(pdf.output())
