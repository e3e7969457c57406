"""A folder as the platform: lists come in as files, what happened goes out as one CSV file.

For registration systems that export and import files, or a share that somebody fills by hand.
"""

import csv
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from kiosk.domain.journal import CheckedIn, CheckedOut, Fact, TurnedAway, Voided
from kiosk.domain.words import Words
from kiosk.lists.list_file import open_list
from kiosk.services.list_columns import Column
from kiosk.services.ports.sync import NoAnswer
from kiosk.services.ports.sync_why import Why
from kiosk.services.ports.upstream import Changes, Delivered, Outgoing, Sent
from kiosk.services.trouble import Trouble, writing

EVENT: Final = "event.toml"
HAPPENED: Final = "happened.csv"
LISTS: Final = {".csv", ".xlsx"}
HEADER: Final = ("fact", "at", "what", "ticket", "checkpoint", "station", "more")


class FolderUpstream:
    """Implements `Upstream`. The newest list in the folder counts; it may lack people."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._headings: Mapping[Column, str] = {}
        self._told: set[str] | None = None

    @property
    def name(self) -> str:
        return self._folder.name

    @property
    def headings(self) -> dict[Column, str]:
        return dict(self._headings)

    def event_text(self) -> str | NoAnswer:
        try:
            return (self._folder / EVENT).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):
            return _unreadable(EVENT)

    def changes(self, cursor: str, *, whole: bool) -> Changes | NoAnswer:
        try:
            lists = [p for p in self._folder.iterdir() if p.suffix.lower() in LISTS]
            lists = [p for p in lists if p.name != HAPPENED and not p.name.startswith(".")]
            newest = max(lists, key=lambda path: (path.stat().st_mtime_ns, path.name), default=None)
            if newest is None:
                return Changes((), cursor, whole=False)
            attendees = open_list(newest)
            now = f"{newest.name} {attendees.digest}"
            if now == cursor and not whole:
                return Changes((), cursor, whole=False)
            self._headings = attendees.headings
            return Changes(tuple(attendees.rows()), now, whole=whole)
        except OSError:
            return _unreadable(self._folder.name)
        except Trouble as trouble:
            return NoAnswer(Why.INVALID, trouble.title)

    def send(self, going: Outgoing) -> Delivered | NoAnswer:
        row = _row(going)
        if row is None:
            return Delivered(Sent.NOTHING, "not for a file")
        try:
            if row[0] not in self._known():
                self._append(row)
        except (OSError, Trouble):
            return _unreadable(HAPPENED)
        return Delivered(Sent.DONE)

    def _known(self) -> set[str]:
        if self._told is None:
            try:
                with (self._folder / HAPPENED).open(encoding="utf-8-sig", newline="") as file:
                    self._told = {row[0] for row in csv.reader(file) if row}
            except FileNotFoundError:
                self._told = set()
        return self._told

    def _append(self, row: tuple[str, ...]) -> None:
        path = self._folder / HAPPENED
        fresh = not path.exists()
        with writing(path), path.open("a", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            if fresh:
                file.write("\ufeff")  # spreadsheets take it for Chinese only so
                writer.writerow(HEADER)
            writer.writerow(row)
            file.flush()
            os.fsync(file.fileno())
        self._known().add(row[0])


def _row(going: Outgoing) -> tuple[str, ...] | None:
    fact, what = going.fact, going.fact.what
    match what:
        case CheckedIn():
            return _line(fact, "in", going.external_id, what.checkpoint)
        case CheckedOut():
            return _line(fact, "out", going.external_id, what.checkpoint)
        case TurnedAway():
            return _line(fact, "refused", going.external_id, what.checkpoint, what.reason.value)
        case Voided():
            return _line(fact, "taken back", going.external_id, "", str(what.fact))
        case _:
            return None


def _line(fact: Fact, what: str, ticket: str, place: str, more: str = "") -> tuple[str, ...]:
    return str(fact.id), fact.at.isoformat(), what, ticket, place, fact.station, more


def _unreadable(name: str) -> NoAnswer:
    return NoAnswer(
        Why.UNREACHABLE,
        Words(f"{name} 无法读写，稍后再试。", f"{name} cannot be read or written; tried later."),
    )
