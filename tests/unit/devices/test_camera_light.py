"""Exposure and torch: what cannot be had is said, and nothing more."""

from pathlib import Path

import cv2

from kiosk.devices.camera_light import Light, ask_for_light, lit


def test_a_camera_without_either_says_both(tmp_path: Path) -> None:
    nothing = cv2.VideoCapture()
    undone = ask_for_light(nothing, tmp_path / "video0", Light(exposure=100, torch=True))
    assert [words.en for words in undone] == [
        "The camera cannot keep its exposure fixed.",
        "The camera has no torch.",
    ]
    assert all(words.zh for words in undone)


def test_nothing_asked_nothing_missing(tmp_path: Path) -> None:
    assert ask_for_light(cv2.VideoCapture(), tmp_path / "video0", Light()) == ()


def test_what_is_no_camera_has_no_torch(tmp_path: Path) -> None:
    (tmp_path / "video0").touch()
    assert not lit(tmp_path / "video0")
    assert not lit(tmp_path / "nothing")
