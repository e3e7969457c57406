"""Papers painted through Qt's printer: the portable way to a Windows queue.

The PDF becomes a picture with the printer's dots, for GDI draws no PDF. Colour mode and
lossless pictures are said, or a grey default and JPEG's ringing on the code would come through.
"""

import ctypes
from pathlib import Path
from typing import Any, Final

import pypdfium2
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from kiosk.services.ports import Paper

DPI: Final = 300
_MM_PER_INCH: Final = 25.4


def to_queue(queue: str, paper: Paper, document: str) -> None:
    """Hand a paper to the system's queue of this name.

    Raises:
        OSError: the queue took nothing.
    """
    printer = _printer(paper, document)
    printer.setPrinterName(queue)
    if printer.printerName() != queue:
        raise OSError(f"no printer {queue}")
    _paint(printer, paper)


def to_file(file: Path, paper: Paper, document: str) -> None:
    """Paint a paper into a PDF, as it would go to a queue.

    Raises:
        OSError: the file cannot be written.
    """
    printer = _printer(paper, document)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    _paint(printer, paper)


def _printer(paper: Paper, document: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(document)
    printer.setColorMode(QPrinter.ColorMode.Color)
    printer.setResolution(DPI)
    size = QSizeF(paper.width_mm, paper.height_mm)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    printer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter, "badge", exact))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    printer.setFullPage(True)
    duplex = QPrinter.DuplexMode.DuplexLongSide
    printer.setDuplex(duplex if paper.pages > 1 else QPrinter.DuplexMode.DuplexNone)
    return printer


def _paint(printer: QPrinter, paper: Paper) -> None:
    dots = printer.resolution() / _MM_PER_INCH
    whole = QRectF(0, 0, paper.width_mm * dots, paper.height_mm * dots)
    document = pypdfium2.PdfDocument(paper.pdf)
    painter = QPainter()
    try:
        if not painter.begin(printer):
            raise OSError("the queue takes no page")
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for number in range(len(document)):
            if number and not printer.newPage():
                raise OSError("the queue takes no second page")
            painter.drawImage(whole, _image(document[number], printer.resolution()))
    finally:
        painter.end()
        document.close()


def _image(page: Any, dpi: int) -> QImage:  # noqa: ANN401  pypdfium2 has no types
    drawn = page.render(scale=dpi / 72, prefer_bgrx=True)
    pixels = ctypes.string_at(drawn.buffer, drawn.stride * drawn.height)
    shape = drawn.width, drawn.height, drawn.stride
    return QImage(pixels, *shape, QImage.Format.Format_RGB32).copy()
