"""A ticket code as a picture that phones and paper show well."""

import io

import qrcode
from qrcode.constants import ERROR_CORRECT_M, ERROR_CORRECT_Q
from qrcode.image.pil import PilImage
from qrcode.image.svg import SvgPathImage
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

QUIET_MODULES = 4
PIXELS_PER_MODULE = 12
SIDE_MM = 40.0
"""Printed side of a PDF code, quiet zone included: about 0.9 mm a module when signed."""
LONGEST_AT_Q = 60
"""Characters. Short opaque codes stay at 25 modules at level Q; signed ones need M for 37."""


def ticket_picture(text: str, form: str) -> bytes:
    """The QR of `text` as `png`, `svg` or `pdf` bytes."""
    level = ERROR_CORRECT_Q if len(text) <= LONGEST_AT_Q else ERROR_CORRECT_M
    code = qrcode.QRCode(error_correction=level, border=QUIET_MODULES, box_size=PIXELS_PER_MODULE)
    code.add_data(text)
    code.make(fit=True)
    out = io.BytesIO()
    if form == "svg":
        code.make_image(image_factory=SvgPathImage).save(out)
    elif form == "png":
        code.make_image(image_factory=PilImage).save(out, "PNG")
    else:
        _pdf(code.get_matrix(), out)
    return out.getvalue()


def _pdf(matrix: list[list[bool]], out: io.BytesIO) -> None:
    canvas = Canvas(out, pagesize=(SIDE_MM * mm, SIDE_MM * mm), invariant=True)
    module = SIDE_MM * mm / len(matrix)
    path = canvas.beginPath()
    for y, row in enumerate(matrix):
        for x, dark in enumerate(row):
            if dark:
                path.rect(x * module, (len(matrix) - 1 - y) * module, module, module)
    canvas.drawPath(path, stroke=0, fill=1)
    canvas.save()
