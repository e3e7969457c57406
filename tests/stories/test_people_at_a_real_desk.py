"""The desk's forms in a real window, filled in with the keyboard alone."""

from pathlib import Path

import pytest

from tests.stories.real_window import Shown, command, tickets, wait_for

pytestmark = pytest.mark.window
BY_HAND_MS = "240"
"""Half of it from key to key: nobody types faster for long, and a scanner is never so slow."""


def found(data: Path, query: str) -> str:
    return command(data, "find", query, "--json").stdout


def test_a_guest_without_a_ticket_is_registered_with_the_keyboard(
    station: Path, display: dict[str, str]
) -> None:
    desk = Shown(station, "desk", display)
    try:
        number = tickets()[0]["票号"]
        desk.scan(tickets()[0]["二维码"] or number)
        wait_for(lambda: number in desk.arrived(), "a guest, scanned")
        desk.xdotool("key", "ctrl+e")
        desk.xdotool("key", "Tab", "Tab", "Tab", "ctrl+a")
        desk.xdotool("type", "--delay", BY_HAND_MS, "Editor")
        desk.xdotool("key", "Return")
        wait_for(lambda: "corrected" in command(station, "trail", number).stdout, "a correction")
        desk.xdotool("key", "F1")
        desk.xdotool("key", "Escape")
        desk.xdotool("key", "ctrl+n")
        desk.xdotool("type", "--delay", BY_HAND_MS, "Jakub Zolc")
        desk.xdotool("key", "Tab", "Tab")
        desk.xdotool("type", "--delay", BY_HAND_MS, "Autohaus")
        desk.xdotool("key", "Return")
        wait_for(lambda: '"arrived_at": "' in found(station, "Jakub Zolc"), "the walk-in")
        assert "Autohaus" in found(station, "Jakub Zolc")
    finally:
        desk.close()
