"""Pictures of badges, for previews, documents and tests."""

from collections.abc import Iterator
from io import BytesIO
from threading import Lock

import pypdfium2
from PIL import Image

# PDFium is not made for two threads.
_one_at_a_time = Lock()


def picture(pdf: bytes, dpi: int) -> Image.Image:
    """The first page as it would be printed, white paper included."""
    return next(pictures(pdf, dpi))


def pictures(pdf: bytes, dpi: int) -> Iterator[Image.Image]:
    """Every page as it would be printed."""
    page, pages = 0, 1
    while page < pages:
        with _one_at_a_time:
            document = pypdfium2.PdfDocument(pdf)
            try:
                pages = len(document)
                rendered: Image.Image = document[page].render(scale=dpi / 72).to_pil()
            finally:
                document.close()
        yield rendered.convert("RGB")
        page += 1


def png(pdf: bytes, dpi: int) -> bytes:
    """The first page as a PNG file."""
    target = BytesIO()
    picture(pdf, dpi).save(target, "PNG", dpi=(dpi, dpi))
    return target.getvalue()
