"""A station with two real network cameras and a scanner at a port: one fails, the rest go on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from kiosk.composition.assets import FONTS
from kiosk.composition.data_folder import DataFolder
from kiosk.composition.faces import self_service
from kiosk.composition.kiosk import Kiosk
from kiosk.composition.list_import import import_list
from kiosk.composition.seeing import seeing
from kiosk.composition.station import opened
from kiosk.devices.camera_trouble import lost
from kiosk.devices.clocks import ComputerClock
from kiosk.domain.visit import TurnedAway, Welcomed
from kiosk.keys.station import open_station_keys
from kiosk.services.trouble import Trouble
from kiosk.settings import Face, Settings
from kiosk.settings.station import SecondCameraSettings
from kiosk.ui.application import Application
from kiosk.ui.screens.front_desk import FrontDesk
from kiosk.ui.widgets.fitted_label import FittedLabel
from tests.contracts.mjpeg import Fault, NetworkCamera, furniture, live, picture
from tests.contracts.test_decoder import qr
from tests.contracts.test_scanners import Plug
from tests.stories.conftest import EVENT, LIST
from tests.stories.kiosk_command import a_list

PATIENCE_MS = 20_000


def lobby(code: str = "") -> list[bytes]:
    """Pictures of a lobby, and of a guest in it who holds up a code."""
    view = furniture(480, 640)
    if code:
        drawn = qr(code)
        view[100 : 100 + drawn.shape[0], 200 : 200 + drawn.shape[1]] = drawn[:, :, None]
    return live(np.ascontiguousarray(view))


class Station:
    """The station, and everything that its cameras and scanner bring about."""

    def __init__(self, folder: Path, qtbot: QtBot, recording: Path | None = None) -> None:
        self._qtbot = qtbot
        self.cameras = [NetworkCamera(lobby()), NetworkCamera(lobby())]
        self.plug = Plug()
        for camera in self.cameras:
            camera.plug_in()
        base, (first, second) = Settings(), self.cameras
        settings = replace(
            base,
            camera=replace(base.camera, source=str(recording or first.url), rearm_seconds=600.0),
            second_camera=SecondCameraSettings(source="" if recording else second.url),
            scanner=replace(base.scanner, port=self.plug.port),
            screen=replace(base.screen, face=Face.DESK),
        )
        data = DataFolder(folder)
        keys = open_station_keys(data.code_key)
        self.kiosk = Kiosk(Application(FONTS), data, settings, keys, ComputerClock())
        self.kiosk.window.resize(1280, 720)
        self.kiosk.window.show()
        self.codes: list[str] = []
        self.troubles: list[str] = []
        self.notices: list[str] = []
        self.bugs: list[object] = []
        self.frames = 0
        bridge = self.kiosk.bridge
        bridge.codes_read.connect(self.codes.extend)
        bridge.code_typed.connect(self.codes.append)
        bridge.camera_trouble.connect(lambda trouble: self.troubles.append(title(trouble)))
        bridge.notice.connect(lambda trouble: self.notices.append(title(trouble)))
        bridge.frame_ready.connect(self._frame)
        bridge.bug.connect(self.bugs.append)
        self.kiosk.load_event()
        self.workers = seeing(self.kiosk)
        for worker in self.workers:
            worker.start()

    def _frame(self) -> None:
        self.frames += 1

    def until(self, says: str) -> None:
        """Serve the window until the last notice says this; nothing, where it is empty."""
        self.happens(
            lambda: (
                bool(self.notices) and (says in self.notices[-1] if says else not self.notices[-1])
            )
        )

    def happens(self, what: Callable[[], bool]) -> None:
        """Serve the window until it does."""
        self._qtbot.waitUntil(what, timeout=PATIENCE_MS)

    def reads(self, *codes: str) -> None:
        """Serve the window until these codes have been read, in order, and nothing else."""
        self.happens(lambda: self.codes == list(codes))

    def goes_on(self) -> None:
        """Serve the window until both cameras have shown twenty pictures more."""
        shown = [camera.sent for camera in self.cameras]
        self.happens(
            lambda: all(c.sent > before + 20 for c, before in zip(self.cameras, shown, strict=True))
        )

    def end(self) -> None:
        face = self.kiosk.window.face
        assert isinstance(face, FrontDesk)
        self.happens(lambda: face.shown_event is not None)  # or it comes after the end
        for worker in self.workers:
            assert worker.stop(10)
        for camera in self.cameras:
            camera.unplug()
        self.plug.pull()
        delete(self.kiosk.window)  # with its timers, which would ask the records
        self.kiosk.stop()


def title(trouble: Trouble | None) -> str:
    return trouble.title.en if trouble else ""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A station's folder, its list imported."""
    folder, event = tmp_path / "station", tmp_path / "event.toml"
    event.write_text(EVENT, encoding="utf-8")
    with opened(folder) as desk:
        import_list(desk, a_list(tmp_path / "guests.csv", *LIST), event)
    return folder


