"""The main job on the shipped demo event, from camera frame to badge PDF."""

import json
import os
import time
from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.composition.assets import DEMO, FONTS
from kiosk.composition.data_folder import DataFolder
from kiosk.composition.demo_folder import DemoFolder
from kiosk.composition.kiosk import Kiosk
from kiosk.composition.list_import import import_list
from kiosk.composition.lock_step import Album, LockStep, Score
from kiosk.composition.picture_file import save_picture
from kiosk.composition.station import Station, opened
from kiosk.devices.camera_recording import Pace
from kiosk.devices.cameras import camera_for
from kiosk.devices.clocks import SteppedClock
from kiosk.devices.decoder import ZxingDecoder
from kiosk.domain.journal import CheckedIn, JobState, TurnedAway
from kiosk.keys.station import open_station_keys
from kiosk.settings import Face, Settings
from kiosk.ui.application import Application

HEADLESS_SIZE = (1080, 1920)
DRAIN_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Queue:
    """The recorded queue and how it was made."""

    video: Path
    fps: float
    frames: int
    starts: datetime
    guest_ends: tuple[int, ...]

    def frames_of(self, guests: int | None) -> int:
        """How many frames the first `guests` guests take; all where None."""
        if guests is None or guests >= len(self.guest_ends):
            return self.frames
        return self.guest_ends[guests - 1] + 1 if guests else 0


def run_demo(out: Path, face: Face, guests: int | None, *, headless: bool) -> dict[str, Any]:
    """Work the demo queue; the summary, as written to `out`/summary.json.

    Raises:
        Misconfigured: `out` cannot be used, or a station runs on the demo's data folder.
        Unavailable: the disk is full.
    """
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    began = time.monotonic()
    queue, place = read_queue(DEMO / "queue.json"), DemoFolder(out)
    place.claim()
    folder, clock = DataFolder(place.station), SteppedClock(queue.starts)
    settings = _settings(place, queue, face)
    with folder.only_run():
        place.clear()
        with opened(folder.path, clock=clock, settings=settings) as station:
            import_list(station, DEMO / "attendees.csv", DEMO / "event.toml")
        keys = open_station_keys(folder.code_key)
        kiosk = Kiosk(Application(FONTS), folder, settings, keys, clock)
        album = Album(lambda name: save_picture(kiosk.window, place.screens / name))
        scanned = _play(kiosk, queue, queue.frames_of(guests), album, headless=headless)
    with opened(folder.path, clock=clock, settings=settings) as station:
        summary, made = _summary(station, place)
    made += [place.screens / name for name in album.names]
    summary |= {"scanned": scanned, "seconds": round(time.monotonic() - began, 2)}
    place.finish(summary, made)
    return summary


def _summary(station: Station, place: DemoFolder) -> tuple[dict[str, Any], list[Path]]:
    """What the journal tells of the queue, and the badges that lie in the folder."""
    facts, jobs = station.journal.facts(), station.journal.jobs(open_only=False)
    refused = Counter(f.what.reason.value for f in facts if isinstance(f.what, TurnedAway))
    printed = [job for job in jobs if job.state is JobState.CONFIRMED]
    summary = {
        "event": station.roster.event().slug,
        "admitted": sum(isinstance(f.what, CheckedIn) for f in facts),
        "refused": dict(sorted(refused.items())),
        "badges": len(printed),
        "badges_not_printed": len(jobs) - len(printed),
    }
    return summary, [place.badges / f"{job.job}.pdf" for job in printed]


def read_queue(path: Path) -> Queue:
    """The description of a recorded queue."""
    said = json.loads(path.read_text(encoding="utf-8"))
    return Queue(
        path.with_name(said["video"]),
        said["fps"],
        said["frames"],
        datetime.fromisoformat(said["starts"]),
        tuple(guest["last_frame"] for guest in said["guests"]),
    )


def _settings(place: DemoFolder, queue: Queue, face: Face) -> Settings:
    base = Settings()
    return replace(
        base,
        station=replace(base.station, name="demo-1"),
        camera=replace(base.camera, source=str(queue.video)),
        printer=replace(base.printer, folder=str(place.badges.resolve())),
        screen=replace(base.screen, face=face, help_desk="N1-3"),
    )


def _play(kiosk: Kiosk, queue: Queue, frames: int, album: Album, *, headless: bool) -> int:
    window, app = kiosk.window, kiosk.app
    if headless:
        window.resize(*HEADLESS_SIZE if kiosk.settings.screen.face is Face.SELF else (1920, 1080))
        window.show()
    else:
        kiosk.show()
    camera = camera_for(str(queue.video), kiosk.clock, (0, 0, 0), Pace.LOCK_STEP)
    camera.open()
    kiosk.load_event()
    kiosk.printing.start()
    clock = kiosk.clock
    assert isinstance(clock, SteppedClock)
    play = LockStep(
        kiosk,
        camera,
        ZxingDecoder(),
        clock,
        Score(queue.fps, frames, real_time=not headless),
        album.look,
    )
    until: list[float] = []

    def step() -> bool:
        if not window.isVisible():
            app.quit()
            return False
        if play.step():
            return True
        until.append(until[0] if until else time.monotonic() + DRAIN_SECONDS)
        if _printing_done(kiosk) or time.monotonic() > until[0]:
            album.look(kiosk.presenter.state)
            app.quit()
            return False
        time.sleep(0.01)
        return True

    app.at_each_turn(step)
    try:
        app.run()
    finally:  # or its threads would keep the process alive
        camera.close()
        kiosk.stop()
    return play.scanned


def _printing_done(kiosk: Kiosk) -> bool:
    moving = {JobState.QUEUED, JobState.SENT}
    jobs = kiosk.records.ask(lambda r: r.journal.jobs(open_only=True)).result()
    return not any(job.state in moving for job in jobs)
