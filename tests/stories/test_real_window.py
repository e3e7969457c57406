"""A real window on a real X display, driven by xdotool as a USB scanner and a person would."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.composition.assets import DEMO, ROOT
from tests.stories.real_window import PATIENCE, Shown, command, tickets, wait_for

pytestmark = pytest.mark.window


@pytest.mark.parametrize("face", ["desk", "self"])
def test_a_scanner_that_types_checks_guests_in(
    display: dict[str, str], station: Path, face: str
) -> None:
    guests = [t for t in tickets() if len(t["二维码"]) == 26][:3]
    shown = Shown(station, face, display)
    try:
        for place, guest in enumerate(guests, 1):
            shown.scan(guest["二维码"])
            wait_for(lambda n=place: len(shown.arrived()) == n, f"guest {place}")  # type: ignore[misc]
        assert set(shown.arrived()) == {guest["票号"] for guest in guests}
        wait_for(lambda: set(shown.arrived().values()) == {"1"}, "a badge each")
    finally:
        shown.close()


def test_the_camera_checks_guests_in_while_nobody_touches_anything(
    display: dict[str, str], station: Path
) -> None:
    queue = json.dumps(str(DEMO / "queue.mp4"))
    (station / "settings.toml").write_text(f"[camera]\nsource = {queue}\n", encoding="utf-8")
    shown = Shown(station, "self", display)
    try:
        wait_for(lambda: len(shown.arrived()) >= 3, "three guests of the film")
        wait_for(lambda: list(shown.arrived().values()).count("1") >= 3, "a badge each")
    finally:
        shown.close()


def test_a_clerk_finds_a_guest_by_pinyin_and_takes_the_check_in_back(
    display: dict[str, str], station: Path
) -> None:
    guest = next(t for t in tickets() if t["姓名"].startswith("欧阳"))
    said = json.loads(command(station, "find", "ouyang", "--json").stdout)
    shown = Shown(station, "desk", display)
    try:
        shown.scan("no such code")
        shown.xdotool("key", "slash")
        shown.xdotool("type", "--delay", "240", "ouyang")

        def entered() -> bool:  # a Return before the hits are there does nothing
            shown.xdotool("key", "Return")
            return set(shown.arrived()) == {said[0]["number"]}

        wait_for(entered, "the first hit")
        shown.xdotool("key", "ctrl+z")
        shown.xdotool("key", "1")
        wait_for(lambda: shown.arrived() == {}, "the undo")
        assert guest["票号"] in {one["number"] for one in said}
    finally:
        shown.close()


@pytest.mark.parametrize(("delay_ms", "suffix"), [(2, "\n"), (15, "\t"), (30, "\n"), (15, "")])
def test_a_scan_in_the_middle_of_a_search_checks_in_who_was_scanned(
    display: dict[str, str], station: Path, delay_ms: int, suffix: str
) -> None:
    guest = next(t for t in tickets() if len(t["二维码"]) == 26)
    shown = Shown(station, "desk", display)
    try:
        shown.xdotool("key", "slash")
        shown.xdotool("type", "--delay", "240", "wang")  # half of it from key to key
        shown.scan_slowly(guest["二维码"], delay_ms, suffix)
        wait_for(lambda: bool(shown.arrived()), "the guest who was scanned")
        assert set(shown.arrived()) == {guest["票号"]}
    finally:
        shown.close()


def test_a_scan_is_never_the_answer_to_a_question(display: dict[str, str], station: Path) -> None:
    asked = next(t for t in tickets() if t["类别"] == "展商" and len(t["二维码"]) == 26)
    nosy = next(t for t in tickets() if "N" in t["二维码"] and t is not asked)
    shown = Shown(station, "self", display)
    try:
        shown.scan(asked["二维码"])
        shown.scan(nosy["二维码"])
        shown.xdotool("sleep", "1")
        assert shown.arrived() == {}, "nobody answered for the exhibitor"
        both = {asked["票号"], nosy["票号"]}

        def answered() -> bool:  # a key before the question is there does nothing
            shown.xdotool("key", "y")
            return set(shown.arrived()) == both

        wait_for(answered, "the exhibitor, then the next guest")
    finally:
        shown.close()


def test_a_second_station_on_the_same_folder_is_refused(
    display: dict[str, str], station: Path
) -> None:
    shown = Shown(station, "desk", display)
    try:
        second = subprocess.run(
            [sys.executable, "main.py", "run", "--data", str(station)],
            cwd=ROOT,
            env=display,
            capture_output=True,
            text=True,
            check=False,
            timeout=PATIENCE,
        )
        assert second.returncode == 2
        assert "already runs" in second.stderr
        assert command(station, "find", "王").returncode == 0
    finally:
        shown.close()
