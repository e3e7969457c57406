"""A network camera on loopback with everything that can go wrong with one."""

import itertools
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import cv2
import numpy as np
import numpy.typing as npt

BOUNDARY = b"frame"
PERIOD = 0.02
LIVE_PICTURES = 16
"""So many different pictures, shown in turns: no two that follow each other are the same."""


class Fault(StrEnum):
    """What a camera may do instead of showing what is before it."""

    NONE = "none"
    SILENT = "silent"
    HUNG_UP = "hung_up"
    FROZEN = "frozen"
    BLACK = "black"
    COVERED = "covered"
    CUT = "cut"
    GARBLED = "garbled"
    RUBBISH = "rubbish"
    BOASTING = "boasting"


def picture(level: int) -> bytes:
    """A small grey JPEG."""
    return jpeg(np.full((48, 64, 3), level, np.uint8))


def jpeg(pixels: npt.NDArray[np.uint8]) -> bytes:
    """Pixels as a camera sends them."""
    coded, data = cv2.imencode(".jpg", pixels)
    assert coded
    return data.tobytes()


def live(view: npt.NDArray[np.uint8], strength: float = 4.0) -> list[bytes]:
    """Pictures of a view as a sensor takes them: each with noise of its own."""
    rng = np.random.default_rng(7)
    noisy = (view + rng.normal(0, strength, view.shape) for _ in range(LIVE_PICTURES))
    return [jpeg(np.clip(one, 0, 255).astype(np.uint8)) for one in noisy]


def furniture(height: int = 48, width: int = 64, seed: int = 1) -> npt.NDArray[np.uint8]:
    """Something to see: light and dark patches."""
    rng = np.random.default_rng(seed)
    patches = rng.integers(20, 235, (6, 8, 3)).astype(np.uint8)
    return np.asarray(cv2.resize(patches, (width, height), interpolation=cv2.INTER_NEAREST))


class NetworkCamera:
    """Streams pictures for ever, or what `fault` says; `off` unplugs it and `on` plugs it in.

    Args:
        pictures: shown in turns; a small room where None.
        dashes: whether the boundary in the header has its dashes, as some cameras write it.
        length: whether each part says how long it is.
    """

    def __init__(
        self,
        pictures: Sequence[bytes] | None = None,
        *,
        dashes: bool = False,
        length: bool = True,
    ) -> None:
        self.fault, self.viewers, self.sent = Fault.NONE, 0, 0
        self._pictures: Sequence[bytes] = ()
        self.show(pictures or live(furniture()))
        self._dashes, self._length = dashes, length
        self._port = 0
        self._server: ThreadingHTTPServer | None = None
        self._unplugged = threading.Event()

    def show(self, pictures: Sequence[bytes]) -> None:
        """Have these before the lens from now on."""
        first = cv2.imdecode(np.frombuffer(pictures[0], np.uint8), cv2.IMREAD_COLOR)
        assert first is not None
        height, width = first.shape[:2]
        slope = np.linspace(90, 120, width)[None, :, None] * np.ones((height, 1, 3))
        self._dark = live(np.zeros((height, width, 3), np.uint8), 2.0)
        self._hand = live(slope.astype(np.uint8), 2.0)
        self._pictures = pictures

    @property
    def url(self) -> str:
        """Where its stream is; the same after it was unplugged."""
        return f"http://127.0.0.1:{self._port}/stream?size=small"

    @contextmanager
    def on(self) -> Iterator["NetworkCamera"]:
        """Plugged in, until the end of the block."""
        self.plug_in()
        try:
            yield self
        finally:
            self.unplug()

    def plug_in(self) -> None:
        """Serve viewers, at the same port as before."""
        self._unplugged = threading.Event()
        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), _viewer(self.stream))
        self._server.daemon_threads = True
        self._port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, args=(0.01,), daemon=True).start()

    def unplug(self) -> None:
        """Drop every viewer and answer nobody."""
        self._unplugged.set()
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def stream(self, viewer: BaseHTTPRequestHandler) -> None:
        """Parts until the viewer goes, the camera hangs up, or it is unplugged."""
        unplugged = self._unplugged
        boundary = ("--" if self._dashes else "") + BOUNDARY.decode()
        viewer.send_response(200)
        viewer.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={boundary}")
        viewer.end_headers()
        self.viewers += 1
        rng = np.random.default_rng(3)
        shown = 0
        for number in itertools.count():
            if unplugged.wait(PERIOD) or self.fault is Fault.HUNG_UP:
                return
            if self.fault is Fault.SILENT:
                continue
            if self.fault is not Fault.FROZEN:
                shown = number
            try:
                viewer.wfile.write(self._part(self._data(shown, rng)))
            except OSError:
                return
            self.sent += 1

    def _data(self, number: int, rng: np.random.Generator) -> bytes:
        turn = number % LIVE_PICTURES
        data = self._pictures[number % len(self._pictures)]
        match self.fault:
            case Fault.BLACK:
                return self._dark[turn]
            case Fault.COVERED:
                return self._hand[turn]
            case Fault.CUT:
                return data[: len(data) // 2]
            case Fault.GARBLED:
                return (
                    data[:-200]
                    + b"\xff\x01"
                    + bytes(rng.integers(0, 255, 196, np.uint8))
                    + b"\xff\xd9"
                )
            case Fault.RUBBISH:
                return bytes(rng.integers(0, 255, len(data), np.uint8))
            case _:
                return data

    def _part(self, data: bytes) -> bytes:
        head = b"Content-Type: image/jpeg\r\n"
        if self.fault is Fault.BOASTING:
            head += b"Content-Length: " + b"9" * 5000 + b"\r\n"
        elif self._length:
            head += b"Content-Length: %d\r\n" % len(data)
        return b"--" + BOUNDARY + b"\r\n" + head + b"\r\n" + data + b"\r\n"


@contextmanager
def serving(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[int]:
    """A server on loopback that answers every viewer so, until the end of the block; its port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _viewer(answer)) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        yield server.server_port
        server.shutdown()


def _viewer(serve: Callable[[BaseHTTPRequestHandler], None]) -> type[BaseHTTPRequestHandler]:
    class Viewer(BaseHTTPRequestHandler):
        """One viewer."""

        def do_GET(self) -> None:
            serve(self)

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    return Viewer
