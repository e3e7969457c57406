"""What stations ask of the hub."""

import asyncio
import json
from collections.abc import AsyncIterator
from uuid import UUID

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from kiosk import __version__
from kiosk.hub.answers import message, problem, server_of
from kiosk.hub.begin_files import FILES
from kiosk.hub.facts import Batch
from kiosk.hub.for_stations import of_station, token_of
from kiosk.hub.live import HEARTBEAT_SECONDS, told
from kiosk.hub.server import HubServer
from kiosk.hub.stations import Known, NameTaken
from kiosk.services.disguise import MARK, disguised
from kiosk.services.ports.sync import Feed, Seen
from kiosk.wire.facts import PULL_LIMIT, FactMessage, Health, Pushed, Refusal
from kiosk.wire.hub import (
    ROSTER_LIMIT,
    CodeKey,
    GuestMessage,
    HandOver,
    Hello,
    Paired,
    PairRequest,
    Scope,
)
from kiosk.wire.message import OLDEST_PROTOCOL, PROTOCOL

ROSTER_SCHEMA = 1
_LONGEST_PUSH = 1000


async def _pair(request: Request) -> Response:
    hub = server_of(request)
    wait = hub.pairings.wait_for(request.client.host if request.client else "")
    if wait:
        return problem(429, "too_many_requests", retry_after=round(wait + 0.5))
    asked = PairRequest.model_validate_json(await request.body())
    paired = await asyncio.to_thread(hub.stations.pair, asked)
    if paired is None:
        return problem(403, "code")
    if isinstance(paired, NameTaken):
        return problem(409, "name_taken")
    scope, token = paired
    head = await asyncio.to_thread(hub.journal.head)
    return message(
        Paired(
            station=asked.station,
            scope=scope,
            token=token,
            code_key=hub.secrets.code_key().hex(),
            generation=head.generation,
            roster_head=await asyncio.to_thread(hub.roster.head),
        )
    )


async def _hello(hub: HubServer, known: Known, request: Request) -> Response:
    seen = Seen(*(_feed_of(request, name) for name in ("facts", "promised", "roster")))
    head = await asyncio.to_thread(hub.journal.greeted, seen)
    await asyncio.to_thread(hub.heard_of, known.name, None)
    return message(
        Hello(
            protocol_oldest=OLDEST_PROTOCOL,
            protocol_newest=PROTOCOL,
            roster_schema=ROSTER_SCHEMA,
            generation=head.generation,
            head=head.last,
            roster_head=await asyncio.to_thread(hub.roster.head),
            scope=known.scope,
            now_ms=hub.now_ms,
            version=__version__,
            key_tag=hub.secrets.tag(),
        )
    )


async def _push(hub: HubServer, known: Known, request: Request) -> Response:
    facts, refused, health = _facts_in(await request.body())
    if known.revoked:
        kept = await asyncio.to_thread(hub.journal.set_aside, known.name, facts)
        return problem(401, "revoked", kept=kept)
    taken, head = await hub.writer.push(Batch(known.name, known.scope, facts))
    await asyncio.to_thread(hub.heard_of, known.name, health)
    hub.counted.facts += len(taken.accepted)
    hub.counted.refused += len(taken.refused) + len(refused)
    return message(
        Pushed(
            generation=head.generation,
            accepted=taken.accepted,
            refused=(*taken.refused, *refused),
            head=head.last,
            now_ms=hub.now_ms,
            chain=head.chain,
        )
    )


def _facts_in(body: bytes) -> tuple[list[FactMessage], list[Refusal], Health]:
    """The facts of a push; one that is none does not spoil the others.

    Raises:
        ValidationError: it is no push at all.
    """
    try:
        said = json.loads(body)
        listed = said["facts"]
        health = Health.model_validate(said.get("health", {}))
        given = [(UUID(one["id"]), one) for one in listed[: _LONGEST_PUSH + 1]]
    except (ValueError, TypeError, LookupError, AttributeError):
        given, health = [], Health()
        FactMessage.model_validate_json(body)  # says what is wrong
    facts, refused = [], []
    for fact, one in given[:_LONGEST_PUSH]:
        try:
            facts.append(FactMessage.model_validate(one))
        except ValidationError:
            refused.append(Refusal(id=fact, why="content"))
    return facts, refused, health


