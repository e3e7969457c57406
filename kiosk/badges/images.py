"""Pictures in badges: brought to the printer's resolution once, then copied into each PDF."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from PIL import Image, UnidentifiedImageError
from reportlab.pdfbase.pdfdoc import PDFImageXObject

DPI: Final = 300
_POINT: Final = 72 / 25.4
_MOST_PIXELS: Final = 60_000_000


@dataclass(frozen=True, slots=True)
class Embedded:
    """A picture as it stands in a PDF: `width` x `height` pixels, compressed.

    `alpha` says how far each pixel covers what is under it; None: wholly.
    """

    name: str
    width: int
    height: int
    colours: bytes
    alpha: bytes | None


def drawable(file: Path) -> bool:
    """Whether the file is a picture, or a PDF, that can be drawn."""
    try:
        _opened(file)
    except (OSError, ValueError, UnidentifiedImageError):
        return False
    return True


@lru_cache(maxsize=32)
def embedded(file: Path, width: float, height: float) -> Embedded:
    """The picture for a box of this size in mm, at 300 dots an inch at most."""
    image = _opened(file)
    scale = min(1.0, width / 25.4 * DPI / image.width, height / 25.4 * DPI / image.height)
    size = max(1, round(image.width * scale)), max(1, round(image.height * scale))
    small = image.resize(size, Image.Resampling.LANCZOS) if scale < 1 else image
    alpha = small.getchannel("A").tobytes() if small.mode == "RGBA" else None
    return Embedded(
        name=f"{file.stem}{small.width}x{small.height}".encode("ascii", "replace").hex(),
        width=small.width,
        height=small.height,
        colours=zlib.compress(small.convert("RGB").tobytes(), 9),
        alpha=zlib.compress(alpha, 9) if alpha else None,
    )


def _opened(file: Path) -> Image.Image:
    """RGB, or RGBA where the picture has holes."""
    if file.suffix.lower() == ".pdf":
        return _page_of(file)
    with Image.open(file, formats=("PNG", "JPEG")) as image:
        if image.width * image.height > _MOST_PIXELS:
            raise ValueError("too many pixels")
        has_holes = "A" in image.mode or "transparency" in image.info
        return image.convert("RGBA" if has_holes else "RGB")


def _page_of(file: Path) -> Image.Image:
    import pypdfium2  # noqa: PLC0415  a badge without such a page comes sooner

    from kiosk.badges.picture import picture  # noqa: PLC0415

    try:
        return picture(file.read_bytes(), DPI)
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error


def put(canvas: Any, image: Embedded, box: Sequence[float]) -> None:  # noqa: ANN401
    """Draw a picture on a ReportLab canvas at (x, y, width, height) in points.

    ReportLab's own way reads and compresses the picture again for every document.
    """
    document = canvas._doc  # noqa: SLF001  there is no public way to reuse a picture
    registered = document.getXObjectName(image.name)
    if registered not in document.idToObject:
        target = _object(image.name, image, "DeviceRGB", image.colours)
        canvas._setXObjects(target)  # noqa: SLF001
        document.Reference(target, registered)
        document.addForm(image.name, target)
        if image.alpha is not None:
            mask = _object(f"{image.name}a", image, "DeviceGray", image.alpha)
            canvas._setXObjects(mask)  # noqa: SLF001
            target.smask = document.Reference(mask, document.getXObjectName(mask.name))
    x, y, width, height = box
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(width, height)
    canvas.addLiteral(f"/{registered} Do")
    canvas.restoreState()
    canvas._currentPageHasImages = 1  # noqa: SLF001
    canvas._formsinuse.append(image.name)  # noqa: SLF001


def _object(name: str, image: Embedded, colours: str, content: bytes) -> Any:  # noqa: ANN401
    made: Any = PDFImageXObject(name)
    made.width, made.height = image.width, image.height
    made.colorSpace, made.bitsPerComponent = colours, 8
    made.streamContent, made._filters = content, ("FlateDecode",)  # noqa: SLF001
    return made
