"""Running the hub's application on a port, by uvicorn."""

import socket
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.applications import Starlette

from kiosk.domain.words import Words
from kiosk.services.trouble import Misconfigured

GRACE_SECONDS = 2
"""How long live streams may finish when the hub is stopped."""


class _Server(uvicorn.Server):
    """Says when it is told to end, while streams are still open."""

    def __init__(self, config: uvicorn.Config, ending: Callable[[], None]) -> None:
        super().__init__(config)
        self._ending = ending

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self._ending()


def serve(
    app: Starlette,
    address: tuple[str, int],
    tls: tuple[Path, Path] | None,
    ready: Callable[[str], None],
    ending: Callable[[], None],
) -> None:
    """Answer until the process is told to end.

    Args:
        app: the application.
        address: host and port; port 0 takes a free one.
        tls: files of certificate and key; None: plain HTTP, behind something that does TLS.
        ready: told the URL once connections are taken.
        ending: told when no more are, so that what never ends does.

    Raises:
        Misconfigured: the port cannot be had.
    """
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE_SECONDS,
        ssl_certfile=tls[0] if tls else None,
        ssl_keyfile=tls[1] if tls else None,
    )
    with listening(address) as port_socket:
        host, port = port_socket.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        ready(f"{'https' if tls else 'http'}://{shown}:{port}")
        _Server(config, ending).run(sockets=[port_socket])


def listening(address: tuple[str, int]) -> socket.socket:
    """A socket at which connections are taken.

    Raises:
        Misconfigured: the port cannot be had.
    """
    host, port = address
    if not 0 <= port < 1 << 16:
        raise _not_there(host, port, "no such port")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        made = socket.create_server((host, port), family=family, backlog=1024)
        # said to be TCP: else asyncio leaves Nagle on, and every answer waits 40 ms for a receipt
        return socket.socket(family, made.type, socket.IPPROTO_TCP, fileno=made.detach())
    except OSError as error:
        raise _not_there(host, port, error.strerror or str(error)) from error


def _not_there(host: str, port: int, said: str) -> Misconfigured:
    return Misconfigured(
        Words(f"无法在 {host}:{port} 上监听。", f"Cannot listen on {host}:{port}."),
        Words(
            f"{said}。请用 --host、--port 另选，或结束占用它的程序。",
            f"{said}. Choose another with --host and --port, or end what uses it.",
        ),
    )
