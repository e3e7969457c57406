"""Which cameras could be chosen, on a computer that has none of its own or does not say."""

from dataclasses import replace

from kiosk.composition.camera_list import candidates, look_through, look_through_one
from kiosk.settings import Settings


def settings(source: str) -> Settings:
    base = Settings()
    return replace(base, camera=replace(base.camera, source=source))


def test_the_station_s_own_camera_comes_first_and_no_password_is_shown() -> None:
    found = candidates(settings("http://desk:secret@127.0.0.1:9/video"))
    assert found[0].name == "http://127.0.0.1:9/video"
    assert found[0].lens.source == "http://desk:secret@127.0.0.1:9/video"


def test_no_part_of_a_password_is_shown_that_holds_the_sign_before_the_host() -> None:
    found = candidates(settings("rtsp://desk:se@cret@127.0.0.1:9/video"))
    assert found[0].name == "rtsp://127.0.0.1:9/video"


def test_each_camera_that_is_listed_says_what_it_sees_or_why_not() -> None:
    for seen in look_through(candidates(settings("Nobody's Webcam"))):
        assert seen.frame or seen.trouble


def test_an_address_that_is_none_is_a_trouble_and_no_bug() -> None:
    seen = look_through_one(candidates(settings("http://"))[0])
    assert seen.frame is None
    assert seen.trouble is not None
    assert "address" in seen.trouble.title.en
