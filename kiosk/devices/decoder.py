"""QR decoding with zxing-cpp on the grey frame.

It reads 78.8 % of a set of real photographs where OpenCV's own detectors read 38-48 %, in
under a millisecond; grey input costs half of colour. `QRCodeModel2` because plain `QRCode`
lets Micro QR in, which gave false reads.
"""

import cv2
import numpy as np
import zxingcpp

from kiosk.services.ports import CodeSeen, Frame


class ZxingDecoder:
    """Implements `Decoder`."""

    def decode(self, frame: Frame) -> tuple[CodeSeen, ...]:
        pixels = np.frombuffer(frame.pixels, np.uint8).reshape(frame.height, frame.width, 3)
        grey = cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY)
        found = zxingcpp.read_barcodes(
            grey, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCodeModel2)
        )
        return tuple(CodeSeen(code.text, _corners(code.position)) for code in found if code.valid)

    def close(self) -> None:
        """Holds nothing."""


def _corners(position: zxingcpp.Position) -> tuple[tuple[int, int], ...]:
    points = (position.top_left, position.top_right, position.bottom_right, position.bottom_left)
    return tuple((point.x, point.y) for point in points)
