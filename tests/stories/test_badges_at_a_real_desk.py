"""Badges at a desk in a real window, with the keyboard alone."""

from pathlib import Path

import pypdfium2
import pytest

from kiosk.settings import load_settings
from tests.stories.real_window import Shown, command, tickets, wait_for

pytestmark = pytest.mark.window
BY_HAND_MS = "240"


def badges(station: Path) -> list[Path]:
    return sorted((station / "badges").glob("*.pdf"), key=lambda file: file.stat().st_mtime_ns)


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    said: str = document[0].get_textpage().get_text_range()
    document.close()
    return said


def test_a_badge_is_edited_printed_and_another_design_chosen(
    station: Path, display: dict[str, str]
) -> None:
    guest = next(row for row in tickets() if row["二维码"] and row["类别"] and row["单位"])
    desk = Shown(station, "desk", display)
    try:
        desk.scan(guest["二维码"])
        wait_for(lambda: len(badges(station)) == 1, "the first badge")
        desk.xdotool("sleep", "2")  # as long as a clerk looks at the card
        desk.xdotool("key", "ctrl+b")
        desk.xdotool("sleep", "1")
        desk.xdotool("key", "Tab", "Tab", "ctrl+a")
        desk.xdotool("type", "--delay", BY_HAND_MS, "Autohaus")
        desk.xdotool("key", "Return")
        wait_for(lambda: len(badges(station)) == 2, "the second badge")
        assert "Autohaus" in text_of(badges(station)[-1])
        desk.xdotool("key", "ctrl+q")
        desk.xdotool("sleep", "1")
        desk.xdotool("key", "Escape")
        desk.xdotool("key", "ctrl+k")
        desk.xdotool("sleep", "1")
        desk.xdotool("type", "--delay", BY_HAND_MS, "card")
        desk.xdotool("key", "Return")
        kept = station / "settings.toml"
        wait_for(lambda: load_settings(kept).printer.template == "card", "the design")
    finally:
        desk.close()
    assert "badge" in command(station, "trail", guest["票号"]).stdout.lower()
