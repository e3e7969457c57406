"""A network camera on this machine: MJPEG over HTTP, 30 pictures a second."""

import itertools
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self

import cv2

from tests.bench.demo_station import Picture

FPS = 30


class NetworkCamera:
    """Shows each view for `seconds`, over and over. Use it as a context."""

    def __init__(self, views: list[Picture], seconds: float) -> None:
        self._jpegs = [cv2.imencode(".jpg", view)[1].tobytes() for view in views]
        self._each = max(1, round(seconds * FPS))
        camera = self

        class Answer(BaseHTTPRequestHandler):
            """One viewer."""

            def do_GET(self) -> None:
                self.send_response(200)
                self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=next")
                self.end_headers()
                try:
                    for jpeg in camera.jpegs():
                        head = "--next\r\nContent-Type: image/jpeg\r\n"
                        head += f"Content-Length: {len(jpeg)}\r\n\r\n"
                        self.wfile.write(head.encode() + jpeg + b"\r\n")
                except OSError:
                    return  # the viewer has gone

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                """Nothing to say."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        self._server.daemon_threads = True

    @property
    def url(self) -> str:
        """Where it can be seen."""
        return f"http://127.0.0.1:{self._server.server_address[1]}/camera.mjpg"

    def jpegs(self) -> Iterator[bytes]:
        """The pictures, each when it is due."""
        began = time.monotonic()
        for number in itertools.count():
            time.sleep(max(0.0, began + number / FPS - time.monotonic()))
            yield self._jpegs[number // self._each % len(self._jpegs)]

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
