"""The hub as a web application (ASGI)."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

from pydantic import ValidationError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kiosk.hub.answers import bug_answer, gone_answer, invalid_answer, server_of, trouble_answer
from kiosk.hub.limits import BoundedBodies
from kiosk.hub.metrics import metrics
from kiosk.hub.routes import ROUTES
from kiosk.hub.server import HubServer
from kiosk.services.trouble import Misconfigured, Unavailable


def hub_app(hub: HubServer, more: Sequence[BaseRoute] = ()) -> Starlette:
    """The application of one hub; `more` are the organiser's pages."""

    @asynccontextmanager
    async def life(_app: Starlette) -> AsyncIterator[None]:
        tasks = [asyncio.create_task(hub.writer.run()), asyncio.create_task(hub.live.run())]
        yield
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    app = Starlette(
        routes=[
            *ROUTES,
            Route("/healthz", _health),
            Route("/metrics", _metrics),
            *more,
        ],
        middleware=[Middleware(BoundedBodies)],
        exception_handlers={
            Unavailable: trouble_answer,
            Misconfigured: trouble_answer,
            ValidationError: invalid_answer,
            ClientDisconnect: gone_answer,
            Exception: bug_answer,
        },
        lifespan=life,
    )
    app.state.hub = hub
    return app


async def _health(request: Request) -> Response:
    """Well where the database answers."""
    head = await asyncio.to_thread(server_of(request).journal.head)
    return JSONResponse({"status": "ok", "head": head.last, "generation": head.generation})


async def _metrics(request: Request) -> Response:
    text = await asyncio.to_thread(metrics, server_of(request))
    return PlainTextResponse(text, media_type="text/plain; version=0.0.4")