@pytest.fixture
def station(folder: Path, qtbot: QtBot) -> Iterator[Station]:
    station = Station(folder, qtbot)
    yield station
    station.end()


def test_a_guest_before_two_cameras_counts_once(station: Station) -> None:
    for camera in station.cameras:
        camera.show(lobby("QR-ONE"))
    station.reads("QR-ONE")
    station.happens(lambda: isinstance(station.kiosk.presenter.state, Welcomed))
    station.goes_on()
    assert station.codes == ["QR-ONE"]
    assert station.troubles == station.notices == station.bugs == []


def test_a_ticket_that_camera_and_scanner_both_see_counts_once(station: Station) -> None:
    station.cameras[0].show(lobby("QR-ONE"))
    station.happens(lambda: isinstance(station.kiosk.presenter.state, Welcomed))
    visit = station.kiosk.presenter.state.visit
    station.plug.send(b"QR-ONE\r\n")
    station.reads("QR-ONE", "QR-ONE")
    station.goes_on()
    assert station.kiosk.presenter.state.visit == visit
    assert isinstance(station.kiosk.presenter.state, Welcomed)


def test_a_ticket_that_was_scanned_before_the_door_opened_counts_after(station: Station) -> None:
    station.happens(lambda: station.frames > 3)
    station.kiosk.presenter.closed = True
    station.plug.send(b"QR-ONE\r\n")
    station.reads("QR-ONE")
    station.kiosk.presenter.closed = False
    station.cameras[0].show(lobby("QR-ONE"))
    station.happens(lambda: isinstance(station.kiosk.presenter.state, Welcomed))


def test_a_camera_that_is_unplugged_is_named_and_the_other_goes_on(station: Station) -> None:
    first, second = station.cameras
    station.happens(lambda: station.frames > 3)
    first.unplug()
    station.until("Camera 1: ")
    seen = station.frames
    second.show(lobby("QR-THREE"))
    station.reads("QR-THREE")
    station.happens(lambda: isinstance(station.kiosk.presenter.state, TurnedAway))
    station.happens(lambda: station.frames > seen + 3)  # the preview looks through the second
    assert station.troubles == []
    first.plug_in()
    station.until("")
    second.unplug()
    station.until("Camera 2: ")
    first.unplug()
    station.happens(lambda: bool(station.troubles))
    for camera in station.cameras:
        camera.plug_in()
    station.happens(lambda: station.troubles[-1] == "" and station.notices[-1] == "")
    assert station.bugs == []


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (Fault.FROZEN, "does not move"),
        (Fault.SILENT, "stopped"),
        (Fault.CUT, "stopped"),
        (Fault.BLACK, "is black"),
        (Fault.COVERED, "is covered"),
    ],
)
def test_a_camera_that_shows_nothing_says_so_and_when_it_is_over(
    station: Station, fault: Fault, says: str
) -> None:
    _, second = station.cameras
    station.happens(lambda: second.sent > 3)
    second.fault = fault
    station.until(says)
    assert "Camera 2: " in station.notices[-1]
    second.fault = Fault.NONE
    station.until("")
    second.show(lobby("QR-ONE"))
    station.reads("QR-ONE")
    assert station.troubles == station.bugs == []


def test_a_scanner_at_a_port_is_read_beside_the_cameras(station: Station) -> None:
    station.happens(lambda: station.frames > 3)
    station.plug.send(b"QR-ONE\r")
    station.reads("QR-ONE")
    station.happens(lambda: isinstance(station.kiosk.presenter.state, Welcomed))
    station.plug.pull()
    station.until("is gone")
    assert station.troubles == station.bugs == []


def test_a_recording_may_be_black_and_says_when_it_is_over(
    folder: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    for number in range(60):
        (pictures / f"{number:02}.jpg").write_bytes(picture(0))
    station = Station(folder, qtbot, pictures)
    station.happens(lambda: bool(station.troubles))
    station.end()
    assert station.troubles == ["The recording has ended."]
    assert station.frames > 0
    assert station.notices == station.bugs == []


def words(face: QWidget) -> set[str]:
    """Everything that a face says."""
    plain = {label.text() for label in face.findChildren(QLabel)}
    return plain | {label.text for label in face.findChildren(FittedLabel)}


def test_both_faces_say_what_staff_should_see_to(station: Station, qtbot: QtBot) -> None:
    kiosk = station.kiosk
    guests = self_service(kiosk)
    qtbot.addWidget(guests)
    for face in (guests, kiosk.window.face):
        face.set_notice(lost())
        assert "摄像头没有画面了。" in words(face)
        face.set_notice(None)
        assert "摄像头没有画面了。" not in words(face)
