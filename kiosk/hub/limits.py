"""How much anybody may ask of the hub: token buckets, and bodies of a bounded size."""

from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.services.ports import Clock

LARGEST_BODY: Final = 4 << 20
"""Bytes of a request."""
REMEMBERED: Final = 10_000
"""Askers whose buckets are kept."""


class _TooLargeError(Exception):
    """The body goes on beyond the limit. Never leaves this module."""


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class Buckets:
    """So many requests a second for each asker, and so many at once.

    Args:
        per_second: what flows in.
        burst: what a bucket holds.
        clock: monotonic seconds.
    """

    def __init__(self, per_second: float, burst: float, clock: Clock) -> None:
        self._per_second, self._burst, self._clock = per_second, burst, clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def wait_for(self, asker: str) -> float:
        """0 where the asker may go on, else the seconds until they may ask again."""
        now = self._clock.monotonic()
        bucket = self._buckets.pop(asker, None) or _Bucket(self._burst, now)
        self._buckets[asker] = bucket
        while len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.at) * self._per_second)
        bucket.at = now
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return 0.0
        return (1 - bucket.tokens) / self._per_second


class BoundedBodies:
    """ASGI middleware: whoever sends too much gets 413, however they declare it."""

    def __init__(self, app: ASGIApp, largest: int = LARGEST_BODY) -> None:
        self._app, self._largest = app, largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, counting its bytes."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        came, begun = 0, False

        async def counted() -> Message:
            nonlocal came
            message = await receive()
            came += len(message.get("body", b""))
            if came > self._largest:
                raise _TooLargeError
            return message

        async def noted(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        declared = dict(scope["headers"]).get(b"content-length", b"0")
        if declared.isdigit() and int(declared) > self._largest:
            await _too_large(send)
            return
        try:
            await self._app(scope, counted, noted)
        except _TooLargeError:
            if not begun:
                await _too_large(send)


async def _too_large(send: Send) -> None:
    headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": b'{"error":"too_large"}'})
