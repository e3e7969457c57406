"""A scan while a Chinese input method is on and a text field has the focus."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stories.real_window import Shown, command, tickets, wait_for

pytestmark = pytest.mark.window
NEEDED = ("ibus-daemon", "dbus-launch")


@pytest.fixture
def pinyin(
    display: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, str]]:
    """A display on which the Chinese input method of IBus is chosen."""
    missing = [name for name in NEEDED if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (`make test` installs them)")
    home = tmp_path_factory.mktemp("home")
    env = {**display, "HOME": str(home), "QT_IM_MODULE": "ibus", "LANG": "C.UTF-8"}
    said = subprocess.run(["dbus-launch"], env=env, capture_output=True, text=True, check=True)
    env |= dict(line.split("=", 1) for line in said.stdout.splitlines())
    subprocess.run(["ibus-daemon", "-drx", "--panel", "disable"], env=env, check=True)
    yield env
    subprocess.run(["ibus", "exit"], env=env, check=False, capture_output=True)
    subprocess.run(["kill", env["DBUS_SESSION_BUS_PID"]], check=False)


def chosen(env: dict[str, str]) -> bool:
    def ibus(*args: str) -> str:
        line = ["ibus", "engine", *args]
        return subprocess.run(line, env=env, capture_output=True, text=True, check=False).stdout

    ibus("libpinyin")
    return ibus().strip() == "libpinyin"


@pytest.mark.parametrize("delay_ms", [2, 15, 30])
def test_a_scan_is_no_chinese_word(pinyin: dict[str, str], station: Path, delay_ms: int) -> None:
    guest = next(t for t in tickets() if len(t["二维码"]) == 26)
    shown = Shown(station, "desk", pinyin)
    try:
        wait_for(lambda: chosen(pinyin), "the input method")
        shown.xdotool("key", "slash", "sleep", "0.5")

        def scanned() -> bool:  # a busy computer may stretch a scan; people scan again
            shown.scan_slowly(guest["二维码"], delay_ms)
            shown.xdotool("sleep", "1")
            return set(shown.arrived()) == {guest["票号"]}

        wait_for(scanned, "the guest who was scanned")
    finally:
        shown.close()


def test_a_clerk_still_writes_chinese(pinyin: dict[str, str], station: Path) -> None:
    """Of the two hits for 欧阳, pinyin typed through the input method finds the same first one."""
    first = command(station, "find", "欧阳", "--json").stdout
    number = first.split('"number": "')[1].split('"')[0]
    shown = Shown(station, "desk", pinyin)
    try:
        wait_for(lambda: chosen(pinyin), "the input method")
        shown.xdotool("key", "slash", "sleep", "0.5")
        shown.xdotool("type", "--delay", "180", "ouyang")
        shown.xdotool("key", "space")

        def entered() -> bool:
            shown.xdotool("key", "Return")
            return set(shown.arrived()) == {number}

        wait_for(entered, "the first hit")
    finally:
        shown.close()