async def _pull(hub: HubServer, known: Known, request: Request) -> Response:
    after, limit = _number(request, "after", 0), _number(request, "limit", PULL_LIMIT)
    news = await asyncio.to_thread(hub.journal.pull, after, min(limit, PULL_LIMIT))
    return message(told(news, known.scope))


async def _feed(hub: HubServer, known: Known, request: Request) -> Response:
    token = token_of(request)

    async def news() -> AsyncIterator[bytes]:
        asked = hub.clock.monotonic()
        async for piece in hub.live.listen(known.scope):
            if hub.clock.monotonic() >= asked + HEARTBEAT_SECONDS:
                asked = hub.clock.monotonic()
                now = await asyncio.to_thread(hub.station_of, token)
                if now is None or now.revoked:
                    return  # put out while it listened
            yield piece

    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(news(), 200, headers, "text/event-stream")


async def _roster(hub: HubServer, known: Known, request: Request) -> Response:
    after = _number(request, "after", 0)
    page = await asyncio.to_thread(hub.roster.page, after, ROSTER_LIMIT)
    if known.scope is Scope.SELF:
        bare = tuple(_for_self_service(guest, hub) for guest in page.guests)
        page = page.model_copy(update={"guests": bare})
    return message(page)


def _for_self_service(guest: GuestMessage, hub: HubServer) -> GuestMessage:
    """Telephone and e-mail only as keyed hashes, to match what a guest types."""
    fields = dict(guest.fields)
    phone = disguised(fields.pop("attendee.phone", ""), hub.secrets.digest)
    email = fields.pop("attendee.email", "").strip().lower()
    if phone:
        fields["attendee.phone"] = phone
    if email:
        fields["attendee.email"] = f"{MARK}{hub.secrets.digest(f'email {email}').hex()}"
    return guest.model_copy(update={"fields": fields})


async def _hand_over(hub: HubServer, known: Known, request: Request) -> Response:
    part = HandOver.model_validate_json(await request.body())
    if known.revoked:
        return problem(401, "revoked")
    empty = not await asyncio.to_thread(hub.roster.event_text)
    if known.scope is not Scope.ADMIN and not (empty and known.scope is Scope.DESK):
        return problem(403, "scope")
    if part.code_key != hub.secrets.code_key().hex():
        if not empty:
            return problem(409, "other_key")
        hub.secrets.adopt(bytes.fromhex(part.code_key))
    await asyncio.to_thread(lambda: hub.roster.publish(part.event, part.guests, whole=part.whole))
    await asyncio.to_thread(hub.stations.note, known.name, f"brought {len(part.guests)} guests")
    return Response(status_code=204)


async def _key(hub: HubServer, _known: Known, _request: Request) -> Response:
    return message(CodeKey(key=hub.secrets.code_key().hex()))


def _feed_of(request: Request, name: str) -> Feed:
    said = request.query_params
    generation, last = said.get("generation", ""), said.get(f"{name}_last", "")
    return Feed(generation, _number(request, name, 0), last)


def _number(request: Request, name: str, default: int) -> int:
    said = request.query_params.get(name, "")
    return int(said) if said.isdecimal() and len(said) < 19 else default


ROUTES = [
    Route("/v1/pair", _pair, methods=["POST"]),
    Route("/v1/hello", of_station(_hello)),
    Route("/v1/facts", of_station(_push), methods=["POST"]),
    Route("/v1/facts", of_station(_pull)),
    Route("/v1/feed", of_station(_feed)),
    Route("/v1/roster", of_station(_roster)),
    Route("/v1/roster", of_station(_hand_over), methods=["POST"]),
    Route("/v1/key", of_station(_key)),
    *FILES,
]
