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
        desk.xdotool("sleep", "2")  # as long as a clerk looks at the card
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


def test_a_guest_without_a_code_finds_themselves_and_only_staff_end_the_program(
    station: Path, display: dict[str, str]
) -> None:
    added = command(station, "staff", "add", "Mei", "--role", "supervisor", "--pin", "246810")
    assert added.returncode == 0, added.stderr
    guest = next(row for row in tickets() if len(row["英文名"].split()) == 2 and row["手机"])
    phone = guest["手机"]
    letters = "".join(word[0] for word in guest["英文名"].split())
    station_window = Shown(station, "self", display)
    keys = station_window.xdotool
    try:
        keys("key", "F2")
        for said in (phone[-4:], letters, phone[-8:-4]):
            keys("type", "--delay", BY_HAND_MS, said)
            keys("key", "Return", "sleep", "1")  # as long as a guest looks at what comes
        wait_for(lambda: guest["票号"] in station_window.arrived(), "who found themselves")
        keys("key", "Escape")
        keys("key", "alt+F4")
        keys("type", "--delay", BY_HAND_MS, "1111")
        keys("key", "Return")
        assert station_window.process.poll() is None
        keys("type", "--delay", BY_HAND_MS, "246810")
        keys("key", "Return")
        assert station_window.process.wait(15) == 0
    finally:
        if station_window.process.poll() is None:
            station_window.close()
