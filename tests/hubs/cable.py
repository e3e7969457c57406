"""The network between stations and hub: a TCP relay that can be pulled out and put in again."""

import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Cable:
    """Passes bytes to `target` while it is plugged in; pulling it out breaks all that goes on."""

    def __init__(self, target: int) -> None:
        self._target = target
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])
        self._plugged, self._open = True, True
        self._ends: set[socket.socket] = set()
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def pull(self) -> None:
        """Whoever talks is cut off in the middle of a word."""
        with self._lock:
            self._plugged = False
            for end in self._ends:
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)

    def plug(self) -> None:
        """As before."""
        self._plugged = True

    def close(self) -> None:
        """For good."""
        self._open = False
        self.pull()
        self._server.close()

    def _accept(self) -> None:
        while self._open:
            try:
                caller, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._relay, args=(caller,), daemon=True).start()

    def _relay(self, caller: socket.socket) -> None:
        with caller, suppress(OSError):
            if not self._plugged:
                return
            with socket.create_connection(("127.0.0.1", self._target), 5) as called:
                with self._lock:
                    self._ends |= {caller, called}
                try:
                    self._pass(caller, called)
                finally:
                    with self._lock:
                        self._ends -= {caller, called}

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        while self._plugged:
            for end in select.select([one, other], [], [], 5)[0]:
                piece = end.recv(1 << 16)
                if not piece:
                    return
                (other if end is one else one).sendall(piece)


@contextmanager
def a_cable(target: int) -> Iterator[Cable]:
    """Until the block ends."""
    cable = Cable(target)
    try:
        yield cable
    finally:
        cable.close()
