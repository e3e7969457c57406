"""The list of cameras, with what they see; and the doctor, who looks through the same ones."""

from collections.abc import Iterator
from pathlib import Path

import cv2
import pytest

from kiosk.devices.pictures import read_picture
from tests.contracts.mjpeg import Fault, NetworkCamera, furniture, live
from tests.contracts.test_scanners import Plug
from tests.stories.kiosk_command import Desk, kiosk


@pytest.fixture
def two(desk: Desk) -> Iterator[tuple[NetworkCamera, NetworkCamera]]:
    """The station's two cameras, on loopback."""
    with NetworkCamera(live(furniture(480, 640))).on() as one, NetworkCamera().on() as other:
        desk.data.mkdir()
        (desk.data / "settings.toml").write_text(
            f'[camera]\nsource = "{one.url}"\n[second_camera]\nsource = "{other.url}"\n',
            encoding="utf-8",
        )
        yield one, other


def test_cameras_are_listed_with_what_they_see(
    desk: Desk, two: tuple[NetworkCamera, NetworkCamera], tmp_path: Path
) -> None:
    two[1].fault = Fault.COVERED
    pictures = tmp_path / "pictures"
    said = desk("cameras", "--pictures", pictures)
    assert said.code == 0
    first, second = said.json[:2]
    assert (first["source"], first["width"], first["height"]) == (two[0].url, 640, 480)
    assert first["opens"]
    assert first["trouble"] is None
    assert second["opens"]
    assert second["trouble"] == {"zh": "摄像头被遮住了。", "en": "The camera is covered."}
    small = read_picture(Path(first["picture"]))
    assert small is not None
    assert small.shape == (240, 320, 3)
    seen = cv2.resize(furniture(480, 640), (320, 240), interpolation=cv2.INTER_AREA)
    assert abs(small.astype(int) - seen).mean() < 10


def test_cameras_that_do_not_open_say_why(desk: Desk) -> None:
    desk.data.mkdir()
    (desk.data / "settings.toml").write_text(
        '[camera]\nsource = "Nobody\'s Webcam"\n', encoding="utf-8"
    )
    said = desk("cameras")
    assert said.code == 1
    assert not said.json[0]["opens"]
    assert "Nobody's Webcam" in said.json[0]["trouble"]["en"]
    plain = kiosk("cameras", "--data", desk.data)
    assert "没有名为" in plain.out


def test_the_doctor_looks_through_both_and_at_the_scanner(
    desk: Desk, two: tuple[NetworkCamera, NetworkCamera]
) -> None:
    plug, settings = Plug(), desk.data / "settings.toml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f'{text}[scanner]\nport = "{plug.port}"\n', encoding="utf-8")
    two[0].fault = Fault.BLACK
    found = {one["part"]: one for one in desk("doctor").json}
    assert found["camera"]["health"] == "bad"
    assert "black" in found["camera"]["said"]["en"]
    assert "cameras" in found["camera"]["advice"]["en"]
    assert (found["camera 2"]["health"], found["camera 2"]["said"]["en"]) == ("good", "64×48")
    assert found["scanner"]["health"] == "good"
    plug.pull()
    found = {one["part"]: one for one in desk("doctor").json}
    assert found["scanner"]["health"] == "bad"
