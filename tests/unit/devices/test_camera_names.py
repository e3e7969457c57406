"""Which webcam a name means, with the tree in which Linux tells them made up."""

from pathlib import Path

import pytest

from kiosk.devices.camera_names import KnownCamera, index_of, known_cameras, of_linux
from kiosk.services.trouble import Misconfigured

C920 = "HD Pro Webcam C920"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Two webcams; the first has a second node for its metadata."""
    for node, name, index in (
        ("video0", C920, "0\n"),
        ("video1", C920, "1\n"),
        ("video2", "USB Camera: USB Camera", "0\n"),
        ("video10", "", "0\n"),
    ):
        device = tmp_path / "class" / node
        device.mkdir(parents=True)
        (device / "name").write_text(f"{name}\n", encoding="utf-8")
        (device / "index").write_text(index, encoding="utf-8")
        (tmp_path / node).touch()
    (tmp_path / "class" / "video11").mkdir()  # being pulled out
    (tmp_path / "class" / "videobox").mkdir()
    by_id = tmp_path / "by-id"
    by_id.mkdir()
    for link, node in (("usb-C920-video-index0", "video0"), ("usb-C920-video-index1", "video1")):
        (by_id / link).symlink_to(f"../{node}")
    return tmp_path


def there(tree: Path) -> tuple[KnownCamera, ...]:
    return of_linux(tree / "class", tree / "by-id")


def test_each_webcam_is_listed_once_by_index(tree: Path) -> None:
    assert there(tree) == (
        KnownCamera(0, C920, str(tree / "by-id" / "usb-C920-video-index0")),
        KnownCamera(2, "USB Camera: USB Camera"),
        KnownCamera(10, "video10"),
        KnownCamera(11, "video11"),
    )


def test_a_computer_without_webcams_has_none(tmp_path: Path) -> None:
    assert of_linux(tmp_path / "nothing", tmp_path / "nothing") == ()


@pytest.mark.parametrize(
    ("called", "index"),
    [(C920, 0), ("c920", 0), ("usb camera", 2), ("/dev/video10", 10), ("video11", 11)],
)
def test_a_name_or_a_part_of_it_is_found(tree: Path, called: str, index: int) -> None:
    assert index_of(called, there(tree)) == index


def test_a_stable_path_is_found(tree: Path) -> None:
    assert index_of(str(tree / "by-id" / "usb-C920-video-index0"), there(tree)) == 0


def test_the_whole_name_goes_before_a_part_of_a_longer_one() -> None:
    cameras = (KnownCamera(0, "Webcam Pro"), KnownCamera(1, "Webcam"))
    assert index_of("webcam", cameras) == 1


def test_no_such_camera_names_those_that_are_there(tree: Path) -> None:
    with pytest.raises(Misconfigured) as caught:
        index_of("Brio", there(tree))
    assert "“Brio”" in caught.value.title.zh
    assert f"{C920} (#0)" in caught.value.title.en
    with pytest.raises(Misconfigured, match="there are: none"):
        index_of("Brio", ())


def test_two_of_a_kind_need_more_than_their_name() -> None:
    twins = (KnownCamera(0, C920, "/dev/v4l/by-id/one"), KnownCamera(2, C920))
    with pytest.raises(Misconfigured) as caught:
        index_of("C920", twins)
    assert "/dev/v4l/by-id/one" in caught.value.title.en
    assert f"{C920} (#2)" in caught.value.title.en


def test_this_computer_can_be_asked() -> None:
    assert [camera.index for camera in known_cameras()] == sorted(
        camera.index for camera in known_cameras()
    )
