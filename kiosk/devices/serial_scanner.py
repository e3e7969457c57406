"""A scanner at a serial port: a real one, or USB that pretends to be one (CDC)."""

from contextlib import suppress

import serial

from kiosk.domain.words import Words
from kiosk.services.trouble import Unavailable

SILENCE_SECONDS = 0.08
"""A code ends with CR or LF, or with so much silence: at 9600 baud a character takes 1 ms,
and scanners send a code in one go."""
LONGEST_BYTES = 4096
"""A QR code holds 2953 bytes; more without an end is noise on the line."""


class SerialScanner:
    """Implements `Scanner` with pySerial.

    Args:
        port: what the system calls it, such as COM3 or /dev/ttyACM0.
        baud: its speed in bits a second; USB does not care.
    """

    def __init__(self, port: str, baud: int) -> None:
        self._name, self._baud = port, baud
        self._port: serial.Serial | None = None
        self._begun = bytearray()
        self._noise = False

    def open(self) -> None:
        self._begun.clear()
        self._noise = False
        try:
            self._port = serial.Serial(
                self._name, self._baud, timeout=SILENCE_SECONDS, exclusive=True
            )
        except (OSError, ValueError) as error:  # pySerial's own exception is an OSError
            raise self._gone() from error

    def read(self) -> str | None:
        assert self._port is not None, "open first"
        while (code := self._finished()) is None:
            try:
                came = self._port.read(max(1, self._port.in_waiting))
            except (OSError, TypeError) as error:  # TypeError: pySerial, closed while it reads
                raise self._gone() from error
            if not came:
                return self._text(len(self._begun)) or None
            self._begun += came
        return code or None

    def close(self) -> None:
        if self._port is not None:
            with suppress(OSError):
                self._port.close()
            self._port = None

    def _finished(self) -> str | None:
        """The first code that has its end; an empty text where an end stands alone."""
        ends = [end for end in (self._begun.find(b"\r"), self._begun.find(b"\n")) if end >= 0]
        if ends:
            return self._text(min(ends) + 1)
        if len(self._begun) > LONGEST_BYTES:
            self._noise = True
            self._begun.clear()
        return None

    def _text(self, length: int) -> str:
        """The first `length` bytes, taken away; nothing where they end what was only noise."""
        taken, noise = bytes(self._begun[:length]), self._noise
        del self._begun[:length]
        self._noise = False
        if noise or len(taken) > LONGEST_BYTES:
            return ""
        return taken.decode("utf-8", "replace").strip("\0\r\n\t \x02\x03")

    def _gone(self) -> Unavailable:
        return Unavailable(
            Words(f"扫码枪（{self._name}）没有连接。", f"The scanner at {self._name} is gone."),
            Words(
                "请检查连接线和设置 scanner.port；仍可用键盘签到。",
                "Check its cable and the setting scanner.port. The keyboard still works.",
            ),
        )
