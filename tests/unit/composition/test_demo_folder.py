"""The demo's folder: what it finds there, and a disk that takes nothing more."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.composition.assets import FONTS
from kiosk.composition.demo_folder import DemoFolder
from kiosk.composition.picture_file import save_picture
from kiosk.composition.screens import gallery_window
from kiosk.domain.words import Language
from kiosk.services.trouble import Unavailable
from kiosk.settings import Face
from kiosk.ui.application import Application
from tests.given import NOON

FULL = Path("/dev/full")
NEEDS_FULL = pytest.mark.skipif(not FULL.exists(), reason="needs a full device")


def test_what_others_have_set_aside_is_not_written_over(tmp_path: Path) -> None:
    for name in ("summary.json", "summary.json.before", "summary.json.before1"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    DemoFolder(tmp_path).claim()
    kept = {f.name: f.read_text(encoding="utf-8") for f in tmp_path.glob("summary.json*")}
    assert kept == {
        "summary.json.before": "summary.json.before",
        "summary.json.before1": "summary.json.before1",
        "summary.json.before2": "summary.json",
    }


@NEEDS_FULL
def test_a_summary_that_finds_no_room_says_so(tmp_path: Path) -> None:
    place = DemoFolder(tmp_path)
    place.claim()
    (tmp_path / "summary.json").symlink_to(FULL)
    with pytest.raises(Unavailable, match="disk is full"):
        place.finish({}, [])


@NEEDS_FULL
def test_a_picture_that_finds_no_room_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    window = gallery_window(Application(FONTS), Face.SELF, Language.EN, NOON)
    qtbot.addWidget(window)
    picture = tmp_path / "welcomed.png"
    picture.symlink_to(FULL)
    with pytest.raises(Unavailable, match="disk is full"):
        save_picture(window, picture)
