"""Group commit: all pushes that wait go to the disk together, in one transaction."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from kiosk.hub.facts import Batch, Head, HubJournal, Taken

GROUP: Final = 2000
"""Facts in one transaction; so that a lock is not held for long."""


@dataclass(slots=True)
class _Waiting:
    batch: Batch
    done: "asyncio.Future[tuple[Taken, Head]]"


class GroupWriter:
    """The only one in this process that writes facts.

    Args:
        journal: where.
        grown: called, on the event loop, with the head after every commit.
    """

    def __init__(self, journal: HubJournal, grown: Callable[[Head], None]) -> None:
        self._journal, self._grown = journal, grown
        self._waiting: asyncio.Queue[_Waiting] = asyncio.Queue()

    async def push(self, batch: Batch) -> tuple[Taken, Head]:
        """Hand facts over; comes back when they are on the disk.

        Raises:
            Unavailable, Misconfigured: the database; nothing was acknowledged then.
        """
        waiting = _Waiting(batch, asyncio.get_running_loop().create_future())
        await self._waiting.put(waiting)
        return await waiting.done

    async def run(self) -> None:
        """Write for ever."""
        while True:
            group = [await self._waiting.get()]
            size = len(group[0].batch.facts)
            while size < GROUP and not self._waiting.empty():
                group.append(self._waiting.get_nowait())
                size += len(group[-1].batch.facts)
            await self._write(group)

    async def _write(self, group: list[_Waiting]) -> None:
        batches = [one.batch for one in group]
        try:
            taken, head = await asyncio.to_thread(self._journal.push, batches)
        except Exception as error:  # noqa: BLE001  carried to whoever waits; the next may succeed
            for one in group:
                if not one.done.done():
                    one.done.set_exception(error)
            return
        for one, its in zip(group, taken, strict=True):
            if not one.done.done():
                one.done.set_result((its, head))
        self._grown(head)
