"""The badge that every engine draws, and the engines: ours and those that people reach for.

Each maker imports its engine itself, so that a cold start can be measured:
`python -m tests.bench.badge_peers NAME` is one engine in an interpreter of its own, for
ReportLab's fonts are shared by a whole process; it draws a badge for each line it is sent.
"""

import io
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from uuid import UUID

from kiosk.composition.assets import FONTS, TEMPLATES
from kiosk.domain.badge import BadgeWords
from kiosk.domain.words import Words

REGULAR, BOLD = FONTS / "NotoSansSC_400Regular.ttf", FONTS / "NotoSansSC_700Bold.ttf"
NAMES = (("欧阳晓明", "Ouyang Xiaoming"), ("王芳", "Wang Fang"), ("曾小贤", "Zeng Xiaoxian"))
WIDTH, HEIGHT, CODE = 95.0, 134.0, 36.0
"""Millimetres."""
BEGAN = "BENCH_BEGAN"
"""The variable with the monotonic second at which the interpreter was started."""
_POINT = 72 / 25.4
Draw = Callable[[Iterable[BadgeWords]], bytes]
"""A PDF with a page for each badge."""


def words_of(turn: int) -> BadgeWords:
    """The badge of this turn; no two have one code."""
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


def lines_of(words: BadgeWords) -> list[tuple[str, str, float, float]]:
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


def picture_of(words: BadgeWords) -> bytes:
    """The code as tutorials make it: a PNG."""
    import qrcode  # noqa: PLC0415

    buffer = io.BytesIO()
    qrcode.make(words.code).save(buffer)
    return buffer.getvalue()


def ours() -> Draw:
    """The template engine."""
    from kiosk.badges.drawer import TemplateDrawer  # noqa: PLC0415
    from kiosk.badges.template_file import load_template  # noqa: PLC0415

    return TemplateDrawer(load_template(TEMPLATES / "lanyard.toml"), FONTS).draw_many


def reportlab() -> Draw:
    """ReportLab with fonts registered once."""
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    pdfmetrics.registerFont(TTFont("Regular", REGULAR))
    pdfmetrics.registerFont(TTFont("Bold", BOLD))

    def draw(everybody: Iterable[BadgeWords]) -> bytes:
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=(WIDTH * _POINT, HEIGHT * _POINT))
        for words in everybody:
            for text, font, size, top in lines_of(words):
                canvas.setFont(font, size)
                canvas.drawCentredString(WIDTH / 2 * _POINT, (HEIGHT - top) * _POINT, text)
            left, low = (WIDTH - CODE) / 2 * _POINT, (HEIGHT - 86 - CODE) * _POINT
            code = ImageReader(io.BytesIO(picture_of(words)))
            canvas.drawImage(code, left, low, CODE * _POINT, CODE * _POINT)
            canvas.showPage()
        canvas.save()
        return buffer.getvalue()

    return draw


def fpdf2() -> Draw:
    """fpdf2 with `add_font` for each document."""
    from fpdf import FPDF  # noqa: PLC0415

    def draw(everybody: Iterable[BadgeWords]) -> bytes:
        pdf = FPDF(format=(WIDTH, HEIGHT))
        pdf.set_auto_page_break(False)
        pdf.add_font("Regular", fname=str(REGULAR))
        pdf.add_font("Bold", fname=str(BOLD))
        for words in everybody:
            pdf.add_page()
            for text, font, size, top in lines_of(words):
                pdf.set_font(font, size=size)
                pdf.set_xy(0, top - 6)
                pdf.cell(WIDTH, 6, text, align="C")
            code = io.BytesIO(picture_of(words))
            pdf.image(code, (WIDTH - CODE) / 2, 86, CODE, CODE)
        return bytes(pdf.output())

    return draw


def qt() -> Draw:
    """QPdfWriter, as a Qt program would."""
    from PySide6.QtCore import QBuffer, QMarginsF, QRectF, QSizeF, Qt  # noqa: PLC0415
    from PySide6.QtGui import (  # noqa: PLC0415
        QFont,
        QFontDatabase,
        QGuiApplication,
        QImage,
        QPageSize,
        QPainter,
        QPdfWriter,
    )

    application = QGuiApplication.instance() or QGuiApplication([])
    families = {}
    for name, file in (("Regular", REGULAR), ("Bold", BOLD)):
        number = QFontDatabase.addApplicationFont(str(file))
        families[name] = QFontDatabase.applicationFontFamilies(number)[0]

    def draw(everybody: Iterable[BadgeWords]) -> bytes:
        assert application is not None
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setPageSize(QPageSize(QSizeF(WIDTH, HEIGHT), QPageSize.Unit.Millimeter))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        writer.setResolution(1200)
        mm = 1200 / 25.4
        painter = QPainter(writer)
        for place, words in enumerate(everybody):
            if place:
                writer.newPage()
            for text, font, size, top in lines_of(words):
                face = QFont(families[font])
                face.setPointSizeF(size)
                face.setBold(font == "Bold")
                painter.setFont(face)
                room = QRectF(0, (top - 20) * mm, WIDTH * mm, 20 * mm)
                at = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
                painter.drawText(room, at, text)
            image = QImage.fromData(picture_of(words))
            painter.drawImage(QRectF((WIDTH - CODE) / 2 * mm, 86 * mm, CODE * mm, CODE * mm), image)
        painter.end()
        return bytes(buffer.data().data())

    return draw


def typst() -> Draw:
    """Typst, whose compiler is kept."""
    import typst as engine  # noqa: PLC0415

    folder = Path(tempfile.mkdtemp())
    page = folder / "badge.typ"
    page.write_text(_TYPST, encoding="utf-8")
    compiler = engine.Compiler(str(page), font_paths=[str(FONTS)], ignore_system_fonts=True)

    def draw(everybody: Iterable[BadgeWords]) -> bytes:
        pages = [
            {
                "lines": [
                    {"text": text, "bold": font == "Bold", "size": size, "top": top}
                    for text, font, size, top in lines_of(words)
                ],
                "code": list(picture_of(words)),
            }
            for words in everybody
        ]
        made = compiler.compile(format="pdf", sys_inputs={"pages": json.dumps(pages)})
        assert isinstance(made, bytes)
        return made

    return draw


_TYPST = f"""
#set page(width: {WIDTH}mm, height: {HEIGHT}mm, margin: 0mm)
#set text(font: "Noto Sans SC", top-edge: "baseline")
#for page in json(bytes(sys.inputs.pages)) [
  #for line in page.lines {{
    place(top + center, dy: line.top * 1mm,
      text(size: line.size * 1pt, weight: if line.bold {{ 700 }} else {{ 400 }}, line.text))
  }}
  #place(top + center, dy: 86mm, image(bytes(page.code), width: {CODE}mm))
  #pagebreak(weak: true)
]
"""

ENGINES: dict[str, Callable[[], Draw]] = {
    "TemplateDrawer": ours,
    "ReportLab, naive": reportlab,
    "fpdf2": fpdf2,
    "QPdfWriter": qt,
    "typst": typst,
}


def main() -> None:
    """Tell milliseconds to the first badge and bytes of one; then draw a badge for each line."""
    draw = ENGINES[sys.argv[1]]()
    draw([words_of(0)])
    first = (time.monotonic() - float(os.environ[BEGAN])) * 1000
    _tell([first, len(draw([words_of(1)]))])
    for turn, _ in enumerate(sys.stdin):
        before = time.perf_counter()
        draw([words_of(turn)])
        _tell((time.perf_counter() - before) * 1000)


def _tell(figures: float | list[float]) -> None:
    sys.stdout.write(f"{json.dumps(figures)}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
