"""Every camera keeps the same promises: frames in order, honest ends, no harm in closing."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import cv2
import numpy as np
import pytest

from kiosk.devices.camera_light import Light
from kiosk.devices.camera_recording import Pace
from kiosk.devices.cameras import camera_for, is_recording, watched_camera
from kiosk.devices.clocks import SteppedClock
from kiosk.devices.pictures import frame_of
from kiosk.services.ports import Camera, Frame
from kiosk.services.trouble import Misconfigured, Unavailable
from tests.contracts.mjpeg import Fault, NetworkCamera, picture, serving
from tests.given import NOON

SIZE = (640, 480, 10)
LENGTH = 12


@pytest.fixture
def stepped() -> SteppedClock:
    return SteppedClock(NOON)


@pytest.fixture(scope="session")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("film") / "film.mp4"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 10, (64, 48))
    for number in range(LENGTH):
        writer.write(np.full((48, 64, 3), 20 * number, np.uint8))
    writer.release()
    return path


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("照片")
    for number in range(LENGTH):
        (folder / f"{number:03}.jpg").write_bytes(picture(20 * number))
    (folder / "notes.txt").write_text("no picture")
    return folder


@pytest.fixture
def network() -> Iterator[NetworkCamera]:
    with NetworkCamera().on() as camera:
        yield camera


@pytest.fixture(params=["film", "pictures", "network"])
def source(request: pytest.FixtureRequest) -> str:
    found = request.getfixturevalue(request.param)
    return found.url if isinstance(found, NetworkCamera) else str(found)


def read(camera: Camera, count: int) -> list[Frame]:
    """So many frames, none of them missing."""
    frames = [camera.read() for _ in range(count)]
    return [frame for frame in frames if frame is not None]


def levels(frames: list[Frame]) -> list[int]:
    """How bright each frame is, in steps of 20."""
    return [round(frame.pixels[0] / 20) for frame in frames]


def brightness(frame: Frame) -> float:
    """The mean of all pixels, of 255."""
    return float(np.frombuffer(frame.pixels, np.uint8).mean())


def test_frames_come_in_order_with_size_and_time(source: str, stepped: SteppedClock) -> None:
    stepped.step(5)
    camera = camera_for(source, stepped, SIZE, Pace.LOCK_STEP)
    camera.open()
    frames = read(camera, 5)
    camera.close()
    assert [frame.number for frame in frames] == [0, 1, 2, 3, 4]
    for frame in frames:
        assert (frame.width, frame.height) == (64, 48)
        assert len(frame.pixels) == 64 * 48 * 3
        assert frame.taken == stepped.monotonic()


def test_closing_does_no_harm_and_a_camera_opens_again(source: str, stepped: SteppedClock) -> None:
    camera = camera_for(source, stepped, SIZE, Pace.LOCK_STEP)
    camera.close()
    for _ in range(2):
        camera.open()
        assert [frame.number for frame in read(camera, 2)] == [0, 1]
        camera.close()
        camera.close()


@pytest.mark.parametrize("recording", ["film", "pictures"])
def test_a_recording_shows_every_picture_and_ends(
    request: pytest.FixtureRequest, recording: str, stepped: SteppedClock
) -> None:
    camera = camera_for(str(request.getfixturevalue(recording)), stepped, SIZE, Pace.LOCK_STEP)
    camera.open()
    assert levels(read(camera, LENGTH)) == list(range(LENGTH))
    assert camera.read() is None
    assert camera.read() is None
    camera.close()


@pytest.mark.parametrize("recording", ["film", "pictures"])
def test_in_real_time_frames_are_waited_for_and_late_ones_skipped(
    request: pytest.FixtureRequest, recording: str, stepped: SteppedClock
) -> None:
    camera = camera_for(str(request.getfixturevalue(recording)), stepped, SIZE)
    camera.open()
    first = read(camera, 3)
    assert [round(frame.taken, 3) for frame in first] == [0.0, 0.1, 0.2]
    stepped.step(0.45)  # somebody was busy
    (late,) = read(camera, 1)
    camera.close()
    assert late.number == 6
    assert levels([*first, late]) == [0, 1, 2, 6]


def test_a_webcam_that_is_not_there_may_come_later(stepped: SteppedClock) -> None:
    camera = camera_for("99", stepped, SIZE)
    with pytest.raises(Unavailable) as caught:
        camera.open()
    assert "#99" in caught.value.title.zh
    assert caught.value.advice.zh
    camera.close()


def test_a_film_that_is_none_needs_a_person(tmp_path: Path, stepped: SteppedClock) -> None:
    (tmp_path / "film.mp4").write_bytes(b"no film")
    for name in ("film.mp4", "nothing.mp4"):
        with pytest.raises(Misconfigured) as caught:
            camera_for(str(tmp_path / name), stepped, SIZE).open()
        assert name in caught.value.title.en


def test_an_empty_folder_may_be_filled_later(tmp_path: Path, stepped: SteppedClock) -> None:
    camera = camera_for(str(tmp_path), stepped, SIZE, Pace.LOCK_STEP)
    with pytest.raises(Unavailable):
        camera.open()
    (tmp_path / "1.JPG").write_bytes(picture(100))
    camera.open()
    assert levels(read(camera, 1)) == [5]


def test_a_folder_that_was_taken_away_is_a_camera_that_was_unplugged(
    tmp_path: Path, stepped: SteppedClock
) -> None:
    folder = tmp_path / "frames"
    folder.mkdir()
    camera = camera_for(str(folder), stepped, SIZE, Pace.LOCK_STEP)
    folder.rmdir()
    with pytest.raises(Unavailable):
        camera.open()
    folder.mkdir()
    (folder / "1.jpg").write_bytes(picture(100))
    camera.open()
    (folder / "1.jpg").unlink()
    with pytest.raises(Unavailable):
        camera.read()


@pytest.mark.parametrize("data", [b"", b"no picture"])
def test_a_file_that_is_no_picture_is_named(
    tmp_path: Path, stepped: SteppedClock, data: bytes
) -> None:
    (tmp_path / "1.jpg").write_bytes(data)
    camera = camera_for(str(tmp_path), stepped, SIZE, Pace.LOCK_STEP)
    camera.open()
    with pytest.raises(Misconfigured, match=r"1\.jpg"):
        camera.read()
    assert frame_of(tmp_path / "1.jpg", stepped) is None


@pytest.mark.parametrize("fault", [Fault.SILENT, Fault.HUNG_UP, Fault.CUT, Fault.RUBBISH])
def test_a_network_camera_that_breaks_is_lost_and_comes_back(
    network: NetworkCamera, stepped: SteppedClock, fault: Fault
) -> None:
    camera = camera_for(network.url, stepped, SIZE)
    camera.open()
    read(camera, 2)
    network.fault = fault
    with pytest.raises(Unavailable):
        read(camera, 200)  # some are still in the pipe
    camera.close()
    network.fault = Fault.NONE
    camera.open()
    assert [frame.number for frame in read(camera, 2)] == [0, 1]
    camera.close()


@pytest.mark.parametrize(("dashes", "length"), [(True, True), (False, False), (True, False)])
def test_network_cameras_write_their_parts_in_several_ways(
    stepped: SteppedClock, dashes: bool, length: bool
) -> None:
    with NetworkCamera(dashes=dashes, length=length).on() as network:
        camera = camera_for(network.url, stepped, SIZE)
        camera.open()
        assert [frame.number for frame in read(camera, 3)] == [0, 1, 2]
        camera.close()


@pytest.mark.parametrize("fault", [Fault.CUT, Fault.GARBLED, Fault.RUBBISH, Fault.BOASTING])
def test_pictures_that_are_not_whole_are_passed_over(
    network: NetworkCamera, stepped: SteppedClock, fault: Fault
) -> None:
    camera = camera_for(network.url, stepped, SIZE)
    camera.open()
    (before,) = read(camera, 1)
    network.fault = fault
    shortly = threading.Timer(0.3, setattr, (network, "fault", Fault.NONE))
    shortly.start()
    for frame in read(camera, 60):
        assert abs(brightness(frame) - brightness(before)) < 3
    shortly.join()
    assert network.viewers == 1
    camera.close()


def test_a_network_camera_that_is_switched_off_may_come_later(stepped: SteppedClock) -> None:
    with NetworkCamera().on() as was:
        url = was.url
    with pytest.raises(Unavailable) as caught:
        camera_for(url, stepped, SIZE).open()
    assert "127.0.0.1" in caught.value.title.en
    assert "stream" not in caught.value.title.en


class Film:
    """Serves a film over HTTP, as no MJPEG camera would."""

    def __init__(self, film: Path, kind: str) -> None:
        self.data, self.kind = film.read_bytes(), kind

    def answer(self, viewer: BaseHTTPRequestHandler) -> None:
        viewer.send_response(200)
        viewer.send_header("Content-Type", self.kind)
        viewer.send_header("Content-Length", str(len(self.data)))
        viewer.end_headers()
        with suppress(OSError):  # FFmpeg hangs up when it has seen enough
            viewer.wfile.write(self.data)


def test_what_is_no_mjpeg_is_left_to_ffmpeg(film: Path, stepped: SteppedClock) -> None:
    with serving(Film(film, "video/mp4").answer) as port:
        camera = camera_for(f"http://127.0.0.1:{port}/film.mp4", stepped, SIZE)
        camera.open()
        assert [frame.number for frame in read(camera, 3)] == [0, 1, 2]
        camera.close()


def test_what_nobody_understands_is_no_camera(film: Path, stepped: SteppedClock) -> None:
    page = film.with_name("page.html")
    page.write_text("<p>Log in", encoding="utf-8")
    with serving(Film(page, "text/html").answer) as port, pytest.raises(Unavailable):
        camera_for(f"http://127.0.0.1:{port}/", stepped, SIZE).open()


def test_a_name_and_a_password_are_sent(stepped: SteppedClock) -> None:
    asked: list[str | None] = []
    network = NetworkCamera()

    def ask(viewer: BaseHTTPRequestHandler) -> None:
        asked.append(viewer.headers["Authorization"])
        network.stream(viewer)

    with serving(ask) as port:
        camera = camera_for(f"http://desk:p%40ss@127.0.0.1:{port}/", stepped, SIZE)
        camera.open()
        read(camera, 1)
        camera.close()
        network.unplug()
    assert asked == ["Basic ZGVzazpwQHNz"]


@pytest.mark.parametrize("url", ["rtsp://127.0.0.1:9/live", "https://127.0.0.1:9/camera"])
def test_a_coded_stream_that_is_not_there_may_come_later(stepped: SteppedClock, url: str) -> None:
    with pytest.raises(Unavailable, match=r"127\.0\.0\.1"):
        camera_for(url, stepped, SIZE).open()


def test_a_webcam_that_nobody_knows_needs_a_person(stepped: SteppedClock) -> None:
    with pytest.raises(Misconfigured, match="No camera is called “Nobody's Webcam 3000”"):
        camera_for("Nobody's Webcam 3000", stepped, SIZE).open()


@pytest.mark.parametrize(
    ("source", "recorded"),
    [
        ("0", False),
        ("HD Pro Webcam C920", False),
        ("USB2.0 PC CAMERA", False),
        ("/dev/v4l/by-id/usb-046d_C920-video-index0", False),
        ("rtsp://camera/live", False),
        ("http://camera/video.mp4", False),
        ("queue.MP4", True),
        ("recordings/queue", True),
        (".", True),
    ],
)
def test_only_files_and_folders_are_recordings(source: str, recorded: bool) -> None:
    assert is_recording(source) is recorded


@pytest.mark.parametrize(
    "source",
    ["http://", "http://[::1", "http://camera:port/", "rtsp://camera:99999/", "https:///stream"],
)
def test_an_address_that_is_none_needs_a_person(stepped: SteppedClock, source: str) -> None:
    with pytest.raises(Misconfigured, match="address"):
        camera_for(source, stepped, SIZE).open()
    with pytest.raises(Misconfigured, match="address"):
        watched_camera(source, stepped, SIZE, Light(), print).open()


@pytest.mark.parametrize("source", ["9" * 20, "4294967296", "x" * 300, "/" + "x" * 5000 + ".mp4"])
def test_a_source_that_can_be_no_camera_is_no_bug(stepped: SteppedClock, source: str) -> None:
    with pytest.raises((Misconfigured, Unavailable)):
        camera_for(source, stepped, SIZE).open()
    with pytest.raises((Misconfigured, Unavailable)):
        watched_camera(source, stepped, SIZE, Light(), print).open()


@pytest.mark.parametrize("host", ["x" * 64 + ".test", "a..test"])
def test_a_host_that_is_no_name_needs_a_person(stepped: SteppedClock, host: str) -> None:
    with pytest.raises(Misconfigured, match="address"):
        camera_for(f"http://{host}/", stepped, SIZE).open()


def test_a_path_may_be_written_in_chinese(stepped: SteppedClock) -> None:
    with NetworkCamera().on() as network:
        camera = camera_for(f"{network.url}&门=一号", stepped, SIZE)
        camera.open()
        read(camera, 1)
        camera.close()
