"""A network camera on loopback that can go silent or hang up."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import cv2
import numpy as np

BOUNDARY = b"frame"
PERIOD = 0.02


def picture(level: int) -> bytes:
    """A small grey JPEG."""
    ok, data = cv2.imencode(".jpg", np.full((48, 64, 3), level, np.uint8))
    assert ok
    return data.tobytes()


class NetworkCamera:
    """Streams pictures for ever; `silent` makes it freeze, `hung_up` drop every viewer."""

    def __init__(self) -> None:
        self.silent, self.hung_up = threading.Event(), threading.Event()
        self.gone = threading.Event()
        camera = self

        class Handler(BaseHTTPRequestHandler):
            """One viewer."""

            def do_GET(self) -> None:
                camera.stream(self)

            def log_message(self, *words: object) -> None:
                """Say nothing."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True

    @property
    def url(self) -> str:
        """Where its stream is."""
        return f"http://127.0.0.1:{self._server.server_port}/stream"

    def stream(self, viewer: BaseHTTPRequestHandler) -> None:
        """Pictures until the viewer goes, the camera hangs up, or the test is over."""
        kind = f"multipart/x-mixed-replace; boundary={BOUNDARY.decode()}"
        viewer.send_response(200)
        viewer.send_header("Content-Type", kind)
        viewer.end_headers()
        level = 0
        try:
            while not self.hung_up.is_set() and not self.gone.wait(PERIOD):
                if not self.silent.is_set():
                    level = (level + 8) % 256
                    viewer.wfile.write(_part(picture(level)))
        except OSError:
            return

    @contextmanager
    def on(self) -> Iterator["NetworkCamera"]:
        """Plugged in, until the end of the block."""
        thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self.gone.set()
            self._server.shutdown()
            self._server.server_close()
            thread.join()


def _part(data: bytes) -> bytes:
    head = b"Content-Type: image/jpeg\r\nContent-Length: %d\r\n\r\n" % len(data)
    return b"--" + BOUNDARY + b"\r\n" + head + data + b"\r\n"
