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
    with _listening(address) as listening:
        host, port = listening.getsockname()[:2]
        shown = f"[{host}]" if ":" in host else host
        ready(f"{'https' if tls else 'http'}://{shown}:{port}")
        _Server(config, ending).run(sockets=[listening])


def _listening(address: tuple[str, int]) -> socket.socket:
    host, port = address
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        return socket.create_server((host, port), family=family, backlog=1024)
    except (OSError, OverflowError) as error:
        said = getattr(error, "strerror", None) or str(error)
        raise Misconfigured(
            Words(f"无法在 {host}:{port} 上监听。", f"Cannot listen on {host}:{port}."),
            Words(
                f"{said}。请用 --host、--port 另选，或结束占用它的程序。",
                f"{said}. Choose another with --host and --port, or end what uses it.",
            ),
        ) from error
