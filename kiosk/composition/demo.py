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
from kiosk.composition.kiosk import Kiosk
from kiosk.composition.list_import import import_list
from kiosk.composition.lock_step import Album, LockStep, Score
from kiosk.composition.station import opened
from kiosk.devices.cameras import Pace, camera_for
from kiosk.devices.clocks import SteppedClock
from kiosk.devices.decoder import ZxingDecoder
from kiosk.domain.journal import CheckedIn, JobState, TurnedAway
from kiosk.domain.words import Words
from kiosk.keys.station import open_station_keys
from kiosk.services.trouble import Misconfigured
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
        Misconfigured: `out` cannot be used.
    """
    if headless:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    began = time.monotonic()
    queue = read_queue(DEMO / "queue.json")
    _clear(out)
    folder = DataFolder(out / "station")
    clock = SteppedClock(queue.starts)
    settings = _settings(out, queue, face)
    with opened(folder.path, clock=clock) as station:
        import_list(station, DEMO / "attendees.csv", DEMO / "event.toml", dry_run=False)
    with folder.only_run():
        kiosk = Kiosk(
            Application(FONTS), folder, settings, open_station_keys(folder.code_key), clock
        )
        scanned = _play(kiosk, queue, queue.frames_of(guests), out / "screens", headless=headless)
    with opened(folder.path, clock=clock) as station:
        facts = station.journal.facts()
        jobs = station.journal.jobs(open_only=False)
        slug = station.roster.event().slug
    refused = Counter(f.what.reason.value for f in facts if isinstance(f.what, TurnedAway))
    summary = {
        "event": slug,
        "scanned": scanned,
        "admitted": sum(isinstance(f.what, CheckedIn) for f in facts),
        "refused": dict(sorted(refused.items())),
        "badges": sum(job.state is JobState.CONFIRMED for job in jobs),
        "badges_not_printed": sum(job.state is not JobState.CONFIRMED for job in jobs),
        "seconds": round(time.monotonic() - began, 2),
    }
    _finish(out, summary)
    return summary


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


def _settings(out: Path, queue: Queue, face: Face) -> Settings:
    base = Settings()
    return replace(
        base,
        station=replace(base.station, name="demo-1"),
        camera=replace(base.camera, source=str(queue.video)),
        printer=replace(base.printer, folder=str((out / "badges").resolve())),
        screen=replace(base.screen, face=face, help_desk="N1-3"),
    )


def _play(kiosk: Kiosk, queue: Queue, frames: int, screens: Path, *, headless: bool) -> int:
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
    album = Album(lambda name: _grab(kiosk, screens / f"{name}.png"))
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
    app.run()
    camera.close()
    kiosk.stop()
    return play.scanned


def _printing_done(kiosk: Kiosk) -> bool:
    moving = {JobState.QUEUED, JobState.SENT}
    jobs = kiosk.records.ask(lambda r: r.journal.jobs(open_only=True)).result()
    return not any(job.state in moving for job in jobs)


def _grab(kiosk: Kiosk, path: Path) -> None:
    kiosk.window.grab().save(str(path))


def _clear(out: Path) -> None:
    """Make room for this run: take away what an earlier demo left, and nothing else."""
    summary, station = out / "summary.json", out / "station"
    try:
        if summary.exists():
            for name in json.loads(summary.read_text(encoding="utf-8")).get("files", []):
                (out / name).unlink(missing_ok=True)
        if station.exists() and any(station.iterdir()) and not (station / "demo").exists():
            raise Misconfigured(
                Words(f"{station} 不是演示留下的文件夹。", f"{station} was not left by a demo."),
                Words("请用 --out 选择另一个文件夹。", "Choose another folder with --out."),
            )
        for folder in (out / "badges", out / "screens", station):
            folder.mkdir(parents=True, exist_ok=True)
        for name in ("facts.db", "roster.db"):
            for file in station.glob(f"{name}*"):
                file.unlink()
        (station / "demo").touch()
    except (OSError, ValueError) as error:
        raise Misconfigured(
            Words(f"无法写入 {out}。", f"{out} cannot be written."),
            Words("请用 --out 选择另一个文件夹。", "Choose another folder with --out."),
        ) from error


def _finish(out: Path, summary: dict[str, Any]) -> None:
    files = [*(out / "badges").glob("*.pdf"), *(out / "screens").glob("*.png")]
    summary["files"] = sorted(str(file.relative_to(out)) for file in files)
    text = json.dumps(summary, ensure_ascii=False, indent=1)
    (out / "summary.json").write_text(text, encoding="utf-8")
