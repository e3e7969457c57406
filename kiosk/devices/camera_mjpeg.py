"""MJPEG over HTTP, read by ourselves.

FFmpeg reads it too, but draws half a picture over the last one without a word, gives the
whole camera up for one part that is no picture, and hands over every picture that waits in
the line. Here a part that is not whole is passed over, and only the newest one is decoded.
"""

import base64
import http.client
import re
import socket
import time
from urllib.parse import quote, unquote, urlsplit

import numpy as np
import numpy.typing as npt

from kiosk.devices.camera_capture import SILENCE_SECONDS, CapturedCamera, captured_stream
from kiosk.devices.camera_trouble import lost, missing, no_address
from kiosk.devices.pictures import as_frame, picture_of
from kiosk.services.ports import Clock, Frame

CONNECT_SECONDS = 0.5
"""A camera in the same building answers in milliseconds; one that comes back while a call
to it hangs must not wait for that call."""
LARGEST_BYTES = 16 << 20
"""More without a whole picture is no MJPEG."""
_CHUNK = 1 << 16
_AS_WRITTEN = "%/:?#[]@!$&'()*+,;=~"
_BOUNDARY = re.compile(r'boundary="?([^";,\s]+)', re.IGNORECASE)
_LENGTH = re.compile(rb"content-length:\s*(\d{1,9})", re.IGNORECASE)
# in the data of a JPEG 0xFF stands only before these; anything else was garbled
_SCAN = re.compile(rb"\xff\xda(?P<data>.*)\xff\xd9\Z", re.DOTALL)
_GARBLED = re.compile(rb"\xff[^\x00\xd0-\xd7\xff\xc4\xda\xdb\xdc\xdd\xd9\xfe]")


class HttpCamera:
    """A network camera over HTTP; whatever is not MJPEG is left to FFmpeg."""

    def __init__(self, url: str, clock: Clock) -> None:
        self._url, self._clock = url, clock
        self._parts: _Parts | None = None
        self._other: CapturedCamera | None = None
        self._number = 0

    def open(self) -> None:
        self._number = 0
        self._parts = _Parts.of(self._url)
        if self._parts is None:
            self._other = CapturedCamera(lambda: captured_stream(self._url), self._clock)
            self._other.open()

    def read(self) -> Frame | None:
        if self._other is not None:
            return self._other.read()
        assert self._parts is not None, "open first"
        frame = as_frame(self._parts.newest_picture(), self._number, self._clock)
        self._number += 1
        return frame

    def close(self) -> None:
        for held in (self._parts, self._other):
            if held is not None:
                held.close()
        self._parts = self._other = None


class _Parts:
    """The parts of one answer, as they come."""

    def __init__(self, line: socket.socket, answer: http.client.HTTPResponse, mark: bytes) -> None:
        self._line, self._answer, self._mark = line, answer, mark
        self._waiting = bytearray()

    @staticmethod
    def of(url: str) -> "_Parts | None":
        """Ask for the stream; None where what is sent is no MJPEG.

        Raises:
            Unavailable: nobody answers.
        """
        parts = urlsplit(url)
        host = parts.hostname or ""
        line = http.client.HTTPConnection(host, parts.port, timeout=CONNECT_SECONDS)
        try:
            line.connect()
            sock = line.sock  # an answer without an end takes it from the connection
            sock.settimeout(SILENCE_SECONDS)
            asked = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            line.request(
                "GET",
                quote(asked, safe=_AS_WRITTEN),
                headers=_credentials(parts.username, parts.password),
            )
            answer = line.getresponse()
        except (OSError, http.client.HTTPException) as error:
            line.close()
            raise missing(host) from error
        except UnicodeError as error:  # a host that is no name
            line.close()
            raise no_address() from error
        kind = answer.getheader("Content-Type", "")
        boundary = _BOUNDARY.search(kind)
        if answer.status == http.client.OK and kind.startswith("multipart/") and boundary:
            # some cameras count the two dashes among the boundary, some do not
            return _Parts(sock, answer, b"--" + boundary[1].removeprefix("--").encode())
        answer.close()
        line.close()
        return None

    def newest_picture(self) -> npt.NDArray[np.uint8]:
        """The newest whole picture, waiting for it.

        Raises:
            Unavailable: none came in time, or the camera hung up.
        """
        # the network's own time, whatever clock stamps the frames
        until = time.monotonic() + SILENCE_SECONDS
        while True:
            jpeg = self._newest_part()
            picture = picture_of(jpeg) if jpeg and is_whole(jpeg) else None
            if picture is not None:
                return picture
            left = until - time.monotonic()
            if left <= 0 or len(self._waiting) > LARGEST_BYTES:
                raise lost()
            try:
                self._line.settimeout(left)
                chunk = self._answer.read1(_CHUNK)
            except (OSError, http.client.HTTPException) as error:
                raise lost() from error
            if not chunk:
                raise lost()
            self._waiting += chunk

    def _newest_part(self) -> bytes | None:
        """The last whole part in line; those before it are too old to be decoded."""
        waiting, newest, done = self._waiting, None, 0
        while (begins := waiting.find(self._mark, done)) >= 0:
            done = begins
            data = waiting.find(b"\r\n\r\n", begins) + 4
            if data < 4:
                break
            length = _LENGTH.search(waiting, begins, data)
            ends = data + int(length[1]) if length else len(waiting) + 1
            if ends > len(waiting):  # not here yet, or a length that was garbled
                ends = waiting.find(self._mark, data)
                if ends < 0:
                    break
            newest, done = bytes(waiting[data:ends]), ends
        del waiting[:done]
        return newest

    def close(self) -> None:
        """Hang up."""
        self._answer.close()
        self._line.close()


def is_whole(jpeg: bytes) -> bool:
    """Whether a JPEG has all its parts, and nothing in its picture data that cannot be there.

    A look at the markers only (a tenth of a millisecond): what was garbled between them shows
    for one picture.
    """
    scan = _SCAN.search(jpeg.rstrip(b"\r\n\0"))
    return scan is not None and not _GARBLED.search(scan["data"])


def _credentials(user: str | None, password: str | None) -> dict[str, str]:
    if user is None:
        return {}
    pair = f"{unquote(user)}:{unquote(password or '')}".encode()
    return {"Authorization": f"Basic {base64.b64encode(pair).decode()}"}
