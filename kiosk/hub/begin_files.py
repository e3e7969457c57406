"""The files that a new station begins with, on their way: a few at once, resumable."""

import asyncio
import re
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Send
from starlette.types import Scope as AsgiScope

from kiosk.hub.answers import message, problem
from kiosk.hub.for_stations import of_station
from kiosk.hub.server import HubServer
from kiosk.hub.stations import Known
from kiosk.wire.hub import Scope

AT_ONCE: Final = 8
"""Downloads at once: more would only make all of them slower."""
RETRY_SECONDS: Final = 5
_FILE: Final = re.compile(r"[a-z]+\.zst")


class _Counted(FileResponse):
    """Counts itself among the downloads while it lasts, however it ends."""

    def __init__(self, path: Path, hub: HubServer) -> None:
        super().__init__(path, media_type="application/zstd")
        self._hub = hub

    async def __call__(self, scope: AsgiScope, receive: Receive, send: Send) -> None:
        self._hub.downloads += 1
        try:
            await super().__call__(scope, receive, send)
        finally:
            self._hub.downloads -= 1


async def _bootstrap(hub: HubServer, known: Known, _request: Request) -> Response:
    if known.scope is Scope.SELF:
        return problem(404, "nothing")  # the files hold telephone numbers
    made = await asyncio.to_thread(hub.begin.make)
    return message(made) if made else problem(404, "nothing")


async def _file(hub: HubServer, known: Known, request: Request) -> Response:
    name = request.path_params["name"]
    path = hub.begin.folder / name
    if known.scope is Scope.SELF or not _FILE.fullmatch(name) or not path.is_file():
        return problem(404, "nothing")
    if hub.downloads >= AT_ONCE:
        return problem(503, "busy", retry_after=RETRY_SECONDS)
    return _Counted(path, hub)


FILES: Final = [
    Route("/v1/bootstrap", of_station(_bootstrap)),
    Route("/v1/bootstrap/{name}", of_station(_file)),
]
