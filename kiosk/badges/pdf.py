"""Draws a layout as PDF. The same layout gives the same bytes."""

from collections.abc import Iterable
from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import Final, Literal, assert_never

from reportlab import rl_config
from reportlab.lib.colors import Color, HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from kiosk.badges.images import embedded, put
from kiosk.badges.imposition import Page, Part, whole
from kiosk.badges.layout import Area, ImageMark, Layout, Mark, QrMark, Run

POINTS_PER_MM: Final = 72 / 25.4
_EVEN_ODD: Final = 0
_FILL_AND_STROKE: Final = 2
# Streams as text would be a quarter longer and take half a millisecond each.
rl_config.useA85 = 0
# ReportLab's fonts are shared by the whole process and serve one document at a time.
_one_at_a_time = Lock()


def pdf_of(layout: Layout) -> bytes:
    """The badge as a PDF of one page, exactly as large as its layout."""
    return printed([whole(layout)], title="badge")


def printed(pages: Iterable[Page], title: str) -> bytes:
    """A PDF of these pages, each exactly as large as it says."""
    target = BytesIO()
    with _one_at_a_time:
        canvas = Canvas(target, invariant=1)
        canvas.setTitle(title)
        for page in pages:
            canvas.setPageSize((page.width * POINTS_PER_MM, page.height * POINTS_PER_MM))
            for part in page.parts:
                _draw_part(canvas, part, page)
            for line in page.lines:
                _draw_area(canvas, line, page.height)
            canvas.showPage()
        canvas.save()
    return target.getvalue()


def _draw_part(canvas: Canvas, part: Part, page: Page) -> None:
    height = part.layout.height
    moved = (part.x, part.y, part.turned) != (0, 0, False) or height != page.height
    if moved:
        canvas.saveState()
        left, low = part.x, page.height - part.y - height
        if part.turned:
            left, low = left + part.layout.width, low + height
        canvas.translate(left * POINTS_PER_MM, low * POINTS_PER_MM)
        canvas.rotate(180 if part.turned else 0)
    for mark in part.layout.marks:
        _draw(canvas, mark, height)
    if moved:
        canvas.restoreState()


def _draw(canvas: Canvas, mark: Mark, page: float) -> None:
    match mark:
        case Run():
            _draw_run(canvas, mark, page)
        case Area():
            _draw_area(canvas, mark, page)
        case QrMark():
            _draw_qr(canvas, mark, page)
        case ImageMark():
            _draw_image(canvas, mark, page)
        case _:
            assert_never(mark)


def _draw_image(canvas: Canvas, mark: ImageMark, page: float) -> None:
    image = embedded(mark.file, mark.w, mark.h)
    scale = min(mark.w / image.width, mark.h / image.height)
    w, h = image.width * scale, image.height * scale
    left, low = mark.x + (mark.w - w) / 2, page - mark.y - (mark.h + h) / 2
    put(canvas, image, [mm * POINTS_PER_MM for mm in (left, low, w, h)])


def _draw_run(canvas: Canvas, run: Run, page: float) -> None:
    canvas.setFillColor(_colour(run.colour))
    canvas.setFont(run.font, run.size)
    x, y = run.x * POINTS_PER_MM, (page - run.y) * POINTS_PER_MM
    mode: Literal[2] | None = None
    if run.stroke:
        canvas.setStrokeColor(_colour(run.colour))
        canvas.setLineWidth(run.stroke * run.size)
        mode = _FILL_AND_STROKE
    if not run.glyphs:
        canvas.drawString(x, y, run.text, mode=mode)
        return
    if not run.leftwards:
        said = run.text.encode("utf-16-be").hex().upper()
        # Vowels may stand before their consonants; whoever copies them wants them after.
        canvas.addLiteral(f"/Span <</ActualText <FEFF{said}>>> BDC")
    for glyph in run.glyphs:
        canvas.drawString(x + glyph.x * run.size, y + glyph.y * run.size, glyph.char, mode=mode)
    if not run.leftwards:
        canvas.addLiteral("EMC")


def _draw_area(canvas: Canvas, area: Area, page: float) -> None:
    colour = _colour(area.colour)
    outlined = area.stroke > 0
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(area.stroke * POINTS_PER_MM)
    x, y = area.x * POINTS_PER_MM, (page - area.y - area.h) * POINTS_PER_MM
    w, h = area.w * POINTS_PER_MM, area.h * POINTS_PER_MM
    if area.radius:
        radius = area.radius * POINTS_PER_MM
        canvas.roundRect(x, y, w, h, radius, stroke=int(outlined), fill=int(not outlined))
    else:
        canvas.rect(x, y, w, h, stroke=int(outlined), fill=int(not outlined))


def _draw_qr(canvas: Canvas, mark: QrMark, page: float) -> None:
    # One path: rectangles that touch are filled together, without seams, whoever rasterises them.
    code = ["n", *(f"{x} {y} {wide} 1 re" for x, y, wide in mark.symbol.runs)]
    module = mark.module * POINTS_PER_MM
    canvas.saveState()
    # Modules become the unit, and down becomes positive as in the symbol.
    canvas.transform(module, 0, 0, -module, mark.x * POINTS_PER_MM, (page - mark.y) * POINTS_PER_MM)
    canvas.setFillColor(_colour("#000000"))
    canvas.drawPath(PDFPathObject(code), stroke=0, fill=1, fillMode=_EVEN_ODD)
    canvas.restoreState()


@lru_cache(maxsize=64)
def _colour(colour: str) -> Color:
    return HexColor(colour)
