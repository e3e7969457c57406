"""Draws every screen in every state to PNG: for documents, designers and tests."""

import os
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from kiosk.badges.picture import png
from kiosk.composition.assets import DEMO, FONTS, WORDS
from kiosk.composition.badge_studio import drawer_for, lone_words
from kiosk.composition.demo import read_queue
from kiosk.composition.picture_file import save_picture
from kiosk.devices.camera_recording import Pace
from kiosk.devices.cameras import camera_for
from kiosk.devices.clocks import SteppedClock
from kiosk.domain.attendee import Attendee
from kiosk.domain.words import Language
from kiosk.keys.station import StationKeys
from kiosk.lists.event_file import parse_event
from kiosk.services.finding_me import FindMe
from kiosk.services.ports import Frame
from kiosk.services.reception import Reception
from kiosk.services.tries import Tries
from kiosk.services.trouble import writing
from kiosk.settings import Face
from kiosk.ui.application import Application
from kiosk.ui.bridge import Bridge
from kiosk.ui.clerk import Clerk
from kiosk.ui.gallery import NoRecords, exhibits
from kiosk.ui.language import Languages
from kiosk.ui.presenter import Presenter
from kiosk.ui.screens.door import Door
from kiosk.ui.screens.find_me import FindMeDialogue
from kiosk.ui.screens.front_desk import FrontDesk
from kiosk.ui.screens.leaving import LeavingDialogue
from kiosk.ui.screens.self_service import SelfService
from kiosk.ui.timing import Idle, Timing
from kiosk.ui.window import Window

_WEARER = Attendee(UUID(int=0), "", "王若溪", "Wang Ruoxi", "渝江智行科技有限公司", "")
SHOWN_FRAME = 16
"""A frame of the demo's queue in which a guest holds up a phone."""


def draw_screens(
    out: Path, size: tuple[int, int], languages: list[Language], faces: list[Face]
) -> list[Path]:
    """Every state of the faces in the languages, `size` pixels each; the files' paths.

    Raises:
        Misconfigured: `out` cannot be written.
        Unavailable: the disk is full.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = Application(FONTS)
    event = parse_event((DEMO / "event.toml").read_text(encoding="utf-8"))
    queue = read_queue(DEMO / "queue.json")
    frame = _frame(queue.video, queue.starts)
    at = queue.starts + timedelta(minutes=12)
    badge = png(drawer_for("lanyard").draw(lone_words(event, "", _WEARER)).pdf, 110)
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
    drawn: list[Path] = []
    for face in faces:
        for language in languages:
            window = gallery_window(app, face, language, at)
            window.resize(*size)
            window.show()
            desk = face is Face.DESK
            shown = exhibits(event, at, frame, type(window.face), badge if desk else b"")
            for place, exhibit in enumerate(shown, 1):
                window.show_face()
                exhibit.arrange(window)
                app.turn()
                path = out / f"{face.value}-{language.value}-{place:02d}-{exhibit.name}.png"
                save_picture(window, path)
                drawn.append(path)
            window.close()
    return drawn


def gallery_window(app: Application, face: Face, language: Language, at: datetime) -> Window:
    """A window of this face whose records never answer."""
    clock, bridge = SteppedClock(at), Bridge()
    spoken = Languages(app.qt, WORDS, language)
    reception = Reception(NoRecords(), StationKeys(b""), clock, "registration", lambda: None)
    presenter = Presenter(reception, bridge, clock, Timing(6, 9))
    if face is Face.DESK:
        desk = FrontDesk(presenter, Clerk(reception, bridge), spoken, "desk-1")
        return Window(desk, presenter, bridge, spoken)
    if face is Face.DOOR:
        return Window(Door(presenter, reception, bridge, spoken), presenter, bridge, spoken)
    idle = Idle(clock.monotonic)
    find_me = FindMeDialogue(
        FindMe(Tries(clock), StationKeys(b"").digest), reception, bridge, idle, "N1-3"
    )
    leaving = LeavingDialogue(reception, bridge, idle)
    self_service = SelfService(presenter, spoken, find_me, leaving, mirror=True, help_desk="N1-3")
    return Window(self_service, presenter, bridge, spoken)


def _frame(video: Path, at: datetime) -> Frame:
    camera = camera_for(str(video), SteppedClock(at), (0, 0, 0), Pace.LOCK_STEP)
    camera.open()
    frame = None
    for _ in range(SHOWN_FRAME):
        frame = camera.read()
    camera.close()
    assert frame is not None, "the demo's film is longer than that"
    return frame
