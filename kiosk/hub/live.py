"""The live stream: each new range of facts is read once, written once, and sent to everybody."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Final

from kiosk.hub.facts import Head, HubJournal
from kiosk.hub.roster import HubRoster
from kiosk.services.trouble import Trouble
from kiosk.wire.facts import Numbered, Pulled
from kiosk.wire.hub import Scope

TOGETHER_SECONDS: Final = 0.05
"""What comes within this time is sent together."""
LOOK_SECONDS: Final = 1.0
"""How often the database is asked whether another process wrote to it."""
HEARTBEAT_SECONDS: Final = 5.0
"""Also how long a revoked station may still listen."""
AT_ONCE: Final = 500
SLOW: Final = 50
"""Messages that may wait for one reader; who is slower is cut off, and pulls."""


@dataclass(eq=False, slots=True)
class _Listener:
    scope: Scope
    queue: "asyncio.Queue[bytes | None]" = field(default_factory=asyncio.Queue)


class LiveFeed:
    """One per process; everything on its event loop."""

    def __init__(self, journal: HubJournal, roster: HubRoster) -> None:
        self._journal, self._roster = journal, roster
        self._listeners: set[_Listener] = set()
        self._wake = asyncio.Event()
        self._head = Head(0, "")
        self._roster_head = 0
        self._ended = False

    @property
    def listeners(self) -> int:
        """How many listen."""
        return len(self._listeners)

    def grown(self, _head: Head) -> None:
        """There is more."""
        self._wake.set()

    def end(self) -> None:
        """The hub is stopping: every stream ends by itself, none is cut off in a word."""
        self._ended = True
        for listener in self._listeners:
            listener.queue.put_nowait(None)

    async def run(self) -> None:
        """Send for ever; a database that does not answer is asked again."""
        sent: Head | None = None
        while True:
            try:
                sent = await self._send_news(sent)
            except Trouble:
                await asyncio.sleep(LOOK_SECONDS)
            try:
                await asyncio.wait_for(self._wake.wait(), LOOK_SECONDS)
            except TimeoutError:
                continue
            await asyncio.sleep(TOGETHER_SECONDS)
            self._wake.clear()

    async def _send_news(self, sent: Head | None) -> Head:
        head = await asyncio.to_thread(self._journal.head)
        roster_head = await asyncio.to_thread(self._roster.head)
        if sent is None or head.generation != sent.generation or head.last < sent.last:
            sent = head
            self._publish(await self._range(head.last))
        while sent.last < head.last:
            news = await self._range(sent.last)
            if not news.facts:
                break
            self._publish(news)
            sent = Head(news.facts[-1].seq, head.generation)
        if roster_head != self._roster_head:
            self._roster_head = roster_head
            self._publish(await self._range(sent.last))
        self._head = head
        return sent

    async def _range(self, after: int) -> Pulled:
        return await asyncio.to_thread(self._journal.pull, after, AT_ONCE)

    def _publish(self, news: Pulled) -> None:
        news = news.model_copy(update={"roster_head": self._roster_head})
        bytes_for = {scope: _event(told(news, scope)) for scope in self._scopes()}
        for listener in list(self._listeners):
            if listener.queue.qsize() > SLOW:
                self._listeners.discard(listener)
                listener.queue.put_nowait(None)
            else:
                listener.queue.put_nowait(bytes_for[listener.scope])

    def _scopes(self) -> set[Scope]:
        return {listener.scope for listener in self._listeners}

    async def listen(self, scope: Scope) -> AsyncIterator[bytes]:
        """What one reader gets, until they are cut off or leave."""
        listener = _Listener(scope)
        self._listeners.add(listener)
        try:
            now = await asyncio.to_thread(self._journal.pull, self._head.last, 0)
            yield _event(now.model_copy(update={"roster_head": self._roster_head}))
            while not self._ended:
                try:
                    news = await asyncio.wait_for(listener.queue.get(), HEARTBEAT_SECONDS)
                except TimeoutError:
                    yield b": still here\n\n"
                    continue
                if news is None:
                    return
                yield news
        finally:
            self._listeners.discard(listener)


def told(news: Pulled, scope: Scope) -> Pulled:
    """What a station of this scope may read: self-service gets no words about persons."""
    if scope is not Scope.SELF:
        return news
    bare = tuple(
        Numbered.model_construct(
            seq=one.seq, fact=one.fact.model_copy(update={"personal": "", "by": ""})
        )
        for one in news.facts
    )
    return news.model_copy(update={"facts": bare})


def _event(news: Pulled) -> bytes:
    return b"data: " + news.model_dump_json().encode() + b"\n\n"
