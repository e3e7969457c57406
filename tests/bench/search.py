"""Searching at the front desk: a keystroke to the painted hits."""

import time
from pathlib import Path

from PySide6.QtTest import QTest

from kiosk.settings import Face
from kiosk.store.roster import RosterFile
from kiosk.ui.clerk import FOUND
from kiosk.ui.screens.front_desk import FrontDesk
from tests.bench.demo_station import copy_of
from tests.bench.live_window import LiveWindow
from tests.bench.report import TIMING, Room, Sample, timing
from tests.studio.big_roster import opened

ABOUT = """Queries typed key by key into the search field over the demo roster: Chinese names,
pinyin, initials, company, number, Latin. Timed from each key until its hits are painted,
where they are others than before. The
floor is the search in the roster alone, without window, threads and journal."""
QUERIES = ("wang fang", "lijun", "zhang", "ouyang", "CA27-0001", "lh", "muller", "zx", "chen j")
HAN = ("王", "欧阳", "汽车", "李", "韩琳", "技术")


def measure(station: Path, work: Path, rounds: int) -> Room:
    """Types all queries so many times."""
    folder = copy_of(station, work / "search")
    live = LiveWindow(folder, Face.DESK)
    roster = opened(folder / "roster.db")
    desk = live.window.face
    assert isinstance(desk, FrontDesk)
    field = desk.lists.search_field
    ours, floor = [], []
    strokes = [text[:length] for text in QUERIES for length in range(1, len(text) + 1)]
    for text in [*strokes, *HAN] * rounds:
        if text[-1:] == " ":
            continue
        field.setText(text[:-1] if text.isascii() else "")
        live.settle(0.005)
        before = desk.clerk.found

        def keystroke(typed: str = text) -> None:
            if typed.isascii():
                QTest.keyClicks(field, typed[-1])
            else:  # an input method hands over the whole word
                field.setText(typed)
                field.textEdited.emit(typed)

        seconds = live.until_painted(lambda typed=text: desk.clerk.query == typed, keystroke)  # type: ignore[misc]
        if seconds is not None and desk.clerk.found != before:
            ours.append(seconds * 1000)
        floor.append(_alone(roster, text))
    roster.close()
    live.close()
    sample, beside = Sample(tuple(ours)), Sample(tuple(floor))
    room = Room("Search", ABOUT, TIMING)
    room.rows.append(timing("keystroke → hits painted", sample, "", ("floor", beside)))
    room.rows.append(timing("floor: search alone", beside))
    return room


def _alone(roster: RosterFile, text: str) -> float:
    before = time.perf_counter()
    roster.search(text, FOUND)
    return (time.perf_counter() - before) * 1000
