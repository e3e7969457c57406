"""What the hub answers where it does not do as it was asked: a word for programs, no traces."""

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kiosk.hub.server import HubServer
from kiosk.hub.stations import Known
from kiosk.services.trouble import Trouble, Unavailable
from kiosk.wire.message import OLDEST_PROTOCOL, PROTOCOL

PROTOCOL_HEADER: Final = "x-kiosk-protocol"
RETRY_SECONDS: Final = 2
LOG: Final = logging.getLogger("kiosk.hub")
Handler = Callable[[HubServer, Known, Request], Awaitable[Response]]


def problem(status: int, error: str, **more: object) -> JSONResponse:
    """An answer that is none."""
    headers = {"retry-after": str(more["retry_after"])} if "retry_after" in more else {}
    return JSONResponse({"error": error, **more}, status, headers)


def message(said: BaseModel) -> Response:
    """A message of the wire."""
    return Response(said.model_dump_json(), media_type="application/json")


def server_of(request: Request) -> HubServer:
    """The hub that this request came to."""
    server = request.app.state.hub
    assert isinstance(server, HubServer)
    return server


def speaks(headers: Mapping[str, str]) -> bool:
    """Whether the asker speaks a protocol that we speak."""
    said = headers.get(PROTOCOL_HEADER, str(PROTOCOL))
    return said.isdecimal() and OLDEST_PROTOCOL <= int(said) <= PROTOCOL


async def trouble_answer(_request: Request, error: Exception) -> Response:
    """Where the database is away: come again. Nothing was acknowledged."""
    assert isinstance(error, Trouble)
    LOG.warning("%s", error.title.en)
    if isinstance(error, Unavailable):
        return problem(503, "unavailable", retry_after=RETRY_SECONDS)
    return problem(500, "misconfigured")


async def gone_answer(_request: Request, _error: Exception) -> Response:
    """Whoever asked has gone in the middle of a word: nobody reads this."""
    return problem(400, "gone")


async def bug_answer(_request: Request, error: Exception) -> Response:
    """A bug: its kind goes to the log, nothing of it to the asker."""
    LOG.error("bug: %s", type(error).__name__)
    return problem(500, "internal")


async def invalid_answer(_request: Request, error: Exception) -> Response:
    """What was sent is no message of ours."""
    assert isinstance(error, ValidationError)
    return problem(422, "invalid", fields=[".".join(map(str, e["loc"])) for e in error.errors()])
