"""Pictures of badges, for previews, documents and tests."""

from io import BytesIO
from threading import Lock

import pypdfium2
from PIL import Image

# PDFium is not made for two threads.
_one_at_a_time = Lock()


def picture(pdf: bytes, dpi: int) -> Image.Image:
    """The first page as it would be printed, white paper included."""
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            rendered: Image.Image = document[0].render(scale=dpi / 72).to_pil()
            return rendered.convert("RGB")
        finally:
            document.close()


def png(pdf: bytes, dpi: int) -> bytes:
    """The first page as a PNG file."""
    target = BytesIO()
    picture(pdf, dpi).save(target, "PNG", dpi=(dpi, dpi))
    return target.getvalue()
