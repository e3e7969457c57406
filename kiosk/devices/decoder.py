"""QR decoding with bare zxing-cpp: the measure of all else, and enough for clean pictures."""

from kiosk.devices.qr_reading import grey_of, read_codes
from kiosk.services.ports import Frame, Sight


class ZxingDecoder:
    """Implements `Decoder`."""

    def decode(self, frame: Frame) -> Sight:
        return Sight(read_codes(grey_of(frame)))

    def close(self) -> None:
        """Holds nothing."""
