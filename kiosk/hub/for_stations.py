"""The door for paired stations."""

import asyncio
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from kiosk.hub.answers import Handler, problem, server_of, speaks
from kiosk.wire.message import OLDEST_PROTOCOL, PROTOCOL


def token_of(request: Request) -> str:
    """The token that a request brought; empty where it brought none."""
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    return token.strip() if kind.lower() == "bearer" else ""


def of_station(handle: Handler) -> Callable[[Request], Awaitable[Response]]:
    """Only for paired stations, at a bounded rate."""

    async def answer(request: Request) -> Response:
        hub = server_of(request)
        token = token_of(request)
        known = await asyncio.to_thread(hub.station_of, token) if token else None
        if known is None:
            return problem(401, "stranger")
        wait = hub.requests.wait_for(known.name)
        if wait:
            return problem(429, "too_many_requests", retry_after=round(wait + 0.5))
        if not speaks(request.headers):
            return problem(426, "protocol", oldest=OLDEST_PROTOCOL, newest=PROTOCOL)
        if known.revoked and request.method != "POST":
            return problem(401, "revoked")
        return await handle(hub, known, request)

    return answer
