"""What the organiser's page asks of the hub's own copy, on a thread that owns it."""

import asyncio
import csv
import io
from contextlib import ExitStack
from datetime import tzinfo
from pathlib import Path
from typing import cast
from zoneinfo import ZoneInfo

from kiosk.composition.hub_place import HubPlace, opened_hub
from kiosk.domain.journal import Voided
from kiosk.domain.rarer_facts import DoubleSettled
from kiosk.hub.pages import Settlement
from kiosk.services.board import Board, Boards
from kiosk.services.lookup import Found
from kiosk.workers import SingleThread

FIND_AT_MOST = 30


class Copy:
    """The hub's own copy, opened once more; belongs to one thread."""

    def __init__(self, dsn: str, folder: Path | None) -> None:
        self._stack = ExitStack()
        self.place: HubPlace = self._stack.enter_context(opened_hub(dsn, folder))
        self._boards = Boards(self.place.own.records)

    def close(self) -> None:
        """Give everything back."""
        self._stack.close()

    def board(self) -> tuple[Board, ZoneInfo] | None:
        """The page as of now."""
        self.place.follow()
        own = self.place.own
        if not own.listed.event_text():
            return None
        made = self._boards.board(self.place.clock.now(), self.place.roster.head())
        return made, _zone(own.roster.event().zone)

    def search(self, query: str) -> tuple[tuple[Found, ...], ZoneInfo]:
        """Who could be meant."""
        own = self.place.own
        if not own.listed.event_text():
            return (), ZoneInfo("UTC")
        event = own.roster.event()
        found = own.lookup.search(query, event.checkpoints[0].id, FIND_AT_MOST) if query else ()
        return found, _zone(event.zone)

    def settle(self, settlement: Settlement) -> None:
        """A decision as a fact of the hub's."""
        what = (
            Voided(settlement.void, settlement.ticket, settlement.note or "double")
            if settlement.void
            else DoubleSettled(
                settlement.ticket, settlement.checkpoint, settlement.arrivals, settlement.note
            )
        )
        with self.place.own.journal.transaction(settlement.by) as tx:
            tx.record(what)
        self.place.follow()
        done = "took a check-in back" if settlement.void else "let a double check-in stand"
        self.place.stations.note(settlement.by, done)

    def export(self, by: str) -> bytes:
        """Who came, as spreadsheets read it."""
        self.place.follow()
        own = self.place.own
        rows = own.lookup.export() if own.listed.event_text() else ()
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(("code", "name", "category", "arrived_at", "station", "badges"))
        for row in rows:
            came = row.arrived_at.isoformat() if row.arrived_at else ""
            cells = (row.code, row.name, row.category, came, row.station, str(row.badges))
            writer.writerow([_safe(cell) for cell in cells])
        self.place.stations.note(by, f"exported {len(rows)} guests")
        return text.getvalue().encode("utf-8-sig")


class HubOrganiser:
    """Implements `Organiser`."""

    def __init__(self, dsn: str, folder: Path | None) -> None:
        self._thread = SingleThread("hub-pages", lambda: Copy(dsn, folder), Copy.close)

    def stop(self) -> None:
        """Finish what was asked."""
        self._thread.stop()

    async def board(self) -> tuple[Board, ZoneInfo] | None:
        return await asyncio.wrap_future(self._thread.ask(Copy.board))

    async def search(self, query: str) -> tuple[tuple[Found, ...], ZoneInfo]:
        return await asyncio.wrap_future(self._thread.ask(lambda copy: copy.search(query)))

    async def settle(self, settlement: Settlement) -> None:
        await asyncio.wrap_future(self._thread.ask(lambda copy: copy.settle(settlement)))

    async def export(self, by: str) -> bytes:
        return await asyncio.wrap_future(self._thread.ask(lambda copy: copy.export(by)))


def _zone(zone: tzinfo) -> ZoneInfo:
    return cast("ZoneInfo", zone)


def _safe(cell: str) -> str:
    """No formula for a spreadsheet to run."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell
